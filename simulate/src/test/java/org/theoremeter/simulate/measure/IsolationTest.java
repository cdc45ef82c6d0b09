package org.theoremeter.simulate.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IsolationTest {

    private static double[][] diagonal(double... entries) {
        double[][] rows = new double[entries.length][entries.length];
        for (int i = 0; i < entries.length; i++) {
            rows[i][i] = entries[i];
        }
        return rows;
    }

    @Test
    void comparesTheGapOfTheLeadingEigenvalueWithTheSpacingOfTheOthers() {
        // the others have their nearest neighbours at 0.1, 0.1, 0.2 and 0.3
        Isolation isolation = Isolation.of(diagonal(0, 0.9, 0.1, -0.2, -0.5)).orElseThrow();
        assertThat(isolation.distance()).isCloseTo(0.8, within(1e-14));
        assertThat(isolation.spacing()).isCloseTo(0.15, within(1e-14));
        assertThat(isolation.ratio()).isCloseTo(0.8 / 0.15, within(1e-12));
    }

    @Test
    void takesALeadingPairForOne() {
        double[][] rows = diagonal(0.6, 0.6, 0, 0.1, 0.3);
        rows[0][1] = -0.8;
        rows[1][0] = 0.8;
        // 0.6 ± 0.8i, nearest to 0.3; the others are 0.1, 0.1 and 0.2 apart
        Isolation isolation = Isolation.of(rows).orElseThrow();
        assertThat(isolation.distance()).isCloseTo(Math.hypot(0.3, 0.8), within(1e-13));
        assertThat(isolation.spacing()).isCloseTo(0.1, within(1e-13));
    }

    @Test
    void isNothingWithoutABulk() {
        assertThat(Isolation.of(diagonal(0.9, 0, 0, 0))).isEmpty();
        assertThat(Isolation.of(diagonal(0.9, 0.1))).isEmpty();
    }
}
