package org.theoremeter.simulate.experiment.ghost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.kernel.KernelChoice;
import org.theoremeter.simulate.kernel.Precision;
import org.theoremeter.simulate.network.Initialisation;
import org.theoremeter.simulate.random.RandomStreams;

/** Loss and gradient against the equations of theory 3.8, written down a second time over any field of numbers. */
class LatentTrainingTest {

    private static final int UNITS = 5;
    private static final int SILENT = 4;
    private static final int ON = 3;
    private static final double GAIN = 3;
    private static final double ALPHA = 0.4;
    private static final double START = -0.7;

    private static GhostSetting setting(int rank, String reads, String train) {
        return GhostSetting.of(Arguments.of(
                new GhostExperiment(),
                Map.of(
                        "neurons", UNITS, "rank", rank, "reads", reads, "train", train, "gain", GAIN, "alpha", ALPHA,
                        "start", START, "silent", SILENT, "on", ON)));
    }

    /** x ← (1 − α)x + α tanh(m n x + b), o = σ(g(κ − 1)) after it, Σ (o − o⋆)²/T; m, n, b one after another. */
    private static <T extends CalculusFieldElement<T>> T loss(T[] p, int rank, boolean all) {
        T zero = p[0].getField().getZero();
        int ofN = UNITS * rank;
        int ofB = 2 * ofN;
        T[] x = p.clone();
        for (int i = 0; i < UNITS; i++) {
            x[i] = zero.add(START);
        }
        T loss = zero;
        for (int t = 0; t < SILENT + ON; t++) {
            T[] next = x.clone();
            for (int i = 0; i < UNITS; i++) {
                T sum = p[ofB + i];
                for (int k = 0; k < rank; k++) {
                    sum = sum.add(p[i * rank + k].multiply(latent(p, ofN, k, x, zero)));
                }
                next[i] = x[i].multiply(1 - ALPHA).add(sum.tanh().multiply(ALPHA));
            }
            x = next;
            T read = zero;
            for (int k = 0; k < (all ? rank : 1); k++) {
                read = read.add(latent(p, ofN, k, x, zero));
            }
            T output = read.subtract(1).multiply(-GAIN).exp().add(1).reciprocal();
            T error = output.subtract(t < SILENT ? 0 : 1);
            loss = loss.add(error.multiply(error));
        }
        return loss.divide(SILENT + ON);
    }

    private static <T extends CalculusFieldElement<T>> T latent(T[] p, int ofN, int k, T[] x, T zero) {
        T sum = zero;
        for (int i = 0; i < UNITS; i++) {
            sum = sum.add(p[ofN + k * UNITS + i].multiply(x[i]));
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"1, first, mnb", "1, first, mn", "2, first, mnb", "3, sum, mnb", "3, sum, mn"})
    void gradientIsThatOfAutomaticDifferentiationAndOfDifferences(int rank, String reads, String train) {
        GhostSetting setting = setting(rank, reads, train);
        double[] initial = Initialisation.PUBLISHED.draw(setting.network(), 1, RandomStreams.of(7));
        int trained = UNITS * (2 * rank + 1);
        for (int i = 0; i < UNITS; i++) {
            initial[trained - 1 - i] = 0.1 * i - 0.2;
        }
        LatentTraining training = new LatentTraining(setting, initial, KernelChoice.PLAIN.kernel(Precision.DOUBLE));
        double found = training.loss();
        double[] gradient = training.gradient();

        Gradient[] variables = new Gradient[trained];
        for (int i = 0; i < trained; i++) {
            variables[i] = Gradient.variable(trained, i, initial[i]);
        }
        Gradient expected = loss(variables, rank, reads.equals("sum"));
        // rounding of some hundred operations on numbers of order one
        assertThat(found).isCloseTo(expected.getValue(), within(1e-14));
        for (int i = 0; i < gradient.length; i++) {
            boolean held = i >= trained || (train.equals("mn") && i >= trained - UNITS);
            double other = held ? 0 : expected.getPartialDerivative(i);
            assertThat(gradient[i]).as("parameter " + i).isCloseTo(other, within(1e-13));
            if (!held) {
                // central differences: h² times a third derivative of order ten, rounding 1e-16/h
                double difference =
                        (value(initial, i, 1e-5, rank, reads) - value(initial, i, -1e-5, rank, reads)) / 2e-5;
                assertThat(gradient[i]).isCloseTo(difference, within(2e-9));
            }
        }
    }

    private static double value(double[] parameters, int moved, double by, int rank, String reads) {
        Binary64[] numbers = new Binary64[UNITS * (2 * rank + 1)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = new Binary64(parameters[i] + (i == moved ? by : 0));
        }
        return loss(numbers, rank, reads.equals("sum")).getReal();
    }

    @ParameterizedTest
    @CsvSource({"1, first", "3, sum"})
    void descentGoesAlongTheGradientAndLeavesTheReadOut(int rank, String reads) {
        GhostSetting setting = setting(rank, reads, "mnb");
        double[] initial = Initialisation.PUBLISHED.draw(setting.network(), 1, RandomStreams.of(3));
        LatentTraining training = new LatentTraining(setting, initial, KernelChoice.PLAIN.kernel(Precision.DOUBLE));
        training.loss();
        double[] before = training.parameters();
        double[] gradient = training.gradient();
        double squares = 0;
        for (double slope : gradient) {
            squares += slope * slope;
        }
        assertThat(training.gradientNorm()).isCloseTo(Math.sqrt(squares), within(1e-15));
        for (int step = 0; step < 2; step++) {
            training.descend(0.25);
        }
        double[] after = training.parameters();
        for (int i = 0; i < after.length; i++) {
            // no momentum: two steps along one gradient
            assertThat(after[i]).isCloseTo(before[i] - 0.5 * gradient[i], within(1e-15));
        }
        int out = UNITS * (2 * rank + 1);
        for (int k = 0; k < rank; k++) {
            assertThat(after[out + k]).isEqualTo(k == 0 || reads.equals("sum") ? GAIN : 0);
        }
        assertThat(after[out + rank]).isEqualTo(-GAIN);
    }
}
