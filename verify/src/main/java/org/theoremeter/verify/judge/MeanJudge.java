package org.theoremeter.verify.judge;

import java.util.OptionalInt;
import org.theoremeter.verify.statistics.Sample;

/**
 * Judges means of seeds: of an observed number against a predicted one (two-sided), and of distances against a margin
 * (one-sided).
 *
 * <p>The interval is Student's, mean ± t₁₋α s/√n, which for the two-sided test of equivalence is the 1 − 2α interval. It
 * takes the seeds to be independent and their mean to be near normal. To both ends the numerical error of observation
 * and prediction is added in full. Without seeds the interval is that error alone.
 */
public final class MeanJudge {

    private final double confidence;

    /**
     * Creates a judge.
     *
     * @param confidence 1 − α, in (0.5, 1)
     */
    public MeanJudge(double confidence) {
        this.confidence = confidence;
    }

    /**
     * Judges a mean against a prediction.
     *
     * @param name the name of the estimate
     * @param sample one number a seed, or a single one without seeds
     * @param seeded whether the numbers come from seeds
     * @param predicted the predicted number
     * @param numericalError the sum of the numerical errors of observation and prediction, absolute
     * @param margin the half-width of the margin, absolute
     */
    public Judgement value(
            String name, Sample sample, boolean seeded, double predicted, double numericalError, double margin) {
        if (seeded && sample.size() < 2 || seeded && sample.constant()) {
            return noSpread(name, sample);
        }
        double half = halfWidth(sample, seeded) + numericalError;
        double mean = sample.mean();
        Estimate estimate =
                new Estimate(name, mean, mean - half, mean + half, predicted, predicted - margin, predicted + margin);
        String message = name + " = " + Figures.of(mean) + " (" + interval(seeded) + " " + Figures.of(mean - half)
                + " to " + Figures.of(mean + half) + "), predicted " + Figures.of(predicted) + " ± "
                + Figures.of(margin);
        double room = Math.abs(Math.abs(mean - predicted) - margin) - numericalError;
        return Judgement.of(estimate, message, seedsToDecide(sample, seeded, room));
    }

    /**
     * Judges a mean distance against a margin.
     *
     * @param name the name of the estimate
     * @param sample one distance a seed, none negative, or a single one without seeds
     * @param seeded whether the distances come from seeds
     * @param numericalError the sum of the numerical errors of observation and prediction, absolute
     * @param margin the largest mean distance
     */
    public Judgement distance(String name, Sample sample, boolean seeded, double numericalError, double margin) {
        if (seeded && sample.size() < 2 || seeded && sample.constant()) {
            return noSpread(name, sample);
        }
        double half = halfWidth(sample, seeded) + numericalError;
        double mean = sample.mean();
        Estimate estimate = new Estimate(name, mean, Math.max(0, mean - half), mean + half, 0, 0, margin);
        String message = name + " = " + Figures.of(mean) + " (upper bound " + Figures.of(mean + half) + "), margin "
                + Figures.of(margin);
        double room = Math.abs(margin - mean) - numericalError;
        return Judgement.of(estimate, message, seedsToDecide(sample, seeded, room));
    }

    private double halfWidth(Sample sample, boolean seeded) {
        return seeded ? sample.quantile(confidence) * sample.standardError() : 0;
    }

    private String interval(boolean seeded) {
        return seeded ? Math.round(100 * (2 * confidence - 1)) + " % interval" : "within numerical error";
    }

    private static Judgement noSpread(String name, Sample sample) {
        return Judgement.error(name + ": " + sample.size() + " seeds gave no spread at all (" + sample.values()[0]
                + "), so that no interval can be given");
    }

    /** Finds n with t s/√n below the distance to the nearest edge of the margin. */
    private OptionalInt seedsToDecide(Sample sample, boolean seeded, double room) {
        if (!seeded || room <= 0) {
            return OptionalInt.empty();
        }
        double deviation = sample.standardError() * Math.sqrt(sample.size());
        for (int n = sample.size() + 1; n < 100_000; n = Math.max(n + 1, (int) (1.05 * n))) {
            if (Sample.studentQuantile(n, confidence) * deviation / Math.sqrt(n) < room) {
                return OptionalInt.of(n);
            }
        }
        return OptionalInt.empty();
    }
}
