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

class ToleratedRateExperimentTest {

    private static final String NAME = "short-term/critical-rate";

    @ParameterizedTest
    @CsvSource({"30, 5", "20, 20", "10, 30", "50, 1"})
    void aSlowPointDiesFromTheRateOfTheLaw(double delay, double window) {
        // theory 3.2
        double law = Math.pow(Math.PI, 4)
                / (8 * delay * delay)
                * (1 / (delay * delay) - 1 / ((delay + window) * (delay + window)));
        Observation run = run("slow-point", delay, window);
        isWithinItsError(run, "critical-rate", law);
        assertThat(run.measurements()).containsOnlyKeys("critical-rate");
        assertThat(run.events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"30, 5", "20, 4", "10, 8", "12, 12"})
    void aLimitCycleDiesFromTheRateOfTheJoinedLaw(double delay, double window) {
        // theory 3.4
        double law = Math.min(
                window / (4 * delay * delay * (delay + window)),
                delay * window / (Math.pow(delay + window, 3) * (2 * delay + window)));
        isWithinItsError(run("limit-cycle", delay, window), "critical-rate", law);
    }

    @ParameterizedTest
    @CsvSource({"30, 5", "20, 8", "10, 4.9"})
    void aLimitCycleEscapesFromTheEdgeOfItsDeadZone(double delay, double window) {
        // the step up from just above the edge e = 1/(2(T_d + T_r)) reaches 1/T_d: η/(2 T_r e²) = 1/T_d − e (theory
        // 3.6)
        double edge = 1 / (2 * (delay + window));
        double law = (1 / delay - edge) * 2 * window * edge * edge;
        Observation run = run("limit-cycle", delay, window);
        isWithinItsError(run, "escape-rate", law);
        assertThat(run.events()).isEmpty();
    }

    @Test
    void whereLongWindowsLeadUpThereIsNoEscapeRate() {
        // 3/(2(T_d + T_r)) < 1/T_d, and the slope in between is negative (theory 3.3)
        Observation run = run("limit-cycle", 10, 6);
        assertThat(run.measurements()).containsOnlyKeys("critical-rate");
        assertThat(run.events()).containsOnlyKeys("escapes-at-any-rate");
    }

    @Test
    void refusesByName() {
        assertThatThrownBy(() -> run("limit-cycle", 10, 11))
                .hasMessageStartingWith("window: found 11.0, accepted: at most the delay, 10.0");
        assertThatThrownBy(() -> run("slow-point", 10, 1e-4))
                .hasMessageStartingWith("window: found 1.0E-4, accepted: at least 1.0E-4 of the delay, 10.0");
        assertThatThrownBy(() -> run("slow-point", 0, 11)).hasMessageStartingWith("delay: found 0.0");
        assertThatThrownBy(() -> run("slow-point", 10, -1)).hasMessageStartingWith("window: found -1.0");
        assertThatThrownBy(() -> Runs.run(NAME, 0, Map.of("mechanism", "slow-pint")))
                .hasMessageContaining("nearest: slow-point");
    }

    private static Observation run(String mechanism, double delay, double window) {
        return Runs.run(NAME, 0, Map.of("mechanism", mechanism, "delay", delay, "window", window, "bracket", 1e-4));
    }

    private static void isWithinItsError(Observation run, String name, double law) {
        double error = run.measurements().get(name).error();
        assertThat(Runs.scalar(run, name)).isCloseTo(law, within(error));
        // half the bracket, and what the places may be off at short windows
        assertThat(error).isLessThan(6e-5 * law);
    }
}
