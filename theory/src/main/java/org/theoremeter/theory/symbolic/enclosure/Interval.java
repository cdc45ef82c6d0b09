package org.theoremeter.theory.symbolic.enclosure;

/**
 * All real numbers between two bounds, possibly infinite; an end may be left out.
 *
 * @param lower the lower bound, possibly −∞
 * @param lowerOpen whether the lower bound itself is surely not taken
 * @param upper the upper bound, possibly +∞
 * @param upperOpen whether the upper bound itself is surely not taken
 */
public record Interval(double lower, boolean lowerOpen, double upper, boolean upperOpen) {
    /**
     * Makes an interval.
     *
     * @throws IllegalArgumentException if a bound is NaN, or they are in the wrong order
     */
    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("found the bounds " + lower + " and " + upper + ", accepted: in order");
        }
    }

    /** Makes an interval that includes both ends. */
    public static Interval closed(double lower, double upper) {
        return new Interval(lower, false, upper, false);
    }

    /** Makes the interval of one number. */
    public static Interval point(double value) {
        return closed(value, value);
    }

    /** Tells whether 0 may be among the numbers. */
    public boolean mayBeZero() {
        boolean above = lower > 0 || (lower == 0 && lowerOpen);
        boolean below = upper < 0 || (upper == 0 && upperOpen);
        return !above && !below;
    }

    /** Tells whether a number may be among them. */
    public boolean contains(double value) {
        return (lowerOpen ? value > lower : value >= lower) && (upperOpen ? value < upper : value <= upper);
    }

    /** Returns the largest magnitude, rounded up. */
    public double magnitude() {
        return Math.max(Math.abs(lower), Math.abs(upper));
    }

    /** Returns the smallest magnitude: 0 if 0 lies between the bounds. */
    public double mignitude() {
        return lower > 0 ? lower : upper < 0 ? -upper : 0;
    }

    /** Returns the width, rounded up. */
    public double width() {
        return Directed.addUp(upper, -lower);
    }

    /** Returns a number well inside: the middle, on a scale that fits infinite ends. */
    public double middle() {
        if (Double.isInfinite(lower) && Double.isInfinite(upper)) {
            return 0;
        }
        if (Double.isInfinite(upper)) {
            return lower >= 0 ? 2 * lower + 1 : lower < -1 ? lower / 2 : 1;
        }
        if (Double.isInfinite(lower)) {
            return upper <= 0 ? 2 * upper - 1 : upper > 1 ? upper / 2 : -1;
        }
        return lower / 2 + upper / 2;
    }

    @Override
    public String toString() {
        return (lowerOpen ? "(" : "[") + lower + ", " + upper + (upperOpen ? ")" : "]");
    }
}
