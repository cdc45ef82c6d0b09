package org.theoremeter.simulate.training.bptt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.simulate.kernel.Kernel;
import org.theoremeter.simulate.kernel.KernelChoice;
import org.theoremeter.simulate.kernel.NoiseStream;
import org.theoremeter.simulate.kernel.Precision;
import org.theoremeter.simulate.kernel.Store;
import org.theoremeter.simulate.network.Initialisation;
import org.theoremeter.simulate.network.LeakyRnn;
import org.theoremeter.simulate.network.Lstm;
import org.theoremeter.simulate.network.PiecewiseLinearRnn;
import org.theoremeter.simulate.network.RankKRnn;
import org.theoremeter.simulate.network.Readout;
import org.theoremeter.simulate.network.RecurrentNetwork;
import org.theoremeter.simulate.network.TanhRnn;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.task.DelayedAddition;
import org.theoremeter.simulate.task.DelayedCue;
import org.theoremeter.simulate.task.EvidenceAccumulation;
import org.theoremeter.simulate.task.FlipFlop;
import org.theoremeter.simulate.task.SingleCueDelay;
import org.theoremeter.simulate.task.Task;
import org.theoremeter.simulate.task.Trials;

/** Gradients of every network on every task, with and without regularisation, against two routes of their own. */
class BackPropagationTest {

    private static final int UNITS = 5;
    private static final NoiseStream STREAM = new NoiseStream(11, 0x9e3779b97f4a7c15L);

    /** Every kind of task, short. */
    static List<Task> tasks() {
        return List.of(
                new DelayedCue(2, 2, 3, 1, false),
                new SingleCueDelay(4, 2, 1),
                new DelayedAddition(6, 1, 1),
                new EvidenceAccumulation(5, 1, 2, 0.5),
                new FlipFlop(6, 0.3));
    }

