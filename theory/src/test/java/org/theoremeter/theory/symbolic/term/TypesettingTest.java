package org.theoremeter.theory.symbolic.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.RandomExpressions;
import org.theoremeter.theory.symbolic.numeric.FieldEvaluation;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class TypesettingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1/(4*c^2) - 1/(c + cstar)^2 ; \\frac{1}{4 \\, c^{2}} - \\frac{1}{\\left(c + c_{\\star}\\right)^{2}}",
                "exp(-c*t) ; e^{-c \\, t}",
                "sqrt(x) ; \\sqrt{x}",
                "abs(x)^2 ; \\left|x\\right|^{2}",
                "sin(x)^2 ; \\left(\\sin\\left(x\\right)\\right)^{2}",
                "asin(x) ; \\arcsin\\left(x\\right)",
                "2*3 ; 2 \\cdot 3",
                "2*(-x) ; 2 \\, \\left(-x\\right)",
                "--x ; -\\left(-x\\right)",
                "a - (b - c) ; a - \\left(b - c\\right)",
                "1e300*x ; 10^{300} \\, x",
                "1.5e300^2 ; \\left(1.5 \\cdot 10^{300}\\right)^{2}",
                "pi ; \\pi",
                "piecewise(x < 1, 2, 3) ; \\begin{cases} 2 & x < 1 \\\\ 3 & \\text{otherwise} \\end{cases}",
            })
    void setsFormulasInTex(String text, String tex) {
        assertThat(Expression.parse(text).toTex()).isEqualTo(tex);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cstar | c_{\\star}",
                "c⋆ | c_{\\star}",
                "c_star | c_{\\star}",
                "star | \\mathrm{star}",
                "tau | \\tau",
                "τ | \\tau",
                "lambda | \\lambda",
                "Omega | \\Omega",
                "x1 | x_{1}",
                "λ₀ | \\lambda_{0}",
                "omegastar | \\omega_{\\star}",
                "lambda_max | \\lambda_{\\mathrm{max}}",
                "eta_c | \\eta_{c}",
                "gain | \\mathrm{gain}",
                "c_1_2 | c_{1,2}",
            })
    void setsNamesInTex(String name, String tex) {
        assertThat(Expression.symbol(name).toTex()).isEqualTo(tex);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "8*cstar^3 ; 8·c⋆³",
                "1/(4*c^2) - 1/(c + cstar)^2 ; 1/(4·c²) − 1/(c + c⋆)²",
                "(a^2/(2*c) - 2*a/(c + cstar) + 1/(2*cstar))/2 ; (a²/(2·c) − 2·a/(c + c⋆) + 1/(2·c⋆))/2",
                "exp(-c*t)*cos(omega*t) ; e^(−c·t)·cos(ω·t)",
                "exp(x) ; e^x",
                "exp(-2) ; e⁻²",
                "exp(x)^2 ; (e^x)²",
                "exp(x/2) ; e^(x/2)",
                "sqrt(x) ; √x",
                "sqrt(x^2) ; √(x²)",
                "sqrt(x)^2 ; (√x)²",
                "sqrt(1 + 16*cstar^4) ; √(1 + 16·c⋆⁴)",
                "sqrt(abs(x)) ; √|x|",
                "sqrt(abs(x) + 1) ; √(|x| + 1)",
                "sqrt(abs(x*abs(y))) ; √(abs(x·|y|))",
                "x^(1/2) ; √x",
                "x^(3/2) ; x^(3/2)",
                "x^(-3) ; x⁻³",
                "x^-1.5 ; x^(−1.5)",
                "x^n ; x^n",
                "x^(n + 1) ; x^(n + 1)",
                "x^2^3 ; x^(2³)",
                "(x^2)^3 ; (x²)³",
                "-x^2 ; −x²",
                "(-x)^2 ; (−x)²",
                "-(a*b) ; −a·b",
                "-(a + b) ; −(a + b)",
                "-a/b*c ; (−a/b)·c",
                "--x ; −(−x)",
                "a - (b - c) ; a − (b − c)",
                "a - b + c ; a − b + c",
                "a + (-b) ; a + (−b)",
                "a - (-b)*c ; a − (−b·c)",
                "2*(-x) ; 2·(−x)",
                "a/b/c ; (a/b)/c",
                "a/(b/c) ; a/(b/c)",
                "a/(b*c) ; a/(b·c)",
                "a/b*c ; (a/b)·c",
                "a*(b/c) ; a·(b/c)",
                "a*b/c ; a·b/c",
                "a*(b*c) ; a·b·c",
                "a*(b + c) ; a·(b + c)",
                "(a + b)/(c - d) ; (a + b)/(c − d)",
                "a^2/b^3 ; a²/b³",
                "sin(x)^2 ; sin(x)²",
                "asin(x) ; arcsin(x)",
                "abs(x)^2 ; |x|²",
                "abs(x*abs(y)) ; abs(x·|y|)",
                "max(x, 1) ; max(x, 1)",
                "2*3 ; 2·3",
                "1e300*x ; 10³⁰⁰·x",
                "1.5e-300^2 ; (1.5·10⁻³⁰⁰)²",
                "1e300^2 ; (10³⁰⁰)²",
                "2^0.5 ; 2^0.5",
                "pi^2 ; π²",
                "transpose(x)^2 ; (xᵀ)²",
                "inverse(a + b) ; (a + b)⁻¹",
                "1 + piecewise(x <= 1, 2, x >= 3, x^2, -3) ; '1 + {2 if x ≤ 1; x² if x ≥ 3; −3 otherwise}'",
            })
    void setsFormulasOnOneLine(String text, String line) {
        assertThat(Expression.parse(text).toUnicode()).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cstar | c⋆",
                "c_star | c⋆",
                "omegastar | ω⋆",
                "star | star",
                "tau | τ",
                "τ | τ",
                "Omega | Ω",
                "W11 | W₁₁",
                "λ₀ | λ₀",
                "c1star | c₁⋆",
                "lambda_max | λ_max",
                "eta_c | η_c",
                "c_mu | c_μ",
                "gain | gain",
                "c_1_2 | c₁,₂",
            })
    void setsNamesOnOneLine(String name, String line) {
        assertThat(Expression.symbol(name).toUnicode()).isEqualTo(line);
    }

    /** Read as a person reads it, a line has the value of the formula: no bracket is missing. */
    @Test
    void losesNoBracketOnOneLine() {
        RandomExpressions expressions = new RandomExpressions(8, false);
        Dfp one = new DfpField(60).getOne();
        Map<String, Dfp> values =
                Map.of("x", one.multiply(7).divide(10), "y", one.multiply(13).divide(10), "e", one.exp());
        int compared = 0;
        for (int i = 0; i < 1000; i++) {
            Expression expression = expressions.next(4);
            Expression read = Expression.parse(readable(expression.toUnicode()));
            Dfp value = FieldEvaluation.of(expression, values, one);
            double size = value.abs().getReal();
            if (Double.isFinite(size) && size > 1e-200 && size < 1e200) {
                compared++;
                // 60 digits leave room for what cancels and for sines of large numbers
                assertThat(FieldEvaluation.of(read, values, one)
                                .subtract(value)
                                .divide(value)
                                .abs()
                                .getReal())
                        .as("%s as %s", expression, expression.toUnicode())
                        .isLessThan(1e-20);
            }
        }
        assertThat(compared).isGreaterThan(500);
    }

    /** Spells the signs of a line in the grammar, leaving its brackets and their absence as they are. */
    private static String readable(String line) {
        String text = line.replace("·", "*")
                .replace("−", "-")
                .replace("π", "pi")
                .replace("ᵀ", "")
                .replace("tr(", "trace(")
                .replaceAll("√\\|([^|]*)\\|", "sqrt(abs($1))")
                .replaceAll("\\|([^|]*)\\|", "abs($1)")
                .replaceAll("√([\\p{L}\\d.]+(?!\\())(?![\\p{L}(])", "sqrt($1)");
        text = Pattern.compile("⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
                .matcher(text)
                .replaceAll(match -> "^("
                        + match.group()
                                .replace("⁻", "-")
                                .chars()
                                .mapToObj(c -> c == '-' ? "-" : String.valueOf("⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c)))
                                .collect(Collectors.joining())
                        + ")");
        return text.replace("√(", "sqrt(");
    }

    @Test
    void setsFormulasInMathMl() {
        assertThat(Expression.parse("a/cstar^2").toMathMl())
                .isEqualTo(
                        "<mfrac><mi>a</mi><msup><msub><mi>c</mi><mrow><mi>&#x22c6;</mi></mrow></msub><mn>2</mn></msup></mfrac>");
        assertThat(Expression.parse("-(tau + x1)").toMathMl())
                .isEqualTo("<mrow><mo>&#x2212;</mo><mrow><mo>(</mo><mrow><mi>&#x3c4;</mi><mo>+</mo>"
                        + "<msub><mi>x</mi><mrow><mn>1</mn></mrow></msub></mrow><mo>)</mo></mrow></mrow>");
    }

    @Test
    void writesMathMlThatIsWellFormedAndAscii() throws Exception {
        RandomExpressions expressions = new RandomExpressions(6, true);
        Stream<String> random =
                Stream.generate(() -> expressions.next(5).toMathMl()).limit(500);
        DefiniteIntegral integral = DefiniteIntegral.of(Expression.parse("exp(-c⋆*t) + t"), "t", "-inf", "2*c");
        Derivative derivative = new Derivative(Expression.parse("λ₀^2"), "λ₀", 2);
        for (String content : Stream.concat(random, Stream.of(integral.toMathMl(), derivative.toMathMl()))
                .toList()) {
            assertThat(content).isASCII();
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader("<math>" + content + "</math>")));
            assertThat(document.getDocumentElement().getChildNodes().getLength())
                    .isEqualTo(1);
        }
    }

    @Test
    void writesTexWithBalancedBraces() {
        RandomExpressions expressions = new RandomExpressions(7, true);
        for (int i = 0; i < 500; i++) {
            String tex = expressions.next(5).toTex();
            assertThat(tex.chars().filter(c -> c == '{').count())
                    .isEqualTo(tex.chars().filter(c -> c == '}').count());
            assertThat(tex.split("\\\\left[(|]", -1)).hasSameSizeAs(tex.split("\\\\right[)|]", -1));
        }
    }

    @Test
    void setsIntegralsAndDerivatives() {
        DefiniteIntegral integral = DefiniteIntegral.of(Expression.parse("t + exp(-c*t)"), "t", "0", "inf");
        assertThat(integral.toTex()).isEqualTo("\\int_{0}^{\\infty} \\left(t + e^{-c \\, t}\\right) \\, \\mathrm{d}t");
        assertThat(integral.toMathMl()).contains("</munderover><mrow><mo>(</mo><mrow><mi>t</mi><mo>+</mo>");
        assertThat(integral).hasToString("integral of t + exp(-c*t) by t from 0 to inf");
        Derivative derivative = new Derivative(Expression.parse("c^3"), "c", 2);
        assertThat(derivative.toTex()).isEqualTo("\\frac{\\partial^{2}}{\\partial c^{2}} \\left(c^{3}\\right)");
        assertThat(derivative).hasToString("derivative of c^3 by c, order 2");
    }

    /** A writer that wrote each argument twice would take 2⁶⁰ steps. */
    @Test
    void functionsInOneAnotherTakeNoLongerThanTheyAreDeep() {
        String deep = "sin(".repeat(60) + "x" + ")".repeat(60);
        assertThat(Expression.parse(deep).toMathMl()).hasSizeLessThan(20_000).contains("<mi>x</mi>");
        assertThat(Expression.parse(deep).toTex()).hasSizeLessThan(20_000);
    }
}
