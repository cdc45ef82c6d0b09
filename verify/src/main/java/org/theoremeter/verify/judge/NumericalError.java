package org.theoremeter.verify.judge;

import java.util.Optional;

/**
 * Bounds of what numerics contribute to the difference of an observation from its prediction.
 *
 * @param observed bound of the error of the observation, at least 0
 * @param predicted bound of the error of the prediction, at least 0
 */
public record NumericalError(double observed, double predicted) {

    /** No error on either side. */
    public static final NumericalError NONE = new NumericalError(0, 0);

    /** What part of the margin an error may take before it is no longer well below it. */
    static final double WELL_BELOW = 0.25;

    /** Returns the bound of the error of the difference. */
    public double total() {
        return observed + predicted;
    }

    /** Returns both bounds, each the larger one. */
    public NumericalError or(NumericalError other) {
        return new NumericalError(Math.max(observed, other.observed), Math.max(predicted, other.predicted));
    }

    /** Returns both bounds added up. */
    public NumericalError plus(NumericalError other) {
        return new NumericalError(observed + other.observed, predicted + other.predicted);
    }

    /**
     * Returns which side needs refining, if the error is not well below the margin.
     *
     * @param margin the half-width of the margin, absolute
     */
    Optional<String> tooLarge(double margin) {
        if (total() <= WELL_BELOW * margin) {
            return Optional.empty();
        }
        String side = observed >= predicted
                ? "the observation (finer tolerance, step or bracket in the experiment)"
                : "the prediction (its ODE or its formula)";
        return Optional.of("its numerical error, " + Figures.of(observed) + " of the observation and "
                + Figures.of(predicted) + " of the prediction, is not well below the margin "
                + Figures.of(margin) + ": refine " + side);
    }
}
