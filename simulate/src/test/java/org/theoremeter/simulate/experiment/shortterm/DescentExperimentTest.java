package org.theoremeter.simulate.experiment.shortterm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Runs;

class DescentExperimentTest {

    private static final String NAME = "short-term/descent";
    private static final double DELAY = 30;
    private static final double WINDOW = 20;
    private static final int STEPS = 15;

    @ParameterizedTest
    @CsvSource({"0.3, 1.7", "0.9, 1.2", "0.99, 1.001", "1.1, 1.0001", "1.5, 1.3", "0.5, 0.7"})
    void aSlowPointFollowsTheMapOfItsClosedForm(double share, double start) {
        // theory 3.1: the slopes of π/(2 T_r √r) and 1 − π/(2 T_d √r); theory 3.2: the critical rate
        double rate = share * Math.pow(Math.PI, 4) / (8 * DELAY * DELAY) * (1 / sq(DELAY) - 1 / sq(DELAY + WINDOW));
        DoubleUnaryOperator slope = r -> Math.PI / (4 * Math.pow(r, 1.5)) * (r > optimum() ? 1 / DELAY : -1 / WINDOW);
        double edge = sq(Math.PI) / (4 * sq(DELAY + WINDOW));
        follows("slow-point", rate, start, start * optimum(), slope, edge, Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @CsvSource({"0.3, 1.7", "0.9, 1.25", "1.05, 1.2001", "1.3, 1.3", "2.5, 0.7", "0.5, 1.9"})
    void aLimitCycleFollowsTheMapOfItsClosedForm(double share, double start) {
        // theory 3.3: the slopes of its pieces; theory 3.4: the second bound
        double length = DELAY + WINDOW;
        double rate = share * DELAY * WINDOW / (Math.pow(length, 3) * (2 * DELAY + WINDOW));
        DoubleUnaryOperator slope = r -> {
            double half = 1 / (2 * r * r);
            if (r < 1 / (2 * DELAY)) {
                return -half / WINDOW;
            }
            if (r < 1 / length) {
                return half / DELAY;
            }
            return r < 1.5 / length ? half / DELAY + 2 * half / WINDOW : half / DELAY - half / WINDOW;
        };
        follows("limit-cycle", rate, start, start / (2 * DELAY), slope, 1 / (2 * length), 1 / DELAY);
    }

    private static void follows(
            String mechanism,
            double rate,
            double start,
            double r0,
            DoubleUnaryOperator slope,
            double edge,
            double escape) {
        double r = r0;
        long step = 0;
        while (step < STEPS && r > edge && r < escape) {
            r -= rate * slope.applyAsDouble(r);
            step++;
        }
        Observation run = Runs.run(
                NAME,
                0,
                Map.of(
                        "mechanism",
                        mechanism,
                        "delay",
                        DELAY,
                        "window",
                        WINDOW,
                        "rate",
                        rate,
                        "lowest",
                        start,
                        "highest",
                        start,
                        "horizon",
                        STEPS));
        assertThat(Runs.scalar(run, "steps")).isEqualTo((double) step);
        assertThat(Runs.scalar(run, "dead")).isEqualTo(r <= edge ? 1 : 0);
        assertThat(Runs.scalar(run, "escaped")).isEqualTo(r >= escape ? 1 : 0);
        assertThat(Runs.scalar(run, "alive")).isEqualTo(r > edge && r < escape ? 1 : 0);
        assertThat(run.measurements().get("alive").error()).isZero();
        // the slope is wrong by 1e-9 at most; the map stretches that, as the declared error says
        double error = run.measurements().get("final-r").error();
        assertThat(Runs.scalar(run, "final-r")).isCloseTo(r, within(error));
        assertThat(error).isLessThan(1e-3 * r0);
    }

    @Test
    void everySeedHasAStartOfItsOwnWithinTheBounds() {
        Set<Double> starts = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            Observation run = Runs.run(NAME, seed, Map.of("delay", DELAY, "lowest", 1.2, "highest", 1.6, "horizon", 1));
            starts.add(Runs.scalar(run, "initial-r"));
        }
        assertThat(starts).hasSize(20).allMatch(r -> r > 1.2 * optimum() && r < 1.6 * optimum());
    }

    @Test
    void aPathBeyondWhatCanBeSimulatedDiverges() {
        Observation run = Runs.run(NAME, 0, Map.of("rate", 1e6, "lowest", 0.9, "highest", 0.9));
        assertThat(run.measurements()).isEmpty();
        assertThat(run.divergence()).hasValueSatisfying(end -> {
            assertThat(end.at()).isEqualTo(1);
            assertThat(end.reason()).contains("beyond what can be simulated");
        });
    }

    @Test
    void refusesByName() {
        assertThatThrownBy(() -> Runs.run(NAME, 0, Map.of("lowest", 2, "highest", 1.5)))
                .hasMessage("highest: found 1.5, accepted: at least lowest, 2.0");
        assertThatThrownBy(() -> Runs.run(NAME, 0, Map.of("delay", 0))).hasMessageStartingWith("delay: found 0");
        assertThatThrownBy(() -> Runs.run(NAME, 0, Map.of("window", -3))).hasMessageStartingWith("window: found -3");
        assertThatThrownBy(() -> Runs.run(NAME, 0, Map.of("rate", 0))).hasMessageStartingWith("rate: found 0");
    }

    private static double optimum() {
        return sq(Math.PI) / (4 * DELAY * DELAY);
    }

    private static double sq(double x) {
        return x * x;
    }
}
