package org.theoremeter.theory.symbolic.precision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.precision.HighPrecisionInterval.State;

class HighPrecisionIntervalTest {
    private static final int DIGITS = 120;

    private static HighPrecisionInterval at(String formula, String x, int digits) {
        return HighPrecisionInterval.of(Expression.parse(formula), Map.of("x", new BigDecimal(x)), digits);
    }

    private static Apfloat byLibrary(String function, Apfloat x) {
        return switch (function) {
            case "exp" -> ApfloatMath.exp(x);
            case "ln" -> ApfloatMath.log(x);
            case "sqrt" -> ApfloatMath.sqrt(x);
            case "sin" -> ApfloatMath.sin(x);
            case "cos" -> ApfloatMath.cos(x);
            case "tan" -> ApfloatMath.tan(x);
            case "sinh" -> ApfloatMath.sinh(x);
            case "cosh" -> ApfloatMath.cosh(x);
            case "tanh" -> ApfloatMath.tanh(x);
            case "asin" -> ApfloatMath.asin(x);
            case "acos" -> ApfloatMath.acos(x);
            default -> ApfloatMath.atan(x);
        };
    }

    /** The library works with 40 digits more, so that its own error is far below the width that is allowed here. */
    @ParameterizedTest
    @ValueSource(strings = {"exp", "ln", "sqrt", "sin", "cos", "tan", "sinh", "cosh", "tanh", "asin", "acos", "atan"})
    void enclosesWhatALibraryGives(String function) {
        for (String x : new String[] {"0.7", "0.03125", "0.99999", "1e-12", "0.5000001", "3.7", "12.25", "41"}) {
            boolean inverse = function.equals("asin") || function.equals("acos");
            if (inverse && new BigDecimal(x).compareTo(BigDecimal.ONE) > 0) {
                continue;
            }
            HighPrecisionInterval found = at(function + "(x)", x, DIGITS);
            BigDecimal value = new BigDecimal(
                    byLibrary(function, new Apfloat(x, DIGITS + 40)).toString(true));
            // The library rounds 3.5 to 3.499…9: a few units of its last place are its own.
            BigDecimal error = value.abs().movePointLeft(DIGITS + 35);
            assertThat(found.lower()).as("%s(%s)", function, x).isLessThanOrEqualTo(value.add(error));
            assertThat(found.upper()).as("%s(%s)", function, x).isGreaterThanOrEqualTo(value.subtract(error));
            BigDecimal width = found.upper().subtract(found.lower());
            assertThat(width)
                    .isLessThanOrEqualTo(value.abs().movePointLeft(DIGITS).round(MathContext.DECIMAL32));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "exp(x),                 1000000, DEFINED",
        "exp(-x),                1000000, DEFINED",
        "exp(exp(exp(x))),       10,      UNKNOWN",
        "sin(exp(x)),            10000,   UNKNOWN",
        "ln(x),                  0,       UNDEFINED",
        "ln(x),                  -2,      UNDEFINED",
        "ln(sin(pi*x)),          1,       UNKNOWN",
        "1/x,                    0,       UNDEFINED",
        "1/(x - x),              2,       UNDEFINED",
        "1/sin(pi),              0,       UNKNOWN",
        "sqrt(x),                -1e-300, UNDEFINED",
        "sqrt(x),                0,       DEFINED",
        "x^0.5,                  -1,      UNDEFINED",
        "x^(-0.5),               0,       UNDEFINED",
        "(-x)^3,                 2,       DEFINED",
        "asin(x),                1,       DEFINED",
        "asin(x),                1.001,   UNDEFINED",
        "sign(sin(pi)),          0,       DEFINED",
        "'piecewise(sin(pi*x) > 0, 1, 2)', 1, UNKNOWN",
        "'piecewise(x >= 1, 1, 1/0)', 1,  DEFINED",
        "9^9^9^9,                0,       UNKNOWN",
    })
    void saysWhatItKnows(String formula, String x, State state) {
        assertThat(at(formula, x, DIGITS).state()).isEqualTo(state);
    }

    @Test
    void keepsItsDigitsWhereDoublesHaveNone() {
        // cosh² − sinh² is 1; at 300 both squares have 260 digits.
        HighPrecisionInterval one = at("cosh(x)^2 - sinh(x)^2", "300", 400);
        assertThat(one.lower()).isLessThanOrEqualTo(BigDecimal.ONE);
        assertThat(one.upper()).isGreaterThanOrEqualTo(BigDecimal.ONE);
        assertThat(one.upper().subtract(one.lower())).isLessThan(new BigDecimal("1e-100"));
        // √(x² + ε) − x = ε/(√(x² + ε) + x), which is ε/(2x) up to the square of ε.
        HighPrecisionInterval small = at("sqrt(x^2 + 1e-20) - x", "2", 60);
        assertThat(small.lower()).isBetween(new BigDecimal("2.4999e-21"), new BigDecimal("2.5e-21"));
        assertThat(at("tanh(x) - 1", "20", 50).sign()).isNegative();
        assertThat(at("pi - 3.141592653589793", "0", 50).sign()).isPositive();
    }

    @Test
    void boundsMinimaOfWhatIsNotCertain() {
        HighPrecisionInterval zero = at("min(sin(pi), 0)*abs(sin(pi))", "0", 50);
        assertThat(zero.isDefined()).isTrue();
        assertThat(zero.lower().abs()).isLessThan(new BigDecimal("1e-90"));
        assertThat(at("x - x", "3", 50).isZero()).isTrue();
    }

    @Test
    void refusesWhatItCannotEvaluate() {
        assertThatThrownBy(() -> at("y", "1", 50)).hasMessageContaining("'y' has no value");
        assertThatThrownBy(() -> at("x", "1", 9)).hasMessageContaining("9 digits");
    }
}