    static Stream<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (Task task : tasks()) {
            Readout readout = task.bounded() ? Readout.LOGISTIC : Readout.LINEAR;
            for (RecurrentNetwork network : networks(task.inputs(), task.outputs(), readout)) {
                for (double consistency : new double[] {0, 0.7}) {
                    cases.add(Arguments.of(network, task, consistency));
                }
            }
        }
        return cases.stream();
    }

    static List<RecurrentNetwork> networks(int inputs, int outputs, Readout readout) {
        return List.of(
                new LeakyRnn(UNITS, inputs, outputs, 0.4, readout),
                new TanhRnn(UNITS, inputs, outputs, 0.3, 0.8, readout),
                new PiecewiseLinearRnn(UNITS, inputs, outputs, readout),
                new Lstm(UNITS, inputs, outputs, readout),
                new RankKRnn(UNITS, 2, inputs, outputs, 0.4, readout));
    }

    @Test
    void coversEveryKindOfNetworkAndTask() {
        assertThat(networks(1, 1, Readout.LINEAR).stream().map(Object::getClass))
                .containsExactlyInAnyOrder(RecurrentNetwork.class.getPermittedSubclasses());
        assertThat(tasks().stream().map(Object::getClass))
                .containsExactlyInAnyOrder(Task.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithAutomaticDifferentiation(RecurrentNetwork network, Task task, double consistency) {
        Case prepared = new Case(network, task, consistency, Noise.NONE, InitialState.fixed(START));
        Gradient[] variables = new Gradient[prepared.parameters.length];
        for (int i = 0; i < variables.length; i++) {
            variables[i] = Gradient.variable(variables.length, i, prepared.parameters[i]);
        }
        Gradient expected = new FieldLoss<>(network, variables).loss(prepared.trials, START, consistency);
        Store gradient = prepared.kernel.allocate(variables.length);
        double loss = prepared.propagation.gradient(prepared.store, STREAM, 3, gradient);
        // rounding only: a few hundred operations a number
        assertThat(loss).isCloseTo(expected.getValue(), within(1e-13 * Math.abs(expected.getValue())));
        double[] by = expected.getGradient();
        if (network.zeroDiagonal()) {
            for (int i = 0; i < UNITS; i++) {
                by[network.layout().block("W").at(i, i)] = 0;
            }
        }
        assertThat(distance(gradient.copy(0, by.length), by)).isLessThan(1e-12);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithCentralDifferencesUnderNoise(RecurrentNetwork network, Task task, double consistency) {
        Case prepared = new Case(network, task, consistency, new Noise(0.1, 0.2), InitialState.fresh(0.5));
        Store gradient = prepared.kernel.allocate(prepared.parameters.length);
        double loss = prepared.propagation.gradient(prepared.store, STREAM, 3, gradient);
        // the same numbers, those of the regularisation summed the other way round
        assertThat(prepared.propagation.forward(prepared.store, STREAM, 3)).isCloseTo(loss, within(1e-14 * loss));
        double[] differences = new double[prepared.parameters.length];
        double step = 1e-5;
        for (int i = 0; i < differences.length; i++) {
            prepared.store.set(i, prepared.parameters[i] + step);
            double above = prepared.propagation.forward(prepared.store, STREAM, 3);
            prepared.store.set(i, prepared.parameters[i] - step);
            double below = prepared.propagation.forward(prepared.store, STREAM, 3);
            prepared.store.set(i, prepared.parameters[i]);
            differences[i] = (above - below) / (2 * step);
        }
        if (network.zeroDiagonal()) {
            for (int i = 0; i < UNITS; i++) {
                differences[network.layout().block("W").at(i, i)] = 0;
            }
        }
        // truncation step² and rounding 1e-16/step, both near 1e-10; kinks of the rectifier are 1e-5 wide and not met
        // here
        assertThat(distance(gradient.copy(0, differences.length), differences)).isLessThan(1e-6);
    }

    @Tag("vector")
    @ParameterizedTest
    @MethodSource("cases")
    void givesTheSameBitsOnVectorsAndInPlainJava(RecurrentNetwork network, Task task, double consistency) {
        for (Precision precision : Precision.values()) {
            double[][] found = new double[2][];
            for (KernelChoice choice : List.of(KernelChoice.PLAIN, KernelChoice.VECTOR)) {
                Kernel kernel = choice.kernel(precision);
                Case prepared =
                        new Case(network, task, consistency, new Noise(0.1, 0.2), InitialState.fresh(0.5), kernel);
                Store gradient = kernel.allocate(prepared.parameters.length);
                prepared.propagation.gradient(prepared.store, STREAM, 3, gradient);
                found[choice == KernelChoice.PLAIN ? 0 : 1] = gradient.copy(0, gradient.length());
            }
            assertThat(found[1]).containsExactly(found[0]);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void runsAsTheNetworksOwnStepDoes(RecurrentNetwork network, Task task, double consistency) {
        Case prepared = new Case(network, task, consistency, Noise.NONE, InitialState.fixed(START));
        prepared.propagation.forward(prepared.store, STREAM, 0);
        int trial = prepared.trials.batch() - 1;
        double[] state = Arrays.copyOf(START, network.stateSize());
        double[] next = new double[state.length];
        double[] input = new double[network.inputs()];
        double[] output = new double[network.outputs()];
        for (int t = 0; t < task.steps(); t++) {
            for (int c = 0; c < input.length; c++) {
                input[c] = prepared.trials.input(trial, t, c);
            }
            network.step(prepared.parameters, state, input, next);
            network.read(prepared.parameters, network.readsBefore() ? state : next, output);
            for (int c = 0; c < output.length; c++) {
                assertThat(prepared.propagation.output(trial, t, c)).isCloseTo(output[c], within(1e-13));
            }
            System.arraycopy(next, 0, state, 0, state.length);
            for (int i = 0; i < UNITS; i++) {
                assertThat(prepared.propagation.activity(trial, t + 1, i)).isCloseTo(state[i], within(1e-13));
            }
        }
    }

    @Test
    void refusesTrialsOfAnotherShapeAndAnotherState() {
        LeakyRnn network = new LeakyRnn(UNITS, 2, 2, 0.5, Readout.LOGISTIC);
        Kernel kernel = KernelChoice.PLAIN.kernel(Precision.DOUBLE);
        assertThatThrownBy(() ->
                        BackPropagation.of(network, kernel, new Trials(4, 3, 1, 2), Noise.NONE, InitialState.zero(), 0))
                .hasMessageContaining("1 inputs")
                .hasMessageContaining("accepted: 2");
        assertThatThrownBy(() -> BackPropagation.of(
                        network, kernel, new Trials(4, 3, 2, 2), Noise.NONE, InitialState.fixed(new double[3]), 0))
                .hasMessageContaining("3 numbers")
                .hasMessageContaining("accepted: 5");
        BackPropagation propagation =
                BackPropagation.of(network, kernel, new Trials(4, 3, 2, 2), Noise.NONE, InitialState.zero(), 0);
        assertThatThrownBy(() -> propagation.load(new Trials(4, 5, 2, 2))).hasMessageContaining("3 steps");
    }

    private static final double[] START = {0.3, -0.2, 0.5, 0.1, -0.4};

    private static Offset<Double> within(double bound) {
        return Offset.offset(bound);
    }

    private static double distance(double[] found, double[] expected) {
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < found.length; i++) {
            difference += Math.pow(found[i] - expected[i], 2);
            norm += expected[i] * expected[i];
        }
        assertThat(norm).isPositive();
        return Math.sqrt(difference / norm);
    }

    /** A network with parameters, trials and workspace; 18 trials, so that the second panel has unused lanes. */
    private static final class Case {

        private final Kernel kernel;
        private final Trials trials;
        private final double[] parameters;
        private final Store store;
        private final BackPropagation propagation;

        Case(RecurrentNetwork network, Task task, double consistency, Noise noise, InitialState start) {
            this(network, task, consistency, noise, start, KernelChoice.AUTO.kernel(Precision.DOUBLE));
        }

        Case(RecurrentNetwork network, Task task, double consistency, Noise noise, InitialState start, Kernel kernel) {
            this.kernel = kernel;
            trials = new Trials(18, task.steps(), task.inputs(), task.outputs());
            task.draw(RandomStreams.of(5).stream("trials"), trials);
            parameters = Initialisation.GAUSSIAN.draw(network, 1.1, RandomStreams.of(7));
            double[] shift = RandomStreams.of(8).gaussians("shift", parameters.length);
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] += 0.1 * shift[i];
            }
            if (network.zeroDiagonal()) {
                for (int i = 0; i < UNITS; i++) {
                    parameters[network.layout().block("W").at(i, i)] = 0;
                }
            }
            store = kernel.allocate(parameters.length);
            store.set(0, parameters);
            propagation = BackPropagation.of(network, kernel, trials, noise, start, consistency);
            propagation.load(trials);
        }
    }
}
