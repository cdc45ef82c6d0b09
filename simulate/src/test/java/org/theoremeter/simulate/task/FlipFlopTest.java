package org.theoremeter.simulate.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class FlipFlopTest {

    private static final int BATCH = 20_000;
    private static final double P = 0.2;
    private static final FlipFlop TASK = new FlipFlop(8, P);

    /** Codes two values of −1, 0, 1 as one number from 0 to 8. */
    private static int code(double one, double other) {
        return 3 * ((int) one + 1) + (int) other + 1;
    }

    private static double pulse(int value) {
        return value == 0 ? 1 - P : P / 2;
    }

    @Test
    void eachChannelHoldsItsLastPulse() {
        FlipFlop task = new FlipFlop(4, 0.5);
        assertThat(task.response()).isEqualTo(new Window(0, 4));
        assertThat(task.scored()).isEqualTo(task.response());
        Trials trials = new Trials(1, 4, 3, 3);
        // below 0.5 a pulse, then its sign
        Scripted source = new Scripted(
                0.9, 0.1, true, 0.5, 0.2, false, //
                0.4, false, 0.3, false, 0.6, 0.1, true, //
                0.5, 0.6, 0.7, 0.8);
        task.draw(source, trials);
        assertThat(source.isAtItsEnd()).isTrue();
        assertThat(Draws.inputs(trials, 0, 0)).containsExactly(0, 1, 0, -1);
        assertThat(Draws.targets(trials, 0, 0)).containsExactly(0, 1, 1, -1);
        assertThat(Draws.inputs(trials, 0, 1)).containsExactly(-1, -1, 0, 1);
        assertThat(Draws.targets(trials, 0, 1)).containsExactly(-1, -1, -1, 1);
        assertThat(Draws.inputs(trials, 0, 2)).containsExactly(0, 0, 0, 0);
        assertThat(Draws.targets(trials, 0, 2)).containsExactly(0, 0, 0, 0);
        for (int channel = 0; channel < 3; channel++) {
            assertThat(Draws.weights(trials, 0, channel)).containsExactly(1, 1, 1, 1);
        }
    }

    @Test
    void pulsesAreIndependentOfThoseBeforeAndBeside() {
        Trials trials = Draws.of(TASK, BATCH, 31);
        int[] before = new int[BATCH];
        int[] beside = new int[BATCH];
        for (int trial = 0; trial < BATCH; trial++) {
            before[trial] = code(trials.input(trial, 3, 0), trials.input(trial, 4, 0));
            beside[trial] = code(trials.input(trial, 3, 1), trials.input(trial, 3, 2));
        }
        IntToDoubleFunction product = code -> pulse(code / 3 - 1) * pulse(code % 3 - 1);
        EmpiricalLaw.assertDiscrete(before, 0, 8, product);
        EmpiricalLaw.assertDiscrete(beside, 0, 8, product);
    }

    @Test
    void targetsAreHeldAsLongAsPulsesAreRare() {
        Trials trials = Draws.of(TASK, BATCH, 32);
        int[] pairs = new int[BATCH];
        for (int trial = 0; trial < BATCH; trial++) {
            pairs[trial] = code(trials.target(trial, 2, 1), trials.target(trial, 6, 1));
        }
        // no pulse in the 3 steps up to the earlier one, and none in the 4 steps from there to the later one
        double empty = Math.pow(1 - P, 3);
        double quiet = Math.pow(1 - P, 4);
        EmpiricalLaw.assertDiscrete(pairs, 0, 8, code -> {
            int earlier = code / 3 - 1;
            int later = code % 3 - 1;
            double start = earlier == 0 ? empty : (1 - empty) / 2;
            double kept = earlier == later ? quiet : 0;
            return start * (kept + (later == 0 ? 0 : (1 - quiet) / 2));
        });
    }
}
