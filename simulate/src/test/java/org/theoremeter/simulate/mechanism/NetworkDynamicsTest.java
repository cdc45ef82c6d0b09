package org.theoremeter.simulate.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.simulate.network.Initialisation;
import org.theoremeter.simulate.network.LeakyRnn;
import org.theoremeter.simulate.network.RankKRnn;
import org.theoremeter.simulate.network.Readout;
import org.theoremeter.simulate.network.RecurrentNetwork;
import org.theoremeter.simulate.random.RandomStreams;

class NetworkDynamicsTest {

    private static final RandomStreams STREAMS = RandomStreams.of(3);

    /** Sums of a few dozen terms of order 1. */
    private static final double ROUNDING = 1e-13;

    private record Case(RecurrentNetwork network, double[] parameters, AutonomousSystem dynamics) {}

    static List<Case> networks() {
        LeakyRnn leaky = new LeakyRnn(30, 2, 2, 0.5, Readout.LOGISTIC);
        double[] leakyParameters = Initialisation.PUBLISHED.draw(leaky, 1, STREAMS);
        RankKRnn low = new RankKRnn(30, 2, 1, 1, 0.5, Readout.LOGISTIC);
        double[] lowParameters = STREAMS.gaussians("rank-2", low.layout().size());
        return List.of(
                new Case(leaky, leakyParameters, new LeakyDynamics(leaky, leakyParameters)),
                new Case(low, lowParameters, new RankKDynamics(low, lowParameters)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void stepsAsTheNetworkDoesWithoutInput(Case given) {
        double[] state = STREAMS.gaussians("state", 30);
        double[] direction = STREAMS.gaussians("direction", 30);
        double[] silence = new double[given.network.inputs()];
        double[] expected = new double[30];
        given.network.step(given.parameters, state, silence, expected);
        double[] next = new double[30];
        given.dynamics.step(state, next);
        assertThat(next).containsExactly(expected, within(ROUNDING));
        double[] again = new double[30];
        double[] carried = new double[30];
        given.dynamics.step(state, direction, again, carried);
        assertThat(again).containsExactly(next);
        double[][] jacobian = given.network.jacobian(given.parameters, state, silence);
        assertThat(given.dynamics.jacobian(state)).isDeepEqualTo(jacobian);
        for (int i = 0; i < 30; i++) {
            double product = 0;
            for (int k = 0; k < 30; k++) {
                product += jacobian[i][k] * direction[k];
            }
            assertThat(carried[i]).isCloseTo(product, within(ROUNDING));
        }
        double[] output = new double[given.network.outputs()];
        given.network.read(given.parameters, state, output);
        assertThat(given.dynamics.read(state)).containsExactly(output);
        assertThat(given.dynamics.dimension()).isEqualTo(30);
    }

    @Test
    void refusesParametersOfAnotherNetwork() {
        LeakyRnn network = new LeakyRnn(3, 1, 1, 0.5, Readout.LINEAR);
        assertThatThrownBy(() -> new LeakyDynamics(network, new double[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 5 parameters");
    }
}
