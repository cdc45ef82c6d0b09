package org.theoremeter.simulate.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoringTest {

    private static final double[] EVEN = {1, 1};

    private static void assertScores(
            Scoring scoring, double[] targets, double[] outputs, double right, double reliable) {
        assertThat(scoring.right(targets, EVEN, outputs)).isEqualTo(right);
        // a few roundings of numbers of at most 2
        assertThat(scoring.reliable(targets, EVEN, outputs)).isCloseTo(reliable, within(1e-15));
    }

    @Test
    void argmaxComparesTheLargestChannels() {
        Scoring scoring = new Scoring.ArgMax();
        assertScores(scoring, new double[] {0, 1}, new double[] {0.3, 0.9}, 1, 0.75);
        assertScores(scoring, new double[] {1, 0}, new double[] {0.3, 0.9}, 0, 0.25);
        // equal targets mean channel 0, equal outputs answer it
        assertScores(scoring, new double[] {0, 0}, new double[] {0.9, 0.3}, 1, 0.75);
        assertScores(scoring, new double[] {0, 0}, new double[] {0.3, 0.9}, 0, 0.25);
        assertScores(scoring, new double[] {0, 0}, new double[] {0.4, 0.4}, 1, 0.5);
        assertScores(scoring, new double[] {0, 1}, new double[] {0.4, 0.4}, 0, 0.5);
    }

    @Test
    void argmaxKeepsTheShareBetween0And1() {
        Scoring scoring = new Scoring.ArgMax();
        assertScores(scoring, new double[] {0, 1}, new double[] {-0.1, 1.1}, 1, 1);
        assertScores(scoring, new double[] {1, 0}, new double[] {-0.1, 1.1}, 0, 0);
        // no output is above 0: the larger answers, but with no reliability
        assertScores(scoring, new double[] {0, 1}, new double[] {-0.2, -0.1}, 1, 0);
        assertScores(scoring, new double[] {1, 0}, new double[] {0, 0}, 1, 0);
        assertScores(scoring, new double[] {1, 0}, new double[] {Double.MAX_VALUE, Double.MAX_VALUE}, 1, 0.5);
    }

    @Test
    void argmaxCountsASampleOnceWhateverItsWeights() {
        Scoring scoring = new Scoring.ArgMax();
        assertThat(scoring.asked(new double[] {0, 1}, new double[] {0.1, 7})).isEqualTo(1);
        assertThat(scoring.right(new double[] {0, 1}, new double[] {0.1, 7}, new double[] {0, 1}))
                .isEqualTo(1);
    }

    @Test
    void thresholdTellsZerosFromOnes() {
        Scoring scoring = new Scoring.Threshold();
        assertScores(scoring, new double[] {0, 1}, new double[] {0.25, 0.75}, 2, 1.5);
        assertScores(scoring, new double[] {0, 1}, new double[] {0.75, 0.25}, 0, 0.5);
        assertScores(scoring, new double[] {0, 1}, new double[] {0.5, 0.5}, 0, 1);
        // cut to [0, 1]
        assertScores(scoring, new double[] {0, 1}, new double[] {-3, 4}, 2, 2);
    }

    @Test
    void signTellsMinusFromPlusAndAsksNothingOfZero() {
        Scoring scoring = new Scoring.Sign();
        assertScores(scoring, new double[] {-1, 1}, new double[] {-0.5, 0.5}, 2, 1.5);
        assertScores(scoring, new double[] {-1, 1}, new double[] {0.5, 0}, 0, 0.75);
        assertScores(scoring, new double[] {-1, 1}, new double[] {-3, 4}, 2, 2);
        assertScores(scoring, new double[] {0, 1}, new double[] {1, 1}, 1, 1);
        assertThat(scoring.asked(new double[] {0, 1}, EVEN)).isEqualTo(1);
        assertThat(scoring.asked(new double[] {-1, 1}, EVEN)).isEqualTo(2);
    }

    @Test
    void toleranceAllowsAnError() {
        // a quarter and a half are exact
        Scoring scoring = new Scoring.Tolerance(0.25, 0.5);
        assertScores(scoring, new double[] {1, 1}, new double[] {1.25, 0.75}, 2, 1);
        assertScores(scoring, new double[] {1, 1}, new double[] {1.375, 1}, 1, 1.25);
        assertScores(scoring, new double[] {1, 1}, new double[] {9, -9}, 0, 0);
    }

    @Test
    void channelsCountAsMuchAsTheirWeights() {
        Scoring scoring = new Scoring.Threshold();
        double[] weights = {0.25, 0.75};
        double[] targets = {1, 1};
        double[] outputs = {0.75, 0.25};
        assertThat(scoring.asked(targets, weights)).isEqualTo(1);
        assertThat(scoring.right(targets, weights, outputs)).isEqualTo(0.25);
        // 0.25 * 0.75 twice
        assertThat(scoring.reliable(targets, weights, outputs)).isEqualTo(0.375);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNotFiniteIsNeverRight(double output) {
        for (Scoring scoring :
                new Scoring[] {new Scoring.Threshold(), new Scoring.Sign(), new Scoring.Tolerance(1, 1)}) {
            for (double target : new double[] {-1, 1}) {
                assertScores(scoring, new double[] {target, 1}, new double[] {output, 1}, 1, 1);
                assertThat(scoring.asked(new double[] {target, 1}, EVEN)).isEqualTo(2);
            }
        }
        for (double[] targets : new double[][] {{1, 0}, {0, 1}}) {
            assertScores(new Scoring.ArgMax(), targets, new double[] {output, 1}, 0, 0);
            assertScores(new Scoring.ArgMax(), targets, new double[] {1, output}, 0, 0);
        }
    }
}
