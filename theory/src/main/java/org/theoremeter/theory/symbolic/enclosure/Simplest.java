package org.theoremeter.theory.symbolic.enclosure;

/** Finds the shortest decimal in an interval: where theories have their special places. */
final class Simplest {
    private static final int MOST_DIGITS = 15;
    private static final double LARGEST = 1e15;

    private Simplest() {}

    /** Returns the number of fewest decimals in an interval, its middle if there is none short enough. */
    static double in(Interval interval) {
        double middle = interval.middle();
        if (interval.contains(0)) {
            return 0;
        }
        double scale = 1;
        for (int digits = 0; digits <= MOST_DIGITS && Math.abs(middle) * scale < LARGEST; digits++) {
            double near = Math.rint(middle * scale) / scale;
            if (interval.contains(near)) {
                return near;
            }
            scale *= 10;
        }
        return middle;
    }
}
