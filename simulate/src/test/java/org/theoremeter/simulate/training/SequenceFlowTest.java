package org.theoremeter.simulate.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.simulate.network.SequenceRnn;

class SequenceFlowTest {

    private static final double[] TIMES = {0, 0.5, 1, 1.7, 3};

    /** One input and one neuron with a = c: p = a² obeys dp/dτ = 2 p (s − p), the logistic equation. */
    @Test
    void oneNeuronLearnsOneInputAlongALogistic() {
        double s = 1.5;
        double p0 = 0.01;
        List<Double> products = new ArrayList<>();
        new SequenceFlow(new SequenceGradient(1, new double[][][] {{{s}}}), 1e-12)
                .run(
                        neuron(Math.sqrt(p0)),
                        TIMES,
                        (tau, network) -> products.add(network.readIn()[0][0] * network.readOut()[0][0]));
        assertThat(products).hasSize(TIMES.length);
        for (int i = 0; i < TIMES.length; i++) {
            double expected = s / (1 + (s / p0 - 1) * Math.exp(-2 * s * TIMES[i]));
            // errors of each step, 1e-12, grow by at most the growth of p, (s/p0)
            assertThat(products.get(i)).as("τ = %s", TIMES[i]).isCloseTo(expected, within(1e-9));
        }
    }

    @Test
    void leavesItsStartAlone() {
        SequenceRnn start = neuron(0.1);
        new SequenceFlow(new SequenceGradient(1, new double[][][] {{{1}}}), 1e-9)
                .run(start, TIMES, (tau, network) -> network.readIn()[0][0] = 99);
        assertThat(start.readIn()[0][0]).isEqualTo(0.1);
    }

    @Test
    void stopsWhenItsThreadIsInterrupted() {
        SequenceFlow flow = new SequenceFlow(new SequenceGradient(1, new double[][][] {{{1}}}), 1e-9);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> flow.run(neuron(0.1), TIMES, (tau, network) -> {}))
                    .isInstanceOf(InterruptedRun.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void refusesAToleranceOfZero() {
        assertThatThrownBy(() -> new SequenceFlow(new SequenceGradient(1, new double[][][] {{{1}}}), 0))
                .hasMessageContaining("0.0");
    }

    private static SequenceRnn neuron(double weight) {
        return new SequenceRnn(new double[][] {{weight}}, new double[][] {{0}}, new double[][] {{weight}});
    }
}
