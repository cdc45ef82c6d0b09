package org.theoremeter.verify.statistics;

import java.util.Locale;
import org.apache.commons.math3.distribution.TDistribution;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresProblem;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction;
import org.hipparchus.util.Pair;

/**
 * The threshold by least squares: Σ (fraction − model)² over the grid points, by Levenberg–Marquardt.
 *
 * <p>This is what fitting a curve to the fractions does. It weighs a fraction of 0 or 1, which is certain to a few parts in a
 * thousand, like one of a half. The sum of squares of a saturation may have a minimum of its own between any two grid points, as its slope
 * falls where T₀ leaves one behind (so that none lies on a grid point); the lowest is sought, from starts all over the data. From a given start the search ends in the minimum next to it, which need not be
 * the lowest; the value is then that one, and the remark tells of the lowest.
 */
public final class LeastSquaresThreshold {

    private static final int MOST_STEPS = 2_000;
    /** The root of the spacing of doubles, where MINPACK stops by default: relative change of the sum of squares and of T₀, k. */
    private static final double PRECISE = 1.49012e-8;

    private static final LevenbergMarquardtOptimizer OPTIMIZER = new LevenbergMarquardtOptimizer()
            .withCostRelativeTolerance(PRECISE)
            .withParameterRelativeTolerance(PRECISE)
            .withOrthoTolerance(0);

    /** Into how many parts the starts divide the distance of two grid points. */
    private static final int PARTS = 4;

    /** The steepness of starts: from a fraction of one over the span of the data, each so many times the one before. */
    private static final double GENTLEST = 0.25;

    private static final double RATIO = 1.5;

    /** The largest, in one over the least distance of two grid points. */
    private static final double STEEPEST = 16;

    /** Sums of squares that differ by less, relative to the smaller, are one minimum. */
    private static final double SAME_MINIMUM = 1e-6;

    private final ThresholdModel model;
    private final BinomialCounts counts;
    private final double confidence;

    private LeastSquaresThreshold(ThresholdModel model, BinomialCounts counts, double confidence) {
        this.model = model;
        this.counts = counts;
        this.confidence = confidence;
    }

    /** A minimum. */
    private record Minimum(double threshold, double steepness, double squares, double error) {}

    /**
     * Finds the lowest minimum.
     *
     * @param model the curve
     * @param counts the fractions
     * @param confidence of the interval T₀ ± t s, two-sided, in (0, 1); s from the curvature of the sum of squares and its residual
     */
    public static Threshold fit(ThresholdModel model, BinomialCounts counts, double confidence) {
        return counts.noThreshold()
                .<Threshold>map(Threshold.None::new)
                .orElseGet(() -> new LeastSquaresThreshold(model, counts, confidence).lowestThreshold());
    }

    /**
     * Finds the minimum that a start leads to.
     *
     * @param model the curve
     * @param counts the fractions
     * @param threshold where T₀ starts, finite, in units of the coordinate; of the logarithmic scale positive
     * @param steepness where k starts, finite
     * @param confidence of the interval, as above
     */
    public static Threshold fit(
            ThresholdModel model, BinomialCounts counts, double threshold, double steepness, double confidence) {
        return counts.noThreshold()
                .<Threshold>map(Threshold.None::new)
                .orElseGet(() -> new LeastSquaresThreshold(model, counts, confidence).from(threshold, steepness));
    }

    private Threshold lowestThreshold() {
        Minimum found = lowest();
        return found == null
                ? new Threshold.None("least squares converge from no start")
                : within(found) ? estimate(found, "") : new Threshold.None(counts.outside(found.threshold));
    }

    private Threshold from(double threshold, double steepness) {
        Minimum found = minimum(counts.scale().place(threshold), steepness);
        if (found == null || !within(found)) {
            String why = found == null ? "least squares do not converge" : counts.outside(found.threshold);
            Minimum other = lowest();
            return new Threshold.None(why + " (from the start " + threshold + ", " + steepness
                    + (other == null || !within(other)
                            ? ")"
                            : String.format(
                                    Locale.ROOT,
                                    "; the lowest minimum is at %.4g)",
                                    counts.scale().at(other.threshold))));
        }
        return estimate(found, remark(found));
    }

    private Threshold estimate(Minimum found, String remark) {
        double quantile =
                new TDistribution(null, counts.size() - 2.0).inverseCumulativeProbability((1 + confidence) / 2);
        Coordinate scale = counts.scale();
        return new Threshold.Estimate(
                scale.at(found.threshold),
                scale.at(found.threshold - quantile * found.error),
                scale.at(found.threshold + quantile * found.error),
                quantile,
                found.steepness,
                found.squares,
                remark);
    }

