package org.theoremeter.theory.symbolic;

/**
 * A number with a bound on its error.
 *
 * @param value the number; NaN if it could not be established
 * @param error the bound
 */
public record Approximation(double value, double error) {
    /** What could not be established. */
    static final Approximation NONE = new Approximation(Double.NaN, Double.POSITIVE_INFINITY);

    /** Returns a number from two estimates of it, of which the second is better: they bound each other's error. */
    static Approximation between(double coarse, double fine, double agreement) {
        double apart = Math.abs(coarse - fine);
        double scale = Math.max(Math.abs(coarse), Math.abs(fine));
        return apart <= agreement * Math.max(scale, Double.MIN_NORMAL)
                ? new Approximation(fine, apart + Math.ulp(fine))
                : NONE;
    }
}
