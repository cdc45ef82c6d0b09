package org.theoremeter.verify.judge;

/**
 * A measured number with its interval, and the interval in which it must lie.
 *
 * @param name what was estimated: {@code rate}, {@code slope}, {@code order}, {@code distance}
 * @param value the point estimate
 * @param lower the lower end of its interval
 * @param upper the upper end of its interval
 * @param predicted the predicted number
 * @param acceptLower the lower edge of the margin
 * @param acceptUpper the upper edge of the margin
 */
public record Estimate(
        String name,
        double value,
        double lower,
        double upper,
        double predicted,
        double acceptLower,
        double acceptUpper) {

    /** Returns whether every number is finite. */
    public boolean finite() {
        return Double.isFinite(value)
                && Double.isFinite(lower)
                && Double.isFinite(upper)
                && Double.isFinite(predicted)
                && Double.isFinite(acceptLower)
                && Double.isFinite(acceptUpper);
    }

    /** Judges: inside is PASS, disjoint is FAIL, straddling is INCONCLUSIVE, anything non-finite is ERROR. */
    public Verdict verdict() {
        if (!finite()) {
            return Verdict.ERROR;
        }
        if (lower >= acceptLower && upper <= acceptUpper) {
            return Verdict.PASS;
        }
        return lower > acceptUpper || upper < acceptLower ? Verdict.FAIL : Verdict.INCONCLUSIVE;
    }
}
