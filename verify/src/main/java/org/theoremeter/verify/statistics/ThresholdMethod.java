package org.theoremeter.verify.statistics;

/** How a threshold is found from counts. */
public sealed interface ThresholdMethod {

    /** Maximum likelihood, with the profile-likelihood interval. */
    ThresholdMethod LIKELIHOOD = new Likelihood();

    /**
     * Fits the counts.
     *
     * @param model the curve
     * @param cells the counts
     * @param confidence of the interval, two-sided, in (0, 1)
     */
    Threshold fit(ThresholdModel model, BinomialCells cells, double confidence);

    /** Returns the name as tables have it. */
    String text();

    /**
     * Least squares of the fractions, as {@link LeastSquaresThreshold} has them.
     *
     * @param threshold where T₀ starts, finite
     * @param steepness where k starts, finite
     */
    record LeastSquares(double threshold, double steepness) implements ThresholdMethod {
        @Override
        public Threshold fit(ThresholdModel model, BinomialCells cells, double confidence) {
            return LeastSquaresThreshold.fit(model, cells, threshold, steepness, confidence);
        }

        @Override
        public String text() {
            return "least squares";
        }
    }

    /** Maximum likelihood, as {@link LikelihoodThreshold} has it. */
    record Likelihood() implements ThresholdMethod {
        @Override
        public Threshold fit(ThresholdModel model, BinomialCells cells, double confidence) {
            return LikelihoodThreshold.fit(model, cells, confidence);
        }

        @Override
        public String text() {
            return "likelihood";
        }
    }
}
