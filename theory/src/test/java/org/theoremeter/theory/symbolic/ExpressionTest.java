package org.theoremeter.theory.symbolic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    @Test
    void evaluatesTheFieldOfTheOutlier() {
        Expression field = Expression.parse("1/(4*c^2) - 1/(c + cstar)^2");

        assertThat(field.symbols()).containsExactly("c", "cstar");
        assertThat(field.evaluate(Map.of("c", 0.5, "cstar", 0.1))).isEqualTo(1 / (4 * 0.25) - 1 / (0.6 * 0.6));
        // Loss and target meet at c = cstar, where both terms are 1/(4 cstar²), exactly so for a power of two.
        assertThat(field.evaluate(Map.of("c", 0.25, "cstar", 0.25))).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-x^2 | -(x^2)",
                "2^3^2 | 2^(3^2)",
                "a - b - c | (a - b) - c",
                "a/b/c | (a/b)/c",
                "a/b*c | (a/b)*c",
                "-a*b | (-a)*b",
                "2^-x | 2^(-x)",
                "a + b*c^d | a + (b*(c^d))",
                "2*-x | 2*(-x)",
            })
    void bindsAsInMathematics(String text, String bracketed) {
        assertThat(Expression.parse(text)).isEqualTo(Expression.parse(bracketed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sin[x] | sin(x)",
                "ArcTan[x] | atan(x)",
                "log(x) | ln(x)",
                "π*x | pi*x",
                "a − b | a - b",
                "a·b×c | a*b*c",
                "piecewise(x ≤ 1, 2, 3) | piecewise(x <= 1, 2, 3)",
                ".5 | 0.5",
                "1.5e-3 | 0.0015",
                "2E+2 | 200",
                "1.50 | 1.5",
                "'  x\t+\n1 ' | x + 1",
            })
    void readsOtherSpellings(String text, String usual) {
        assertThat(Expression.parse(text)).isEqualTo(Expression.parse(usual));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c⋆", "τ", "λ₀", "x_1", "c0", "Größe", "e", "E", "I", "cstar"})
    void readsNames(String name) {
        assertThat(Expression.parse(name)).isEqualTo(Expression.symbol(name));
        assertThat(Expression.parse(name + "*2").symbols()).containsExactly(name);
    }

    @Test
    void takesComposedAndDecomposedLettersForTheSame() {
        assertThat(Expression.parse("o\u0308")).isEqualTo(Expression.parse("\u00F6"));
    }

    @Test
    void keepsNumbersExactly() {
        assertThat(Expression.parse("0.1")).isEqualTo(new Numeral(new BigDecimal("0.1")));
        assertThat(Expression.number(0.1)).isEqualTo(new Numeral(new BigDecimal("0.1")));
        assertThat(Expression.number(-2)).isEqualTo(Expression.parse("-2"));
        assertThat(Expression.number(-0.0)).isEqualTo(Expression.parse("0"));
        assertThat(Expression.number(1e300)).hasToString("1e300");
        assertThatThrownBy(() -> Expression.number(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Expression.number(Double.POSITIVE_INFINITY)).hasMessageContaining("Infinity");
    }

    @ParameterizedTest
    @CsvSource({"-1, 10", "0, 20", "1, 20", "1.5, 30", "2, 40"})
    void takesTheFirstBranchThatHolds(double x, double expected) {
        Expression steps = Expression.parse("piecewise(x < 0, 10, x <= 1, 20, x == 2, 40, 30)");
        assertThat(steps.evaluate(Map.of("x", x))).isEqualTo(expected);
    }

    @Test
    void neverTurnsAnUndefinedConditionIntoAValue() {
        Expression guarded = Expression.parse("piecewise(ln(x) < 0, 1, 2)");
        assertThat(guarded.evaluate(Map.of("x", -1.0))).isNaN();
        assertThat(guarded.compile(List.of("x")).value(-1)).isNaN();
    }

    @Test
    void substitutesAllAtOnce() {
        Expression swapped = Expression.parse("x - 2*y")
                .substitute(Map.of("x", Expression.symbol("y"), "y", Expression.symbol("x")));
        assertThat(swapped).isEqualTo(Expression.parse("y - 2*x"));
    }

    @Test
    void namesTheUndefinedSymbol() {
        assertThatThrownBy(() -> Expression.parse("a + gain").evaluate(Map.of("a", 1.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'gain'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sin", "pi", "π", "inf", "piecewise", "2x", "", "a b", "Log"})
    void refusesWhatIsNoSymbol(String name) {
        assertThatThrownBy(() -> Expression.symbol(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesWhatReadsBackToTheSameTree() {
        RandomExpressions expressions = new RandomExpressions(1, true);
        for (int i = 0; i < 5000; i++) {
            Expression expression = expressions.next(6);
            assertThat(Expression.parse(expression.toString())).isEqualTo(expression);
        }
    }

    @Test
    void writesNoNeedlessBrackets() {
        for (String text : new String[] {
            "a - (b - c)",
            "(a^b)^c",
            "a^b^c",
            "-(a + b)",
            "(-2)^2",
            "-2^2",
            "a/(b*c)",
            "a/b*c",
            "--x",
            "2^-x",
            "sin(-x)^2"
        }) {
            assertThat(Expression.parse(text)).hasToString(text);
        }
    }
}
