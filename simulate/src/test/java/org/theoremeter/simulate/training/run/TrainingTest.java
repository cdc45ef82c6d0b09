package org.theoremeter.simulate.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.simulate.kernel.Kernel;
import org.theoremeter.simulate.kernel.KernelChoice;
import org.theoremeter.simulate.kernel.NoiseStream;
import org.theoremeter.simulate.kernel.Precision;
import org.theoremeter.simulate.kernel.Store;
import org.theoremeter.simulate.measure.ResponseScore;
import org.theoremeter.simulate.network.Initialisation;
import org.theoremeter.simulate.network.LeakyRnn;
import org.theoremeter.simulate.network.PiecewiseLinearRnn;
import org.theoremeter.simulate.network.Readout;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.task.EvidenceAccumulation;
import org.theoremeter.simulate.task.FlipFlop;
import org.theoremeter.simulate.task.SingleCueDelay;
import org.theoremeter.simulate.task.Trials;
import org.theoremeter.simulate.training.bptt.BackPropagation;
import org.theoremeter.simulate.training.bptt.InitialState;
import org.theoremeter.simulate.training.bptt.Noise;

class TrainingTest {

    private static final Plans USUAL = Plans.usual();

    /** Trains on fixed trials without noise, so that nothing but the updates moves the loss. */
    private static final Plans STILL = USUAL.with(
                    new LeakyRnn(4, 0, 1, 0.5, Readout.LOGISTIC), new SingleCueDelay(4, 2, 1))
            .random(InitialState.fixed(new double[] {0.1, -0.2, 0.3, 0.4}), Noise.NONE);

    static Stream<Arguments> updates() {
        return Stream.of(
                Arguments.of(new Optimiser.Descent(0.9, 0.01), new Schedule.Constant(0.5), 0),
                Arguments.of(new Optimiser.Descent(0.9, 0.01), new Schedule.Steps(0.5, 0.3, 2), 0.037),
                Arguments.of(new Optimiser.Descent(0, 0), new Schedule.Cosine(0.5), 0.041),
                Arguments.of(new Optimiser.Adam(0.9, 0.99, 1e-6, 0.01), new Schedule.Steps(0.1, 0.5, 3), 0.02));
    }

    @ParameterizedTest
    @MethodSource("updates")
    void everyEpochIsTheGradientThenTheUpdate(Optimiser optimiser, Schedule schedule, double clip) {
        Plans plans = STILL.by(optimiser, schedule).clip(clip).until(8, Stopping.NEVER);
        TrainingResult result = plans.training().run(Watcher.NONE, Optional.empty());
        ByHand expected = new ByHand(plans);
        for (int epoch = 0; epoch < 8; epoch++) {
            expected.epoch();
        }
        // rounding of a few hundred operations on numbers of order 1
        assertThat(result.history().losses()).containsExactly(expected.losses(), Offset.offset(1e-14));
        assertThat(result.history().gradientNorms()).containsExactly(expected.norms(), Offset.offset(1e-14));
        assertThat(result.parameters()).containsExactly(expected.parameters, Offset.offset(1e-13));
        assertThat(result.end()).isEqualTo(TrainingResult.End.EPOCHS);
        assertThat(expected.clipped > 0).as("some gradients were clipped").isEqualTo(clip > 0);
        assertThat(expected.clipped).as("and some not").isLessThan(8);
    }

    /** The same training, written down once more with arrays. */
    private static final class ByHand {

        private final TrainingPlan plan;
        private final Kernel kernel = KernelChoice.PLAIN.kernel(Precision.DOUBLE);
        private final BackPropagation propagation;
        private final double[] parameters;
        private final double[][] memory;
        private final List<double[]> epochs = new ArrayList<>();
        private int clipped;

        ByHand(Plans plans) {
            plan = plans.plan();
            parameters = plans.initial();
            memory = new double[2][parameters.length];
            Trials trials = new Trials(plan.batch(), plan.task().steps(), 0, 1);
            plan.task().draw(null, trials);
            propagation =
                    BackPropagation.of(plan.network(), kernel, trials, Noise.NONE, plan.start(), plan.consistency());
            propagation.load(trials);
        }

