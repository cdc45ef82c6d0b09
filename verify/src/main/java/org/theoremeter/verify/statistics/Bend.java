package org.theoremeter.verify.statistics;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * Whether points bend away from a straight line: the quadratic term of y = a + b(x − x̄) + c(x − x̄)², by weighted regression.
 *
 * <p>Weights are 1/(σ² + τ²), τ the scatter that makes χ² equal to its n − 3 degrees of freedom, 0 if it is less without. The interval
 * is c ± t s with Student's quantile of n − 3 degrees of freedom, s from the weights and χ²/(n − 3). On logarithmic axes a bend means that there is no power law
 * over the whole range: the local exponent changes along it.
 *
 * @param quadratic c
 * @param lower the lower end of its interval
 * @param upper the upper end
 * @param stated t times the error that the weights alone state, however little the points scatter
 * @param slopeAtLeast the local slope b + 2c(x − x̄) at the least x
 * @param slopeAtLargest the same at the largest x
 */
public record Bend(
        double quadratic, double lower, double upper, double stated, double slopeAtLeast, double slopeAtLargest) {

    /** The fewest points through which a parabola may miss. */
    public static final int FEWEST = 4;

    private static final int MOST_EVALUATIONS = 1_000;
    private static final double RELATIVE = 1e-10;
    private static final double NO_ERROR = 1e-12;

    /**
     * Fits the parabola.
     *
     * @param x exact, at least {@value #FEWEST} values, three of them different
     * @param y as many, not all equal
     * @param errors the standard errors of y, 0 if exact
     * @param confidence of the interval, two-sided, in (0, 1)
     * @throws IllegalArgumentException if there are too few points
     */
    public static Bend of(double[] x, double[] y, double[] errors, double confidence) {
        int n = x.length;
        if (n < FEWEST || y.length != n || errors.length != n) {
            throw new IllegalArgumentException("a bend needs at least " + FEWEST + " points: " + n);
        }
        double mean = StatUtils.mean(x);
        double spread = Math.sqrt(StatUtils.variance(y));
        double none = NO_ERROR * spread;
        UnivariateFunction excess =
                scatter -> parabola(x, mean, y, errors, scatter).calculateResidualSumOfSquares() - (n - 3);
        double scatter = excess.value(none) <= 0
                ? none
                : new BrentSolver(RELATIVE, none).solve(MOST_EVALUATIONS, excess, none, 2 * spread * Math.sqrt(n));
        OLSMultipleLinearRegression fit = parabola(x, mean, y, errors, scatter);
        double[] terms = fit.estimateRegressionParameters();
        double error = fit.estimateRegressionParametersStandardErrors()[2];
        double stated = Math.sqrt(fit.estimateRegressionParametersVariance()[2][2]);
        double t = new TDistribution(null, n - 3.0).inverseCumulativeProbability((1 + confidence) / 2);
        return new Bend(
                terms[2],
                terms[2] - t * error,
                terms[2] + t * error,
                t * stated,
                terms[1] + 2 * terms[2] * (StatUtils.min(x) - mean),
                terms[1] + 2 * terms[2] * (StatUtils.max(x) - mean));
    }

    /** Returns this bend with an interval that is no narrower than the stated errors alone would make it. */
    public Bend noSurerThanStated() {
        return new Bend(
                quadratic,
                Math.min(lower, quadratic - stated),
                Math.max(upper, quadratic + stated),
                stated,
                slopeAtLeast,
                slopeAtLargest);
    }

    /** Returns whether the interval of the quadratic term leaves 0 out. */
    public boolean seen() {
        return lower > 0 || upper < 0;
    }

    /** Returns whether there is a bend beyond what the stated errors explain, too. */
    public boolean beyondErrors() {
        return seen() && Math.abs(quadratic) > stated;
    }

    private static OLSMultipleLinearRegression parabola(
            double[] x, double mean, double[] y, double[] errors, double scatter) {
        double[][] rows = new double[x.length][];
        double[] scaled = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double root = 1 / Math.hypot(errors[i], scatter);
            double off = x[i] - mean;
            rows[i] = new double[] {root, root * off, root * off * off};
            scaled[i] = root * y[i];
        }
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        regression.setNoIntercept(true);
        regression.newSampleData(scaled, rows);
        return regression;
    }
}
