package org.theoremeter.verify.judge;

import org.theoremeter.verify.statistics.Sample;

/**
 * Judges distances: the mean over seeds of how far a curve is from its prediction, or of how far a conserved quantity has
 * drifted, against a margin on one side.
 */
public final class DistanceJudge {

    private final String name;
    private final double confidence;

    /**
     * Creates a judge.
     *
     * @param name what is estimated: {@code distance} or {@code drift}
     * @param confidence 1 − α of the upper bound, in (0.5, 1)
     */
    public DistanceJudge(String name, double confidence) {
        this.name = name;
        this.confidence = confidence;
    }

    /**
     * Judges a mean distance against a margin.
     *
     * @param sample one distance a seed, none negative, or a single one without seeds
     * @param seeded whether the distances come from seeds
     * @param error the numerical errors of observation and prediction
     * @param margin the largest mean distance
     */
    public Judgement judge(Sample sample, boolean seeded, NumericalError error, double margin) {
        if (seeded && sample.constant()) {
            return MeanInterval.noSpread(name, sample);
        }
        MeanInterval interval = MeanInterval.of(sample, seeded, error, confidence);
        String message = name + " = " + Figures.of(interval.mean()) + " (upper bound " + Figures.of(interval.upper())
                + "), margin " + Figures.of(margin);
        return interval.judge(name, 0, Double.NEGATIVE_INFINITY, margin, margin, 0, message);
    }
}
