package org.theoremeter.verify.statistics;

import java.util.function.Supplier;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.exception.MathIllegalStateException;

/** How a threshold is found from counts. */
public sealed interface ThresholdMethod {

    /** Maximum likelihood, with the profile-likelihood interval of independent trials. */
    ThresholdMethod LIKELIHOOD = new Likelihood(false);

    /** Maximum likelihood, with an interval that holds for trials that succeed together too. */
    ThresholdMethod DEPENDENT_LIKELIHOOD = new Likelihood(true);

    /**
     * Fits the counts; there is no threshold where the search leaves the range of numbers.
     *
     * @param model the curve
     * @param counts the counts
     * @param confidence of the interval, two-sided, in (0, 1)
     */
    Threshold fit(ThresholdModel model, BinomialCounts counts, double confidence);

    /** Returns the name as tables have it. */
    String text();

    private static Threshold withinNumbers(Supplier<Threshold> search) {
        try {
            return search.get();
        } catch (MathIllegalArgumentException | MathIllegalStateException overflow) {
            return new Threshold.None("the search for it leaves the range of numbers");
        }
    }

    /**
     * Least squares of the fractions, as {@link LeastSquaresThreshold} has them.
     *
     * @param threshold where T₀ starts, finite
     * @param steepness where k starts, finite
     */
    record LeastSquares(double threshold, double steepness) implements ThresholdMethod {
        @Override
        public Threshold fit(ThresholdModel model, BinomialCounts counts, double confidence) {
            return withinNumbers(() -> LeastSquaresThreshold.fit(model, counts, threshold, steepness, confidence));
        }

        @Override
        public String text() {
            return "least squares";
        }
    }

    /**
     * Maximum likelihood, as {@link LikelihoodThreshold} has it.
     *
     * @param dependent whether the trials of a grid point may succeed together
     */
    record Likelihood(boolean dependent) implements ThresholdMethod {
        @Override
        public Threshold fit(ThresholdModel model, BinomialCounts counts, double confidence) {
            return withinNumbers(() -> dependent
                    ? LikelihoodThreshold.fitDependent(model, counts, confidence)
                    : LikelihoodThreshold.fit(model, counts, confidence));
        }

        @Override
        public String text() {
            return "likelihood";
        }
    }
}
