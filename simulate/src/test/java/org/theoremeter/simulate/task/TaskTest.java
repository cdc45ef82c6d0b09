package org.theoremeter.simulate.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.simulate.random.RandomStreams;

/** What every task promises. */
class TaskTest {

    static List<Task> tasks() {
        return List.of(
                new DelayedCue(4, 6, 10, 0, false),
                new DelayedCue(4, 6, 10, 6, false),
                DelayedCue.hold(6, 4),
                new SingleCueDelay(15, 2, 0),
                new SingleCueDelay(6, 2, 6),
                new DelayedAddition(9, 3, 2),
                new EvidenceAccumulation(8, 3, 2, 0.2),
                new FlipFlop(40, 0.1));
    }

    @Test
    void theListAboveHasEveryKindOfTask() {
        assertThat(tasks().stream().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Task.class.getPermittedSubclasses());
        assertThat(tasks().stream().map(Task::name).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "delayed-cue", "single-cue-delay", "delayed-addition", "evidence-accumulation", "flip-flop");
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void answersAndScoresInsideTheTrial(Task task) {
        assertThat(task.response().end()).isLessThanOrEqualTo(task.steps());
        assertThat(task.scored().end()).isLessThanOrEqualTo(task.steps());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void aLargerBatchBeginsWithTheSmallerOne(Task task) {
        Trials small = Draws.of(task, 2, 5);
        Trials large = Draws.of(task, 8, 5);
        assertSameTrials(task, small, large);
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void trialsDifferBetweenEpochsIfTheTaskIsRandom(Task task) {
        Trials one = Draws.of(task, 8, 5);
        Trials other = Draws.of(task, 8, 6);
        if (task.random()) {
            assertThatThrownBy(() -> assertSameTrials(task, one, other)).isInstanceOf(AssertionError.class);
        } else {
            assertSameTrials(task, one, other);
            task.draw(null, other);
        }
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void nothingIsLeftOfTheEpochBefore(Task task) {
        Trials fresh = Draws.of(task, 8, 5);
        Trials used = Draws.of(task, 8, 6);
        for (int trial = 0; trial < 8; trial++) {
            for (int step = 0; step < task.steps(); step++) {
                for (int channel = 0; channel < task.inputs(); channel++) {
                    used.input(trial, step, channel, 7);
                }
                for (int channel = 0; channel < task.outputs(); channel++) {
                    used.target(trial, step, channel, 7);
                    used.weight(trial, step, channel, 7);
                }
            }
        }
        task.draw(RandomStreams.of(5).stream("trials"), used);
        assertSameTrials(task, fresh, used);
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void targetsAreInTheUnitIntervalIfTheySaySo(Task task) {
        Trials trials = Draws.of(task, 64, 5);
        boolean inside = true;
        for (int trial = 0; trial < 64; trial++) {
            for (int channel = 0; channel < task.outputs(); channel++) {
                for (double target : Draws.targets(trials, trial, channel)) {
                    inside &= target >= 0 && target <= 1;
                }
            }
        }
        // a sum of two numbers exceeds 1 half of the time, a sign is -1 half of the time: 64 trials miss it once in
        // 2^64
        assertThat(inside).isEqualTo(task.bounded());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void weightsAverageToOneIfTheTaskIsRandom(Task task) {
        Trials trials = Draws.of(task, 2, 5);
        double sum = 0;
        for (double weight : Draws.weights(trials, 1, 0)) {
            assertThat(weight).isNotNegative();
            sum += weight;
        }
        if (task.random()) {
            // rounding of a sum of at most 40 terms
            assertThat(sum / task.steps()).isCloseTo(1, within(1e-14));
        } else {
            assertThat(sum).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void trialsOfAnotherShapeAreRefusedByName(Task task) {
        int steps = task.steps();
        int inputs = task.inputs();
        int outputs = task.outputs();
        assertRefused(task, new Trials(2, steps + 1, inputs, outputs), (steps + 1) + " steps, accepted: " + steps);
        assertRefused(
                task, new Trials(2, steps, inputs + 1, outputs), (inputs + 1) + " input channels, accepted: " + inputs);
        assertRefused(
                task,
                new Trials(2, steps, inputs, outputs + 1),
                (outputs + 1) + " output channels, accepted: " + outputs);
        if (task.batchMultiple() != 1) {
            assertRefused(
                    task,
                    new Trials(2 * task.batchMultiple() + 1, steps, inputs, outputs),
                    "a batch of " + (2 * task.batchMultiple() + 1) + ", accepted: a multiple of "
                            + task.batchMultiple());
        }
    }

    @Test
    void onlyTheDelayedCueHasClassesToFill() {
        for (Task task : tasks()) {
            assertThat(task.batchMultiple()).isEqualTo(task instanceof DelayedCue ? 2 : 1);
        }
    }

    private static void assertRefused(Task task, Trials trials, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> task.draw(RandomStreams.of(1).stream("trials"), trials))
                .withMessage("trials of " + task.name() + ": found " + reason);
    }

    private static void assertSameTrials(Task task, Trials some, Trials more) {
        for (int trial = 0; trial < some.batch(); trial++) {
            for (int channel = 0; channel < task.inputs(); channel++) {
                assertThat(Draws.inputs(more, trial, channel)).isEqualTo(Draws.inputs(some, trial, channel));
            }
            for (int channel = 0; channel < task.outputs(); channel++) {
                assertThat(Draws.targets(more, trial, channel)).isEqualTo(Draws.targets(some, trial, channel));
                assertThat(Draws.weights(more, trial, channel)).isEqualTo(Draws.weights(some, trial, channel));
            }
        }
    }
}
