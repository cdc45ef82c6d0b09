package org.theoremeter.verify.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.experiment.Divergence;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.GridPoint;
import org.theoremeter.verify.claim.Observe;
import org.theoremeter.verify.claim.Profile;
import org.theoremeter.verify.claim.Recorded;
import org.theoremeter.verify.claim.read.ClaimReader;
import org.theoremeter.verify.claim.read.Settings;
import org.theoremeter.verify.claim.yaml.YamlReader;
import org.theoremeter.verify.judge.Judgement;
import org.theoremeter.verify.judge.Verdict;

/** Thresholds of made-up runs: a seed misses every delay beyond one of its own, which falls with the rate to a known power. */
class FittedThresholdsTest {

    private static final int SEEDS = 40;

    /** Steepness 1/s of the logistic in ln delay from which the delays of the seeds are. */
    private static final double S = 0.05;

    /** The critical delay at rate 1, in ms, and its power of the rate. */
    private static final double AT_ONE = 50;

    private static final double POWER = -0.25;

    private static Claim claim(String of, String compare, String predicted) {
        return new ClaimReader(Profile.QUICK, Settings.none())
                .read(YamlReader.read("made-up.yaml", """
                        claim: 1
                        id: made.up
                        title: The critical delay falls with the rate
                        kind: exponent
                        predict: {slopes: {p: "%s"}}
                        observe:
                          experiment: leaky-rnn/delayed-cue
                          with: {rate: rate, delay: 5*step ms}
                          over: {rate: {log: [0.01, 1, 5]}, step: {lin: [4, 64, 61]}}
                          seeds: %d
                          thresholds: {missed: {of: "%s", along: step, model: logistic, coordinate: log}}
                        compare: [{%s, predicted: p, margin: 30 %%}]
                        """.formatted(predicted, SEEDS, of, compare))
                        .get(0));
    }

    private static Claim claim(String predicted) {
        return claim("learned < 0.5", "slope of: rate, against: missed", predicted);
    }

    /** Returns ln of the critical delay of a seed over that of the middle one: quantiles of a logistic. */
    private static double quantile(int seed) {
        double p = (seed + 0.5) / SEEDS;
        return S * Math.log(p / (1 - p));
    }

    private static double middle(double rate) {
        return AT_ONE * Math.pow(rate, POWER);
    }

    private static Observation run(GridPoint point, int seed) {
        double delay = 5 * point.coordinates().get("step");
        boolean missed = delay > middle(point.coordinates().get("rate")) * Math.exp(quantile(seed));
        return Observation.of(Map.of("learned", new Measurement.Scalar(missed ? 0 : 1, 0)));
    }

    private static Observations observed(Claim claim, BiFunction<GridPoint, Integer, Observation> run) {
        Observe observe = claim.observed().get("");
        List<List<Observation>> all = new ArrayList<>();
        for (GridPoint point : observe.points()) {
            all.add(IntStream.range(0, SEEDS)
                    .mapToObj(seed -> run.apply(point, seed))
                    .toList());
        }
        return Observations.simulated(observe, all);
    }

    private static Judgement judged(Claim claim, Observations observed) {
        return Evaluation.of(claim, Map.of("", observed)).get(0).judgement();
    }

    @Test
    void theThresholdIsWhereHalfOfTheRunsFulfilTheCondition() {
        Observations observed = observed(claim("-4"), FittedThresholdsTest::run);
        assertThat(observed.points()).hasSize(5);
        for (PointObservations here : observed.points()) {
            double rate = here.point().coordinates().get("rate");
            assertThat(here.point().coordinates()).containsOnlyKeys("rate");
            Recorded.Point found = here.recorded().orElseThrow();
            double steps =
                    ((Measurement.Scalar) found.runs().get(0).measurements().get("missed")).value();
            // the quantiles are symmetric; delays are 5 ms apart, of which a step of counts may be off by half
            assertThat(Math.log(5 * steps)).isCloseTo(Math.log(middle(rate)), within(2.5 / middle(rate)));
        }
    }

