package org.theoremeter.theory.symbolic.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.grammar.FormulaException;
import org.theoremeter.theory.symbolic.numeric.Quadrature;

class DefiniteIntegralTest {
    /** What the type promises of smooth integrands. */
    private static final double RELATIVE = 1e-12;

    private static DefiniteIntegral integral(String integrand, String from, String to) {
        return DefiniteIntegral.of(Expression.parse(integrand), "t", from, to);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-3, 0.1, 1, 37, 1e6})
    void integratesDecayOnAnyTimeScale(double c) {
        double value = integral("t^2*exp(-2*c*t)", "0", "inf").evaluate(Map.of("c", c));
        // ∫ t² e^{−2ct} dt = 2/(2c)³, by parts.
        double expected = 1 / (4 * c * c * c);
        assertThat(value).isCloseTo(expected, within(RELATIVE * expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Antiderivatives known from any table.
                "exp(-t^2) | -inf | inf | sqrt(pi)",
                "1/(1 + t^2) | -inf | inf | pi",
                "1/(1 + t^2) | -inf | 1 | 3*pi/4",
                "exp(-0.05*t)*cos(5*t) | 0 | inf | 0.05/(0.05^2 + 5^2)",
                "abs(t - 0.3) | 0 | 1 | (0.3^2 + 0.7^2)/2",
                "1/sqrt(t) | 0 | 1 | 2",
                "ln(t) | 0 | 1 | -1",
                "t | 1 | 0 | -1/2",
                "t | 2 | 2 | 0",
                "t^2*exp(t)*exp(-2*t) | 0 | inf | 2",
                "piecewise(t < 1/3, 1, 0) | 0 | 1 | 1/3",
                // Where computer algebra is known to fail.
                "t^2*sqrt(4 - t^2)/(2*pi) | -2 | 2 | 1",
                "1/(2 + cos(t)) | 0 | 2*pi | 2*pi/sqrt(3)",
                "sqrt(1 - sin(t)^2) | 0 | pi | 2",
            })
    void agreesWithTheExactValue(String integrand, String from, String to, String exact) {
        double expected = Expression.parse(exact).evaluate(Map.of());
        DefiniteIntegral integral = integral(integrand, from, to);
        // The oscillating one loses two digits to cancellation, relative to its own small value.
        double covered = RELATIVE * (1 + Math.abs(expected));
        assertThat(integral.evaluate(Map.of())).isCloseTo(expected, within(covered));
        Quadrature quadrature = integral.quadrature(Map.of());
        assertThat(Math.abs(quadrature.value() - expected)).isLessThanOrEqualTo(quadrature.error());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1/t | 0 | 1",
                "1/t | -1 | 1",
                "1/t^2 | -1 | 1",
                "1/t | 1 | inf",
                "1/(1 + t) | 0 | inf",
                "1 | 0 | inf",
                "exp(t) | 0 | inf",
                "sin(t) | 0 | inf",
                "ln(t) | -1 | 1",
                "1/(t - 1/3) | 0 | 1",
                "t^-1.05 | 1 | inf",
            })
    void hasNoValueWhereTheIntegralDiverges(String integrand, String from, String to) {
        assertThat(integral(integrand, from, to).evaluate(Map.of())).isNaN();
    }

    @Test
    void hasNoValueWhereARuleMissesWhatTheOtherSees() {
        double width = 1e-3;
        int without = 0;
        for (int i = 0; i < 200; i++) {
            double centre = 0.1 + 0.8 * i / 200;
            Quadrature spike = Quadrature.of(t -> Math.max(0, 1 - Math.abs(t - centre) / width), 0, 1);
            if (Double.isNaN(spike.value())) {
                without++;
            } else {
                // A triangle of height 1 on a base of two widths.
                assertThat(spike.value()).isCloseTo(width, within(RELATIVE));
            }
        }
        // Few of these spikes lie between the nodes of one rule.
        assertThat(without).isBetween(1, 20);
    }

    /** The rounding of the place of a jump far out leaves an enclosure wide, but far narrower than what both rules miss. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exp(-t) + 0.0135*piecewise((t - 9.58E+4)/0.0000234 < -1, 0, (t - 9.58E+4)/0.0000234 < 1, 1, 0)/(2*0.0000234) | 1.0135",
                "exp(-t) + 0.410*piecewise((t - 2.58E+4)/0.00607 < -1, 0, (t - 2.58E+4)/0.00607 < 1, 1, 0)/(2*0.00607) | 1.41",
                "exp(-t) + 0.0141*max(0, 1 - abs((t - 976)/0.00000250))/0.00000250 | 1.0141",
            })
    void seesNarrowPeaksFarOut(String integrand, double exact) {
        Quadrature quadrature = integral(integrand, "0", "inf").quadrature(Map.of());
        assertThat(quadrature.error()).isLessThan(1e-6);
        assertThat(Math.abs(quadrature.value() - exact)).isLessThanOrEqualTo(quadrature.error());
    }

    @Test
    void bindsItsVariable() {
        DefiniteIntegral integral = integral("a*t", "0", "b");
        assertThat(integral.symbols()).containsExactly("a", "b");
        // ∫₀ᵇ a t dt = a b²/2; a value for the bound variable has no effect.
        assertThat(integral.evaluate(Map.of("a", 3.0, "b", 2.0, "t", 99.0))).isCloseTo(6, within(6 * RELATIVE));
        assertThatThrownBy(() -> integral.evaluate(Map.of("b", 2.0))).hasMessageContaining("'a'");
        assertThatThrownBy(() -> integral("1", "0", "t")).hasMessageContaining("must not contain it");
        assertThatThrownBy(() -> integral("1", "0", "2*")).isInstanceOf(FormulaException.class);
    }
}
