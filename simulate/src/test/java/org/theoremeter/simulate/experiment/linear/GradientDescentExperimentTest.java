package org.theoremeter.simulate.experiment.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Runs;

class GradientDescentExperimentTest {

    private static final String NAME = "linear-rnn/gradient-descent";

    @Test
    void approachesTheFlowAtFirstOrderInTheRate() {
        Map<String, Object> shared = Map.of("neurons", 12, "cstar", 0.2, "gain", 0.1, "horizon", 0.6, "samples", 6);
        Observation flow = Runs.run("linear-rnn/gradient-flow", 2, shared);
        // the same pattern needs the same streams: both experiments are given those of the flow
        double[] exact = Runs.series(flow, "leading-eigenvalue").values();
        double[] errors = new double[3];
        for (int i = 0; i < 3; i++) {
            Map<String, Object> given = new HashMap<>(shared);
            given.put("rate", 0.002 / (1 << i));
            Observation descent = Paired.run(NAME, "linear-rnn/gradient-flow", 2, given);
            assertThat(Runs.series(descent, "loss").at())
                    .containsExactly(Runs.series(flow, "loss").at());
            double[] found = Runs.series(descent, "leading-eigenvalue").values();
            for (int j = 0; j < found.length; j++) {
                errors[i] = Math.max(errors[i], Math.abs(found[j] - exact[j]));
            }
        }
        // Richardson: the next order changes the local order by a relative η times the rate 1/(4c⋆³) = 31
        double order = Math.log(errors[1] / errors[2]) / Math.log(2);
        assertThat(order).isCloseTo(1, within(0.03));
        assertThat(Math.log(errors[0] / errors[1]) / Math.log(2)).isCloseTo(order, within(0.06));
    }

    @Test
    void samplesEvenlyAndEndsAtTheHorizon() {
        Observation run =
                Runs.run(NAME, 0, Map.of("neurons", 3, "horizon", 0.7, "rate", 0.1, "samples", 3, "cstar", 0.5));
        // steps 0, 2.33, 4.67, 7 of 7, rounded
        assertThat(Runs.series(run, "loss").at()).containsExactly(new double[] {0, 0.2, 0.5, 0.7}, within(1e-15));
    }

    @Test
    void aRateFarTooLargeDivergesWithItsTrainingTime() {
        Observation run = Runs.run(NAME, 0, Map.of("neurons", 10, "rate", 1, "horizon", 10));
        // first step: c = 1 + 1/4 − 1/1.21 = 0.42; second: 0.42 + 1.39 − 3.66 < 0
        assertThat(run.divergence()).hasValueSatisfying(divergence -> {
            assertThat(divergence.axis()).isEqualTo("tau");
            assertThat(divergence.at()).isEqualTo(1);
            assertThat(divergence.reason()).contains("unstable");
        });
        assertThat(Runs.series(run, "outlier").at()).containsExactly(1);
        assertThat(run.measurements()).doesNotContainKey("learning-time");
    }

    @Test
    void whatDoesNotExistIsAbsent() {
        // two steps of 10⁻⁴: nothing has left the bulk, nothing is learned
        Observation run = Runs.run(NAME, 0, Map.of("neurons", 10, "rate", 1e-4, "horizon", 2e-4));
        assertThat(run.measurements()).doesNotContainKeys("final-outlier", "learning-time");
        assertThat(Runs.series(run, "outlier").at()).isEmpty();
        assertThat(run.events()).isEmpty();
        assertThat(run.divergence()).isEmpty();
    }

    @Test
    void refusesAHorizonThatIsNoMultipleOfTheRate() {
        assertThatThrownBy(() -> Runs.run(NAME, 0, Map.of("rate", 0.7, "horizon", 3)))
                .hasMessageContaining("horizon: found 3.0, accepted: a whole multiple of the rate 0.7");
        assertThatThrownBy(() -> Runs.run(NAME, 0, Map.of("rate", 1e-12)))
                .hasMessageContaining("rate: found 1.0E-12, accepted: a rate that reaches");
        assertThatThrownBy(() -> Runs.run(NAME, 0, Map.of("rate", 10.0))).hasMessageContaining("horizon");
    }
}
