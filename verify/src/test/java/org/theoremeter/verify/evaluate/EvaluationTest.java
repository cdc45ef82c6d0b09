package org.theoremeter.verify.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.theoremeter.verify.claim.yaml.YamlReader;
import org.theoremeter.verify.judge.Verdict;

/** What is concluded from made-up observations, whose truth is known. */
class EvaluationTest {

    private static final String TRAJECTORY = """
            claim: 1
            id: made.up
            title: An exponential
            kind: trajectory
            given: {gain: 0.1}
            measured: {c0: initial-decay}
            predict:
              time: tau
              ode: {c: "-c"}
              start: {c: c0}
              curves: {outlier: "c"}
            observe:
              experiment: linear-rnn/gradient-flow
              with: {gain: gain, neurons: 8, horizon: 1 tau, samples: 4}
              seeds: 2
            compare:
              - {predicted: outlier, observed: outlier, from: emergence, margin: 0.05}
            """;

    private static final double[] TIMES = {0, 0.25, 0.5, 0.75, 1};

    private static Claim claim(String text) {
        return new ClaimReader(Profile.QUICK, Settings.none())
                .read(YamlReader.read("made-up.yaml", text).get(0));
    }

    /** A run that starts at c0, decays, is off by {@code error} everywhere, and whose outlier exists from {@code from} on. */
    private static Observation run(double c0, double error, double from) {
        double[] at = Arrays.stream(TIMES).filter(t -> t >= from).toArray();
        double[] values = Arrays.stream(at).map(t -> c0 * Math.exp(-t) + error).toArray();
        double[] losses = new double[TIMES.length];
        return new Observation(
                Map.of(
                        "outlier", new Measurement.Series(at, values, 1e-9),
                        "loss", new Measurement.Series(TIMES, losses, 1e-9),
                        "initial-decay", new Measurement.Scalar(c0, 0)),
                Map.of("emergence", from),
                Optional.empty());
    }

    private static List<Finding> findings(Claim claim, Observation... runs) {
        return Evaluation.of(
                claim, Map.of("", Observations.simulated(claim.observed().get(""), List.of(List.of(runs)))));
    }

    @Test
    void everySeedIsComparedWithTheCurveFromItsOwnStart() {
        Finding finding =
                findings(claim(TRAJECTORY), run(1, 0.001, 0), run(2, -0.003, 0)).get(0);
        assertThat(finding.judgement().verdict()).isEqualTo(Verdict.PASS);
        // sup distances 0.001 and 0.003: mean 0.002; the ODE is solved to 1e-9
        assertThat(finding.judgement().estimate().orElseThrow().value()).isCloseTo(0.002, within(2e-9));
    }

    @Test
    void aCurveThatIsOffFails() {
        Finding finding =
                findings(claim(TRAJECTORY), run(1, 0.1, 0), run(2, 0.101, 0)).get(0);
        assertThat(finding.judgement().verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void fewerThanHalfOfThePointsAreAnError() {
        Finding finding = findings(claim(TRAJECTORY), run(1, 0.001, 0), run(1.1, 0.001, 0.7))
                .get(0);
        assertThat(finding.judgement().verdict()).isEqualTo(Verdict.ERROR);
        assertThat(finding.judgement().message())
                .contains("only 2 of 5 samples")
                .contains("seed 1");
    }

    @Test
    void anEventThatNeverHappenedIsAnError() {
        Observation whole = run(1, 0.001, 0);
        Observation without = new Observation(whole.measurements(), Map.of(), Optional.empty());
        Finding finding = findings(claim(TRAJECTORY), whole, without).get(0);
        assertThat(finding.judgement().verdict()).isEqualTo(Verdict.ERROR);
        assertThat(finding.judgement().message())
                .contains("emergence never happened")
                .contains("seed 1");
    }

    @Test
    void aDivergedRunFailsWithSeedAndTime() {
        Observation whole = run(1, 0.001, 0);
        Observation diverged = new Observation(
                whole.measurements(), whole.events(), Optional.of(new Divergence("tau", 0.6, "unstable")));
        Finding finding = findings(claim(TRAJECTORY), whole, diverged).get(0);
        assertThat(finding.judgement().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.judgement().message())
                .contains("tau = 0.6")
                .contains("seed 1")
                .contains("unstable");
    }

    @Test
    void aPredictionThatBlowsUpIsAnErrorWithTheTime() {
        // dc/dtau = 3 c^2 from c = 1 reaches infinity at tau = 1/3
        Claim claim = claim(TRAJECTORY.replace("\"-c\"", "\"3*c^2\""));
        Finding finding = findings(claim, run(1, 0.001, 0), run(1.1, 0.002, 0)).get(0);
        assertThat(finding.judgement().verdict()).isEqualTo(Verdict.ERROR);
        assertThat(finding.judgement().message()).containsPattern("ends at tau = 0\\.3[23]");
    }

    @Test
    void formulasOverObservablesCarryTheNumericalError() {
        Claim claim = claim("""
                claim: 1
                id: made.value
                title: Twice a start
                kind: value
                given: {gain: 0.1}
                predict: {values: {twice: "2"}}
                observe: {experiment: linear-rnn/gradient-flow, with: {gain: gain, neurons: 8, horizon: 1 tau}, seeds: 2}
                compare: [{predicted: twice, observed: "2*initial_decay", margin: 0.5}]
                """);
        List<Observation> runs = new ArrayList<>();
        for (double value : new double[] {0.99, 1.01}) {
            runs.add(new Observation(
                    Map.of("initial-decay", new Measurement.Scalar(value, 0.01)), Map.of(), Optional.empty()));
        }
        Finding finding = findings(claim, runs.toArray(Observation[]::new)).get(0);
        // 21.03 for two exponential seeds (numpy, 2 million draws, 1 %), standard error of 1.98 and 2.02 is 0.02,
        // numerical error 2 * 0.01
        double half = 21.03 * 0.02 + 0.02;
        assertThat(finding.judgement().estimate().orElseThrow().upper()).isCloseTo(2 + half, within(0.03 * half));
    }

    @Test
    void aMissingScalarIsAnErrorThatNamesTheRun() {
        Claim claim = claim("""
                claim: 1
                id: made.value
                title: A time
                kind: value
                given: {gain: 0.1}
                predict: {values: {time: "0.5"}}
                observe: {experiment: linear-rnn/gradient-flow, with: {gain: gain, neurons: 8, horizon: 1 tau}, seeds: 2}
                compare: [{predicted: time, observed: learning-time, margin: 0.5}]
                """);
        Observation with =
                new Observation(Map.of("learning-time", new Measurement.Scalar(0.5, 0)), Map.of(), Optional.empty());
        Observation without = new Observation(Map.of(), Map.of(), Optional.empty());
        Finding finding = findings(claim, with, without).get(0);
        assertThat(finding.judgement().verdict()).isEqualTo(Verdict.ERROR);
        assertThat(finding.judgement().message())
                .contains("learning-time does not exist")
                .contains("seed 1");
    }
}
