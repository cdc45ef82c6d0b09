package org.theoremeter.simulate.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.simulate.Networks;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.network.Target;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.random.WhiteNoise;

/** The gradient on given sequences against its definition, differences and its mean (theory 0.3, 1.10). */
class SampledGradientTest {

    private static final double DT = 0.2;
    private static final Target TARGET = Target.oscillator(0.3, 1);

    private static double[][] noise(int batch, int steps) {
        return WhiteNoise.draw(RandomStreams.of(7), batch, steps, DT);
    }

    /** The loss by the definition, one neuron after another. */
    private static double loss(LinearRnn network, double sigma, double[][] inputs) {
        int size = network.size();
        double sum = 0;
        for (double[] input : inputs) {
            double[] z = new double[size];
            double[] target = TARGET.response(DT, input.length);
            for (int k = 0; k < input.length; k++) {
                double[] next = new double[size];
                for (int i = 0; i < size; i++) {
                    double drive = network.readIn()[i] * input[k] - z[i];
                    for (int j = 0; j < size; j++) {
                        double active = sigma == 0 ? z[j] : Math.tanh(sigma * z[j]) / sigma;
                        drive += network.weights()[i * size + j] * active;
                    }
                    next[i] = z[i] + DT * drive;
                }
                z = next;
                double wanted = 0;
                for (int j = 0; j <= k; j++) {
                    wanted += DT * target[j] * input[k - j];
                }
                double error = Rows.dot(network.readOut(), z) - wanted;
                sum += error * error / 2;
            }
        }
        return sum / inputs.length / inputs[0].length;
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 0", "3, 2, 7, 0", "4, 3, 20, 0.7", "5, 1, 12, 2", "2, 4, 1, 0.5"})
    void isTheSlopeOfTheLossByDefinition(int size, int batch, int steps, double sigma) {
        double[][] inputs = noise(batch, steps);
        LinearRnn network = Networks.random(size, 0.8, 3);
        SampledGradient gradient = new SampledGradient(size, TARGET, DT, sigma, inputs);
        assertThat(gradient.evaluate(network)).isTrue();
        double expected = loss(network, sigma, inputs);
        assertThat(gradient.loss()).isCloseTo(expected, within(1e-13 * (1 + expected)));
        check(network, network.weights(), gradient.byWeights(), sigma, inputs);
        check(network, network.readIn(), gradient.byReadIn(), sigma, inputs);
        check(network, network.readOut(), gradient.byReadOut(), sigma, inputs);
    }

    private static void check(LinearRnn network, double[] values, double[] slopes, double sigma, double[][] inputs) {
        double step = 1e-5;
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            values[i] = value + step;
            double above = loss(network, sigma, inputs);
            values[i] = value - step;
            double below = loss(network, sigma, inputs);
            values[i] = value;
            // the third derivative times the square of the step, and rounding over the step
            assertThat(slopes[i]).isCloseTo((above - below) / (2 * step), within(1e-8));
        }
    }

    @Test
    void isOnAverageTheGradientOfSequences() {
        // one impulse of height 1/√Δt at each step in turn, the others 0: a basis of the noise, whose mean square is
        // exact
        int steps = 9;
        int size = 3;
        double[][] impulses = new double[steps][steps];
        for (int k = 0; k < steps; k++) {
            impulses[k][k] = 1 / Math.sqrt(DT);
        }
        LinearRnn network = Networks.random(size, 0.8, 5);
        SampledGradient sampled = new SampledGradient(size, TARGET, DT, 0, impulses);
        LossGradient mean = ImpulseResponseGradient.ofSequences(size, TARGET, DT, steps);
        assertThat(sampled.evaluate(network) && mean.evaluate(network)).isTrue();
        // by linearity the loss of independent inputs is the sum over impulses, here averaged over the K of them
        assertThat(steps * sampled.loss()).isCloseTo(mean.loss(), within(1e-13));
        for (int i = 0; i < size * size; i++) {
            assertThat(steps * sampled.byWeights()[i]).isCloseTo(mean.byWeights()[i], within(1e-13));
        }
        for (int i = 0; i < size; i++) {
            assertThat(steps * sampled.byReadIn()[i]).isCloseTo(mean.byReadIn()[i], within(1e-13));
            assertThat(steps * sampled.byReadOut()[i]).isCloseTo(mean.byReadOut()[i], within(1e-13));
        }
    }

    @Test
    void saysWhenANetworkOverflows() {
        double[] weights = new double[4];
        Arrays.fill(weights, 1e200);
        SampledGradient gradient = new SampledGradient(2, TARGET, DT, 0, noise(1, 5));
        assertThat(gradient.evaluate(LinearRnn.aligned(weights))).isFalse();
    }

    @Test
    void refusesNoInputAndSequencesOfSeveralLengths() {
        assertThatThrownBy(() -> new SampledGradient(2, TARGET, DT, 0, new double[0][]))
                .hasMessageContaining("no input");
        assertThatThrownBy(() -> new SampledGradient(2, TARGET, DT, 0, new double[][] {{1, 2}, {1}}))
                .hasMessageContaining("sequence 1 has 1 steps");
        assertThatThrownBy(() -> new SampledGradient(2, TARGET, 0, 0, noise(1, 1)))
                .hasMessageContaining("must be positive");
        assertThatThrownBy(() -> new SampledGradient(2, TARGET, DT, -1, noise(1, 1)))
                .hasMessageContaining("at least 0");
    }
}
