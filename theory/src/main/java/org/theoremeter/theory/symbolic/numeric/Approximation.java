package org.theoremeter.theory.symbolic.numeric;

import java.util.Map;
import java.util.OptionalInt;
import org.hipparchus.dfp.Dfp;
import org.theoremeter.theory.symbolic.Expression;

/**
 * A number with a bound on its error.
 *
 * @param value the number; NaN if it could not be established
 * @param error the bound
 */
public record Approximation(double value, double error) {
    private static final int DIGITS = 50;
    private static final double AGREEMENT = 1e-10;

    /** What could not be established. */
    public static final Approximation NONE = new Approximation(Double.NaN, Double.POSITIVE_INFINITY);

    /**
     * Evaluates a formula in double precision, with a bound of its rounding error.
     *
     * <p>The error is the difference from the same formula evaluated with {@value #DIGITS} digits at the same doubles,
     * plus half a unit in the last place.
     *
     * @param formula the formula
     * @param values a value for every free symbol
     * @return the value as {@link Expression#evaluate} gives it; with an infinite error where only one of the two
     *     evaluations is finite
     */
    public static Approximation of(Expression formula, Map<String, Double> values) {
        double value = formula.evaluate(values);
        if (!Double.isFinite(value)) {
            return NONE;
        }
        double fine = HighPrecision.at(values, DIGITS).evaluate(formula).toDouble();
        return Double.isFinite(fine)
                ? new Approximation(value, Math.abs(value - fine) + Math.ulp(value) / 2)
                : new Approximation(value, Double.POSITIVE_INFINITY);
    }

    /**
     * Returns the sign of a formula's value, −1 or 1, where {@value #DIGITS} and {@value HighPrecision#MOST_DIGITS} digits
     * agree on the value; nothing where all digits cancel, or the value leaves the range of numbers.
     *
     * @param formula the formula
     * @param values a value for every free symbol, taken as exact
     */
    public static OptionalInt sign(Expression formula, Map<String, Double> values) {
        Dfp coarse = HighPrecision.at(values, DIGITS).evaluate(formula);
        Dfp fine = HighPrecision.at(values, HighPrecision.MOST_DIGITS).evaluate(formula);
        Dfp rounded = fine.newInstance(coarse.toString());
        if (fine.isNaN() || fine.isInfinite() || rounded.isNaN() || rounded.isInfinite() || fine.isZero()) {
            return OptionalInt.empty();
        }
        Dfp apart = rounded.subtract(fine).abs();
        return apart.lessThan(fine.abs().multiply(AGREEMENT))
                ? OptionalInt.of(fine.greaterThan(fine.getZero()) ? 1 : -1)
                : OptionalInt.empty();
    }

    /** Returns a number from two estimates of it, of which the second is better: they bound each other's error. */
    public static Approximation between(double coarse, double fine, double agreement) {
        double apart = Math.abs(coarse - fine);
        double scale = Math.max(Math.abs(coarse), Math.abs(fine));
        return apart <= agreement * Math.max(scale, Double.MIN_NORMAL)
                ? new Approximation(fine, apart + Math.ulp(fine))
                : NONE;
    }
}
