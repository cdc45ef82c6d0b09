package org.theoremeter.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.reports.document.Figure.Axis;

class ScaleTest {

    private static final Axis LINEAR = new Axis("x", false);
    private static final Axis LOGARITHMIC = new Axis("x", true);

    /** A few roundings of pixels up to some hundreds. */
    private static final double ROUNDING = 1e-9;

    @Test
    void equalDifferencesTakeEqualRoom() {
        Scale scale = Scale.of(LINEAR, new double[] {2, 6}, 0, 100, 500);

        assertThat(scale.at(2)).isCloseTo(100, within(ROUNDING));
        assertThat(scale.at(3)).isCloseTo(200, within(ROUNDING));
        assertThat(scale.at(6)).isCloseTo(500, within(ROUNDING));
    }

    @Test
    void equalRatiosTakeEqualRoomOnALogarithmicAxis() {
        Scale scale = Scale.of(LOGARITHMIC, new double[] {1e-3, 10}, 0, 400, 0);

        assertThat(scale.at(1e-3)).isCloseTo(400, within(ROUNDING));
        assertThat(scale.at(1e-2)).isCloseTo(300, within(ROUNDING));
        assertThat(scale.at(1)).isCloseTo(100, within(ROUNDING));
    }

    @Test
    void aLinearScaleOfValuesGoesFromTheLeastToTheGreatest() {
        Scale scale = Scale.linear(new double[] {3, -1, 2}, 10, 50);

        assertThat(scale.at(-1)).isCloseTo(10, within(ROUNDING));
        assertThat(scale.at(3)).isCloseTo(50, within(ROUNDING));
    }

    @Test
    void leavesAMarginAtEitherEnd() {
        Scale scale = Scale.of(LINEAR, new double[] {0, 10, 5}, 0.1, 0, 120);

        // ten units and a margin of one at either end take 120 pixels
        assertThat(scale.at(0)).isCloseTo(10, within(ROUNDING));
        assertThat(scale.at(10)).isCloseTo(110, within(ROUNDING));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.9, -3, 1e-12, 1e12, Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE})
    void aConstantStandsInTheMiddle(double value) {
        assertThat(Scale.of(LINEAR, new double[] {value, value}, 0.05, 0, 100).at(value))
                .isCloseTo(50, within(ROUNDING));
        if (value > 0) {
            // the logarithm of the largest and smallest doubles has an ulp of 6e-14, on an axis of one decade
            assertThat(Scale.of(LOGARITHMIC, new double[] {value}, 0.05, 0, 100).at(value))
                    .isCloseTo(50, within(ROUNDING));
        }
    }

    @Test
    void whatDiffersByRoundingIsDrawnAsConstant() {
        Scale scale = Scale.of(LINEAR, new double[] {1, 1 + 1e-12}, 0.05, 0, 100);

        // a relative difference of 1e-12 on an axis that shows 0.2 about 1 is 5e-10 pixels
        assertThat(scale.at(1 + 1e-12)).isCloseTo(50, within(1e-6));
    }

    @Test
    void everyFiniteValueHasItsPlaceBetweenTheEnds() {
        Random random = new Random(20260101);
        for (int run = 0; run < 2000; run++) {
            double[] values = random.doubles(3)
                    .map(u -> (u < 0.5 ? -1 : 1) * Math.pow(10, 630 * random.nextDouble() - 322))
                    .filter(Double::isFinite)
                    .toArray();
            if (values.length > 0) {
                Scale scale = Scale.of(LINEAR, values, 0.06, 0, 300);
                for (double value : values) {
                    assertThat(scale.at(value)).isBetween(0.0, 300.0);
                }
            }
        }
    }
}
