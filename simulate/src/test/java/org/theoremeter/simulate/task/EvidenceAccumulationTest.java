package org.theoremeter.simulate.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceAccumulationTest {

    private static final int BATCH = 20_000;

    private static int difference(Trials trials, int trial, int stream) {
        int difference = 0;
        for (int step = 0; step < stream; step++) {
            assertThat(Math.abs(trials.input(trial, step, 0))).isEqualTo(1);
            assertThat(Math.abs(trials.input(trial, step, 1))).isEqualTo(1);
            difference += (int) (trials.input(trial, step, 0) - trials.input(trial, step, 1));
        }
        return difference;
    }

    @Test
    void theSignOfTheDifferenceIsAskedForAfterTheDelay() {
        EvidenceAccumulation task = new EvidenceAccumulation(2, 1, 1, 0.5);
        assertThat(task.response()).isEqualTo(new Window(3, 1));
        assertThat(task.scored()).isEqualTo(task.response());
        Trials trials = new Trials(1, 4, 2, 1);
        // a tie (+ -, - +), thrown away; then channel 1 is favoured: 1 with 3/4 there and 1/4 in channel 0
        Scripted source = new Scripted(true, 0.7, 0.9, 0.8, 0.2, false, 0.3, 0.7, 0.2, 0.74);
        task.draw(source, trials);
        assertThat(source.isAtItsEnd()).isTrue();
        assertThat(Draws.inputs(trials, 0, 0)).containsExactly(-1, 1, 0, 0);
        assertThat(Draws.inputs(trials, 0, 1)).containsExactly(1, 1, 0, 0);
        assertThat(Draws.targets(trials, 0, 0)).containsExactly(0, 0, 0, -1);
        assertThat(Draws.weights(trials, 0, 0)).containsExactly(0, 0, 0, 4);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 21", "6, 0, 22", "6, 0.2, 23", "15, 0.1, 24", "3, 1, 25"})
    void differencesHaveTheirLawAndNoTies(int stream, double coherence, long seed) {
        EvidenceAccumulation task = new EvidenceAccumulation(stream, 1, 1, coherence);
        Trials trials = Draws.of(task, BATCH, seed);
        int[] halves = new int[BATCH];
        for (int trial = 0; trial < BATCH; trial++) {
            int difference = difference(trials, trial, stream);
            assertThat(difference).isNotZero();
            assertThat(trials.target(trial, task.response().start(), 0)).isEqualTo(Math.signum(difference));
            halves[trial] = difference / 2;
        }
        // channel 0 and the negative of channel 1 are 2n pulses of equal bias: D/2 + n is binomial for either favoured
        // channel
        double[] up = binomial(2 * stream, (1 + coherence) / 2);
        double[] down = binomial(2 * stream, (1 - coherence) / 2);
        double tie = (up[stream] + down[stream]) / 2;
        EmpiricalLaw.assertDiscrete(
                halves,
                -stream,
                stream,
                half -> half == 0 ? 0 : (up[half + stream] + down[half + stream]) / 2 / (1 - tie));
    }

    @Test
    void trialsAreIndependent() {
        EvidenceAccumulation task = new EvidenceAccumulation(3, 0, 1, 0.3);
        Trials trials = Draws.of(task, BATCH, 26);
        int[] pairs = new int[BATCH / 2];
        for (int pair = 0; pair < pairs.length; pair++) {
            int one = trials.target(2 * pair, 3, 0) > 0 ? 1 : 0;
            int other = trials.target(2 * pair + 1, 3, 0) > 0 ? 1 : 0;
            pairs[pair] = 2 * one + other;
        }
        EmpiricalLaw.assertDiscrete(pairs, 0, 3, pair -> 0.25);
    }

    /** Convolves n coins of probability p. */
    private static double[] binomial(int n, double p) {
        double[] law = new double[n + 1];
        law[0] = 1;
        for (int coin = 0; coin < n; coin++) {
            for (int k = coin + 1; k >= 0; k--) {
                law[k] = law[k] * (1 - p) + (k > 0 ? law[k - 1] * p : 0);
            }
        }
        return law;
    }
}
