package org.theoremeter.simulate.experiment.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Runs;
import org.theoremeter.simulate.random.RandomStreams;

class SyntheticExperimentTest {

    private static final String NAME = "mechanism/synthetic";

    /** Of a central difference with this step, 1e-10 is truncation of functions of order 1, 1e-11 rounding. */
    private static final double STEP = 1e-5;

    private static final double DIFFERENCE = 1e-8;

    static List<LatentMap> maps() {
        return List.of(
                Rotor.cycle(23.4, 0.7, 0.2),
                new Rotor(0.3, 0, 0.99, 0.1),
                new Passage(0.3, 0.01, 2.5),
                new Flip(0.4),
                new Wells(0.3));
    }

    @ParameterizedTest
    @MethodSource("maps")
    void derivativesAreThoseOfTheSteps(LatentMap map) {
        HiddenSystem system = new HiddenSystem(map, 5, RandomStreams.of(1));
        double unit = system.size();
        double[] state = system.state(new double[] {0.4, -0.7}, RandomStreams.of(2));
        double[][] jacobian = system.jacobian(state);
        for (int k = 0; k < 5; k++) {
            double[] above = state.clone();
            double[] below = state.clone();
            above[k] += STEP * unit;
            below[k] -= STEP * unit;
            double[] up = new double[5];
            double[] down = new double[5];
            system.step(above, up);
            system.step(below, down);
            double[] direction = new double[5];
            direction[k] = 1;
            double[] carried = new double[5];
            system.step(state, direction, new double[5], carried);
            for (int i = 0; i < 5; i++) {
                assertThat(jacobian[i][k]).isCloseTo((up[i] - down[i]) / (2 * STEP * unit), within(DIFFERENCE));
                assertThat(carried[i]).isCloseTo(jacobian[i][k], within(1e-13)); // sums of five terms
            }
        }
    }

    /** A rotor turns once in its period, however unevenly: by quadrature of its own steps, not by its formula. */
    @Test
    void anUnevenRotorHasItsPeriod() {
        Rotor rotor = Rotor.cycle(2000, 0.6, 0.1);
        double[][] z = {{1, 0}, new double[2]};
        double angle = 0;
        int steps = 0;
        while (angle < 2 * Math.PI) {
            rotor.step(z[steps % 2], z[1 - steps % 2]);
            double[] from = z[steps % 2];
            double[] to = z[1 - steps % 2];
            angle += Math.atan2(from[0] * to[1] - from[1] * to[0], from[0] * to[0] + from[1] * to[1]);
            steps++;
        }
        // steps of a two-thousandth of a turn add to an integral up to as much
        assertThat((double) steps).isCloseTo(2000, within(4.0));
    }

    @ParameterizedTest
    @EnumSource(KnownKind.class)
    void theDynamicsTellEveryKind(KnownKind kind) {
        for (long seed = 0; seed < 5; seed++) {
            Observation found = Runs.run(NAME, seed, Map.of("kind", kind.word(), "neurons", 8));
            assertThat(Runs.scalar(found, "right"))
                    .as("seed %d: %s", seed, found)
                    .isEqualTo(1);
            if (found.measurements().containsKey("period-error")) {
                // at 20 steps a turn, eight points interpolate as well; uneven turns worse
                assertThat(Runs.scalar(found, "period-error")).isLessThan(0.01);
            }
        }
    }

    /** The published rule calls a cycle that does not close within nine trials a slow point, as it must. */
    @Test
    void thePublishedRuleDoesNotSeeLongCycles() {
        for (long seed = 0; seed < 5; seed++) {
            Observation found = Runs.run(NAME, seed, Map.of("kind", "long-cycle", "neurons", 8));
            assertThat(Runs.scalar(found, "reference-cycle")).isZero();
            assertThat(Runs.scalar(found, "reference-right")).isZero();
        }
    }
}
