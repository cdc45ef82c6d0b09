package org.theoremeter.verify.statistics;

/**
 * The least-squares slope of ln y against ln x, as a fixed linear combination of the ln y.
 *
 * <p>slope = Σ wⱼ ln yⱼ with wⱼ = (ξⱼ − ξ̄)/Σ(ξ − ξ̄)², ξ = ln x. The same weights applied to a predicted curve give the
 * slope that a fit to perfect data would have, curvature included.
 */
public final class LogSlope {

    private final double[] logs;
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
        double spread = 0;
        for (double log : logs) {
            spread += (log - mean) * (log - mean);
        }
        if (!(spread > 0)) {
            throw new IllegalArgumentException("a slope needs two different values of x");
        }
        weights = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            weights[j] = (logs[j] - mean) / spread;
        }
    }

    /** Returns the slope through positive values y; NaN if one is not positive. */
    public double of(double[] y) {
        double slope = 0;
        for (int j = 0; j < weights.length; j++) {
            slope += y[j] > 0 ? weights[j] * Math.log(y[j]) : Double.NaN;
        }
        return slope;
    }

    /** Returns a bound of the change of the slope when each yⱼ moves by at most errors[j]; infinite if one may vanish. */
    public double errorOf(double[] y, double[] errors) {
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
     * Returns the local slope of each interval from x[j] to x[j + 1].
     *
     * @param y positive values; a slope next to one that is not is NaN
     */
    public double[] local(double[] y) {
        double[] between = new double[logs.length - 1];
        for (int j = 0; j < between.length; j++) {
            boolean positive = y[j] > 0 && y[j + 1] > 0;
            between[j] = positive ? Math.log(y[j + 1] / y[j]) / (logs[j + 1] - logs[j]) : Double.NaN;
        }
        return between;
    }

    /**
     * Returns the slope that a curve with the given local slopes between neighbours would be fitted with.
     *
     * @param between the local slope of each interval from x[j] to x[j + 1]
     */
    public double ofLocalSlopes(double[] between) {
        double slope = 0;
        double log = 0;
        for (int j = 1; j < weights.length; j++) {
            log += between[j - 1] * (logs[j] - logs[j - 1]);
            slope += weights[j] * log;
        }
        return slope;
    }
}
