package org.theoremeter.verify.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.exception.MathIllegalStateException;

/** How a threshold is found from counts. */
public sealed interface ThresholdMethod {

    /** Least squares, the lowest minimum. */
    ThresholdMethod LEAST_SQUARES = new LeastSquares(Optional.empty());

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

    /** Returns the name with where it sets out, if that was said. */
    default String described() {
        return text();
    }

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
     * @param start where the one search sets out; empty to seek the lowest of all minima
     */
    record LeastSquares(Optional<Start> start) implements ThresholdMethod {
        @Override
        public Threshold fit(ThresholdModel model, BinomialCounts counts, double confidence) {
            return withinNumbers(() -> start.map(from ->
                            LeastSquaresThreshold.fit(model, counts, from.threshold, from.steepness, confidence))
                    .orElseGet(() -> LeastSquaresThreshold.fit(model, counts, confidence)));
        }

        @Override
        public String text() {
            return "least squares";
        }

        @Override
        public String described() {
            return text() + start.map(from -> " from " + from.text()).orElse("");
        }
    }

    /**
     * Where a search sets out.
     *
     * @param threshold T₀, finite, in units of the coordinate
     * @param steepness k, finite
     */
    record Start(double threshold, double steepness) {

        /** Returns why no search on a scale can set out here, empty if one can. */
        public static Optional<String> obstacle(Coordinate scale, double... numbers) {
            return numbers.length != 2 || !Arrays.stream(numbers).allMatch(Double::isFinite)
                    ? Optional.of("two finite numbers, the threshold and the steepness")
                    : scale.accepts(numbers[0])
                            ? Optional.empty()
                            : Optional.of("a positive threshold, as the coordinate is logarithmic");
        }

        /** Returns both, as {@code 0.1,0.1}. */
        public String text() {
            return threshold + "," + steepness;
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
