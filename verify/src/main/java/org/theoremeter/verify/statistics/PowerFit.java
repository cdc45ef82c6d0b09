package org.theoremeter.verify.statistics;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;

/**
 * The power law y = A xˢ through points whose ordinates have errors on their own axis, so that values below their errors, zeros and
 * negative ones too, are part of the fit and not left out for want of a logarithm.
 *
 * <p>It minimises χ²(s) = Σ (y − A xˢ)²/(σ² + τ² (A xˢ)²) with the best A for each s. The scatter τ, relative to the law, is 0 if
 * χ² is at most its n − 2 degrees of freedom without it, else what makes χ² = n − 2. The interval of s holds all exponents with
 * χ²(s) − χ²(ŝ) ≤ t² max(1, χ²(ŝ)/(n − 2)), t Student's quantile with n − 2 degrees of freedom.
 *
 * @param exponent s
 * @param lower the lower end of its interval, −∞ if it is open
 * @param upper the upper end, +∞ if it is open
 * @param scatter τ; infinite if no scatter makes the points fit
 */
public record PowerFit(double exponent, double lower, double upper, double scatter) {

    /** Exponents are looked for between this and its negative … */
    private static final double LARGEST = 12;
    /** … in steps of this. */
    private static final double STEP = 1.0 / 16;

    private static final double ACCURACY = 1e-10;
    private static final int MOST_EVALUATIONS = 1_000;
    private static final int BISECTIONS = 80;
    private static final double LEAST_SCATTER = 1e-12;
    private static final double MOST_SCATTER = 1e3;
    private static final int REWEIGHTED = 8;
    /** The scatter is found to this share of it. */
    private static final double FINE_SCATTER = 1e-3;

    /**
     * Fits the law.
     *
     * @param x the abscissas, positive, not all equal
     * @param y the ordinates, of any sign
     * @param errors their standard errors, positive
     * @param common bounds of what the ordinates may be off besides, in a way that points may have in common: the interval holds
     *     those of all points as they are, tilted or shifted either way
     * @param confidence of the interval, two-sided, in (0, 1)
     * @throws IllegalArgumentException if there are fewer than three points, or one is not as asked for
     */
    public static PowerFit of(double[] x, double[] y, double[] errors, double[] common, double confidence) {
        PowerFit fit = of(x, y, errors, confidence);
        if (Arrays.stream(common).allMatch(bound -> bound == 0)) {
            return fit;
        }
        double middle = Arrays.stream(x).map(Math::log).average().orElseThrow();
        double lower = fit.lower;
        double upper = fit.upper;
        double scatter = fit.scatter;
        for (int[] signs : new int[][] {{1, -1}, {-1, 1}, {1, 1}, {-1, -1}}) {
            double[] moved = y.clone();
            for (int i = 0; i < y.length; i++) {
                moved[i] += signs[Math.log(x[i]) > middle ? 1 : 0] * common[i];
            }
            PowerFit other = of(x, moved, errors, confidence);
            lower = Math.min(lower, other.lower);
            upper = Math.max(upper, other.upper);
            scatter = Math.max(scatter, other.scatter);
        }
        return new PowerFit(fit.exponent, lower, upper, scatter);
    }

    /** Fits the law to points whose errors are independent. */
    static PowerFit of(double[] x, double[] y, double[] errors, double confidence) {
        int n = x.length;
        boolean usable = Arrays.stream(x).allMatch(value -> value > 0)
                && Arrays.stream(errors).allMatch(value -> value > 0 && Double.isFinite(value));
        if (n < LogRegression.FEWEST || y.length != n || errors.length != n || !usable) {
            throw new IllegalArgumentException("a power law with errors needs at least " + LogRegression.FEWEST
                    + " points with positive abscissas and errors: " + n + " points");
        }
        Points points = new Points(logs(x), y, errors);
        double scatter = 0;
        double exponent = points.best(0);
        if (points.chiSquare(exponent, 0) > n - 2) {
            scatter = points.scatter(n - 2.0);
            exponent = points.best(Double.isFinite(scatter) ? scatter : 0);
        }
        double t = new TDistribution(null, n - 2.0).inverseCumulativeProbability((1 + confidence) / 2);
        double kept = Double.isFinite(scatter) ? scatter : 0;
        double least = points.chiSquare(exponent, kept);
        double level = least + t * t * Math.max(1, least / (n - 2));
        return new PowerFit(
                exponent, points.end(exponent, kept, level, -1), points.end(exponent, kept, level, 1), scatter);
    }

