package org.theoremeter.verify.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.Profile;
import org.theoremeter.verify.claim.read.ClaimReader;
import org.theoremeter.verify.claim.read.Settings;
import org.theoremeter.verify.claim.yaml.YamlReader;
import org.theoremeter.verify.judge.Judgement;
import org.theoremeter.verify.judge.Verdict;

/** What is concluded where a predicted curve is not unique, not computable, or jumps where a sample is. */
class PredictedCurveTest {

    private static final double[] TIMES = {0, 0.25, 0.5, 0.75, 1};

    /** Judges observed values against a prediction, to within 0.05. */
    private static Judgement judged(String predict, double... observed) {
        String text = """
                claim: 1
                id: made.up
                title: A curve
                kind: trajectory
                predict:
                  time: tau
                %s
                observe:
                  experiment: linear-rnn/gradient-flow
                  with: {gain: 0, neurons: 8, horizon: 1 tau, samples: 4}
                  seeds: none
                compare:
                  - {predicted: y, observed: outlier, margin: 0.05}
                """.formatted(predict.indent(2).stripTrailing());
        Claim claim = new ClaimReader(Profile.QUICK, Settings.none())
                .read(YamlReader.read("made-up.yaml", text).get(0));
        Observation run = new Observation(
                Map.of("outlier", new Measurement.Series(TIMES, observed, 1e-9)), Map.of(), Optional.empty());
        Observations all = Observations.simulated(claim.observed().get(""), List.of(List.of(run)));
        return Evaluation.of(claim, Map.of("", all)).get(0).judgement();
    }

    @Test
    void aSolutionThatIsNotUniqueLeavesTheClaimOpen() {
        // y = τ² is a solution, and so is y = 0
        String field = "ode: {u: \"2*sqrt(u)\"}\nstart: {u: \"0\"}\ncurves: {y: \"u\"}";
        for (double[] observed : new double[][] {{0, 0, 0, 0, 0}, {0, 0.0625, 0.25, 0.5625, 1}}) {
            Judgement judgement = judged(field, observed);
            assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(judgement.message()).contains("not unique");
        }
    }

    @Test
    void aBudgetThatIsUsedUpLeavesTheClaimOpen() {
        String field = "ode: {u: \"cos(1e9*tau)\"}\nstart: {u: \"0\"}\ncurves: {y: \"u\"}";
        Judgement judgement = judged(field, 0, 0, 0, 0, 0);
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.message()).contains("undecided").contains("evaluations");
    }

    @Test
    void aSolutionThatEndsBeforeTheSamplesCannotBeEvaluated() {
        String field = "ode: {u: \"u^2\"}\nstart: {u: \"2\"}\ncurves: {y: \"u\"}";
        assertThat(judged(field, 2, 4, 1e9, -4, -2).verdict()).isEqualTo(Verdict.ERROR);
    }

    @Test
    void aSampleOnAJumpWhosePlaceIsRoundedMayHaveEitherValue() {
        // 0.1 + 0.2 + 0.2 is 0.5 as far as rounding tells
        String jump = "curves: {y: \"piecewise(tau < 0.1 + 0.2 + 0.2, 1, 3)\"}";
        assertThat(judged(jump, 1, 1, 1, 3, 3).verdict()).isEqualTo(Verdict.PASS);
        assertThat(judged(jump, 1, 1, 3, 3, 3).verdict()).isEqualTo(Verdict.PASS);
        assertThat(judged(jump, 1, 1, 2, 3, 3).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judged(jump, 1, 3, 3, 3, 3).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judged(jump, 1, 1, 3.1, 3, 3).verdict()).isEqualTo(Verdict.FAIL);
    }
}
