package org.theoremeter.verify.judge;

import java.util.Optional;

/**
 * Bounds of what numerics contribute to the difference of an observation from its prediction.
 *
 * @param observed bound of the error of the observation, at least 0
 * @param predicted bound of the error of the prediction, at least 0
 * @param stated half-width of an interval that the user's own data state for themselves, at least 0: it is counted in full,
 *     but no numerics can make it smaller
 */
public record NumericalError(double observed, double predicted, double stated) {

    /** Bounds both sides of what was simulated. */
    public NumericalError(double observed, double predicted) {
        this(observed, predicted, 0);
    }

    /** No error on either side. */
    public static final NumericalError NONE = new NumericalError(0, 0);

    /** What part of the margin an error may take before it is no longer well below it. */
    static final double WELL_BELOW = 0.25;

    /** Returns the bound of the error of the difference. */
    public double total() {
        return observed + predicted + stated;
    }

    /** Returns both bounds, each the larger one. */
    public NumericalError or(NumericalError other) {
        return new NumericalError(
                Math.max(observed, other.observed),
                Math.max(predicted, other.predicted),
                Math.max(stated, other.stated));
    }

    /** Returns both bounds added up. */
    public NumericalError plus(NumericalError other) {
        return new NumericalError(observed + other.observed, predicted + other.predicted, stated + other.stated);
    }

    /**
     * Returns which side needs refining, if the error is not well below the margin.
     *
     * @param margin the half-width of the margin, absolute
     */
    Optional<String> tooLarge(double margin) {
        if (observed + predicted <= WELL_BELOW * margin) {
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
