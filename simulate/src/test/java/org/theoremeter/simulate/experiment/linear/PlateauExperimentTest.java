package org.theoremeter.simulate.experiment.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.simulate.catalogue.Experiments;
import org.theoremeter.simulate.experiment.ArgumentException;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Runs;
import org.theoremeter.simulate.ode.ReducedRun;
import org.theoremeter.simulate.ode.Trajectory;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.theory.Laws;

/** The plateau from small random weights (theory 2.3): when the pair leaves, and when that of its plane does. */
class PlateauExperimentTest {

    private static final String NAME = "linear-rnn/plateau";
    private static final Map<String, Object> GIVEN =
            Map.of("cstar", 0.3, "omegastar", 1.2, "neurons", 6, "gain", 0.1, "horizon", 150);

    private static Observation run(String name, long seed, Map<String, Object> given) {
        Experiment experiment = Experiments.named(name).orElseThrow();
        return experiment.run(Arguments.of(experiment, given), RandomStreams.of(seed));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void networkAndPlaneLeaveWhereFlowAndReducedDynamicsSay(long seed) {
        Observation found = run(NAME, seed, GIVEN);
        Map<String, Object> flow = new HashMap<>(GIVEN);
        flow.put("target", "oscillator");
        Observation full = run("linear-rnn/gradient-flow", seed, flow);
        // the same flow from the same weights, to another tolerance: a time is wrong by at most both errors
        assertThat(Runs.scalar(found, "plateau-end"))
                .isCloseTo(
                        Runs.scalar(full, "plateau-end"),
                        within(found.measurements().get("plateau-end").error()
                                + full.measurements().get("plateau-end").error()));
        Trajectory plane = ReducedRun.of(
                        Laws.named("oscillator.plane").orElseThrow().dynamics().orElseThrow())
                .run(
                        Map.of(
                                "w11", Runs.scalar(full, "initial-w11"),
                                "w12", Runs.scalar(full, "initial-w12"),
                                "w21", Runs.scalar(full, "initial-w21"),
                                "w22", Runs.scalar(full, "initial-w22")),
                        Map.of("cstar", 0.3, "omegastar", 1.2),
                        150);
        double low = 0;
        double high = Runs.scalar(found, "plane-plateau-end") + 1;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (plane.observable("frequency", middle) >= 0.6) {
                high = middle;
            } else {
                low = middle;
            }
        }
        // the frequency rises by 0.1 or more a unit of tau there: ten times the error of the reduced run, and our own
        assertThat(Runs.scalar(found, "plane-plateau-end"))
                .isCloseTo(
                        high,
                        within(found.measurements().get("plane-plateau-end").error() + 10 * 4 * plane.error()));
        assertThat(Runs.scalar(found, "lead"))
                .isEqualTo(Runs.scalar(found, "plane-plateau-end") - Runs.scalar(found, "plateau-end"));
    }

    @Test
    void aNetworkOfTwoNeuronsIsItsPlane() {
        Map<String, Object> given = new HashMap<>(GIVEN);
        given.put("neurons", 2);
        Observation found = run(NAME, 5, given);
        // the same weights in another basis: apart by both errors of integration
        assertThat(Runs.scalar(found, "lead"))
                .isCloseTo(0, within(found.measurements().get("lead").error()));
        assertThat(found.measurements().get("lead").error()).isLessThan(1e-4);
    }

    @Test
    void whoHasNotLeftByTheHorizonHasNoTime() {
        Map<String, Object> given = new HashMap<>(GIVEN);
        given.put("horizon", 1);
        assertThat(run(NAME, 1, given).measurements()).isEmpty();
    }

    @Test
    void asksForAnOscillatorAndRandomWeights() {
        assertThatThrownBy(() -> Runs.run(NAME, 0, Map.of("target", "integrator")))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("oscillator");
        refused(Map.of("gain", 0), "gain");
        refused(Map.of("cstar", 0.001, "omegastar", 3), "at most 500.0 cstar");
    }

    private static void refused(Map<String, Object> given, String says) {
        Experiment experiment = Experiments.named(NAME).orElseThrow();
        assertThatThrownBy(() -> experiment.check(Arguments.of(experiment, given)))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining(says);
    }
}
