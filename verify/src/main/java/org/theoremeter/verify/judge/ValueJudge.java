package org.theoremeter.verify.judge;

import org.theoremeter.verify.statistics.Sample;

/** Judges values: the mean over seeds of an observed number against a predicted one, on both sides. */
public final class ValueJudge {

    private final double confidence;

    /**
     * Creates a judge.
     *
     * @param confidence 1 − α, in (0.5, 1); the interval is the 1 − 2α one, as for a test of equivalence
     */
    public ValueJudge(double confidence) {
        this.confidence = confidence;
    }

    /**
     * Judges a mean against a prediction.
     *
     * @param name the name of the estimate
     * @param sample one number a seed, or a single one without seeds
     * @param seeded whether the numbers come from seeds
     * @param predicted the predicted number
     * @param error the numerical errors of observation and prediction
     * @param margin the half-width of the margin, absolute
     */
    public Judgement judge(
            String name, Sample sample, boolean seeded, double predicted, NumericalError error, double margin) {
        if (seeded && sample.constant()) {
            return MeanInterval.noSpread(name, sample);
        }
        return judge(name, MeanInterval.of(sample, seeded, error, confidence), predicted, margin);
    }

    static Judgement judge(String name, MeanInterval interval, double predicted, double margin) {
        String message = name + " = " + Figures.of(interval.mean()) + " (" + interval.kind() + " "
                + Figures.of(interval.lower()) + " to " + Figures.of(interval.upper()) + "), predicted "
                + Figures.of(predicted) + " ± " + Figures.of(margin);
        return interval.judge(
                name, predicted, predicted - margin, predicted + margin, margin, Double.NEGATIVE_INFINITY, message);
    }
}
