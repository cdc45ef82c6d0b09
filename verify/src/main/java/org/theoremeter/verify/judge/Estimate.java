package org.theoremeter.verify.judge;

import java.util.OptionalDouble;

/**
 * A measured number with its interval, and the interval in which it must lie.
 *
 * @param name what was estimated: {@code rate}, {@code slope}, {@code order}, {@code distance}
 * @param value the point estimate
 * @param lower the lower end of its interval
 * @param upper the upper end of its interval
 * @param predicted the predicted number
 * @param acceptLower the lower edge of the margin, −∞ where there is none
 * @param acceptUpper the upper edge of the margin
 * @param chance the probability that noise alone brings a quantity at the edge of the margin as far inside as was
 *     measured: the smallest α with which the comparison passes; empty where nothing was drawn
 */
public record Estimate(
        String name,
        double value,
        double lower,
        double upper,
        double predicted,
        double acceptLower,
        double acceptUpper,
        OptionalDouble chance) {

    /** Returns this estimate with the larger of its chance and another one. */
    Estimate noBetterThan(OptionalDouble other) {
        boolean larger = chance.isEmpty() || (other.isPresent() && other.getAsDouble() > chance.getAsDouble());
        return new Estimate(name, value, lower, upper, predicted, acceptLower, acceptUpper, larger ? other : chance);
    }

    /** Returns whether every number is finite, except for an edge that is not there. */
    public boolean finite() {
        return Double.isFinite(value)
                && Double.isFinite(lower)
                && Double.isFinite(upper)
                && Double.isFinite(predicted)
                && acceptLower < Double.POSITIVE_INFINITY
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
