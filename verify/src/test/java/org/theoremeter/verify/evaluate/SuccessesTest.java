package org.theoremeter.verify.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.experiment.Divergence;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.Profile;
import org.theoremeter.verify.claim.read.ClaimReader;
import org.theoremeter.verify.claim.read.Settings;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.YamlReader;
import org.theoremeter.verify.judge.Judgement;
import org.theoremeter.verify.judge.Verdict;

/** What counts as a success in made-up runs that diverge, or lack what is asked for. */
class SuccessesTest {

    private static final int SEEDS = 20;

    private static Claim claim(String of, String predicted, String more) {
        return new ClaimReader(Profile.QUICK, Settings.none())
                .read(YamlReader.read("made-up.yaml", """
                        claim: 1
                        id: made.up
                        title: So many learn
                        kind: fraction
                        predict: {values: {p: "%s"}}
                        observe: {experiment: leaky-rnn/delayed-cue, seeds: %d}
                        compare: [{fraction of: "%s", predicted: p, margin: 0.3%s}]
                        """.formatted(predicted, SEEDS, of, more))
                        .get(0));
    }

    private static Observation diverged(double learned, Map<String, Double> events) {
        return new Observation(
                Map.of("learned", new Measurement.Scalar(learned, 0), "final-loss", new Measurement.Scalar(0.01, 0)),
                events,
                Optional.of(new Divergence("epoch", 3, "not finite")));
    }

    private static Observation whole(Map<String, Double> events, String... lacking) {
        Map<String, Measurement> found = new HashMap<>(
                Map.of("learned", new Measurement.Scalar(1, 0), "final-loss", new Measurement.Scalar(0.01, 0)));
        found.keySet().removeAll(List.of(lacking));
        return new Observation(found, events, Optional.empty());
    }

    private static Judgement judged(Claim claim, int times, Observation run, Observation others) {
        Observation[] runs = new Observation[SEEDS];
        Arrays.fill(runs, others);
        Arrays.fill(runs, 0, times, run);
        return Evaluation.of(
                        claim,
                        Map.of("", Observations.simulated(claim.observed().get(""), List.of(List.of(runs)))))
                .get(0)
                .judgement();
    }

    @Test
    void aRunThatDivergedHasNotLearnedAsItsScalarsSay() {
        Observation run = diverged(0, Map.of());
        Judgement wrong = judged(claim("learned < 0.5", "0", ""), SEEDS, run, run);
        assertThat(wrong.verdict()).isEqualTo(Verdict.FAIL);
        Judgement right = judged(claim("learned < 0.5", "1", ""), 3, run, diverged(0, Map.of()));
        assertThat(right.verdict()).isEqualTo(Verdict.PASS);
        assertThat(right.message()).contains("20/20").contains("20 of 20 runs diverged");
    }

    @Test
    void whatADivergedRunDoesNotTellIsAnErrorUnlessTheClaimSaysWhatItCountsAs() {
        Observation run = diverged(0, Map.of());
        Observation other = whole(Map.of());
        Judgement silent = judged(claim("final_loss < 0.1", "1", ""), 1, run, other);
        assertThat(silent.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(silent.message())
                .contains("diverged at epoch = 3.0 (seed 0)")
                .contains("final_loss")
                .contains("diverged: success or failure");
        Judgement said = judged(claim("final_loss < 0.1", "1", ", diverged: failure"), 2, run, other);
        assertThat(said.verdict()).isEqualTo(Verdict.PASS);
        assertThat(said.message()).contains("18/20").contains("2 of 20 runs diverged and count as failures");
        assertThat(judged(claim("final_loss < 0.1", "1", ", diverged: failure"), SEEDS, run, other)
                        .verdict())
                .isEqualTo(Verdict.FAIL);
        assertThat(judged(claim("learned > 0.5", "1", ", diverged: success"), SEEDS, run, other)
                        .message())
                .contains("20/20")
                .contains("20 of 20 runs diverged and count as successes");
    }

    @Test
    void anEventThatADivergedRunDidNotReachIsAnErrorUnlessTheClaimSays() {
        Observation other = whole(Map.of());
        assertThat(judged(claim("reached", "0", ""), 1, diverged(0, Map.of()), other)
                        .verdict())
                .isEqualTo(Verdict.ERROR);
        assertThat(judged(claim("reached", "0", ", diverged: success"), SEEDS, diverged(0, Map.of()), other)
                        .verdict())
                .isEqualTo(Verdict.FAIL);
        // it happened before the run diverged
        assertThat(judged(claim("reached", "1", ""), SEEDS, diverged(0, Map.of("reached", 1.0)), other)
                        .message())
                .contains("20/20");
    }

    @Test
    void whatARunLacksIsAnErrorUnlessTheClaimSaysWhatItCountsAs() {
        Observation run = whole(Map.of(), "final-loss");
        Observation other = whole(Map.of());
        Judgement silent = judged(claim("final_loss > 0.1", "0", ""), 1, run, other);
        assertThat(silent.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(silent.message())
                .contains("final-loss does not exist")
                .contains("seed 0")
                .contains("missing:");
        Judgement said = judged(claim("final_loss > 0.1", "0", ", missing: success"), 4, run, other);
        assertThat(said.message()).contains("4/20").contains("4 of 20 runs lack final-loss and count as successes");
    }

    @Test
    void whatHasNoEffectIsRefused() {
        assertThatThrownBy(() -> claim("diverged", "1", ", diverged: success"))
                .isInstanceOf(ClaimException.class)
                .hasMessageContaining("only beside a condition or an event");
        assertThatThrownBy(() -> claim("reached", "1", ", missing: success"))
                .isInstanceOf(ClaimException.class)
                .hasMessageContaining("only beside a condition");
        assertThatThrownBy(() -> claim("learned < 0.5", "1", ", diverged: as-not-learned"))
                .isInstanceOf(ClaimException.class)
                .hasMessageContaining("as-not-learned")
                .hasMessageContaining("success, failure");
    }
}
