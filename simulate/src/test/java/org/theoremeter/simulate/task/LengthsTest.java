package org.theoremeter.simulate.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lengths and probabilities that make no trial, and those at the edge that do. */
class LengthsTest {

    static Stream<Arguments> refused() {
        return Stream.of(
                one(() -> new DelayedCue(-1, 6, 10, 0, false), "delay: found -1, accepted: 0 to 1000000 steps"),
                one(() -> new DelayedCue(0, 0, 10, 0, false), "cue: found 0, accepted: 1 to 1000000 steps"),
                one(() -> new DelayedCue(0, 6, 0, 0, false), "response: found 0, accepted: 1 to 1000000 steps"),
                one(() -> new DelayedCue(0, 6, 10, -2, false), "post-response: found -2, accepted: 0 to 1000000 steps"),
                one(
                        () -> new DelayedCue(1_000_001, 6, 10, 0, false),
                        "delay: found 1000001, accepted: 0 to 1000000 steps"),
                one(
                        () -> new DelayedCue(3, 6, 10, 0, true),
                        "delay: found 3, accepted: 0 steps where the cue is held throughout"),
                one(
                        () -> new DelayedCue(0, 6, 10, 3, true),
                        "post-response: found 3, accepted: 0 steps where the cue is held throughout"),
                one(() -> new SingleCueDelay(0, 2, 0), "delay: found 0, accepted: 1 to 1000000 steps"),
                one(() -> new SingleCueDelay(15, 0, 0), "response: found 0, accepted: 1 to 1000000 steps"),
                one(() -> new SingleCueDelay(15, 2, -1), "post-response: found -1, accepted: 0 to 1000000 steps"),
                one(() -> new DelayedAddition(1, 0, 1), "stream: found 1, accepted: 2 to 1000000 steps"),
                one(() -> new DelayedAddition(2, -1, 1), "delay: found -1, accepted: 0 to 1000000 steps"),
                one(() -> new DelayedAddition(2, 0, 0), "response: found 0, accepted: 1 to 1000000 steps"),
                one(() -> new EvidenceAccumulation(0, 0, 1, 0), "stream: found 0, accepted: 1 to 1000000 steps"),
                one(() -> new EvidenceAccumulation(1, -1, 1, 0), "delay: found -1, accepted: 0 to 1000000 steps"),
                one(() -> new EvidenceAccumulation(1, 0, 0, 0), "response: found 0, accepted: 1 to 1000000 steps"),
                one(() -> new EvidenceAccumulation(1, 0, 1, 1.5), "coherence: found 1.5, accepted: [0, 1]"),
                one(() -> new EvidenceAccumulation(1, 0, 1, Double.NaN), "coherence: found NaN, accepted: [0, 1]"),
                one(() -> new FlipFlop(0, 0.1), "steps: found 0, accepted: 1 to 1000000 steps"),
                one(() -> new FlipFlop(1, 0), "probability: found 0.0, accepted: (0, 1]"),
                one(() -> new FlipFlop(1, Double.NaN), "probability: found NaN, accepted: (0, 1]"),
                one(
                        () -> new Window(-1, 1),
                        "window: found 1 steps from step -1, accepted: at least 1 from step 0 or later"),
                one(
                        () -> new Window(0, 0),
                        "window: found 0 steps from step 0, accepted: at least 1 from step 0 or later"),
                one(() -> new Scoring.Tolerance(-1, 1), "tolerance: found -1.0, accepted: [0, inf)"),
                one(() -> new Scoring.Tolerance(Double.NaN, 1), "tolerance: found NaN, accepted: [0, inf)"),
                one(() -> new Scoring.Tolerance(0, 0), "range: found 0.0, accepted: (0, inf)"));
    }

    private static Arguments one(ThrowingCallable made, String message) {
        return Arguments.of(made, message);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void saysWhatWasFoundAndWhatIsAccepted(ThrowingCallable made, String message) {
        assertThatIllegalArgumentException().isThrownBy(made).withMessage(message);
    }

    @Test
    void acceptsTheEdges() {
        List<Supplier<Task>> edges = List.of(
                () -> new DelayedCue(0, 1, 1, 0, false),
                () -> DelayedCue.hold(1, 1),
                () -> new SingleCueDelay(1, 1, 0),
                () -> new DelayedAddition(2, 0, 1),
                () -> new EvidenceAccumulation(1, 0, 1, 0),
                () -> new EvidenceAccumulation(1, 0, 1, 1),
                () -> new FlipFlop(1, 1),
                () -> new DelayedCue(1_000_000, 1_000_000, 1_000_000, 1_000_000, false));
        for (Supplier<Task> edge : edges) {
            Task task = edge.get();
            assertThat(task.steps()).isPositive();
            assertThat(task.scored().length()).isPositive();
        }
    }
}