    /**
     * Σ(successes − n p) = 0 over evenly spaced places makes the threshold of a logistic the mean of the seeds' own, so that its
     * error is their deviation over √n. Here places are evenly spaced in the delay, not in its logarithm, which weighs small
     * delays less: a fifth covers that.
     */
    @Test
    void itsErrorIsThatOfPairedSeeds() {
        double[] own = IntStream.range(0, SEEDS)
                .mapToDouble(FittedThresholdsTest::quantile)
                .toArray();
        double square = Arrays.stream(own).map(value -> value * value).sum() / (SEEDS - 1);
        double expected = Math.sqrt(square / SEEDS);
        Observations observed = observed(claim("-4"), FittedThresholdsTest::run);
        PointObservations small = observed.points().get(0);
        double error = small.recorded().orElseThrow().deviations().get("missed");
        assertThat(error).isCloseTo(expected, within(expected / 5));
        // independent trials 5 ms apart would make it √(s d/n) with d = 5 ms/T₀, less than half of it
        double independent =
                Math.sqrt(S * 5 / middle(small.point().coordinates().get("rate")) / SEEDS);
        assertThat(error).isGreaterThan(2 * independent);
    }

    @Test
    void theExponentIsJudgedInBothDirections() {
        String of = "learned < 0.5";
        assertJudged(claim("-4"), Verdict.PASS);
        assertJudged(claim("-2.5"), Verdict.FAIL);
        assertJudged(claim(of, "slope of: missed, against: rate", "-0.25"), Verdict.PASS);
        assertJudged(claim(of, "slope of: missed, against: rate", "0.25"), Verdict.FAIL);
    }

    private static void assertJudged(Claim claim, Verdict verdict) {
        Judgement judged = judged(claim, observed(claim, FittedThresholdsTest::run));
        assertThat(judged.verdict()).as(judged.message()).isEqualTo(verdict);
    }

    /** All runs at the largest rate miss at all delays: it has no threshold, and the others still have an exponent. */
    @Test
    void controlsWithoutAThresholdAreLeftOutAndCounted() {
        Claim claim = claim("-4");
        Judgement one = judged(claim, observed(claim, (point, seed) -> lost(point, seed, 0.5)));
        assertThat(one.message()).contains("1 of 5 points are not determined");
        Judgement most = judged(claim, observed(claim, (point, seed) -> lost(point, seed, 0.05)));
        assertThat(most.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(most.message()).contains("only 2 of 5 points are determined");
    }

    private static Observation lost(GridPoint point, int seed, double above) {
        return point.coordinates().get("rate") > above
                ? Observation.of(Map.of("learned", new Measurement.Scalar(0, 0)))
                : run(point, seed);
    }

    @Test
    void aRunThatDivergedCountsByWhatIsKnownOfIt() {
        Claim claim = claim("-4");
        Judgement judged = judged(claim, observed(claim, FittedThresholdsTest::diverging));
        assertThat(judged.verdict()).as(judged.message()).isEqualTo(Verdict.PASS);
        assertThat(judged.message()).contains("of missed, ").contains(" runs diverged");
        Claim unknown = claim("final_loss > 0.1", "slope of: rate, against: missed", "-4");
        assertThat(unknown.observed().get("").compared().points()).hasSize(5);
        assertThatThrownBy(() -> observed(unknown, FittedThresholdsTest::diverging))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("final_loss")
                .hasMessageContaining("diverged: success or failure");
    }

    /** What missed has diverged, and its scalars say that it has not learned. */
    private static Observation diverging(GridPoint point, int seed) {
        Observation run = run(point, seed);
        boolean missed = ((Measurement.Scalar) run.measurements().get("learned")).value() < 0.5;
        return new Observation(
                Map.of(
                        "learned",
                        run.measurements().get("learned"),
                        "final-loss",
                        new Measurement.Scalar(missed ? 1 : 0, 0)),
                Map.of(),
                missed ? Optional.of(new Divergence("epoch", 3, "not finite")) : Optional.empty());
    }

    /**
     * A tenth of the networks missed every delay, or by their numerical error none: the threshold may be that of either, and is
     * less sure than if they surely missed.
     */
    @Test
    void whatNumericsLeaveOpenWidensTheThreshold() {
        Claim claim = claim("-4");
        double sure = deviation(observed(claim, FittedThresholdsTest::run));
        double open = deviation(observed(claim, (point, seed) -> unsure(point, seed, 1)));
        double missed = deviation(observed(claim, (point, seed) -> unsure(point, seed, 0)));
        assertThat(open).isGreaterThan(sure).isGreaterThan(missed);
    }

    /** Seeds 36 to 39 are counted as missed, within an error. */
    private static Observation unsure(GridPoint point, int seed, double error) {
        return seed < 36 ? run(point, seed) : Observation.of(Map.of("learned", new Measurement.Scalar(0, error)));
    }

    private static double deviation(Observations observed) {
        return observed.points().get(2).recorded().orElseThrow().deviations().get("missed");
    }
}
