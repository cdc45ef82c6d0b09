package org.theoremeter.simulate.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Holds the zeros of a smooth function on an interval, each alone in its bracket; none is overlooked (theory 3.8).
 *
 * <p>The interval is cut until every piece is free of zeros, since |f| at its middle exceeds what slope and curvature can change, or
 * f is monotone on it, so that the signs at its ends decide. A piece too narrow to cut that is neither stays undecided: it may hold a
 * zero that touches, two that are about to part, or none.
 *
 * @param zeros the zeros, in increasing order
 * @param undecided how many pieces stay undecided
 */
public record IsolatedZeros(List<Double> zeros, int undecided) {

    /** Where pieces are cut; not in the middle, so that symmetric functions do not vanish at a cut. */
    private static final double CUT = 0.4871;

    /** Relative width below which a piece is cut no more. */
    private static final double NARROWEST = 1e-10;

    private static final int BISECTIONS = 60;

    /** Copies the list. */
    public IsolatedZeros {
        zeros = List.copyOf(zeros);
    }

    /**
     * Finds the zeros of a function.
     *
     * @param value f
     * @param slope f′
     * @param curvature a bound of |f″| on the interval
     * @param rounding a bound of the absolute error with which value and slope are computed
     * @param low the lower end, not a zero
     * @param high the upper end, not a zero
     */
    public static IsolatedZeros of(
            DoubleUnaryOperator value,
            DoubleUnaryOperator slope,
            double curvature,
            double rounding,
            double low,
            double high) {
        Search search = new Search(value, slope, curvature, rounding, NARROWEST * (high - low));
        search.in(low, high);
        return new IsolatedZeros(search.zeros, search.undecided);
    }

    private static final class Search {

        private final DoubleUnaryOperator value;
        private final DoubleUnaryOperator slope;
        private final double curvature;
        private final double rounding;
        private final double narrowest;
        private final List<Double> zeros = new ArrayList<>();
        private int undecided;

        Search(
                DoubleUnaryOperator value,
                DoubleUnaryOperator slope,
                double curvature,
                double rounding,
                double narrowest) {
            this.value = value;
            this.slope = slope;
            this.curvature = curvature;
            this.rounding = rounding;
            this.narrowest = narrowest;
        }

        void in(double low, double high) {
            double half = (high - low) / 2;
            double middle = low + half;
            double steep = Math.abs(slope.applyAsDouble(middle)) + rounding;
            double reach = steep * half + curvature * half * half / 2 + rounding;
            if (Math.abs(value.applyAsDouble(middle)) > reach) {
                return;
            }
            double atLow = value.applyAsDouble(low);
            double atHigh = value.applyAsDouble(high);
            boolean monotone = steep - 2 * rounding > curvature * half;
            if (monotone && Math.abs(atLow) > rounding && Math.abs(atHigh) > rounding) {
                if (atLow * atHigh < 0) {
                    zeros.add(bisect(low, high, atLow));
                }
                return;
            }
            if (high - low < narrowest) {
                undecided++;
                return;
            }
            double cut = low + CUT * (high - low);
            in(low, cut);
            in(cut, high);
        }

        private double bisect(double low, double high, double atLow) {
            double below = low;
            double above = high;
            for (int i = 0; i < BISECTIONS; i++) {
                double middle = (below + above) / 2;
                if (value.applyAsDouble(middle) * atLow > 0) {
                    below = middle;
                } else {
                    above = middle;
                }
            }
            return (below + above) / 2;
        }
    }
}
