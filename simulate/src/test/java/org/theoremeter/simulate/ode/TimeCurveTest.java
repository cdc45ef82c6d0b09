package org.theoremeter.simulate.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.theoremeter.theory.symbolic.Expression;

class TimeCurveTest {

    private static TimeCurve.Value at(String formula, double t) {
        return TimeCurve.of(Expression.parse(formula), "t", Map.of("a", 2.0)).at(t);
    }

    @Test
    void digitsThatDoublesLoseAreComputed() {
        // (e^x − 1)/x·t with x = 1e-13 t differs from t by 5e-14 t²
        for (double t : new double[] {0.05, 1, 2.95}) {
            TimeCurve.Value value = at("(exp(1e-13*t) - 1)/1e-13", t);
            assertThat(value.value()).isCloseTo(t + 5e-14 * t * t, within(value.error()));
            assertThat(value.error()).isLessThan(1e-14);
        }
    }

    @Test
    void ordinaryValuesAreThoseOfDoubles() {
        assertThat(at("a*exp(-t)*cos(3*t)", 0.7).value()).isEqualTo(2 * Math.exp(-0.7) * Math.cos(3 * 0.7));
    }

    @Test
    void onAJumpWhosePlaceIsRoundedTheCurveHasBothValues() {
        // 0.1 + 0.2 is one unit above 0.3
        TimeCurve.Value on = at("piecewise(t < 0.1 + 0.2, a, 5)", 0.3);
        assertThat(on.low()).isEqualTo(2);
        assertThat(on.high()).isEqualTo(5);
        TimeCurve.Value off = at("piecewise(t < 0.1 + 0.2, a, 5)", 0.3 + 1e-14);
        assertThat(off.low()).isEqualTo(off.high()).isEqualTo(5);
    }

    @Test
    void aTimeThatIsWrittenLikeTheJumpIsDecided() {
        assertThat(at("piecewise(t < 0.3, 1, 5)", 0.3).low()).isEqualTo(5);
        assertThat(at("piecewise(t <= 0.3, 1, 5)", 0.3).high()).isEqualTo(1);
    }

    @Test
    void outsideOfItsDomainAFormulaHasNoValue() {
        assertThat(at("sqrt(1 - t)", 2).value()).isNaN();
        assertThat(at("1/(t - a)", 2).value()).isInfinite();
        assertThat(at("sqrt(1 - t)", 1).value()).isZero();
    }
}
