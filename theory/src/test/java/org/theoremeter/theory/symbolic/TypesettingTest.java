package org.theoremeter.theory.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(integral).hasToString("integral of t + exp(-c*t) by t from 0 to inf");
        Derivative derivative = new Derivative(Expression.parse("c^3"), "c", 2);
        assertThat(derivative.toTex()).isEqualTo("\\frac{\\partial^{2}}{\\partial c^{2}} \\left(c^{3}\\right)");
        assertThat(derivative).hasToString("derivative of c^3 by c, order 2");
    }
}
