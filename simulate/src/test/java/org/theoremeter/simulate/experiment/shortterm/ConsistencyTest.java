package org.theoremeter.simulate.experiment.shortterm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Runs;

/** Temporal consistency of a slow point (theory 7.2). */
class ConsistencyTest {

    private static final String TRIAL = "short-term/slow-point";
    private static final String SEARCH = "short-term/search";

    @ParameterizedTest
    @CsvSource({
        // early, late, dead, r ≤ 0
        "0.004, 50",
        "1.2e-3, 50",
        "5e-4, 50",
        "0.004, 1",
        "1.2e-3, 1",
        "5e-4, 1",
        "0, 20",
        "-1e-3, 20"
    })
    void theMovementIsThatOfAnEulerPath(double r, double ceiling) {
        // ∫ ẋ² dt = ∫ ẋ dx along a path of small steps of x or of time, whichever is smaller
        double x = 0;
        double t = 0;
        double movement = 0;
        while (t < 50 && x < ceiling && r + x * x != 0) {
            double velocity = r + x * x;
            double step = Math.min(Math.min(1e-4, 1e-5 * (1 + ceiling) / Math.abs(velocity)), 50 - t);
            double middle = x + step / 2 * velocity;
            double half = r + middle * middle;
            step = half > 0 ? Math.min(step, (ceiling - x) / half) : step;
            x += step * half;
            movement += step * half * half;
            t += step;
        }
        Observation run = run(r, ceiling, 0);
        // the midpoint rule is of second order
        assertThat(Runs.scalar(run, "movement")).isCloseTo(movement, within(1e-5 * movement + 1e-15));
        assertThat(run.measurements().get("movement").error()).isLessThan(1e-5 * movement + 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"0.004, 5", "1.2e-3, 5", "5e-4, 5", "9e-4, 5", "-1e-3, 5", "0.1, 30"})
    void theSlopeIsThatOfFiniteDifferences(double r, double ceiling) {
        double step = 1e-4 * Math.abs(r);
        double strength = 0.7;
        double expected = (Runs.scalar(run(r + step, ceiling, strength), "loss")
                        - Runs.scalar(run(r - step, ceiling, strength), "loss"))
                / (2 * step);
        Observation run = run(r, ceiling, strength);
        // relative third derivatives times (1e-4)², and what rounding of a loss of up to 6e3 leaves in the difference
        assertThat(Runs.scalar(run, "slope"))
                .isCloseTo(expected, within(1e-5 * Math.abs(expected) + 1e-10 * Runs.scalar(run, "loss") / step));
    }

    @Test
    void aSearchIsWhatSmallStepsTake() {
        // theory 7.2, and descent as a second route
        Map<String, Object> setting =
                Map.of("delay", 20, "window", 10, "ceiling", 20, "consistency", 0.5, "start", 3, "loss", "total");
        double found = Runs.scalar(Runs.run(SEARCH, 0, setting), "search-time");
        double optimum = Runs.scalar(Runs.run(SEARCH, 0, setting), "optimum");
        Mechanism point = new SlowPoint(20);
        Trial trial = new Trial(20, 10, true, 0.5);
        double rate = found / 2000;
        double r = 3 * optimum;
        int steps = 0;
        while (r > optimum) {
            r -= rate * trial.slope(point.over(r, 30, 1e-10));
            steps++;
        }
        // the last step, and half a step for an e-fold of slope (theory 1.2), of which there are fewer than 3
        assertThat(steps * rate).isCloseTo(found, within(2.5 * rate));
    }

    @Test
    void refusesByName() {
        assertThatThrownBy(() -> Runs.run(TRIAL, 0, Map.of("consistency", 1)))
                .hasMessageStartingWith("ceiling: found 0.0, accepted: a positive number where consistency is not 0");
        assertThatThrownBy(() -> Runs.run(SEARCH, 0, Map.of("consistency", -1)))
                .hasMessageStartingWith("consistency: found -1");
        assertThatThrownBy(() -> Runs.run(SEARCH, 0, Map.of("start", 1))).hasMessageStartingWith("start: found 1");
        for (String name : new String[] {"short-term/descent", "short-term/critical-rate"}) {
            assertThatThrownBy(() -> Runs.run(name, 0, Map.of("mechanism", "limit-cycle", "ceiling", 3)))
                    .hasMessage("ceiling: found 3.0, accepted: 0 for a limit cycle");
        }
    }

    private static Observation run(double r, double ceiling, double strength) {
        return Runs.run(
                TRIAL, 0, Map.of("r", r, "delay", 40, "window", 10, "ceiling", ceiling, "consistency", strength));
    }
}
