package org.theoremeter.simulate.fixedpoint.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.simulate.network.LeakyRnn;
import org.theoremeter.simulate.network.Lstm;
import org.theoremeter.simulate.network.PiecewiseLinearRnn;
import org.theoremeter.simulate.network.RankKRnn;
import org.theoremeter.simulate.network.Readout;
import org.theoremeter.simulate.network.RecurrentNetwork;
import org.theoremeter.simulate.network.TanhRnn;
import org.theoremeter.simulate.random.RandomStreams;

/** Maps with a held input against the networks' own step, and their derivatives against differences. */
class NetworkMapTest {

    private static final double STEP = 1e-5;

    /** Of values: some ten roundings. Of differences: STEP² times third derivatives of order 10, and rounding, 1e-15/STEP. */
    private static final double ROUNDING = 1e-14;

    private static final double DIFFERENCES = 2e-9;

    static Stream<RecurrentNetwork> networks() {
        List<RecurrentNetwork> all = List.of(
                new LeakyRnn(7, 3, 2, 0.4, Readout.LOGISTIC),
                new TanhRnn(7, 3, 2, 0.3, 0.8, Readout.LINEAR),
                new PiecewiseLinearRnn(7, 3, 2, Readout.LINEAR),
                new Lstm(4, 3, 2, Readout.LOGISTIC),
                new RankKRnn(7, 2, 3, 2, 0.4, Readout.LOGISTIC),
                new RankKRnn(7, 2, 0, 2, 0.4, Readout.LOGISTIC));
        assertThat(all.stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(RecurrentNetwork.class.getPermittedSubclasses());
        return all.stream();
    }

    private static double[] parameters(RecurrentNetwork network) {
        return Arrays.stream(RandomStreams.of(5)
                        .gaussians("parameters", network.layout().size()))
                .map(weight -> 0.5 * weight)
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void stepsAndDerivativesAreThoseOfTheNetwork(RecurrentNetwork network) {
        double[] parameters = parameters(network);
        double[] input = RandomStreams.of(5).gaussians("input", network.inputs());
        SearchedMap map = NetworkMap.of(network, parameters, input).another();
        int size = network.stateSize();
        for (int point = 0; point < 5; point++) {
            double[] state = RandomStreams.of(6).child(point).gaussians("state", size);
            double[] direction = RandomStreams.of(6).child(point).gaussians("direction", size);
            assertThat(Arrays.stream(state)).noneMatch(z -> Math.abs(z) < 2 * STEP);
            double[] wanted = new double[size];
            network.step(parameters, state, input, wanted);
            double[] next = new double[size];
            double[] nextDirection = new double[size];
            map.step(state, direction, next, nextDirection);
            double[][] derivative = new double[size][size];
            map.jacobian(state, derivative);
            for (int k = 0; k < size; k++) {
                double[] above = moved(map, state, k, STEP);
                double[] below = moved(map, state, k, -STEP);
                for (int i = 0; i < size; i++) {
                    assertThat(derivative[i][k])
                            .isCloseTo((above[i] - below[i]) / (2 * STEP), Offset.offset(DIFFERENCES))
                            .isCloseTo(network.jacobian(parameters, state, input)[i][k], Offset.offset(ROUNDING));
                }
            }
            for (int i = 0; i < size; i++) {
                assertThat(next[i]).isCloseTo(wanted[i], Offset.offset(ROUNDING));
                double along = 0;
                for (int k = 0; k < size; k++) {
                    along += derivative[i][k] * direction[k];
                }
                assertThat(nextDirection[i]).isCloseTo(along, Offset.offset(10 * ROUNDING));
            }
        }
    }

    private static double[] moved(SearchedMap map, double[] state, int k, double by) {
        double[] at = state.clone();
        at[k] += by;
        double[] next = new double[state.length];
        map.step(at, next);
        return next;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void secondDerivativesAreThoseOfTheFirst(RecurrentNetwork network) {
        double[] parameters = parameters(network);
        SearchedMap map = NetworkMap.of(network, parameters, new double[network.inputs()]);
        int size = network.stateSize();
        double[] state = RandomStreams.of(7).gaussians("state", size);
        double[] weights = RandomStreams.of(7).gaussians("weights", size);
        double[][] found = new double[size][size];
        map.addCurvature(state, weights, found);
        for (int k = 0; k < size; k++) {
            double[] at = state.clone();
            at[k] += STEP;
            double[][] above = map.jacobian(at);
            at[k] -= 2 * STEP;
            double[][] below = map.jacobian(at);
            for (int j = 0; j < size; j++) {
                double sum = 0;
                for (int i = 0; i < size; i++) {
                    sum += weights[i] * (above[i][j] - below[i][j]) / (2 * STEP);
                }
                assertThat(found[j][k]).isCloseTo(sum, Offset.offset(5 * DIFFERENCES));
            }
        }
    }

    /** What the derivative changes within a distance stays below the bound of bends, and is not far below it. */
    @ParameterizedTest
    @MethodSource("networks")
    void bendsAreBounds(RecurrentNetwork network) {
        double[] parameters = parameters(network);
        SearchedMap map = NetworkMap.of(network, parameters, new double[network.inputs()]);
        int size = network.stateSize();
        double closest = 0;
        boolean bent = false;
        for (int point = 0; point < 200; point++) {
            double[] state = RandomStreams.of(8).child(point).gaussians("state", size);
            if (map.bounds(state).isEmpty()) {
                assertThat(network).isInstanceOf(Lstm.class);
                return;
            }
            SearchedMap.Bounds bounds = map.bounds(state).get();
            double[] signs = RandomStreams.of(9).child(point).gaussians("signs", size);
            double by = Math.min(0.01, 0.99 * bounds.reach());
            double[] moved = state.clone();
            for (int k = 0; k < size; k++) {
                moved[k] += Math.signum(signs[k]) * by;
            }
            double[][] before = map.jacobian(state);
            double[][] after = map.jacobian(moved);
            for (int i = 0; i < size; i++) {
                double change = 0;
                for (int k = 0; k < size; k++) {
                    change += Math.abs(after[i][k] - before[i][k]);
                }
                assertThat(change).isLessThanOrEqualTo(bounds.bend()[i] * by + ROUNDING);
                bent |= bounds.bend()[i] > 0;
                closest = Math.max(closest, change / (bounds.bend()[i] * by));
            }
        }
        assertThat(bent).isEqualTo(!(network instanceof PiecewiseLinearRnn));
        if (bent) {
            // the bound is one over all signs and states, and is to be of the right order
            assertThat(closest).isGreaterThan(0.2);
        }
    }
}
