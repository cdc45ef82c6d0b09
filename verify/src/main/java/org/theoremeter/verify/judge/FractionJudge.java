package org.theoremeter.verify.judge;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.theoremeter.verify.statistics.Proportion;
import org.theoremeter.verify.statistics.ProportionPlan;

/**
 * Judges fractions: successes of independent trials against a predicted probability, on both sides.
 *
 * <p>The interval is the exact one of Clopper and Pearson, the 1 − 2α interval, so that neither verdict is wrong more
 * often than α whatever the number of trials. The prediction may lie at 0 or 1: there the margin has one side.
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

    /**
     * Judges a fraction.
     *
     * @param observed successes and trials
     * @param seeds how many seeds the trials are of; 0 if more cannot be drawn
     * @param predicted the predicted probability, in [0, 1]
     * @param predictionError bound of its numerical error
     * @param margin the half-width of the margin, absolute
     */
    public Judgement judge(Proportion observed, int seeds, double predicted, double predictionError, double margin) {
        if (!(predicted >= 0 && predicted <= 1)) {
            return Judgement.error("fraction: predicted " + predicted + ", which is no probability");
        }
        double low = predicted - margin;
        double high = predicted + margin;
        double lower = observed.lower(confidence) - predictionError;
        double upper = observed.upper(confidence) + predictionError;
        double chance = Math.max(
                high >= 1 ? 0 : observed.atMost(high - predictionError),
                low <= 0 ? 0 : observed.atLeast(low + predictionError));
        Estimate estimate = new Estimate(
                "fraction",
                observed.fraction(),
                Math.max(0, lower),
                Math.min(1, upper),
                predicted,
                Math.max(0, low),
                Math.min(1, high),
                OptionalDouble.of(chance));
        String message = "fraction = " + observed.successes() + "/" + observed.trials() + " = "
                + Figures.of(observed.fraction()) + " (" + Math.round(100 * (2 * confidence - 1)) + " % interval "
                + Figures.of(Math.max(0, lower)) + " to " + Figures.of(Math.min(1, upper)) + "), predicted "
                + Figures.of(predicted) + " ± " + Figures.of(margin);
        boolean open = estimate.verdict() == Verdict.INCONCLUSIVE && seeds > 0;
        return Judgement.of(
                estimate, message, open ? plan(observed, seeds, predictionError, low, high) : OptionalInt.empty());
    }

    private OptionalInt plan(Proportion observed, int seeds, double error, double low, double high) {
        int each = observed.trials() / seeds;
        OptionalInt trials = new ProportionPlan(observed, low + error, high - error, confidence).trials();
        return trials.isPresent()
                ? OptionalInt.of((int) Math.ceil((double) trials.getAsInt() / each))
                : OptionalInt.empty();
    }
}
