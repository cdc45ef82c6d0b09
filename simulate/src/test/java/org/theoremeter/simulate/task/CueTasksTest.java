package org.theoremeter.simulate.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The tasks that draw nothing, written out. */
class CueTasksTest {

    /** A rounding or two of a weight below 1. */
    private static final Offset<Double> ROUNDING = within(2e-16);

    @Test
    void theDelayedCueIsOnThenAskedForThenOver() {
        // one step of cue, two of delay, one of response, one after it: T = 5, R = 2
        Trials trials = Draws.of(new DelayedCue(2, 1, 1, 1, false), 4, 1);
        double[] silent = {0, 0, 0, 0, 0};
        for (int trial : new int[] {0, 2}) {
            assertThat(Draws.inputs(trials, trial, 0)).containsExactly(silent);
            assertThat(Draws.inputs(trials, trial, 1)).containsExactly(1, 0, 0, 0, 0);
            assertThat(Draws.targets(trials, trial, 0)).containsExactly(silent);
            assertThat(Draws.targets(trials, trial, 1)).containsExactly(0, 0, 0, 1, 0);
        }
        for (int trial : new int[] {1, 3}) {
            assertThat(Draws.inputs(trials, trial, 0)).containsExactly(1, 0, 0, 0, 0);
            assertThat(Draws.inputs(trials, trial, 1)).containsExactly(silent);
            assertThat(Draws.targets(trials, trial, 0)).containsExactly(0, 0, 0, 1, 0);
            assertThat(Draws.targets(trials, trial, 1)).containsExactly(silent);
        }
        for (int trial = 0; trial < 4; trial++) {
            for (int channel = 0; channel < 2; channel++) {
                // R/T = 2/5 before the last two steps, 1 - 2/5 on them
                assertThat(Draws.weights(trials, trial, channel))
                        .containsExactly(new double[] {0.4, 0.4, 0.4, 0.6, 0.6}, ROUNDING);
            }
        }
    }

    @Test
    void thePublishedWeightsAre10OverTAnd16OverT() {
        double[] without = Draws.weights(Draws.of(new DelayedCue(80, 6, 10, 0, false), 2, 1), 0, 0);
        // delay 400 ms: T = 96
        assertThat(without).hasSize(96);
        for (int step = 0; step < 96; step++) {
            assertThat(without[step]).isCloseTo(step < 86 ? 10 / 96.0 : 1 - 10 / 96.0, ROUNDING);
        }
        double[] with = Draws.weights(Draws.of(new DelayedCue(80, 6, 10, 6, false), 2, 1), 0, 0);
        assertThat(with).hasSize(102);
        for (int step = 0; step < 102; step++) {
            assertThat(with[step]).isCloseTo(step < 86 ? 16 / 102.0 : 1 - 16 / 102.0, ROUNDING);
        }
    }

    @Test
    void theCueIsScoredOneSampleEarly() {
        DelayedCue task = new DelayedCue(4, 6, 10, 6, false);
        assertThat(task.response()).isEqualTo(new Window(10, 10));
        assertThat(task.scored()).isEqualTo(new Window(9, 10));
        assertThat(DelayedCue.hold(6, 4).response()).isEqualTo(new Window(0, 10));
        // of a held cue the last of 6 + 4 samples alone is scored
        assertThat(DelayedCue.hold(6, 4).scored()).isEqualTo(new Window(9, 1));
    }

    @Test
    void theHeldCueIsTheTargetThroughout() {
        Trials trials = Draws.of(DelayedCue.hold(1, 2), 2, 1);
        assertThat(Draws.inputs(trials, 0, 1)).containsExactly(1, 0, 0);
        assertThat(Draws.targets(trials, 0, 0)).containsExactly(0, 0, 0);
        assertThat(Draws.targets(trials, 0, 1)).containsExactly(1, 1, 1);
        assertThat(Draws.targets(trials, 1, 0)).containsExactly(1, 1, 1);
        assertThat(Draws.weights(trials, 0, 0)).containsExactly(1, 1, 1);
        assertThat(Draws.weights(trials, 1, 1)).containsExactly(1, 1, 1);
    }

    @Test
    void theSingleCueIsSilenceThenAResponse() {
        SingleCueDelay task = new SingleCueDelay(2, 1, 1);
        assertThat(task.response()).isEqualTo(new Window(2, 1));
        assertThat(task.scored()).isEqualTo(new Window(0, 4));
        Trials trials = Draws.of(task, 3, 1);
        for (int trial = 0; trial < 3; trial++) {
            assertThat(Draws.targets(trials, trial, 0)).containsExactly(0, 0, 1, 0);
            // a quarter of the steps are ones
            assertThat(Draws.weights(trials, trial, 0)).containsExactly(0.25, 0.25, 0.75, 0.25);
        }
    }

    @Test
    void zerosAndOnesOfTheSingleCueWeighTheSame() {
        for (SingleCueDelay task : new SingleCueDelay[] {new SingleCueDelay(15, 2, 0), new SingleCueDelay(6, 2, 6)}) {
            Trials trials = Draws.of(task, 1, 1);
            double ones = 0;
            double zeros = 0;
            for (int step = 0; step < task.steps(); step++) {
                double weight = trials.weight(0, step, 0);
                ones += trials.target(0, step, 0) * weight;
                zeros += (1 - trials.target(0, step, 0)) * weight;
            }
            // p of them times 1 - p, and 1 - p of them times p; the offset covers the rounding of 17 sums
            double p = 2.0 / task.steps();
            assertThat(ones).isCloseTo(task.steps() * p * (1 - p), within(1e-14));
            assertThat(zeros).isCloseTo(task.steps() * p * (1 - p), within(1e-14));
        }
    }
}
