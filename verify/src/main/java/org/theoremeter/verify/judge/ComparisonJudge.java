package org.theoremeter.verify.judge;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.theoremeter.verify.statistics.Proportion;
import org.theoremeter.verify.statistics.ProportionPlan;
import org.theoremeter.verify.statistics.Sample;

/**
 * Judges comparisons of paired samples: that one quantity comes before another, or that their ratio is below a limit.
 *
 * <p>Passes when the upper bound of the mean of the paired differences (or of the mean logarithm of the ratios) lies below
 * the limit, fails when its lower bound lies above: the opposite is excluded on one side, with no margin between.
 *
 * <p>Whether something happens, 1 or 0 a seed, is compared by the exact sign test of McNemar instead: under equal probabilities either
 * side is the larger one with probability ½ in each seed in which they differ, whatever the number of seeds.
 */
public final class ComparisonJudge {

    private static final double EVEN = 0.5;

    private final double confidence;

    /**
     * Creates a judge.
     *
     * @param confidence 1 − α of the one-sided bound, in (0.5, 1)
     */
    public ComparisonJudge(double confidence) {
        this.confidence = confidence;
    }

    /**
     * Judges paired differences: whether their mean is negative.
     *
     * @param differences earlier minus later, one a seed, or a single one without seeds
     * @param seeded whether they come from seeds
     * @param error the numerical errors of both sides
     */
    public Judgement before(Sample differences, boolean seeded, NumericalError error) {
        if (seeded && differences.constant()) {
            return MeanInterval.noSpread("difference", differences);
        }
        MeanInterval interval = MeanInterval.of(differences, seeded, error, confidence);
        String message = "difference = " + Figures.of(interval.mean()) + " (" + Figures.of(interval.lower()) + " to "
                + Figures.of(interval.upper()) + "), which must be below 0";
        Judgement judgement = interval.judge(
                "difference",
                0,
                Double.NEGATIVE_INFINITY,
                0,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                message);
        return strict(judgement, interval.upper(), 0);
    }

    /**
     * Judges which of two things, that happen or not in the same seeds, happens in fewer: whether the first is as likely as the second, or
     * likelier, is excluded.
     *
     * @param more seeds in which the first happens and the second does not
     * @param fewer seeds in which it is the other way round
     * @param seeds how many there are
     */
    public Judgement rarer(int more, int fewer, int seeds) {
        if (more + fewer == 0) {
            return Judgement.error("difference: " + seeds + (seeds == 1 ? " seed" : " seeds")
                    + ", in none of which they differ, so that no interval can be given");
        }
        Proportion larger = new Proportion(more, more + fewer);
        Estimate estimate = new Estimate(
                "share",
                larger.fraction(),
                larger.lower(confidence),
                larger.upper(confidence),
                EVEN,
                0,
                EVEN,
                OptionalDouble.of(larger.atMost(EVEN)));
        String message = "the first holds alone in " + more + " and the second alone in " + fewer + " of " + seeds
                + " seeds: a share of " + Figures.of(estimate.value()) + " (" + Figures.of(estimate.lower()) + " to "
                + Figures.of(estimate.upper()) + "), which must be below 0.5";
        return strict(Judgement.of(estimate, message, plan(larger, seeds, estimate)), estimate.upper(), EVEN);
    }

    private OptionalInt plan(Proportion larger, int seeds, Estimate estimate) {
        if (estimate.verdict() != Verdict.INCONCLUSIVE) {
            return OptionalInt.empty();
        }
        OptionalInt differing = new ProportionPlan(larger, 0, EVEN, confidence).trials();
        return differing.isPresent()
                ? OptionalInt.of((int) Math.ceil((double) differing.getAsInt() * seeds / larger.trials()))
                : OptionalInt.empty();
    }

    /**
     * Judges paired ratios: whether their geometric mean is below a limit.
     *
     * @param ratios one a seed, all positive, or a single one without seeds
     * @param seeded whether they come from seeds
     * @param error bounds of the numerical errors of the logarithms
     * @param limit the limit, positive
     */
    public Judgement ratio(Sample ratios, boolean seeded, NumericalError error, double limit) {
        if (!(limit > 0)) {
            return Judgement.error("ratio: found the limit " + limit + ", accepted: above 0");
        }
        double[] logarithms = ratios.values();
        for (int i = 0; i < logarithms.length; i++) {
            if (!(logarithms[i] > 0)) {
                return Judgement.error("ratio: found " + logarithms[i] + ", which has no logarithm");
            }
            logarithms[i] = Math.log(logarithms[i]);
        }
        Sample sample = new Sample(logarithms, ratios.foundInOrder());
        if (seeded && sample.constant()) {
            return MeanInterval.noSpread("logarithm of the ratio", sample);
        }
        MeanInterval interval = MeanInterval.of(sample, seeded, error, confidence);
        double value = Math.exp(interval.mean());
        double lower = Math.exp(interval.lower());
        double upper = Math.exp(interval.upper());
        double edge = Math.log(limit);
        Estimate estimate = new Estimate(
                "ratio", value, lower, upper, limit, 0, limit, interval.chance(Double.NEGATIVE_INFINITY, edge));
        String message = "ratio = " + Figures.of(value) + " (" + Figures.of(lower) + " to " + Figures.of(upper)
                + "), which must be below " + Figures.of(limit);
        return strict(
                interval.guarded(
                        Judgement.of(estimate, message, interval.seedsToDecide(Double.NEGATIVE_INFINITY, edge))),
                upper,
                limit);
    }

    /** Leaves open what reaches the limit and is not below it. */
    private static Judgement strict(Judgement judgement, double upper, double limit) {
        return judgement.verdict() == Verdict.PASS && upper >= limit
                ? judgement.undecided("it reaches the limit and is not below it")
                : judgement;
    }
}
