package org.theoremeter.simulate.training.bptt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.simulate.kernel.Kernel;
import org.theoremeter.simulate.kernel.KernelChoice;
import org.theoremeter.simulate.kernel.NoiseStream;
import org.theoremeter.simulate.kernel.Precision;
import org.theoremeter.simulate.kernel.Store;
import org.theoremeter.simulate.network.ParameterBlock;
import org.theoremeter.simulate.network.PiecewiseLinearRnn;
import org.theoremeter.simulate.network.RankKRnn;
import org.theoremeter.simulate.network.Readout;
import org.theoremeter.simulate.network.RecurrentNetwork;
import org.theoremeter.simulate.task.EmpiricalLaw;
import org.theoremeter.simulate.task.Trials;

/**
 * The noise of training, seen through networks that show it: inputs and outputs go straight through, and nothing is kept from
 * step to step, so that outputs are the noise itself (its tanh in a rank-K network, with K = N).
 */
class NoiseTest {

    private static final int UNITS = 3;

    /** More than two panels, the last not full. */
    private static final int BATCH = 35;

    private static final int STEPS = 20;
    private static final int EPOCHS = 3;
    private static final NoiseStream STREAM = new NoiseStream(77, 0x9e3779b97f4a7c15L);

    static Stream<RecurrentNetwork> networks() {
        return Stream.of(
                new PiecewiseLinearRnn(UNITS, UNITS, UNITS, Readout.LINEAR),
                new RankKRnn(UNITS, UNITS, UNITS, UNITS, 1, Readout.LINEAR));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void isFreshForEveryEpochTrialStepAndUnitAndHasItsDeviation(RecurrentNetwork network) {
        for (Noise noise : List.of(new Noise(0, 0.3), new Noise(0.4, 0), new Noise(0.4, 0.3))) {
            double[] numbers = outputs(network, noise, InitialState.zero(), true);
            assertThat(numbers).hasSize(EPOCHS * BATCH * STEPS * UNITS).doesNotHaveDuplicates();
            // independent of each other, inputs' and states' noise add as squares
            double deviation = Math.hypot(noise.input(), noise.state());
            assertNormal(numbers, deviation);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void initialStatesAreFreshForEveryEpochTrialAndUnit(RecurrentNetwork network) {
        double scale = 0.5;
        // without noise the first step keeps what it is of the start: A = 1, or W = m n = 1
        // the start is a tanh itself
        double[] start = Arrays.stream(first(outputs(network, Noise.NONE, InitialState.fresh(scale), false)))
                .map(NoiseTest::atanh)
                .toArray();
        assertThat(start).doesNotHaveDuplicates();
        assertNormal(start, scale);
        // nor have they to do with the noise of the first step: n correlations of deviation 1/√n, at 1e-6
        double deviation = 0.3;
        for (Noise noise : List.of(new Noise(deviation, 0), new Noise(0, deviation))) {
            double[] noises = first(outputs(network, noise, InitialState.zero(), true));
            double correlation = 0;
            for (int i = 0; i < start.length; i++) {
                correlation += start[i] / scale * noises[i] / deviation / start.length;
            }
            assertThat(Math.abs(correlation) * Math.sqrt(start.length)).isLessThan(4.9);
        }
    }

    /** Returns the outputs of the first step of every trial. */
    private static double[] first(double[] outputs) {
        double[] first = new double[EPOCHS * BATCH * UNITS];
        Arrays.setAll(first, i -> outputs[i / UNITS * STEPS * UNITS + i % UNITS]);
        return first;
    }

    private static void assertNormal(double[] numbers, double deviation) {
        EmpiricalLaw.assertContinuous(numbers, x -> 0.5 * Erf.erfc(-x / deviation / Math.sqrt(2)));
        // Σ x²/σ² = n ± 4.9 √(2n), a false-alarm rate of about 1e-6
        double squares =
                Arrays.stream(numbers).map(x -> x * x / deviation / deviation).sum();
        assertThat(Math.abs(squares - numbers.length) / Math.sqrt(2.0 * numbers.length))
                .isLessThan(4.9);
    }

    /** Returns outputs by epoch, trial, step and channel, the tanh undone. */
    private static double[] outputs(RecurrentNetwork network, Noise noise, InitialState start, boolean forgets) {
        Kernel kernel = KernelChoice.AUTO.kernel(Precision.DOUBLE);
        Trials trials = new Trials(BATCH, STEPS, UNITS, UNITS);
        BackPropagation propagation = BackPropagation.of(network, kernel, trials, noise, start, 0);
        propagation.load(trials);
        Store parameters = kernel.allocate(network.layout().size());
        for (ParameterBlock block : network.layout().blocks()) {
            boolean through = List.of("C", "W_in", "W_out", "n").contains(block.name());
            boolean keeps = !forgets && List.of("A", "m").contains(block.name());
            for (int i = 0; i < UNITS; i++) {
                if (through || keeps) {
                    parameters.set(block.columns() == 1 ? block.offset() + i : block.at(i, i), 1);
                }
            }
        }
        boolean squashed = network instanceof RankKRnn;
        double[] numbers = new double[EPOCHS * BATCH * STEPS * UNITS];
        int at = 0;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            propagation.forward(parameters, STREAM, epoch);
            for (int trial = 0; trial < BATCH; trial++) {
                for (int step = 0; step < STEPS; step++) {
                    for (int unit = 0; unit < UNITS; unit++) {
                        double output = propagation.output(trial, step, unit);
                        numbers[at++] = squashed ? atanh(output) : output;
                    }
                }
            }
        }
        return numbers;
    }

    private static double atanh(double x) {
        return 0.5 * Math.log((1 + x) / (1 - x));
    }

    @Test
    void refusesDeviationsBelowZeroOrNotFinite() {
        for (double wrong : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new Noise(wrong, 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("input " + wrong)
                    .hasMessageContaining("accepted: finite numbers from 0");
            assertThatThrownBy(() -> new Noise(0, wrong)).hasMessageContaining("state " + wrong);
        }
        for (double wrong : new double[] {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> InitialState.fresh(wrong))
                    .hasMessageContaining("scale " + wrong)
                    .hasMessageContaining("accepted: a positive number");
        }
        assertThatThrownBy(() -> InitialState.fixed(new double[] {1, Double.NaN}))
                .hasMessageContaining("NaN")
                .hasMessageContaining("accepted: one finite number a unit");
        assertThatThrownBy(() -> InitialState.fixed(new double[0])).hasMessageContaining("accepted: one finite number");
    }
}
