package org.theoremeter.verify.statistics;

/**
 * Slopes of ln y against ln x, each as a fixed linear combination of the ln y.
 *
 * <p>The least-squares slope is Σ wⱼ ln yⱼ with wⱼ = (ξⱼ − ξ̄)/Σ(ξ − ξ̄)², ξ = ln x. The same weights applied to a predicted
 * curve give the slope that a fit to perfect data would have, curvature included. The slope at an end of the grid is that
 * of the least-squares parabola there.
 */
public final class LogSlope {

    private final double[] logs;
    private final double[] centred;
    private final double[] weights;

    /**
     * Prepares the weights.
     *
     * @param x positive, at least two different values; copied
     * @throws IllegalArgumentException if not
     */
    public LogSlope(double[] x) {
        logs = new double[x.length];
        double mean = 0;
        for (int j = 0; j < x.length; j++) {
            if (!(x[j] > 0) || Double.isInfinite(x[j])) {
                throw new IllegalArgumentException("a logarithmic axis needs positive values, found " + x[j]);
            }
            logs[j] = Math.log(x[j]);
            mean += logs[j] / x.length;
        }
        centred = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            centred[j] = logs[j] - mean;
        }
        double spread = product(centred, centred);
        if (!(spread > 0)) {
            throw new IllegalArgumentException("a slope needs two different values of x");
        }
        weights = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            weights[j] = centred[j] / spread;
        }
    }

    /** Returns the weights of the least-squares slope. */
    public double[] weights() {
        return weights.clone();
    }

    /**
     * Returns the weights of the slope of the least-squares parabola at a point of the grid.
     *
     * @param point the index of the point; the grid has at least three different values
     */
    public double[] slopeAt(int point) {
        // p is orthogonal to 1 and to ξ; the parabola is line + κ p with κ = Σ p ln y/Σ p²
        double spread = product(centred, centred);
        double cubic = 0;
        for (double c : centred) {
            cubic += c * c * c;
        }
        double[] parabola = new double[logs.length];
        for (int j = 0; j < logs.length; j++) {
            parabola[j] = centred[j] * centred[j] - cubic / spread * centred[j] - spread / logs.length;
        }
        double steep = (2 * centred[point] - cubic / spread) / product(parabola, parabola);
        double[] atPoint = new double[logs.length];
        for (int j = 0; j < logs.length; j++) {
            atPoint[j] = weights[j] + steep * parabola[j];
        }
        return atPoint;
    }

    /** Returns the weights of the slope between a point and the next. */
    public double[] between(int point) {
        double[] next = new double[logs.length];
        next[point + 1] = 1 / (logs[point + 1] - logs[point]);
        next[point] = -next[point + 1];
        return next;
    }

    /** Returns the least-squares slope through positive values y; NaN if one is not positive. */
    public double of(double[] y) {
        return of(weights, y);
    }

    /** Returns Σ weight ln y; NaN if a y is not positive. */
    public static double of(double[] weights, double[] y) {
        double slope = 0;
        for (int j = 0; j < weights.length; j++) {
            slope += y[j] > 0 ? weights[j] * Math.log(y[j]) : Double.NaN;
        }
        return slope;
    }

    /** Returns a bound of the change of Σ weight ln y when each yⱼ moves by at most errors[j]; infinite if one may vanish. */
    public static double errorOf(double[] weights, double[] y, double[] errors) {
        double error = 0;
        for (int j = 0; j < weights.length; j++) {
            error += weights[j] == 0 ? 0 : Math.abs(weights[j]) * ofLogarithm(y[j], errors[j]);
        }
        return error;
    }

    /** Returns the largest change of ln y when y moves by at most {@code error}; infinite if it may reach zero. */
    public static double ofLogarithm(double y, double error) {
        return error < Math.abs(y) ? -Math.log1p(-error / Math.abs(y)) : Double.POSITIVE_INFINITY;
    }

    /**
     * Returns the least that the coefficient of determination of the least-squares line can be, R² = 1 − Σ r²/Σ (ln y −
     * mean)² with r what the line leaves of ln y, when each y moves by at most its error: none moves the root of Σ r² by
     * more than the root of the sum of squared errors.
     *
     * @param y positive values
     * @param errors the largest error of each
     * @return R² or a bound of it, −∞ if a y may vanish or all are one; NaN if a y is not positive
     */
    public double rSquared(double[] y, double[] errors) {
        double slope = of(y);
        double mean = 0;
        for (double value : y) {
            mean += Math.log(value) / y.length;
        }
        double residual = 0;
        double total = 0;
        double moved = 0;
        for (int j = 0; j < y.length; j++) {
            double deviation = Math.log(y[j]) - mean;
            residual += Math.pow(deviation - slope * centred[j], 2);
            total += deviation * deviation;
            moved += Math.pow(ofLogarithm(y[j], errors[j]), 2);
        }
        double least = Math.sqrt(total) - Math.sqrt(moved);
        double most = Math.sqrt(residual) + Math.sqrt(moved);
        return least > 0 || Double.isNaN(least) ? 1 - most * most / (least * least) : Double.NEGATIVE_INFINITY;
    }

    /**
     * Returns the local slope of each interval from x[j] to x[j + 1].
     *
     * @param y positive values; a slope next to one that is not is NaN
     */
    public double[] local(double[] y) {
        double[] slopes = new double[logs.length - 1];
        for (int j = 0; j < slopes.length; j++) {
            boolean positive = y[j] > 0 && y[j + 1] > 0;
            slopes[j] = positive ? Math.log(y[j + 1] / y[j]) / (logs[j + 1] - logs[j]) : Double.NaN;
        }
        return slopes;
    }

    /**
     * Returns the slope that a curve with the given local slopes between neighbours would be fitted with.
     *
     * @param between the local slope of each interval from x[j] to x[j + 1]
     */
    public double ofLocalSlopes(double[] between) {
        return ofLocalSlopes(weights, between);
    }

    /**
     * Returns Σ weight ln y of a curve with the given local slopes between neighbours.
     *
     * @param slopeWeights weights that add up to zero, as those of any slope
     * @param between the local slope of each interval from x[j] to x[j + 1]
     */
    public double ofLocalSlopes(double[] slopeWeights, double[] between) {
        double slope = 0;
        double log = 0;
        for (int j = 1; j < slopeWeights.length; j++) {
            log += between[j - 1] * (logs[j] - logs[j - 1]);
            slope += slopeWeights[j] * log;
        }
        return slope;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int j = 0; j < one.length; j++) {
            sum += one[j] * other[j];
        }
        return sum;
    }
}
