package org.theoremeter.verify.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LadderTest {

    @Test
    void ends_at_the_first_error_from_above_that_goes_unnoticed() {
        assertThat(Ladder.smallest(error -> true)).contains(0.001);
        assertThat(Ladder.smallest(error -> error.doubleValue() >= 0.02)).contains(0.02);
        assertThat(Ladder.smallest(error -> false)).isEmpty();
    }

    @Test
    void finds_every_smallest_error() {
        for (double least : new double[] {0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001}) {
            assertThat(Ladder.smallest(error -> error.doubleValue() >= least)).contains(least);
        }
    }

    @Test
    void is_not_deceived_by_small_errors_that_are_noticed_below_one_that_is_not() {
        assertThat(Ladder.smallest(error -> error.doubleValue() != 0.1)).contains(0.2);
        assertThat(Ladder.smallest(error -> error.doubleValue() < 0.5)).isEmpty();
    }
}
