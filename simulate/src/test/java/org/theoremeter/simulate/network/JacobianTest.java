package org.theoremeter.simulate.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.simulate.random.RandomStreams;

/** Jacobians against central differences of the step itself. */
class JacobianTest {

    private static final double STEP = 1e-5;

    /** Truncation, STEP²/6 times third derivatives of order 10, and rounding, 1e-15/STEP. */
    private static final double TOLERANCE = 1e-9;

    static Stream<RecurrentNetwork> networks() {
        return Stream.of(0, 3).flatMap(inputs -> NetworkExamples.of(6, 2, inputs, 2).stream());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void isTheDerivativeOfTheStep(RecurrentNetwork network) {
        RandomStreams streams = RandomStreams.of(3);
        double[] parameters = Arrays.stream(
                        streams.gaussians("parameters", network.layout().size()))
                .map(weight -> 0.5 * weight)
                .toArray();
        double[] input = streams.gaussians("input", network.inputs());
        for (int point = 0; point < 10; point++) {
            double[] state = streams.child(point).gaussians("state", network.stateSize());
            // a kink of the rectifier would be met
            assertThat(Arrays.stream(state)).noneMatch(z -> Math.abs(z) < 2 * STEP);
            double[][] jacobian = network.jacobian(parameters, state, input);
            assertThat(jacobian).hasDimensions(network.stateSize(), network.stateSize());
            for (int k = 0; k < state.length; k++) {
                double[] above = step(network, parameters, state, k, STEP, input);
                double[] below = step(network, parameters, state, k, -STEP, input);
                for (int i = 0; i < state.length; i++) {
                    assertThat(jacobian[i][k])
                            .as("derivative of %d by %d", i, k)
                            .isCloseTo((above[i] - below[i]) / (2 * STEP), Offset.offset(TOLERANCE));
                }
            }
        }
    }

    @Test
    void takesTheSlopeOfTheRectifierAtZeroAsZero() {
        PiecewiseLinearRnn network = new PiecewiseLinearRnn(2, 0, 1, Readout.LINEAR);
        double[] parameters = new double[network.layout().size()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = i + 1;
        }
        // A = (1, 2), W = (3, 4; 5, 6)
        assertThat(network.jacobian(parameters, new double[] {0, 1}, new double[0]))
                .isDeepEqualTo(new double[][] {{1, 4}, {0, 2 + 6}});
    }

    @ParameterizedTest
    @MethodSource("networks")
    void stepLeavesStateAndInputAsTheyAre(RecurrentNetwork network) {
        RandomStreams streams = RandomStreams.of(4);
        double[] parameters = streams.gaussians("parameters", network.layout().size());
        double[] state = streams.gaussians("state", network.stateSize());
        double[] input = streams.gaussians("input", network.inputs());
        List<double[]> before = List.of(parameters.clone(), state.clone(), input.clone());
        double[] next = new double[state.length];
        network.step(parameters, state, input, next);
        network.jacobian(parameters, state, input);
        double[] output = {7, 7};
        network.read(parameters, next, output);
        // what was there before is not part of the answer
        double[] again = {-1, 0};
        network.read(parameters, next, again);
        assertThat(again).isEqualTo(output);
        assertThat(parameters).isEqualTo(before.get(0));
        assertThat(state).isEqualTo(before.get(1));
        assertThat(input).isEqualTo(before.get(2));
    }

    private static double[] step(
            RecurrentNetwork network, double[] parameters, double[] state, int k, double by, double[] input) {
        double[] moved = state.clone();
        moved[k] += by;
        double[] next = new double[state.length];
        network.step(parameters, moved, input, next);
        return next;
    }
}
