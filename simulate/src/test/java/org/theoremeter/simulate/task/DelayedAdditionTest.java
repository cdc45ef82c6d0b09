package org.theoremeter.simulate.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DelayedAdditionTest {

    private static final int STREAM = 9;
    private static final int BATCH = 20_000;
    private static final DelayedAddition TASK = new DelayedAddition(STREAM, 1, 1);

    @Test
    void theMarkedNumbersAreAddedAfterTheDelay() {
        DelayedAddition task = new DelayedAddition(5, 1, 2);
        assertThat(task.response()).isEqualTo(new Window(6, 2));
        assertThat(task.scored()).isEqualTo(task.response());
        Trials trials = new Trials(1, 8, 2, 1);
        // marks: the second of the first two steps, the last of the other three
        Scripted source = new Scripted(0.1, 0.25, 0.3, 0.4, 0.5, 1, 2);
        task.draw(source, trials);
        assertThat(source.isAtItsEnd()).isTrue();
        assertThat(Draws.inputs(trials, 0, 0)).containsExactly(0.1, 0.25, 0.3, 0.4, 0.5, 0, 0, 0);
        assertThat(Draws.inputs(trials, 0, 1)).containsExactly(0, 1, 0, 0, 1, 0, 0, 0);
        assertThat(Draws.targets(trials, 0, 0)).containsExactly(0, 0, 0, 0, 0, 0, 0.75, 0.75);
        // 8 steps, 2 of them in the window
        assertThat(Draws.weights(trials, 0, 0)).containsExactly(0, 0, 0, 0, 0, 0, 4, 4);
    }

    @Test
    void numbersAreUniform() {
        Trials trials = Draws.of(TASK, BATCH, 11);
        double[] numbers = new double[BATCH * STREAM];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = trials.input(i / STREAM, i % STREAM, 0);
        }
        EmpiricalLaw.assertContinuous(numbers, x -> x);
    }

    @Test
    void eachHalfHasOneMarkAnywhereInIt() {
        Trials trials = Draws.of(TASK, BATCH, 12);
        int[] pairs = new int[BATCH];
        for (int trial = 0; trial < BATCH; trial++) {
            int first = -1;
            int second = -1;
            int marks = 0;
            for (int step = 0; step < TASK.steps(); step++) {
                if (trials.input(trial, step, 1) != 0) {
                    marks++;
                    first = first < 0 ? step : first;
                    second = step;
                }
            }
            assertThat(marks).isEqualTo(2);
            pairs[trial] = 5 * first + second - 4;
        }
        // 4 steps in the first half of 9, 5 in the second: 20 pairs, equally likely
        EmpiricalLaw.assertDiscrete(pairs, 0, 19, pair -> 1.0 / 20);
    }

    @Test
    void sumsAreTriangular() {
        Trials trials = Draws.of(TASK, BATCH, 13);
        double[] sums = new double[BATCH];
        for (int trial = 0; trial < BATCH; trial++) {
            sums[trial] = trials.target(trial, TASK.response().start(), 0);
        }
        EmpiricalLaw.assertContinuous(sums, s -> s < 1 ? s * s / 2 : 1 - (2 - s) * (2 - s) / 2);
    }
}