    private boolean within(Minimum found) {
        return found.threshold >= counts.least() && found.threshold <= counts.largest();
    }

    private String remark(Minimum found) {
        Minimum best = lowest();
        return best == null || found.squares - best.squares <= SAME_MINIMUM * best.squares
                ? ""
                : String.format(
                        Locale.ROOT,
                        "a local minimum; the sum of squares is lower, %.5f against %.5f, at %.4g",
                        best.squares,
                        found.squares,
                        counts.scale().at(best.threshold));
    }

    /** Returns the lowest minimum that starts all over the data lead to, null if they lead to none. */
    private Minimum lowest() {
        Minimum best = null;
        for (int i = 1; i < counts.size(); i++) {
            for (int part = 0; part < PARTS; part++) {
                double threshold = counts.x(i - 1) + (part + 0.5) / PARTS * (counts.x(i) - counts.x(i - 1));
                for (int sign : model == ThresholdModel.LOGISTIC ? new int[] {-1, 1} : new int[] {1}) {
                    Minimum other = minimum(threshold, sign * steepness(threshold, sign));
                    best = best == null || (other != null && other.squares < best.squares) ? other : best;
                }
            }
        }
        return best;
    }

    /** Returns the size of k among those of starts that has the least sum of squares at a threshold. */
    private double steepness(double threshold, int sign) {
        double steepest = STEEPEST / counts.leastGap();
        double best = GENTLEST / counts.span();
        double least = Double.POSITIVE_INFINITY;
        for (double k = best; k > 0 && k < steepest; k *= RATIO) {
            double squares = squares(threshold, sign * k);
            if (squares < least) {
                least = squares;
                best = k;
            }
        }
        return best;
    }

    private double squares(double threshold, double k) {
        double sum = 0;
        for (int i = 0; i < counts.size(); i++) {
            double off = counts.fraction(i) - model.fraction(counts.x(i), threshold, k);
            sum += off * off;
        }
        return sum;
    }

    /** Returns the minimum that a start leads to, null if to none. */
    private Minimum minimum(double threshold, double steepness) {
        LeastSquaresProblem problem = new LeastSquaresBuilder()
                .start(new double[] {threshold, steepness})
                .target(fractions())
                .model(curve())
                .maxEvaluations(MOST_STEPS)
                .maxIterations(MOST_STEPS)
                .build();
        try {
            LeastSquaresOptimizer.Optimum optimum = OPTIMIZER.optimize(problem);
            double t = optimum.getPoint().getEntry(0);
            double k = optimum.getPoint().getEntry(1);
            double squares = optimum.getCost() * optimum.getCost();
            double error = error(optimum, squares);
            return Double.isFinite(t + k + squares) ? new Minimum(t, k, squares, error) : null;
        } catch (MathIllegalStateException failure) {
            return null;
        }
    }

    /** Returns the standard error of T₀, infinite where the sum of squares does not determine it. */
    private double error(LeastSquaresOptimizer.Optimum optimum, double squares) {
        try {
            return Math.sqrt(optimum.getCovariances(0).getEntry(0, 0) * squares / (counts.size() - 2));
        } catch (MathIllegalArgumentException flat) {
            return Double.POSITIVE_INFINITY;
        }
    }

    private double[] fractions() {
        double[] fractions = new double[counts.size()];
        for (int i = 0; i < fractions.length; i++) {
            fractions[i] = counts.fraction(i);
        }
        return fractions;
    }

    private MultivariateJacobianFunction curve() {
        return point -> {
            double t = point.getEntry(0);
            double k = point.getEntry(1);
            double[] value = new double[counts.size()];
            double[][] jacobian = new double[counts.size()][];
            for (int i = 0; i < value.length; i++) {
                value[i] = finite(model.fraction(counts.x(i), t, k));
                double slope = model.slope(counts.x(i), t, k);
                jacobian[i] = new double[] {-k * slope, (counts.x(i) - t) * slope};
            }
            return new Pair<>(new ArrayRealVector(value, false), new Array2DRowRealMatrix(jacobian, false));
        };
    }

    /**
     * Returns the value, NaN in place of an infinity. A trial step that overflows makes MINPACK's scaled norm ∞/∞ = NaN, so that
     * it shortens the step by what its linear model foresees; an infinite cost would shorten it to a tenth and, of several
     * minima, may lead to another than the programs that are built on MINPACK end in.
     */
    private static double finite(double value) {
        return Double.isInfinite(value) ? Double.NaN : value;
    }
}
