package org.theoremeter.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.sweep.Result;
import org.theoremeter.simulate.sweep.Run;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.Profile;
import org.theoremeter.verify.claim.read.ClaimReader;
import org.theoremeter.verify.claim.read.Settings;
import org.theoremeter.verify.claim.yaml.YamlReader;
import org.theoremeter.verify.evaluate.Observations;

/** Which runs claims ask for, and how their results come back. */
class RunPlanTest {

    /** A claim about grid points with so many seeds at each. */
    private static Claim claim(String gains, int seeds) {
        String text = """
                claim: 1
                id: made.up
                title: A start
                kind: value
                predict: {values: {start: "1"}}
                observe:
                  experiment: linear-rnn/gradient-flow
                  over: {gain: [%s]}
                  with: {gain: gain, neurons: 8, horizon: 1 tau, samples: 4}
                  seeds: %d
                compare:
                  - {predicted: start, observed: initial-decay, margin: 0.1}
                """.formatted(gains, seeds);
        return new ClaimReader(Profile.QUICK, Settings.none())
                .read(YamlReader.read("made-up.yaml", text).get(0));
    }

    private static String described(Run run) {
        return run.arguments().canonical().get("gain") + " seed "
                + run.seedIndex().orElseThrow();
    }

    /** A result that tells its run: the gain, and a hundred times the seed. */
    private static Result result(Run run) {
        double told = Double.parseDouble(run.arguments().canonical().get("gain"))
                + 100 * run.seedIndex().orElseThrow();
        Observation found = Observation.of(Map.of("initial-decay", new Measurement.Scalar(told, 0)));
        return new Result(run, Optional.of(found), Optional.empty(), false);
    }

    @Test
    void runsAreAskedForByClaimThenGridPointThenSeed() {
        RunPlan plan = new RunPlan(List.of(claim("0.1, 0.2", 2), claim("0.2, 0.4", 3)));
        assertThat(plan.runs())
                .extracting(RunPlanTest::described)
                .containsExactly(
                        "0.1 seed 0",
                        "0.1 seed 1",
                        "0.2 seed 0",
                        "0.2 seed 1",
                        "0.2 seed 0",
                        "0.2 seed 1",
                        "0.2 seed 2",
                        "0.4 seed 0",
                        "0.4 seed 1",
                        "0.4 seed 2");
    }

    @Test
    void resultsThatComeInAnyOrderAreFoundAtTheirGridPointAndSeed() {
        Claim claim = claim("0.1, 0.2", 3);
        RunPlan plan = new RunPlan(List.of(claim));
        for (int i = plan.runs().size() - 1; i >= 0; i--) {
            plan.enter(result(plan.runs().get(i)));
        }
        Observations all = JudgedClaim.observations(claim, plan.results(0))
                .values()
                .iterator()
                .next();
        assertThat(all.points()).hasSize(2).allSatisfy(here -> {
            for (int seed = 0; seed < 3; seed++) {
                assertThat(here.runs().get(seed).measurements().get("initial-decay"))
                        .isEqualTo(new Measurement.Scalar(here.point().symbols().get("gain") + 100 * seed, 0));
            }
        });
    }

    @Test
    void aClaimIsCompleteWithItsLastResultAndOnlyOnce() {
        RunPlan plan = new RunPlan(List.of(claim("0.1, 0.2", 2), claim("0.2, 0.4", 2)));
        List<Run> runs = plan.runs();
        assertThat(plan.enter(result(runs.get(0)))).isEmpty();
        assertThat(plan.enter(result(runs.get(1)))).isEmpty();
        assertThat(plan.enter(result(runs.get(2)))).isEmpty();
        assertThat(plan.waits(0)).isTrue();
        // the run at gain 0.2 with seed 1, which both claims ask for
        assertThat(plan.enter(result(runs.get(3)))).containsExactly(0);
        assertThat(plan.waits(0)).isFalse();
        assertThat(plan.enter(result(runs.get(5)))).isEmpty();
        assertThat(plan.enter(result(runs.get(6)))).isEmpty();
        assertThat(plan.enter(result(runs.get(7)))).containsExactly(1);
        assertThat(plan.results(1).stream()).hasSize(4).doesNotContainNull();
    }

    @Test
    void oneRunCompletesAllClaimsThatAskForIt() {
        RunPlan plan = new RunPlan(List.of(claim("0.1, 0.2", 2), claim("0.2, 0.1", 2)));
        List<Run> runs = plan.runs().stream().distinct().toList();
        assertThat(runs).hasSize(4);
        runs.subList(0, 3).forEach(run -> assertThat(plan.enter(result(run))).isEmpty());
        assertThat(plan.enter(result(runs.get(3)))).containsExactly(0, 1);
    }
}