    /** Returns ln x, about its middle, so that powers stay within the range of doubles. */
    private static double[] logs(double[] x) {
        double middle = Arrays.stream(x).map(Math::log).average().orElseThrow();
        return Arrays.stream(x).map(value -> Math.log(value) - middle).toArray();
    }

    /** The points, by ln x. */
    private record Points(double[] logX, double[] y, double[] errors) {

        double chiSquare(double exponent, double scatter) {
            double[] shape =
                    Arrays.stream(logX).map(u -> Math.exp(exponent * u)).toArray();
            double amplitude = amplitude(shape, 0, 0);
            for (int i = 0; scatter > 0 && i < REWEIGHTED; i++) {
                amplitude = amplitude(shape, scatter, amplitude);
            }
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                double off = y[i] - amplitude * shape[i];
                sum += off * off / variance(i, scatter * amplitude * shape[i]);
            }
            return sum;
        }

        private double variance(int i, double scattered) {
            return errors[i] * errors[i] + scattered * scattered;
        }

        private double amplitude(double[] shape, double scatter, double before) {
            double above = 0;
            double below = 0;
            for (int i = 0; i < y.length; i++) {
                double weight = 1 / variance(i, scatter * before * shape[i]);
                above += weight * y[i] * shape[i];
                below += weight * shape[i] * shape[i];
            }
            return above / below;
        }

        /** Returns the exponent with the least χ². */
        double best(double scatter) {
            double start = 0;
            double least = Double.POSITIVE_INFINITY;
            for (double s = -LARGEST; s <= LARGEST; s += STEP) {
                double here = chiSquare(s, scatter);
                if (here < least) {
                    least = here;
                    start = s;
                }
            }
            return new BrentOptimizer(ACCURACY, ACCURACY)
                    .optimize(
                            new MaxEval(MOST_EVALUATIONS),
                            new UnivariateObjectiveFunction(s -> chiSquare(s, scatter)),
                            GoalType.MINIMIZE,
                            new SearchInterval(start - STEP, start + STEP, start))
                    .getPoint();
        }

        /** Returns the least scatter, to a factor, with which χ² is no more than it should be; infinity if there is none. */
        double scatter(double wanted) {
            if (chiSquare(best(MOST_SCATTER), MOST_SCATTER) > wanted) {
                return Double.POSITIVE_INFINITY;
            }
            double low = Math.log(LEAST_SCATTER);
            double high = Math.log(MOST_SCATTER);
            for (int i = 0; i < BISECTIONS && high - low > FINE_SCATTER; i++) {
                double middle = low / 2 + high / 2;
                if (chiSquare(best(Math.exp(middle)), Math.exp(middle)) > wanted) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return Math.exp(high);
        }

        /** Returns where χ² rises to a level on one side of the best exponent; infinity if it does not. */
        double end(double best, double scatter, double level, int side) {
            UnivariateFunction above = s -> chiSquare(s, scatter) - level;
            double inside = best;
            double outside = best + side * STEP;
            while (above.value(outside) <= 0) {
                inside = outside;
                outside += side * STEP;
                if (Math.abs(outside) > LARGEST) {
                    return side * Double.POSITIVE_INFINITY;
                }
            }
            for (int i = 0; i < BISECTIONS; i++) {
                double middle = inside / 2 + outside / 2;
                if (above.value(middle) > 0) {
                    outside = middle;
                } else {
                    inside = middle;
                }
            }
            return outside;
        }
    }
}
