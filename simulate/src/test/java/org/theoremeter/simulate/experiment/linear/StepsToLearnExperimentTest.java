package org.theoremeter.simulate.experiment.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Runs;

class StepsToLearnExperimentTest {

    private static final String NAME = "linear-rnn/steps-to-learn";

    @ParameterizedTest
    @CsvSource({"0.1, 0.25, 0.01", "0.1, 0.5, 0.01", "0.1, 0.9, 0.001", "0.2, 0.25, 0.1", "0.05, 0.5, 0.01"})
    void countsTheStepsOfTheScalarMap(double cstar, double kappa, double within) {
        double rate = kappa * 8 * Math.pow(cstar, 3);
        // theory 1.4's map, iterated here; the count is a whole number, so the two must be equal
        int expected = 0;
        for (double c = 1; Math.abs(c - cstar) > within * cstar; expected++) {
            c += rate * (1 / (4 * c * c) - 1 / ((c + cstar) * (c + cstar)));
        }
        Observation run = Runs.run(NAME, 0, Map.of("cstar", cstar, "neurons", 16, "rate", rate, "within", within));
        assertThat(Runs.scalar(run, "steps")).isEqualTo(expected);
    }

    @Test
    void whatIsNotLearnedInTimeIsAbsent() {
        Observation run = Runs.run(NAME, 0, Map.of("neurons", 5, "horizon", 20));
        assertThat(run.measurements()).doesNotContainKey("steps");
        assertThat(run.divergence()).isEmpty();
        Observation unstable = Runs.run(NAME, 0, Map.of("neurons", 5, "rate", 2));
        assertThat(unstable.measurements()).doesNotContainKey("steps");
        assertThat(unstable.divergence()).hasValueSatisfying(divergence -> {
            assertThat(divergence.axis()).isEqualTo("step");
            assertThat(divergence.at()).isZero();
        });
    }
}
