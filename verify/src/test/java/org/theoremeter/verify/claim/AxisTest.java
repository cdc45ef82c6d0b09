package org.theoremeter.verify.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {

    private static boolean logarithmic(Double... values) {
        return new Axis("rate", List.of(values)).logarithmic();
    }

    @Test
    void evenRatiosAreLogarithmicAndEvenStepsAreNot() {
        assertThat(logarithmic(0.001, 0.01, 0.1)).isTrue();
        assertThat(logarithmic(320.0, 20.0, 80.0, 160.0, 40.0)).isTrue();
        assertThat(logarithmic(1.0, 2.0, 5.0, 10.0, 20.0, 50.0)).isTrue();
        assertThat(logarithmic(20.0, 40.0, 60.0, 80.0)).isFalse();
        assertThat(logarithmic(20.0, 60.0, 90.0, 140.0)).isFalse();
    }

    /** What has no logarithm is not, nor two values, whose spacing says nothing. */
    @Test
    void withoutLogarithmsOrSpacingItIsNot() {
        assertThat(logarithmic(0.0, 0.01, 0.1, 1.0)).isFalse();
        assertThat(logarithmic(-1.0, 1.0, 100.0)).isFalse();
        assertThat(logarithmic(0.001, 1000.0)).isFalse();
        assertThat(logarithmic(5.0)).isFalse();
    }
}