        void epoch() {
            Store at = kernel.allocate(parameters.length);
            at.set(0, parameters);
            Store by = kernel.allocate(parameters.length);
            double loss = propagation.gradient(at, new NoiseStream(0, 1), 0, by);
            double[] gradient = by.copy(0, parameters.length);
            double norm = Math.sqrt(Arrays.stream(gradient).map(g -> g * g).sum());
            int e = epochs.size();
            epochs.add(new double[] {loss, norm});
            if (plan.clip() > 0 && norm > plan.clip()) {
                clipped++;
                for (int i = 0; i < gradient.length; i++) {
                    gradient[i] *= plan.clip() / norm;
                }
            }
            double rate = plan.schedule().rate(e, plan.epochs());
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] -= rate * direction(i, gradient[i], e + 1);
            }
        }

        private double direction(int i, double slope, int t) {
            if (plan.optimiser() instanceof Optimiser.Adam adam) {
                double g = slope + adam.decay() * parameters[i];
                memory[0][i] = adam.first() * memory[0][i] + (1 - adam.first()) * g;
                memory[1][i] = adam.second() * memory[1][i] + (1 - adam.second()) * g * g;
                double m = memory[0][i] / (1 - Math.pow(adam.first(), t));
                double s = memory[1][i] / (1 - Math.pow(adam.second(), t));
                return m / (Math.sqrt(s) + adam.epsilon());
            }
            Optimiser.Descent descent = (Optimiser.Descent) plan.optimiser();
            double g = slope + descent.decay() * parameters[i];
            memory[0][i] = t == 1 ? g : descent.momentum() * memory[0][i] + g;
            return memory[0][i];
        }

        double[] losses() {
            return epochs.stream().mapToDouble(epoch -> epoch[0]).toArray();
        }

        double[] norms() {
            return epochs.stream().mapToDouble(epoch -> epoch[1]).toArray();
        }
    }

    @Test
    void scoresAreThoseOfTheOutputsBeforeTheUpdate() {
        TrainingResult result = STILL.until(1, Stopping.NEVER).training().run(Watcher.NONE, Optional.empty());
        ByHand expected = new ByHand(STILL);
        expected.epoch();
        Trials trials = new Trials(STILL.batch(), STILL.task().steps(), 0, 1);
        STILL.task().draw(null, trials);
        ResponseScore score = new ResponseScore(STILL.task());
        score.read(trials, expected.propagation::output);
        assertThat(result.history().accuracies()).containsExactly(score.accuracy());
        assertThat(result.history().reliabilities()).containsExactly(score.reliability());
        // states of the last epoch, from its start on
        for (int unit = 0; unit < 4; unit++) {
            assertThat(result.outputs().activity(0, unit)).isEqualTo(new double[] {0.1, -0.2, 0.3, 0.4}[unit]);
            assertThat(result.outputs().activity(7, unit)).isEqualTo(expected.propagation.activity(0, 7, unit));
        }
    }

    @Tag("vector")
    @ParameterizedTest
    @EnumSource(Precision.class)
    void givesTheSameBitsTwiceOnAnyKernelAndOthersFromOtherStreams(Precision precision) {
        Plans plans = USUAL.in(precision, KernelChoice.PLAIN);
        TrainingResult first = plans.training().run(Watcher.NONE, Optional.empty());
        assertSame(plans.training().run(Watcher.NONE, Optional.empty()), first);
        assertSame(USUAL.in(precision, KernelChoice.VECTOR).training().run(Watcher.NONE, Optional.empty()), first);
        TrainingResult other =
                new Training(plans.plan(), plans.initial(), RandomStreams.of(3)).run(Watcher.NONE, Optional.empty());
        assertThat(other.history().losses()).isNotEqualTo(first.history().losses());
    }

    static void assertSame(TrainingResult found, TrainingResult expected) {
        assertThat(found.end()).isEqualTo(expected.end());
        assertThat(found.parameters()).isEqualTo(expected.parameters());
        assertThat(found.history().losses()).isEqualTo(expected.history().losses());
        assertThat(found.history().accuracies()).isEqualTo(expected.history().accuracies());
        assertThat(found.history().reliabilities()).isEqualTo(expected.history().reliabilities());
        assertThat(found.history().gradientNorms()).isEqualTo(expected.history().gradientNorms());
        assertThat(found.outputs().activity(2, 1)).isEqualTo(expected.outputs().activity(2, 1));
    }

    @Test
    void everyEpochHasItsOwnTrialsAndNoise() {
        // a rate too small to move anything: what differs between epochs is what is drawn
        Plans frozen = USUAL.by(new Optimiser.Descent(0, 0), new Schedule.Constant(1e-300));
        for (Plans drawn : List.of(
                frozen,
                frozen.random(InitialState.zero(), Noise.NONE),
                frozen.with(new LeakyRnn(4, 0, 1, 0.5, Readout.LOGISTIC), new SingleCueDelay(4, 2, 1)),
                STILL.by(new Optimiser.Descent(0, 0), new Schedule.Constant(1e-300))
                        .random(InitialState.zero(), new Noise(0, 0.1)))) {
            double[] losses = drawn.training()
                    .run(Watcher.NONE, Optional.empty())
                    .history()
                    .losses();
            assertThat(losses).doesNotHaveDuplicates().hasSize(20);
            assertThat(Training.draws(drawn.plan())).isTrue();
        }
        Plans still = STILL.by(new Optimiser.Descent(0, 0), new Schedule.Constant(1e-300));
        assertThat(Training.draws(still.plan())).isFalse();
        // and a run that draws nothing asks for nothing
        assertThat(new Training(still.plan(), still.initial(), RandomStreams.none())
                        .run(Watcher.NONE, Optional.empty())
                        .history()
                        .losses())
                .containsOnly(still.training()
                        .run(Watcher.NONE, Optional.empty())
                        .history()
                        .losses()[0]);
    }

    @Test
    void stopsOnceTheLossIsSmallEnough() {
        Schedule fast = new Schedule.Constant(0.5);
        Optimiser plain = new Optimiser.Descent(0.9, 0);
        double[] all = STILL.by(plain, fast)
                .until(300, Stopping.NEVER)
                .training()
                .run(Watcher.NONE, Optional.empty())
                .history()
                .losses();
        TrainingResult stopped = STILL.by(plain, fast)
                .until(300, new Stopping(false, 0.9))
                .training()
                .run(Watcher.NONE, Optional.empty());
        int end = 0;
        while (all[end] >= 0.9 * all[0]) {
            end++;
        }
        assertThat(stopped.end()).isEqualTo(TrainingResult.End.STOPPED);
        assertThat(stopped.history().losses()).isEqualTo(Arrays.copyOf(all, end + 1));
        assertThat(end).isPositive();
    }

    @Test
    void stopsOnceItHasLearned() {
        Plans plans = USUAL.with(new LeakyRnn(8, 2, 1, 0.5, Readout.LINEAR), new EvidenceAccumulation(3, 0, 1, 0.9))
                .random(InitialState.zero(), Noise.NONE)
                .batch(16)
                .by(new Optimiser.Adam(0.9, 0.99, 1e-8, 0), new Schedule.Constant(0.02));
        History history = plans.until(500, new Stopping(true, 0))
                .training()
                .run(Watcher.NONE, Optional.empty())
                .history();
        int last = history.epochs() - 1;
        assertThat(last).isBetween(1, 498);
        for (int e = 0; e <= last; e++) {
            boolean high = history.accuracies()[e] > 0.8 && history.reliabilities()[e] > 0.8;
            assertThat(high).as("epoch %d", e).isEqualTo(e == last);
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void endsWhereItDivergesAndKeepsItsHistory(Precision precision) {
        Plans plans = USUAL.with(new PiecewiseLinearRnn(4, 3, 3, Readout.LINEAR), new FlipFlop(6, 0.3))
                .random(InitialState.fresh(0.2), Noise.NONE)
                .by(new Optimiser.Descent(0, 0), new Schedule.Constant(30))
                .in(precision, KernelChoice.AUTO)
                .until(100, Stopping.NEVER);
        List<Long> heard = new ArrayList<>();
        TrainingResult result =
                plans.training().run((done, total, loss, accuracy) -> heard.add(done), Optional.empty());
        assertThat(result.end()).isEqualTo(TrainingResult.End.DIVERGED);
        int epochs = result.history().epochs();
        assertThat(epochs).isBetween(2, 99);
        assertThat(heard).hasSize(epochs);
        for (double[] column : List.of(
                result.history().losses(),
                result.history().accuracies(),
                result.history().reliabilities(),
                result.history().gradientNorms())) {
            assertThat(column).hasSize(epochs);
            assertThat(Arrays.stream(column)).allMatch(Double::isFinite);
        }
        assertThat(result.history().losses()[epochs - 1])
                .isGreaterThan(1e3 * result.history().losses()[0]);
    }

    @Test
    void isDivergedIfTheLastUpdateIs() {
        TrainingResult result = STILL.by(new Optimiser.Descent(0, 0), new Schedule.Constant(Double.MAX_VALUE))
                .clip(0)
                .until(1, Stopping.NEVER)
                .with(new PiecewiseLinearRnn(4, 0, 1, Readout.LINEAR), new SingleCueDelay(4, 2, 1))
                .random(InitialState.fixed(new double[] {1e2, 1e2, 1e2, 1e2}), Noise.NONE)
                .training()
                .run(Watcher.NONE, Optional.empty());
        assertThat(Arrays.stream(result.parameters())).anyMatch(p -> !Double.isFinite(p));
        assertThat(result.history().epochs()).isOne();
        assertThat(result.end()).isEqualTo(TrainingResult.End.DIVERGED);
    }

    @Test
    void watcherHearsOfEveryEpoch() {
        List<String> heard = new ArrayList<>();
        TrainingResult result = USUAL.until(3, Stopping.NEVER)
                .training()
                .run(
                        (done, total, loss, accuracy) -> heard.add(done + "/" + total + " " + loss + " " + accuracy),
                        Optional.empty());
        List<String> expected = new ArrayList<>();
        for (int e = 0; e < 3; e++) {
            expected.add((e + 1) + "/3 " + result.history().losses()[e] + " "
                    + result.history().accuracies()[e]);
        }
        assertThat(heard).isEqualTo(expected);
    }

    @Test
    void endsWhenTheThreadIsInterrupted() {
        List<Long> heard = new ArrayList<>();
        assertThatThrownBy(() -> USUAL.training()
                        .run(
                                (done, total, loss, accuracy) -> {
                                    heard.add(done);
                                    if (done == 5) {
                                        Thread.currentThread().interrupt();
                                    }
                                },
                                Optional.empty()))
                .isInstanceOf(InterruptedRun.class);
        // the status is left, and must be cleared for the tests to come
        assertThat(Thread.interrupted()).isTrue();
        assertThat(heard).hasSize(5);
    }

    @Test
    void refusesParametersThatDoNotFit() {
        TrainingPlan plan = USUAL.plan();
        int size = plan.network().layout().size();
        assertThatThrownBy(() -> new Training(plan, new double[size - 1], RandomStreams.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining((size - 1) + " initial parameters")
                .hasMessageContaining("accepted: " + size);
        double[] parameters = Initialisation.GAUSSIAN.draw(plan.network(), 1, RandomStreams.of(1));
        parameters[3] = Double.NaN;
        assertThatThrownBy(() -> new Training(plan, parameters, RandomStreams.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("initial parameter NaN");
    }
}
