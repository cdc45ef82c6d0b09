package org.theoremeter.simulate.experiment.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Runs;

class GradientAgreementExperimentTest {

    private static final String NAME = "linear-rnn/gradient-agreement";

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.9})
    void bothGradientsAreRight(double gain) {
        Observation run = Runs.run(NAME, 1, Map.of("gain", gain));
        // rounding of sums over N and K
        assertThat(Runs.scalar(run, "conservation-residual-continuous")).isLessThan(1e-14);
        assertThat(Runs.scalar(run, "conservation-residual-discrete")).isLessThan(1e-13);
        // a relative step of 1e-5 truncates at 1e-10 and rounds at 1e-11 of the loss over the step
        assertThat(Runs.scalar(run, "finite-difference-error")).isLessThan(1e-7);
    }

    @Test
    void theyApproachEachOtherAtFirstOrder() {
        for (String name :
                new String[] {"relative-difference", "read-in-difference", "read-out-difference", "loss-difference"}) {
            double coarse = Runs.scalar(Runs.run(NAME, 2, Map.of("dt", 0.02)), name);
            double fine = Runs.scalar(Runs.run(NAME, 2, Map.of("dt", 0.01)), name);
            // the next order contributes a relative few Δt
            assertThat(Math.log(coarse / fine) / Math.log(2)).as(name).isCloseTo(1, within(0.1));
        }
    }

    @Test
    void drawsUnstableWeightsAnew() {
        // N = 2 at gain 0.99: about a fifth of the draws have an eigenvalue beyond 1, where neither gradient exists
        for (long seed = 0; seed < 40; seed++) {
            assertThat(Runs.run(NAME, seed, Map.of("neurons", 2, "gain", 0.99)).measurements())
                    .as("seed " + seed)
                    .containsKey("relative-difference");
        }
    }
}
