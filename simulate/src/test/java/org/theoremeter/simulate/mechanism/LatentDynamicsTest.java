package org.theoremeter.simulate.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.simulate.arithmetic.Eigenvalues;
import org.theoremeter.simulate.network.ParameterBlock;
import org.theoremeter.simulate.network.RankKRnn;
import org.theoremeter.simulate.network.Readout;
import org.theoremeter.simulate.random.RandomStreams;

/** What is said of the latents is what the network of all its units does. */
class LatentDynamicsTest {

    /** Sums of thirty terms of order 1. */
    private static final double ROUNDING = 1e-12;

    private static final int UNITS = 30;

    private static RankKRnn network(int rank) {
        return new RankKRnn(UNITS, rank, 0, 1, 0.4, Readout.LOGISTIC);
    }

    private static double[] parameters(RankKRnn network, long seed, double gain) {
        double[] parameters =
                RandomStreams.of(seed).gaussians("weights", network.layout().size());
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] *= gain;
        }
        return parameters;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void takesTheStepsOfTheNetwork(int rank) {
        RankKRnn network = network(rank);
        double[] parameters = parameters(network, 1, 0.4);
        RankKDynamics whole = new RankKDynamics(network, parameters);
        LatentDynamics latent = new LatentDynamics(network, parameters);
        assertThat(latent.dimension()).isEqualTo(rank);
        double[] state = RandomStreams.of(2).gaussians("state", UNITS);
        for (int t = 0; t < 20; t++) {
            double[] latents = network.latents(parameters, state);
            double[] next = new double[UNITS];
            whole.step(state, next);
            double[] nextLatents = new double[rank];
            latent.step(latents, nextLatents);
            assertThat(nextLatents).containsExactly(network.latents(parameters, next), within(ROUNDING));
            assertThat(latent.read(latents)).containsExactly(whole.read(state), within(ROUNDING));
            state = next;
        }
    }

    /** DF of the network is (1 − α) I + α D m n, whose eigenvalues are those of the latents and N − K times 1 − α. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void hasTheEigenvaluesOfTheNetworkButThoseOfTheFilter(int rank) {
        RankKRnn network = network(rank);
        double[] parameters = parameters(network, 3, 0.4);
        double[] state = RandomStreams.of(4).gaussians("state", UNITS);
        double[] latents = network.latents(parameters, state);
        double[] whole = sortedRealParts(new RankKDynamics(network, parameters).jacobian(state), 0);
        double[] ours = sortedRealParts(new LatentDynamics(network, parameters).jacobian(latents), UNITS - rank);
        // of N − K equal eigenvalues the solver returns each within the root of a rounding or so
        assertThat(ours).containsExactly(whole, within(1e-6));
    }

    private static double[] sortedRealParts(double[][] matrix, int filters) {
        Eigenvalues eigenvalues = Eigenvalues.of(matrix);
        double[] parts = new double[matrix.length + filters];
        Arrays.fill(parts, 0.6);
        for (int i = 0; i < matrix.length; i++) {
            parts[i] = eigenvalues.real(i);
        }
        Arrays.sort(parts);
        return parts;
    }

    @Test
    void carriesDirectionsByItsDerivative() {
        RankKRnn network = network(2);
        LatentDynamics latent = new LatentDynamics(network, parameters(network, 5, 0.4));
        double[] state = {0.3, -0.7};
        double[] direction = {1.1, 0.4};
        double[] next = new double[2];
        double[] carried = new double[2];
        latent.step(state, direction, next, carried);
        double[] again = new double[2];
        latent.step(state, again);
        assertThat(next).containsExactly(again);
        double h = 1e-6;
        double[] forward = new double[2];
        double[] back = new double[2];
        latent.step(new double[] {state[0] + h * direction[0], state[1] + h * direction[1]}, forward);
        latent.step(new double[] {state[0] - h * direction[0], state[1] - h * direction[1]}, back);
        double[][] jacobian = latent.jacobian(state);
        for (int k = 0; k < 2; k++) {
            assertThat(carried[k])
                    .isCloseTo(jacobian[k][0] * direction[0] + jacobian[k][1] * direction[1], within(ROUNDING))
                    // central differences of step 1e-6: roundings of 1e-15/h
                    .isCloseTo((forward[k] - back[k]) / (2 * h), within(1e-8));
        }
    }

    /**
     * The right vectors are the left ones, turned and scaled: n m is about g times a rotation and a stretching, so that networks of low
     * gain come to rest and others turn.
     */
    private static double[] turning(RankKRnn network, long seed, double gain) {
        double[] parameters = parameters(network, seed, 1);
        ParameterBlock m = network.layout().block("m");
        ParameterBlock n = network.layout().block("n");
        for (int i = 0; i < UNITS; i++) {
            double first = parameters[m.at(i, 0)];
            double second = parameters[m.at(i, 1)];
            parameters[n.at(0, i)] = gain / UNITS * (first - 0.4 * second);
            parameters[n.at(1, i)] = gain / UNITS * (second + 0.4 * first);
            parameters[network.layout().block("b").offset() + i] *= 0.1;
        }
        return parameters;
    }

    /** Both routes say the same. */
    @Test
    void thePlaneHasTheMechanismOfTheNetwork() {
        int cycles = 0;
        int points = 0;
        for (long seed = 0; seed < 24; seed++) {
            RankKRnn network = network(2);
            double[] parameters = turning(network, 100 + seed, 0.5 + 0.1 * seed);
            double[] state = RandomStreams.of(200 + seed).gaussians("state", UNITS);
            MechanismOfMemory whole = MechanismOfMemory.of(
                    new RankKDynamics(network, parameters), state, MechanismSettings.withDefaults());
            MechanismOfMemory plane = MechanismOfMemory.of(
                    new LatentDynamics(network, parameters),
                    network.latents(parameters, state),
                    MechanismSettings.withDefaults());
            assertThat(plane.summary()).as("seed " + seed).isEqualTo(whole.summary());
            if (whole.summary() == MechanismOfMemory.Summary.LIMIT_CYCLE) {
                cycles++;
                assertThat(plane.period().getAsDouble())
                        .isCloseTo(
                                whole.period().getAsDouble(),
                                within(0.01 * whole.period().getAsDouble()));
            } else if (whole.summary() == MechanismOfMemory.Summary.SLOW_POINT) {
                points++;
            }
        }
        assertThat(cycles).isGreaterThan(2);
        assertThat(points).isGreaterThan(2);
    }

    @Test
    void refusesParametersOfAnotherNetwork() {
        assertThatThrownBy(() -> new LatentDynamics(network(2), new double[7]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 7 parameters");
    }
}
