package org.theoremeter.theory.symbolic;

import java.util.Map;

/**
 * A number with a bound on its error.
 *
 * @param value the number; NaN if it could not be established
 * @param error the bound
 */
public record Approximation(double value, double error) {
    private static final int DIGITS = 50;

    /** What could not be established. */
    static final Approximation NONE = new Approximation(Double.NaN, Double.POSITIVE_INFINITY);

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

    /** Returns a number from two estimates of it, of which the second is better: they bound each other's error. */
    static Approximation between(double coarse, double fine, double agreement) {
        double apart = Math.abs(coarse - fine);
        double scale = Math.max(Math.abs(coarse), Math.abs(fine));
        return apart <= agreement * Math.max(scale, Double.MIN_NORMAL)
                ? new Approximation(fine, apart + Math.ulp(fine))
                : NONE;
    }
}
