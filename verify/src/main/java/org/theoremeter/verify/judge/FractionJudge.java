package org.theoremeter.verify.judge;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.theoremeter.verify.statistics.Proportion;
import org.theoremeter.verify.statistics.ProportionPlan;
import org.theoremeter.verify.statistics.Sample;

/**
 * Judges fractions: successes of independent trials against a predicted probability, on both sides.
 *
 * <p>The interval is the exact one of Clopper and Pearson, the 1 − 2α interval, so that PASS is wrong
 * at most α of the time whatever the number of trials, and so is FAIL where the margin is wider than the interval; where it is
 * narrower either end may miss it, 2α together. The prediction may lie at 0 or 1: there the margin has one side. A margin
 * that holds every probability is an error.
 *
 * <p>Trials of one seed may succeed together. Where each seed counts several trials, the interval is also that of a mean of
 * the seeds' fractions, if that is the wider one.
 */
public final class FractionJudge {

    private final double confidence;

    /**
     * Creates a judge.
     *
     * @param confidence 1 − α, in (0.5, 1)
     */
    public FractionJudge(double confidence) {
        this.confidence = confidence;
    }

    /** Judges a fraction of which every trial's success is sure. */
    public Judgement judge(Proportion observed, int seeds, double predicted, double predictionError, double margin) {
        return judge(observed, observed, Optional.empty(), seeds, predicted, predictionError, margin);
    }

    /**
     * Judges a fraction.
     *
     * @param fewest trials, and the successes that are sure
     * @param most the same trials, and the successes that there may be within numerical error
     * @param bySeed where several seeds count trials of their own, one number a seed whose mean is the fraction
     * @param seeds how many seeds the trials are of; 0 if more cannot be drawn
     * @param predicted the predicted probability, in [0, 1]
     * @param predictionError bound of its numerical error
     * @param margin the half-width of the margin, absolute
     */
    public Judgement judge(
            Proportion fewest,
            Proportion most,
            Optional<Sample> bySeed,
            int seeds,
            double predicted,
            double predictionError,
            double margin) {
        if (!(predicted >= 0 && predicted <= 1)) {
            return Judgement.error("fraction: predicted " + predicted + ", which is no probability");
        }
        double low = predicted - margin;
        double high = predicted + margin;
        if (low <= 0 && high >= 1) {
            return Judgement.error("fraction: predicted " + Figures.of(predicted) + " ± " + Figures.of(margin)
                    + ", within which lies every probability");
        }
        Optional<MeanInterval> between = bySeed.filter(sample -> !sample.constant())
                .map(sample -> MeanInterval.of(sample, true, NumericalError.NONE, confidence));
        double independentLower = fewest.lower(confidence);
        double independentUpper = most.upper(confidence);
        double lower = between.map(MeanInterval::lower)
                        .filter(end -> end < independentLower)
                        .orElse(independentLower)
                - predictionError;
        double upper = between.map(MeanInterval::upper)
                        .filter(end -> end > independentUpper)
                        .orElse(independentUpper)
                + predictionError;
        double independent = Math.max(
                high >= 1 ? 0 : most.atMost(high - predictionError),
                low <= 0 ? 0 : fewest.atLeast(low + predictionError));
        double chance = Math.max(
                independent,
                between.map(interval -> interval.chance(
                                        low <= 0 ? Double.NEGATIVE_INFINITY : low + predictionError,
                                        high >= 1 ? Double.POSITIVE_INFINITY : high - predictionError)
                                .orElse(0))
                        .orElse(0.0));
        Estimate estimate = new Estimate(
                "fraction",
                (fewest.fraction() + most.fraction()) / 2,
                Math.max(0, lower),
                Math.min(1, upper),
                predicted,
                Math.max(0, low),
                Math.min(1, high),
                OptionalDouble.of(chance));
        boolean sure = fewest.equals(most);
        String counted = sure
                ? fewest.successes() + "/" + fewest.trials() + " = " + Figures.of(fewest.fraction())
                : fewest.successes() + " to " + most.successes() + " of " + most.trials() + " within numerical error";
        boolean independentEnds =
                lower == independentLower - predictionError && upper == independentUpper + predictionError;
        String wider = independentEnds
                ? ""
                : ", from the spread between " + between.orElseThrow().seeds() + " seeds";
        String message = "fraction = " + counted + " (" + Math.round(100 * (2 * confidence - 1)) + " % interval "
                + Figures.of(Math.max(0, lower)) + " to " + Figures.of(Math.min(1, upper))
                + wider
                + "), predicted "
                + Figures.of(predicted) + " ± " + Figures.of(margin);
        boolean open = estimate.verdict() == Verdict.INCONCLUSIVE && seeds > 0 && sure;
        return Judgement.of(
                estimate, message, open ? plan(fewest, seeds, predictionError, low, high) : OptionalInt.empty());
    }

    private OptionalInt plan(Proportion observed, int seeds, double error, double low, double high) {
        int each = observed.trials() / seeds;
        OptionalInt trials = new ProportionPlan(observed, low + error, high - error, confidence).trials();
        return trials.isPresent()
                ? OptionalInt.of((int) Math.ceil((double) trials.getAsInt() / each))
                : OptionalInt.empty();
    }
}
