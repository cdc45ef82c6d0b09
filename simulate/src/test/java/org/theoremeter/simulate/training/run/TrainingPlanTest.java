package org.theoremeter.simulate.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.kernel.KernelChoice;
import org.theoremeter.simulate.kernel.Precision;
import org.theoremeter.simulate.network.LeakyRnn;
import org.theoremeter.simulate.network.Lstm;
import org.theoremeter.simulate.network.PiecewiseLinearRnn;
import org.theoremeter.simulate.network.RankKRnn;
import org.theoremeter.simulate.network.Readout;
import org.theoremeter.simulate.network.TanhRnn;
import org.theoremeter.simulate.task.DelayedAddition;
import org.theoremeter.simulate.task.DelayedCue;
import org.theoremeter.simulate.task.EvidenceAccumulation;
import org.theoremeter.simulate.task.FlipFlop;
import org.theoremeter.simulate.task.SingleCueDelay;
import org.theoremeter.simulate.training.bptt.InitialState;
import org.theoremeter.simulate.training.bptt.Noise;

class TrainingPlanTest {

    private static final Plans USUAL = Plans.usual();
    private static final Schedule RATE = USUAL.schedule();
    private static final Optimiser DESCENT = USUAL.optimiser();

    /** By component of the plan, all that can be told apart in it; the first is the usual one or differs from it too. */
    private static Map<String, List<Plans>> variations() {
        Map<String, List<Plans>> plans = new HashMap<>();
        EvidenceAccumulation task = new EvidenceAccumulation(4, 1, 1, 0.5);
        plans.put(
                "network",
                List.of(
                        USUAL.with(new LeakyRnn(5, 2, 1, 0.5, Readout.LINEAR), task),
                        USUAL.with(new LeakyRnn(4, 2, 1, 0.25, Readout.LINEAR), task),
                        USUAL.with(new LeakyRnn(4, 2, 1, 0.5, Readout.LOGISTIC), task),
                        USUAL.with(new TanhRnn(4, 2, 1, 0.5, 1, Readout.LINEAR), task),
                        USUAL.with(new TanhRnn(4, 2, 1, 0.5, 2, Readout.LINEAR), task),
                        USUAL.with(new PiecewiseLinearRnn(4, 2, 1, Readout.LINEAR), task),
                        USUAL.with(new Lstm(4, 2, 1, Readout.LINEAR), task),
                        USUAL.with(new RankKRnn(4, 1, 2, 1, 0.5, Readout.LINEAR), task),
                        USUAL.with(new RankKRnn(4, 2, 2, 1, 0.5, Readout.LINEAR), task)));
        plans.put(
                "task",
                List.of(
                        USUAL.with(USUAL.network(), new EvidenceAccumulation(5, 1, 1, 0.5)),
                        USUAL.with(USUAL.network(), new EvidenceAccumulation(4, 2, 1, 0.5)),
                        USUAL.with(USUAL.network(), new EvidenceAccumulation(4, 1, 2, 0.5)),
                        USUAL.with(USUAL.network(), new EvidenceAccumulation(4, 1, 1, 0.25)),
                        USUAL.with(USUAL.network(), new DelayedAddition(4, 1, 1)),
                        USUAL.with(USUAL.network(), new DelayedAddition(4, 2, 1)),
                        USUAL.with(USUAL.network(), new SingleCueDelay(4, 2, 1)),
                        USUAL.with(USUAL.network(), new SingleCueDelay(4, 1, 2)),
                        USUAL.with(USUAL.network(), new FlipFlop(4, 0.5)),
                        USUAL.with(USUAL.network(), new FlipFlop(4, 0.25)),
                        USUAL.with(USUAL.network(), new DelayedCue(0, 1, 2, 0, false))
                                .batch(4),
                        USUAL.with(USUAL.network(), new DelayedCue(0, 1, 2, 0, true))
                                .batch(4)));
        plans.put("batch", List.of(USUAL.batch(4)));
        plans.put(
                "start",
                List.of(
                        USUAL.random(InitialState.fresh(0.3), USUAL.noise()),
                        USUAL.random(InitialState.zero(), USUAL.noise()),
                        USUAL.random(InitialState.fixed(new double[] {0, 0, 0, 0}), USUAL.noise()),
                        USUAL.random(InitialState.fixed(new double[] {0, 0, 0, 0x1p-60}), USUAL.noise())));
        plans.put(
                "noise",
                List.of(
                        USUAL.random(USUAL.start(), new Noise(0.05, 0.1)),
                        USUAL.random(USUAL.start(), new Noise(0, 0.05)),
                        USUAL.random(USUAL.start(), new Noise(0.1, 0))));
        plans.put("consistency", List.of(USUAL.consistency(0), USUAL.consistency(Math.nextUp(0.1))));
        plans.put(
                "optimiser",
                List.of(
                        USUAL.by(new Optimiser.Descent(0.8, 0.01), RATE),
                        USUAL.by(new Optimiser.Descent(0.9, 0.02), RATE),
                        USUAL.by(new Optimiser.Adam(0.9, 0.9, 1e-8, 0), RATE),
                        USUAL.by(new Optimiser.Adam(0.8, 0.9, 1e-8, 0), RATE),
                        USUAL.by(new Optimiser.Adam(0.9, 0.8, 1e-8, 0), RATE),
                        USUAL.by(new Optimiser.Adam(0.9, 0.9, 1e-7, 0), RATE),
                        USUAL.by(new Optimiser.Adam(0.9, 0.9, 1e-8, 1), RATE)));
        plans.put(
                "schedule",
                List.of(
                        USUAL.by(DESCENT, new Schedule.Constant(Math.nextUp(0.05))),
                        USUAL.by(DESCENT, new Schedule.Cosine(0.05)),
                        USUAL.by(DESCENT, new Schedule.Steps(0.05, 0.5, 2)),
                        USUAL.by(DESCENT, new Schedule.Steps(0.05, 0.25, 2)),
                        USUAL.by(DESCENT, new Schedule.Steps(0.05, 0.5, 3))));
        plans.put("clip", List.of(USUAL.clip(1)));
        plans.put("epochs", List.of(USUAL.until(21, Stopping.NEVER)));
        plans.put(
                "stopping",
                List.of(
                        USUAL.until(20, new Stopping(true, 0)),
                        USUAL.until(20, new Stopping(false, 0.1)),
                        USUAL.until(20, new Stopping(false, 0, 100))));
        plans.put("precision", List.of(USUAL.in(Precision.FLOAT, KernelChoice.PLAIN)));
        plans.put("kernel", List.of(USUAL.in(Precision.DOUBLE, KernelChoice.VECTOR)));
        return plans;
    }

