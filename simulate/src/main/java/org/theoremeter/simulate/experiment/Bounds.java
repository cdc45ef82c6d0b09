package org.theoremeter.simulate.experiment;

/**
 * Bounds a real parameter to an interval whose ends may be open, closed or infinite.
 *
 * @param low lower end, possibly −∞
 * @param lowOpen whether the lower end itself is excluded
 * @param high upper end, possibly +∞
 * @param highOpen whether the upper end itself is excluded
 */
public record Bounds(double low, boolean lowOpen, double high, boolean highOpen) {

    /**
     * Checks that the interval holds a number.
     *
     * @throws IllegalArgumentException if an end is NaN or the interval is empty
     */
    public Bounds {
        boolean oneEnd = low == high && !lowOpen && !highOpen && Double.isFinite(low);
        if (!(low < high) && !oneEnd) {
            throw new IllegalArgumentException("empty bounds: " + text(low, lowOpen, high, highOpen));
        }
    }

    /** Excludes both ends: (low, high). */
    public static Bounds open(double low, double high) {
        return new Bounds(low, true, high, true);
    }

    /** Includes both ends: [low, high]. */
    public static Bounds closed(double low, double high) {
        return new Bounds(low, false, high, false);
    }

    /** Includes the lower end only: [low, high). */
    public static Bounds from(double low, double high) {
        return new Bounds(low, false, high, true);
    }

    /** Allows every finite positive number: (0, inf). */
    public static Bounds positive() {
        return open(0, Double.POSITIVE_INFINITY);
    }

    /** Tells whether a finite value lies inside; NaN and the infinities never do. */
    public boolean contains(double value) {
        return Double.isFinite(value)
                && (lowOpen ? value > low : value >= low)
                && (highOpen ? value < high : value <= high);
    }

    /** Writes the interval, such as {@code (0, 1)} or {@code [0, inf)}. */
    @Override
    public String toString() {
        return text(low, lowOpen, high, highOpen);
    }

    private static String text(double low, boolean lowOpen, double high, boolean highOpen) {
        return (lowOpen ? "(" : "[") + number(low) + ", " + number(high) + (highOpen ? ")" : "]");
    }

    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
