package org.theoremeter.simulate.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.simulate.Networks;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.network.Target;

/** Temporal consistency of linear networks (theory 7.3) against differences, sequences and one mode. */
class ConsistentGradientTest {

    private static final Target TARGET = Target.integrator(0.4);

    private static ConsistentGradient gradient(int size, double strength, double dt) {
        return new ConsistentGradient(new ImpulseResponseGradient(size, TARGET, dt, 400), size, strength, dt);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.1", "3, 0.1", "5, 0.5", "8, 1"})
    void isTheDerivativeOfTheLoss(int size, double dt) {
        LinearRnn network = Networks.random(size, 0.5, size);
        // fourth-order differences with steps of 1e-3: 1e-12 times fifth derivatives
        assertThat(Differences.worst(gradient(size, 1.3, dt), network, 1e-3)).isLessThan(1e-8);
    }

    @Test
    void oneModePaysWhatTheTheorySays() {
        double dt = 0.3;
        double c = 0.6;
        LinearRnn network = LinearRnn.aligned(new double[] {1 - c});
        ConsistentGradient with = gradient(1, 2, dt);
        ConsistentGradient without = gradient(1, 0, dt);
        assertThat(with.evaluate(network)).isTrue();
        assertThat(without.evaluate(network)).isTrue();
        // theory 7.3: 2ν/(Δ(2 − Δc)), and by W = 1 − c the slope −2ν/(2 − Δc)²; rounding
        assertThat(with.loss() - without.loss()).isCloseTo(4 / (dt * (2 - dt * c)), within(1e-13));
        assertThat(with.byWeights()[0] - without.byWeights()[0])
                .isCloseTo(-4 / ((2 - dt * c) * (2 - dt * c)), within(1e-13));
    }

    @Test
    void thePenaltyIsTheMeanSquaredStepOfASequence() {
        int size = 4;
        double dt = 0.5;
        LinearRnn network = Networks.random(size, 0.5, 7);
        ConsistentGradient with = gradient(size, 1, dt);
        ConsistentGradient without = gradient(size, 0, dt);
        with.evaluate(network);
        without.evaluate(network);
        Random random = new Random(5);
        double[][] w = network.rows();
        double[] h = new double[size];
        int steps = 400_000;
        double sum = 0;
        for (int k = 0; k < steps; k++) {
            double input = random.nextGaussian() / Math.sqrt(dt);
            double[] next = new double[size];
            for (int i = 0; i < size; i++) {
                double change = -h[i] + network.readIn()[i] * input;
                for (int j = 0; j < size; j++) {
                    change += w[i][j] * h[j];
                }
                next[i] = h[i] + dt * change;
                sum += change * change;
            }
            h = next;
        }
        double expected = with.loss() - without.loss();
        // the mean of squares of Gaussians: √(2 · correlation time of some steps/steps), five standard deviations
        assertThat(sum / steps).isCloseTo(expected, within(5 * Math.sqrt(2 * 4.0 / steps) * expected));
    }

    @Test
    void anUnstableNetworkHasNoPenalty() {
        assertThat(gradient(1, 1, 0.1).evaluate(LinearRnn.aligned(new double[] {1.01})))
                .isFalse();
    }
}
