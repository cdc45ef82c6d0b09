package org.theoremeter.theory.symbolic.enclosure;

import org.theoremeter.theory.symbolic.ElementaryFunction;

/**
 * Elementary functions of intervals.
 *
 * <p>{@link Math} promises 1 unit in the last place (2.5 for the hyperbolic functions); bounds are moved outwards by
 * {@value #PLACES} (and {@value #HYPERBOLIC}). Where a function of a double is exact (exp 0, sin 0, …) they stay.
 */
public final class Functions {
    private static final int PLACES = 2;
    private static final int HYPERBOLIC = 4;
    /** π lies between this and the next double. */
    private static final double PI_BELOW = Math.PI;

    private static final double PI_ABOVE = Math.nextUp(Math.PI);
    /** Narrower than a whole turn beyond doubt. */
    private static final double TURN = 6.283;
    /** Narrower than half a turn beyond doubt. */
    private static final double HALF_TURN = 3.1415;
    /** Narrower than a quarter of a turn beyond doubt. */
    private static final double QUARTER = 1.57;

    private Functions() {}

    static void apply(ElementaryFunction function, double low, double high, int marks, Bounds out) {
        switch (function) {
            case EXP -> exponential(low, high, marks, out);
            case LN -> logarithm(low, high, marks, out);
            case SQRT -> out.root(low, high, marks);
            case ABS -> out.absolute(low, high, marks);
            case SIGN -> out.sign(low, high, marks);
            case SIN -> wave(low, high, marks, 0, out);
            case COS -> wave(low, high, marks, 1, out);
            case TAN -> tangent(low, high, marks, out);
            case SINH -> sinh(low, high, marks, out);
            case COSH -> cosh(low, high, marks, out);
            case TANH -> tanh(low, high, marks, out);
            case ASIN -> arc(low, high, marks, true, out);
            case ACOS -> arc(low, high, marks, false, out);
            case ATAN -> arctangent(low, high, marks, out);
            case TRANSPOSE, TRACE, DET -> out.set(low, high, marks);
            case INVERSE -> out.divide(1, 1, 0, low, high, marks);
            case MIN, MAX -> throw new IllegalArgumentException("a function of two arguments: " + function);
        }
    }

    private static double below(double value, double argument) {
        return argument == 0 ? value : Directed.below(value, PLACES);
    }

    private static double above(double value, double argument) {
        return argument == 0 ? value : Directed.above(value, PLACES);
    }

    private static void exponential(double low, double high, int marks, Bounds out) {
        double least = Math.exp(low);
        double most = Math.exp(high);
        double from = Double.isInfinite(least) ? Double.MAX_VALUE : Math.max(0, below(least, low));
        double to = Double.isInfinite(most) ? Double.POSITIVE_INFINITY : above(most, high);
        boolean lowerOpen = from == 0 || (marks & Bounds.LOWER_OPEN) != 0;
        out.set(from, to, (marks & Bounds.FAULTS) | Bounds.openIf(lowerOpen, (marks & Bounds.UPPER_OPEN) != 0));
    }

    private static void logarithm(double low, double high, int marks, Bounds out) {
        if (high <= 0) {
            out.empty(marks);
            return;
        }
        boolean positive = low > 0 || (low == 0 && (marks & Bounds.LOWER_OPEN) != 0);
        double from = low <= 0 ? Double.NEGATIVE_INFINITY : low == 1 ? 0 : Directed.below(Math.log(low), PLACES);
        double to = high == 1 ? 0 : Directed.above(Math.log(high), PLACES);
        out.set(
                from,
                to,
                (marks & (positive ? Bounds.FAULTS | Bounds.OPEN : Bounds.FAULTS | Bounds.UPPER_OPEN))
                        | (positive ? 0 : Bounds.PARTIAL));
    }

    /** The quarter of the turn in which an angle lies, 0 to 3, by the signs of sine and cosine, which Math gets right. */
    private static int quarter(double sine, double cosine) {
        return sine >= 0 ? (cosine > 0 ? 0 : 1) : cosine < 0 ? 2 : 3;
    }

    /**
     * Encloses sin, or cos as the wave that runs one quarter ahead.
     *
     * @param ahead 0 for sin, 1 for cos
     */
    private static void wave(double low, double high, int marks, int ahead, Bounds out) {
        int faults = marks & Bounds.FAULTS;
        if (low == 0 && high == 0) {
            out.set(ahead, ahead, faults);
            return;
        }
        if (!(high - low < TURN) || Double.isInfinite(low) || Double.isInfinite(high)) {
            out.set(-1, 1, faults);
            return;
        }
        double sineLow = Math.sin(low);
        double cosineLow = Math.cos(low);
        double sineHigh = Math.sin(high);
        double cosineHigh = Math.cos(high);
        double first = ahead == 0 ? sineLow : cosineLow;
        double last = ahead == 0 ? sineHigh : cosineHigh;
        int quarterLow = quarter(sineLow, cosineLow);
        int from = quarterLow + ahead;
        int steps = steps(quarterLow, quarter(sineHigh, cosineHigh), high - low);
        // On its way a wave passes its maximum from quarter 0 to 1 and its minimum from 2 to 3.
        boolean top = steps >= 4;
        boolean bottom = steps >= 4;
        for (int i = 0; i < steps; i++) {
            int quarter = (from + i) % 4;
            top |= quarter == 0;
            bottom |= quarter == 2;
        }
        double least = Math.min(first, last);
        double most = Math.max(first, last);
        out.set(
                bottom ? -1 : Math.max(-1, Directed.below(least, PLACES)),
                top ? 1 : Math.min(1, Directed.above(most, PLACES)),
                faults);
    }

