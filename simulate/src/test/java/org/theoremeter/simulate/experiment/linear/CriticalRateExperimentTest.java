package org.theoremeter.simulate.experiment.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Runs;

class CriticalRateExperimentTest {

    private static final String NAME = "linear-rnn/critical-rate";

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.1, 0.2})
    void theFullNetworkHasTheRateOfItsHessian(double cstar) {
        Measurement rate = Runs.run(NAME, 0, Map.of("cstar", cstar, "neurons", 24))
                .measurements()
                .get("critical-rate");
        // theory 1.4: 8c⋆³; the declared error covers the bracket and the finite horizon
        double expected = 8 * Math.pow(cstar, 3);
        double found = ((Measurement.Scalar) rate).value();
        assertThat(found).isCloseTo(expected, within(rate.error()));
        assertThat(rate.error()).isLessThan(0.01 * expected);
        // slow convergence can only make the rate look smaller
        assertThat(found).isLessThan(expected * 1.0006);
    }

    @Test
    void discreteTimeHasItsOwnLaw() {
        double cstar = 0.3;
        double dt = 0.2;
        Measurement rate = Runs.run(
                        NAME,
                        0,
                        Map.of(
                                "cstar",
                                cstar,
                                "neurons",
                                6,
                                "gradient",
                                "discrete",
                                "dt",
                                dt,
                                "horizon",
                                2000,
                                "bracket",
                                3e-3))
                .measurements()
                .get("critical-rate");
        // theory 1.4: 2(1 − q²)³/[Δt³(1 + q²)], q = 1 − Δt c⋆; here 3 % from 8c⋆³, three times the error
        double q = 1 - dt * cstar;
        double expected = 2 * Math.pow(1 - q * q, 3) / (Math.pow(dt, 3) * (1 + q * q));
        assertThat(Math.abs(expected / (8 * Math.pow(cstar, 3)) - 1)).isGreaterThan(0.03);
        assertThat(((Measurement.Scalar) rate).value()).isCloseTo(expected, within(rate.error()));
        assertThat(rate.error()).isLessThan(0.01 * expected);
    }

    @Test
    void aSearchThatMissesItSaysSo() {
        Map<String, Object> small = Map.of("cstar", 0.3, "neurons", 4, "horizon", 500, "low", 9, "high", 12);
        Observation above = Runs.run(NAME, 0, small);
        assertThat(above.measurements()).isEmpty();
        assertThat(above.divergence()).isEmpty();
        assertThat(above.events()).containsOnlyKeys("fails-at-low");
        assertThat(above.events().get("fails-at-low")).isCloseTo(9 * 0.027, within(1e-15)); // rounding
        Observation below = Runs.run(NAME, 0, Map.of("cstar", 0.3, "neurons", 4, "horizon", 500, "low", 2, "high", 6));
        assertThat(below.measurements()).isEmpty();
        assertThat(below.events()).containsOnlyKeys("converges-at-high");
    }

    @Test
    void decidingEarlyChangesNoDecision() {
        double cstar = 0.2;
        for (double factor : new double[] {1, 5, 7.5, 7.9, 7.95, 7.99, 8.01, 8.05, 8.5, 9, 12, 20, 30}) {
            // an independent decision: the scalar map of theory 1.4, run to the very end
            double rate = factor * Math.pow(cstar, 3);
            double c = 1;
            int inside = 0;
            for (int step = 0; step <= 1000; step++) {
                inside = Math.abs(c - cstar) < 1e-6 * cstar ? inside + 1 : 0;
                c += rate * (1 / (4 * c * c) - 1 / ((c + cstar) * (c + cstar)));
            }
            boolean expected = inside >= 10;
            Observation run = Runs.run(
                    NAME,
                    0,
                    Map.of("cstar", cstar, "neurons", 3, "horizon", 1000, "low", factor, "high", 100, "bracket", 0.5));
            boolean converged = !run.events().containsKey("fails-at-low");
            assertThat(converged).as("η = " + factor + " c⋆³").isEqualTo(expected);
        }
    }

    @Test
    void convergedMeansTenStepsInARow() {
        double cstar = 0.2;
        double rate = Math.pow(cstar, 3);
        long first = 0;
        for (double c = 1; Math.abs(c - cstar) >= 1e-6 * cstar; first++) {
            c += rate * (1 / (4 * c * c) - 1 / ((c + cstar) * (c + cstar)));
        }
        for (long horizon : new long[] {first + 8, first + 9}) {
            Map<String, Object> given =
                    Map.of("cstar", cstar, "neurons", 3, "horizon", horizon, "low", 1, "high", 100, "bracket", 0.5);
            boolean converged = !Runs.run(NAME, 0, given).events().containsKey("fails-at-low");
            // inside at the steps from the first to the horizon
            assertThat(converged).isEqualTo(horizon - first + 1 >= 10);
        }
    }

    @Test
    void refusesAnEmptySearch() {
        assertThatThrownBy(() -> Runs.run(NAME, 0, Map.of("low", 5, "high", 5)))
                .hasMessageContaining("high: found 5.0, accepted: more than low, 5.0");
    }
}
