package org.theoremeter.verify.statistics;

/** Where a fraction begins to rise or changes over, or why the data do not say. */
public sealed interface Threshold {

    /**
     * A threshold with its interval.
     *
     * @param value T₀, in units of the coordinate, within the range of the data
     * @param lower the lower end of the interval, −∞ if it is open
     * @param upper the upper end, +∞ if it is open
     * @param quantile the quantile of the standard normal or of Student's distribution that the interval reaches out to
     * @param steepness k, in one over the unit of the coordinate; on a logarithmic scale without one
     * @param misfit least squares: the sum of squares; likelihood: the dispersion of the counts over that of binomial ones, about 1
     *     if the model holds and the trials are independent, NaN if nothing is left to tell
     * @param remark what a reader has to know besides, empty if nothing
     */
    record Estimate(
            double value, double lower, double upper, double quantile, double steepness, double misfit, String remark)
            implements Threshold {

        /** Returns whether both ends are finite. */
        public boolean closed() {
            return Double.isFinite(lower) && Double.isFinite(upper);
        }

        /** Returns the standard error of ln T₀, (ln upper − ln lower)/(2 quantile); NaN unless both ends are positive and finite. */
        public double logError() {
            return lower > 0 && closed() ? Math.log(upper / lower) / (2 * quantile) : Double.NaN;
        }
    }

    /**
     * No threshold.
     *
     * @param reason why, as the end of a sentence "no threshold: …"
     */
    record None(String reason) implements Threshold {}
}