    @Test
    void textsDifferWheneverASettingDoes() {
        Map<String, List<Plans>> variations = variations();
        assertThat(variations.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(TrainingPlan.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        TreeSet<String> seen = new TreeSet<>();
        Map<String, String> usual = USUAL.plan().canonical();
        seen.add(usual.toString());
        assertThat(usual).containsOnlyKeys(variations.keySet());
        variations.forEach((name, plans) -> {
            for (Plans plan : plans) {
                Map<String, String> texts = plan.plan().canonical();
                assertThat(seen.add(texts.toString())).as("%s", texts).isTrue();
                // the difference is under the name of what differs
                assertThat(texts.get(name)).isNotEqualTo(usual.get(name));
            }
        });
        assertThat(Plans.usual().plan().canonical()).isEqualTo(usual);
    }

    @Tag("vector")
    @Test
    void recordsWhatAutoStandsFor() {
        assertThat(USUAL.in(Precision.DOUBLE, KernelChoice.AUTO).plan().kernel())
                .isEqualTo(KernelChoice.VECTOR);
    }

    @Test
    void refusesWhatNoRunCanHave() {
        assertRefused(() -> USUAL.batch(0).plan(), "a batch of 0", "a positive multiple of 1 for evidence");
        Plans cue = USUAL.with(new LeakyRnn(4, 2, 2, 0.5, Readout.LINEAR), new DelayedCue(1, 1, 1, 0, false));
        assertRefused(() -> cue.batch(3).plan(), "a batch of 3", "a positive multiple of 2 for delayed-cue");
        for (double clip : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertRefused(() -> USUAL.clip(clip).plan(), "clip " + clip, "a finite number from 0");
        }
        for (long epochs : new long[] {0, TrainingPlan.MOST_EPOCHS + 1}) {
            assertRefused(() -> USUAL.until(epochs, Stopping.NEVER).plan(), epochs + " epochs", "from 1 to 10000000");
        }
    }

    @Test
    void refusesWhatNoArrayCanHold() {
        // 16 (T + 1) 4 N = 1.3e10, and 100,000 · 20,002 · 16 answers
        assertRefused(
                () -> USUAL.with(new Lstm(2000, 0, 1, Readout.LINEAR), new SingleCueDelay(100_000, 2, 0))
                        .plan(),
                "100002 steps for 2000 units",
                "at most 2147483647 numbers");
        assertRefused(
                () -> USUAL.with(new RankKRnn(3, 1, 0, 1, 0.5, Readout.LINEAR), new SingleCueDelay(20_000, 2, 0))
                        .batch(100_000)
                        .plan(),
                "100000 trials of 20002 steps",
                "at most 2147483647 numbers");
    }

    private static void assertRefused(Supplier<TrainingPlan> making, String found, String accepted) {
        assertThatThrownBy(making::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(found)
                .hasMessageContaining("accepted: ")
                .hasMessageContaining(accepted);
    }
}
