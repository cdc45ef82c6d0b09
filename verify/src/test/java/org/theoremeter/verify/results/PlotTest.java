package org.theoremeter.verify.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlotTest {

    private static Plot.Curve curve(double... y) {
        return new Plot.Curve("theory", Plot.Role.THEORY, new double[] {1, 2}, y);
    }

    @Test
    void aCurveIsNotChangedByWhoMadeItOrReadsIt() {
        double[] y = {3, 4};
        Plot.Curve curve = curve(y);
        y[0] = 5;
        curve.x()[0] = 5;
        curve.y()[1] = 5;
        assertThat(curve).isEqualTo(curve(3, 4)).hasSameHashCodeAs(curve(3, 4)).isNotEqualTo(curve(3, 5));
        assertThat(curve.x()).containsExactly(1, 2);
        assertThat(curve.y()).containsExactly(3, 4);
    }

    @Test
    void thereAreAsManyValuesAsPositions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> curve(3))
                .withMessage("found the curve 'theory' with 2 positions and 1 values, accepted: as many");
    }

    @Test
    void logarithmicAxesTakeWhatIsPositive() {
        assertThat(new Plot("x", "y", false, List.of(curve(0, 1))).curves()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plot("x", "y", true, List.of(curve(0, 1))))
                .withMessage("found 0.0 in the curve 'theory' on logarithmic axes, accepted: above 0");
    }
}