    /** Returns how many quarters lie between angles of two quarters less than a turn apart. */
    private static int steps(int low, int high, double width) {
        int steps = Math.floorMod(high - low, 4);
        if (steps == 0) {
            return width > QUARTER ? 4 : 0;
        }
        return steps;
    }

    private static void tangent(double low, double high, int marks, Bounds out) {
        boolean wide = !(high - low < HALF_TURN) || Double.isInfinite(low) || Double.isInfinite(high);
        boolean pole = wide;
        if (!wide) {
            int from = quarter(Math.sin(low), Math.cos(low));
            int steps = steps(from, quarter(Math.sin(high), Math.cos(high)), high - low);
            for (int i = 0; i < steps; i++) {
                pole |= (from + i) % 2 == 0;
            }
        }
        if (pole) {
            out.set(
                    Double.NEGATIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    (marks & Bounds.FAULTS) | Bounds.PARTIAL | Bounds.JUMP);
        } else {
            out.set(below(Math.tan(low), low), above(Math.tan(high), high), marks);
        }
    }

    private static void sinh(double low, double high, int marks, Bounds out) {
        out.set(hyperbolicDown(Math.sinh(low), low), hyperbolicUp(Math.sinh(high), high), marks);
    }

    private static void cosh(double low, double high, int marks, Bounds out) {
        double nearest = low > 0 ? low : high < 0 ? high : 0;
        double farthest = Math.max(Math.abs(low), Math.abs(high));
        out.set(
                Math.max(1, hyperbolicDown(Math.cosh(nearest), nearest)),
                hyperbolicUp(Math.cosh(farthest), farthest),
                marks & Bounds.FAULTS);
    }

    private static void tanh(double low, double high, int marks, Bounds out) {
        double from = Math.max(-1, hyperbolicDown(Math.tanh(low), low));
        double to = Math.min(1, hyperbolicUp(Math.tanh(high), high));
        boolean lowerOpen = from == -1 || (marks & Bounds.LOWER_OPEN) != 0;
        boolean upperOpen = to == 1 || (marks & Bounds.UPPER_OPEN) != 0;
        out.set(from, to, (marks & Bounds.FAULTS) | Bounds.openIf(lowerOpen, upperOpen));
    }

    private static double hyperbolicDown(double value, double argument) {
        if (argument == 0) {
            return value;
        }
        boolean overflow = Double.isInfinite(value) && !Double.isInfinite(argument);
        return overflow && value > 0 ? Double.MAX_VALUE : Directed.below(value, HYPERBOLIC);
    }

    private static double hyperbolicUp(double value, double argument) {
        if (argument == 0) {
            return value;
        }
        boolean overflow = Double.isInfinite(value) && !Double.isInfinite(argument);
        return overflow && value < 0 ? -Double.MAX_VALUE : Directed.above(value, HYPERBOLIC);
    }

    private static void arc(double low, double high, int marks, boolean sine, Bounds out) {
        if (low > 1 || high < -1) {
            out.empty(marks);
            return;
        }
        double from = Math.max(-1, low);
        double to = Math.min(1, high);
        boolean outside = low < -1 || high > 1;
        boolean atLower = from == -1 && !(low == -1 && (marks & Bounds.LOWER_OPEN) != 0);
        boolean atUpper = to == 1 && !(high == 1 && (marks & Bounds.UPPER_OPEN) != 0);
        int faults = (marks & Bounds.FAULTS) | (outside ? Bounds.PARTIAL : 0) | (atLower || atUpper ? Bounds.KINK : 0);
        int open = outside ? 0 : marks & Bounds.OPEN;
        if (sine) {
            out.set(below(Math.asin(from), from), above(Math.asin(to), to), faults | open);
        } else {
            double least = to == 1 ? 0 : Directed.below(Math.acos(to), PLACES);
            out.set(least, Directed.above(Math.acos(from), PLACES), faults | Bounds.mirrored(open));
        }
    }

    private static void arctangent(double low, double high, int marks, Bounds out) {
        out.set(
                Math.max(-PI_ABOVE / 2, below(Math.atan(low), low)),
                Math.min(PI_ABOVE / 2, above(Math.atan(high), high)),
                marks);
    }

    /** Encloses π. */
    static void pi(Bounds out) {
        out.set(PI_BELOW, PI_ABOVE, Bounds.OPEN);
    }
}
