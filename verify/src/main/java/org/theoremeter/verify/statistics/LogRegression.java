package org.theoremeter.verify.statistics;

import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The ordinary regression of ln y on ln x: y = C x^slope.
 *
 * <p>It takes x for exact and the scatter of ln y for equal at all points. Where it is x that scatters, the slope comes out too
 * flat by about the factor R².
 *
 * @param points how many points it goes through
 * @param slope the exponent
 * @param intercept ln C
 * @param error the standard error of the slope, from the residuals
 * @param rSquared the part of the variance of ln y that the line accounts for
 */
public record LogRegression(int points, double slope, double intercept, double error, double rSquared) {

    /** The fewest points through which a line may miss. */
    public static final int FEWEST = 3;

    /**
     * Fits the line.
     *
     * @param x positive, at least {@value #FEWEST} values, not all equal
     * @param y positive, as many
     * @throws IllegalArgumentException if not
     */
    public static LogRegression of(double[] x, double[] y) {
        if (x.length != y.length || x.length < FEWEST) {
            throw new IllegalArgumentException(
                    "an exponent needs at least " + FEWEST + " points: " + x.length + " x, " + y.length + " y");
        }
        SimpleRegression regression = new SimpleRegression();
        for (int i = 0; i < x.length; i++) {
            if (!(x[i] > 0 && y[i] > 0)) {
                throw new IllegalArgumentException("an exponent needs positive values: (" + x[i] + ", " + y[i] + ")");
            }
            regression.addData(Math.log(x[i]), Math.log(y[i]));
        }
        if (!(regression.getXSumSquares() > 0)) {
            throw new IllegalArgumentException("an exponent needs two different values of x");
        }
        return new LogRegression(
                x.length,
                regression.getSlope(),
                regression.getIntercept(),
                regression.getSlopeStdErr(),
                regression.getRSquare());
    }
}
