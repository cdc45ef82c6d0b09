package org.theoremeter.simulate.experiment.ghost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.experiment.ArgumentException;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Runs;

class GhostExperimentTest {

    private static final String GHOST = "rank-k-rnn/ghost";

    /** A short trial and a low gain: learned within some hundred epochs. */
    private static Observation easy(Map<String, ?> more) {
        Map<String, Object> given = new HashMap<>(
                Map.of("neurons", 20, "silent", 3, "on", 3, "gain", 3, "rate", 0.5, "epochs", 3000, "every", 50));
        given.putAll(more);
        return Runs.run(GHOST, 1, given);
    }

    @Test
    void marksTheDropWhereTheSeriesHalves() {
        Observation run = easy(Map.of("until", "dropped"));
        Measurement.Series loss = Runs.series(run, "loss");
        int last = loss.values().length - 1;
        double first = Runs.scalar(run, "first-loss");
        assertThat(loss.values()[0]).isEqualTo(first);
        assertThat(loss.values()[last]).isLessThan(first / 2).isEqualTo(Runs.scalar(run, "final-loss"));
        for (int i = 0; i < last; i++) {
            assertThat(loss.values()[i]).isGreaterThanOrEqualTo(first / 2);
        }
        assertThat(run.events().get("drop")).isEqualTo(loss.at()[last]);
        assertThat(Runs.scalar(run, "dropped")).isEqualTo(1);
        assertThat(Runs.scalar(run, "zeros-at-drop")).isEqualTo(Runs.scalar(run, "final-zeros"));
    }

    @Test
    void endsWhereTheLossIsAHundredth() {
        Observation run = easy(Map.of("until", "learned", "gain", 10, "epochs", 20_000));
        double ratio = Runs.scalar(run, "final-loss") / Runs.scalar(run, "first-loss");
        assertThat(Runs.scalar(run, "learned")).isEqualTo(ratio < 0.01 ? 1 : 0);
        assertThat(run.events().containsKey("reached")).isEqualTo(ratio < 0.01);
    }

    @Test
    void countsChangesOfTheNumberOfFixedPoints() {
        Observation run = easy(Map.of("until", "epochs"));
        double[] zeros = Runs.series(run, "zeros").values();
        int changes = 0;
        for (int i = 1; i < zeros.length; i++) {
            changes += zeros[i] == zeros[i - 1] ? 0 : 1;
        }
        assertThat(Runs.scalar(run, "zero-changes")).isEqualTo(changes);
        assertThat(Runs.scalar(run, "first-zeros")).isEqualTo(zeros[0]);
        assertThat(Arrays.stream(zeros)).allMatch(count -> count % 2 == 1);
    }

    @Test
    void aReleaseAtTheSameGainIsMoreTraining() {
        Map<String, Object> shortly = Map.of("until", "epochs", "epochs", 40, "release-gain", 3, "release-epochs", 7);
        double released = Runs.scalar(easy(shortly), "released-loss");
        assertThat(released).isEqualTo(Runs.scalar(easy(Map.of("until", "epochs", "epochs", 47)), "final-loss"));
        Map<String, Object> lower = Map.of("until", "epochs", "epochs", 40, "release-gain", 1, "release-epochs", 7);
        assertThat(Runs.scalar(easy(lower), "released-loss")).isNotCloseTo(released, within(1e-9));
    }

    @Test
    void aRateThatIsFarTooLargeEndsWhereNothingIsLearned() {
        // published constants but the rate, which is thirty times too large
        Observation run =
                Runs.run(GHOST, 0, Map.of("rate", 0.1, "epochs", 6000, "until", "epochs", "release-gain", 0.2));
        assertThat(Runs.scalar(run, "dead")).isEqualTo(1);
        assertThat(Runs.scalar(run, "final-gradient-norm")).isLessThan(1e-6);
        assertThat(Runs.scalar(run, "released-loss")).isLessThan(0.9 * Runs.scalar(run, "first-loss"));
        assertThat(Runs.scalar(run, "recovered")).isEqualTo(1);
    }

    @Test
    void looksAtNoFieldOfHigherRank() {
        Observation run = easy(Map.of("rank", 2, "epochs", 5));
        assertThat(run.measurements()).containsKey("loss").doesNotContainKeys("zeros", "ghosts", "final-zeros");
    }

    @Test
    void refusesARankAboveTheNumberOfUnits() {
        assertThatThrownBy(() -> Arguments.of(new GhostExperiment(), Map.of("neurons", 3, "rank", 4)))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("at most the number of units, 3");
    }
}
