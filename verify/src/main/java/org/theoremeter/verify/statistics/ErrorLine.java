package org.theoremeter.verify.statistics;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;

/**
 * The straight line y = a + b x through points whose coordinates both have errors, and scatter beyond them.
 *
 * <p>It minimises χ²(b) = Σ (y − a − b x)²/(σ_y² + b² σ_x² + τ²) with the best a for each b (the effective variance; for independent
 * Gaussian errors this is the likelihood with the true abscissas maximised away). The scatter τ, along y, is 0 if χ² is at most
 * its n − 2 degrees of freedom without it, else what makes χ² = n − 2. The interval of b holds all slopes with
 * χ²(b) − χ²(b̂) ≤ t² χ²(b̂)/(n − 2), t Student's quantile with n − 2 degrees of freedom: the points themselves say how much they
 * scatter, less than their errors too where these are common to all, unless these are believed: then the factor is at least 1. Without
 * errors it is ordinary regression.
 *
 * @param slope b
 * @param intercept a
 * @param lower the lower end of the interval of b, −∞ if it is open
 * @param upper its upper end, +∞ if it is open
 * @param misfit χ²/(n − 2) without scatter: above 1 the points scatter more than their errors say; infinite without errors
 * @param scatter τ, in units of y
 */
public record ErrorLine(double slope, double intercept, double lower, double upper, double misfit, double scatter) {

    private static final int MOST_EVALUATIONS = 1_000;
    private static final double RELATIVE = 1e-10;

    /** Slopes are searched by angle, in coordinates of unit spread; the valley of χ² is wider than a step. */
    private static final int ANGLES = 180;

    /** Errors below this part of the spread of y are none: a line through points that lie on it exactly. */
    private static final double NO_ERROR = 1e-12;

    /**
     * Fits the line.
     *
     * @param x the abscissas, at least 3, not all equal
     * @param xErrors their standard errors, 0 if exact
     * @param y the ordinates, not all equal
     * @param yErrors their standard errors, 0 if exact
     * @param confidence of the interval of the slope, two-sided, in (0, 1)
     * @throws IllegalArgumentException if not
     */
    public static ErrorLine fit(double[] x, double[] xErrors, double[] y, double[] yErrors, double confidence) {
        return fit(x, xErrors, y, yErrors, confidence, false);
    }

    /**
     * Fits the line.
     *
     * @param x the abscissas, at least 3, not all equal
     * @param xErrors their standard errors, 0 if exact
     * @param y the ordinates, not all equal
     * @param yErrors their standard errors, 0 if exact
     * @param confidence of the interval of the slope, two-sided, in (0, 1)
     * @param believed whether the errors are believed: the interval is then no narrower than they make it, however little points scatter
     * @throws IllegalArgumentException if not
     */
    public static ErrorLine fit(
            double[] x, double[] xErrors, double[] y, double[] yErrors, double confidence, boolean believed) {
        int n = x.length;
        if (n < LogRegression.FEWEST || xErrors.length != n || y.length != n || yErrors.length != n) {
            throw new IllegalArgumentException("a line with errors needs at least " + LogRegression.FEWEST
                    + " points, each with two errors: " + n + " points");
        }
        Points points = new Points(x, xErrors, y, yErrors);
        double spread = points.spreadOfY();
        double none = NO_ERROR * spread;
        UnivariateFunction excess = scatter -> points.chiSquare(points.best(scatter), scatter) - (n - 2);
        double bare = excess.value(none);
        double scatter = 0;
        if (bare > 0) {
            scatter = new BrentSolver(RELATIVE, none).solve(MOST_EVALUATIONS, excess, none, 2 * spread * Math.sqrt(n));
        }
        boolean errors = !points.exact();
        double kept = Math.max(scatter, none);
        double slope = points.best(kept);
        double t = new TDistribution(null, n - 2.0).inverseCumulativeProbability((1 + confidence) / 2);
        double least = points.chiSquare(slope, kept);
        double level = least + t * t * (errors && believed ? Math.max(1, least / (n - 2)) : least / (n - 2));
        return new ErrorLine(
                slope,
                points.intercept(slope, kept),
                points.end(slope, kept, level, -1),
                points.end(slope, kept, level, 1),
                errors ? (bare + (n - 2)) / (n - 2) : Double.POSITIVE_INFINITY,
                scatter);
    }

    /** The points, and χ² of lines through them. */
    private record Points(double[] x, double[] xErrors, double[] y, double[] yErrors) {

        Points {
            if (!(StatUtils.variance(x) > 0 && StatUtils.variance(y) > 0)) {
                throw new IllegalArgumentException("a line with errors needs different x and different y");
            }
        }

        double spreadOfY() {
            return Math.sqrt(StatUtils.variance(y));
        }

        /** Returns the slope that an angle stands for. */
        private double slopeAt(double angle) {
            return Math.tan(angle) * Math.sqrt(StatUtils.variance(y) / StatUtils.variance(x));
        }

        private double angleOf(double slope) {
            return Math.atan(slope * Math.sqrt(StatUtils.variance(x) / StatUtils.variance(y)));
        }

        boolean exact() {
            return Arrays.stream(xErrors).allMatch(error -> error == 0)
                    && Arrays.stream(yErrors).allMatch(error -> error == 0);
        }

        private double weight(int i, double slope, double scatter) {
            return 1 / (yErrors[i] * yErrors[i] + slope * slope * xErrors[i] * xErrors[i] + scatter * scatter);
        }

        double intercept(double slope, double scatter) {
            double weights = 0;
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                double weight = weight(i, slope, scatter);
                weights += weight;
                sum += weight * (y[i] - slope * x[i]);
            }
            return sum / weights;
        }

        double chiSquare(double slope, double scatter) {
            double intercept = intercept(slope, scatter);
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                double off = y[i] - intercept - slope * x[i];
                sum += weight(i, slope, scatter) * off * off;
            }
            return sum;
        }

        /** Returns the slope with the least χ². */
        double best(double scatter) {
            double step = Math.PI / ANGLES;
            double start = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 1 - ANGLES / 2; i < ANGLES / 2; i++) {
                double here = chiSquare(slopeAt(i * step), scatter);
                if (here < least) {
                    least = here;
                    start = i * step;
                }
            }
            double limit = Math.PI / 2 * (1 - RELATIVE);
            double angle = new BrentOptimizer(RELATIVE, RELATIVE * RELATIVE)
                    .optimize(
                            new MaxEval(MOST_EVALUATIONS),
                            new UnivariateObjectiveFunction(at -> chiSquare(slopeAt(at), scatter)),
                            GoalType.MINIMIZE,
                            new SearchInterval(Math.max(start - step, -limit), Math.min(start + step, limit), start))
                    .getPoint();
            return slopeAt(angle);
        }

        /** Returns where χ² rises to a level on one side of the best slope, infinity if it does not before the line is upright. */
        double end(double best, double scatter, double level, int side) {
            UnivariateFunction above = angle -> chiSquare(slopeAt(angle), scatter) - level;
            double step = side * Math.PI / ANGLES;
            double from = angleOf(best);
            if (above.value(from) >= 0) {
                // points that lie on the line exactly: χ² is rounding
                return best;
            }
            for (double to = from + step; Math.abs(to) < Math.PI / 2; from = to, to += step) {
                if (above.value(to) > 0) {
                    return slopeAt(new BrentSolver(RELATIVE, RELATIVE * RELATIVE)
                            .solve(MOST_EVALUATIONS, above, Math.min(from, to), Math.max(from, to)));
                }
            }
            return side * Double.POSITIVE_INFINITY;
        }
    }
}
