package org.theoremeter.verify.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LadderTest {

    @Test
    void endsAtTheFirstErrorFromAboveThatGoesUnnoticed() {
        assertThat(Ladder.smallest(error -> true)).contains(0.001);
        assertThat(Ladder.smallest(error -> error.doubleValue() >= 0.02)).contains(0.02);
        assertThat(Ladder.smallest(error -> false)).isEmpty();
    }

    @Test
    void findsEverySmallestError() {
        for (double least : new double[] {0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001}) {
            assertThat(Ladder.smallest(error -> error.doubleValue() >= least)).contains(least);
        }
    }

    @Test
    void isNotDeceivedBySmallErrorsThatAreNoticedBelowOneThatIsNot() {
        assertThat(Ladder.smallest(error -> error.doubleValue() != 0.1)).contains(0.2);
        assertThat(Ladder.smallest(error -> error.doubleValue() < 0.5)).isEmpty();
    }
}
