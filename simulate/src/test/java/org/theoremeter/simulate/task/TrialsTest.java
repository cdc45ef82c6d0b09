package org.theoremeter.simulate.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TrialsTest {

    private static int label(int trial, int step, int channel) {
        return 100 * trial + 10 * step + channel + 1;
    }

    @Test
    void keepsEveryNumberWhereItWasPut() {
        Trials trials = new Trials(2, 3, 4, 5);
        for (int trial = 0; trial < 2; trial++) {
            for (int step = 0; step < 3; step++) {
                for (int channel = 0; channel < 4; channel++) {
                    trials.input(trial, step, channel, label(trial, step, channel));
                }
                for (int channel = 0; channel < 5; channel++) {
                    trials.target(trial, step, channel, -label(trial, step, channel));
                    trials.weight(trial, step, channel, 0.5 * label(trial, step, channel));
                }
            }
        }
        for (int trial = 0; trial < 2; trial++) {
            for (int step = 0; step < 3; step++) {
                for (int channel = 0; channel < 4; channel++) {
                    assertThat(trials.input(trial, step, channel)).isEqualTo(label(trial, step, channel));
                }
                for (int channel = 0; channel < 5; channel++) {
                    assertThat(trials.target(trial, step, channel)).isEqualTo(-label(trial, step, channel));
                    assertThat(trials.weight(trial, step, channel)).isEqualTo(0.5 * label(trial, step, channel));
                }
            }
        }
    }

    @Test
    void clearsEverything() {
        Trials trials = new Trials(1, 1, 1, 1);
        trials.input(0, 0, 0, 1);
        trials.target(0, 0, 0, 2);
        trials.weight(0, 0, 0, 3);
        trials.clear();
        assertThat(trials.input(0, 0, 0)).isZero();
        assertThat(trials.target(0, 0, 0)).isZero();
        assertThat(trials.weight(0, 0, 0)).isZero();
    }

    @Test
    void neverReadsANeighbourForWhatDoesNotExist() {
        // channel 1 of a single channel would be the next step
        Trials trials = new Trials(2, 3, 1, 1);
        assertThatThrownBy(() -> trials.input(0, 0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> trials.target(0, 3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> trials.weight(0, 0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new Trials(1, 1, 0, 1).input(0, 0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void refusesEmptyAndOversizedBatches() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Trials(0, 1, 1, 1))
                .withMessage("found 0 trials, accepted: at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Trials(1, 0, 1, 1))
                .withMessage("found 0 steps, accepted: at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Trials(1, 1, -1, 1))
                .withMessage("found -1 input channels, accepted: at least 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Trials(1, 1, 0, 0))
                .withMessage("found 0 output channels, accepted: at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Trials(100_000, 100_000, 0, 1))
                .withMessage("found 100000 trials of 100000 steps and 0 channels, accepted: a product of at most "
                        + Integer.MAX_VALUE);
    }
}
