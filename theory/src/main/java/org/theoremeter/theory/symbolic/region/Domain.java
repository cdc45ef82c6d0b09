package org.theoremeter.theory.symbolic.region;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.theoremeter.theory.text.Quotation;

/**
 * An interval of real numbers, or the integers in it, on which a symbol is meant.
 *
 * @param lower its lower end, possibly −∞
 * @param lowerOpen whether the lower end is left out; an infinite end always is
 * @param upper its upper end, possibly +∞
 * @param upperOpen whether the upper end is left out
 * @param integer whether only the integers of the interval are meant; its finite ends are then integers themselves
 */
public record Domain(double lower, boolean lowerOpen, double upper, boolean upperOpen, boolean integer) {
    private static final String NUMBER = "[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?";
    private static final Pattern TEXT =
            Pattern.compile("\\s*([(\\[])\\s*(-inf|" + NUMBER + ")\\s*,\\s*(\\+?inf|" + NUMBER + ")\\s*([)\\]])\\s*");
    private static final String ACCEPTED =
            "accepted: an interval such as (0, 1), [0, inf) or (-inf, inf), 'positive', or 'integer [0, inf)'";
    private static final String INTEGER = "integer ";
    private static final String POSITIVE = "positive";
    /** Distances from an edge, relative to the interval's width, at which formulas tend to show their faults. */
    private static final double[] NEAR = {1e-6, 1e-3};
    /** How far out an unbounded interval is looked at. */
    private static final double[] FAR = {1e2, 1e3};
    /** How far out integers are looked at: as exponents they soon lead out of double precision. */
    private static final double[] FAR_INTEGERS = {11, 24};
    /** How far random integers of an unbounded interval spread. */
    private static final double INTEGER_SPREAD = 4;

    /**
     * Makes an interval.
     *
     * @throws IllegalArgumentException if it contains no number, or an end is NaN
     */
    public Domain {
        if (Double.isNaN(lower) || Double.isNaN(upper)) {
            throw new IllegalArgumentException("an end of a domain must be a number, found NaN");
        }
        lowerOpen |= Double.isInfinite(lower);
        upperOpen |= Double.isInfinite(upper);
        lower += 0.0;
        upper += 0.0;
        if (integer) {
            if (Double.isFinite(lower)) {
                lower = lowerOpen ? Math.floor(lower) + 1 : Math.ceil(lower);
                lowerOpen = false;
            }
            if (Double.isFinite(upper)) {
                upper = upperOpen ? Math.ceil(upper) - 1 : Math.floor(upper);
                upperOpen = false;
            }
        }
        boolean empty = (lowerOpen || upperOpen) ? !(Math.nextUp(lower) < upper) : lower > upper;
        if (empty || lower == Double.POSITIVE_INFINITY || upper == Double.NEGATIVE_INFINITY) {
            String found = (integer ? INTEGER : "") + text(lower, lowerOpen, upper, upperOpen);
            throw new IllegalArgumentException("found the empty interval " + found + ", " + ACCEPTED);
        }
    }

    /** Makes an interval of real numbers. */
    public Domain(double lower, boolean lowerOpen, double upper, boolean upperOpen) {
        this(lower, lowerOpen, upper, upperOpen, false);
    }

    /**
     * Reads an interval such as {@code (0, 1)}, {@code [0, inf)} or {@code (-inf, inf)}, the word {@code positive} for
     * {@code (0, inf)}, or the integers of an interval as in {@code integer [0, inf)}.
     *
     * @param text round brackets leave an end out, square ones include it
     * @return the interval
     * @throws IllegalArgumentException if the text is no interval, or an empty one
     */
    public static Domain parse(String text) {
        String stripped = text.strip();
        if (stripped.equals(POSITIVE)) {
            return new Domain(0, true, Double.POSITIVE_INFINITY, true);
        }
        if (stripped.startsWith(INTEGER) && !stripped.startsWith(INTEGER, INTEGER.length())) {
            return integers(parse(stripped.substring(INTEGER.length())), stripped);
        }
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("found " + Quotation.of(text) + ", " + ACCEPTED);
        }
        double lower = end(matcher.group(2), text);
        double upper = end(matcher.group(3), text);
        boolean lowerOpen = matcher.group(1).equals("(");
        boolean upperOpen = matcher.group(4).equals(")");
        if ((Double.isInfinite(lower) && !lowerOpen) || (Double.isInfinite(upper) && !upperOpen)) {
            throw new IllegalArgumentException(
                    "found " + Quotation.of(text) + ", an infinite end cannot be included; " + ACCEPTED);
        }
        if (lower > upper) {
            throw new IllegalArgumentException(
                    "found " + Quotation.of(text) + ", whose lower end lies above its upper end; " + ACCEPTED);
        }
        return new Domain(lower, lowerOpen, upper, upperOpen);
    }

    private static Domain integers(Domain hull, String text) {
        try {
            return new Domain(hull.lower, hull.lowerOpen, hull.upper, hull.upperOpen, true);
        } catch (IllegalArgumentException empty) {
            throw new IllegalArgumentException(
                    "found " + Quotation.of(text) + ", which contains no integer; " + ACCEPTED, empty);
        }
    }

    private static double end(String end, String text) {
        if (end.endsWith("inf")) {
            return end.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        double value = Double.parseDouble(end);
        boolean vanishes = value == 0 && !end.matches("[+-]?[0.]+(?:[eE].*)?");
        if (Double.isInfinite(value) || vanishes) {
            throw new IllegalArgumentException("found " + Quotation.of(text) + ", "
                    + Quotation.start(end, Quotation.LONGEST) + " is too " + (vanishes ? "small" : "large") + "; "
                    + ACCEPTED);
        }
        return value;
    }

    /** Returns the whole real line. */
    public static Domain reals() {
        return new Domain(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, true);
    }

    /** Tells whether a number lies in the interval; NaN and infinities never do. */
    public boolean contains(double value) {
        if (integer && value != Math.rint(value)) {
            return false;
        }
        return (lowerOpen ? value > lower : value >= lower) && (upperOpen ? value < upper : value <= upper);
    }

    /**
     * Maps the open unit interval into this one, increasing; a bounded interval linearly, an end at infinity by
     * u/(1 − u).
     *
     * @param unit a number strictly between 0 and 1
     * @return a number of this interval, never an end that is left out
     * @throws IllegalArgumentException if {@code unit} is not strictly between 0 and 1
     */
    public double point(double unit) {
        if (!(unit > 0 && unit < 1)) {
            throw new IllegalArgumentException("found " + unit + ", accepted: a number strictly between 0 and 1");
        }
        if (integer) {
            return inside(integer(unit));
        }
        return inside(raw(unit));
    }

    /** Bounded integers are equally likely; of unbounded ones about a third are the first two. */
    private double integer(double unit) {
        double raw = raw(unit);
        if (Double.isFinite(lower) && Double.isFinite(upper)) {
            return lower + Math.floor(unit * (upper - lower + 1));
        }
        if (Double.isFinite(lower)) {
            return lower + Math.floor(INTEGER_SPREAD * (raw - lower));
        }
        return Double.isFinite(upper)
                ? upper - Math.floor(INTEGER_SPREAD * (upper - raw))
                : Math.rint(INTEGER_SPREAD * raw);
    }

    private double raw(double unit) {
        boolean below = Double.isInfinite(lower);
        boolean above = Double.isInfinite(upper);
        if (below && above) {
            double centred = 2 * unit - 1;
            return centred / ((1 - centred) * (1 + centred));
        }
        if (above) {
            return lower + unit / (1 - unit);
        }
        return below ? upper - (1 - unit) / unit : lower * (1 - unit) + upper * unit;
    }

    /** Rounding may reach an end that is left out, or leave the doubles; the nearest number inside stands for it. */
    private double inside(double value) {
        double smallest = lowerOpen ? Math.nextUp(lower) : lower;
        double largest = upperOpen ? Math.nextDown(upper) : upper;
        return Math.max(smallest, Math.min(largest, value));
    }

    /** Returns numbers of the interval at and near its ends, in increasing order. */
    public List<Double> nearEdges() {
        if (integer) {
            return integersNearEdges();
        }
        List<Double> low = new ArrayList<>();
        List<Double> high = new ArrayList<>();
        if (!lowerOpen) {
            low.add(lower);
        }
        if (!upperOpen) {
            high.add(0, upper);
        }
        boolean bounded = Double.isFinite(lower) && Double.isFinite(upper);
        double width = bounded ? upper - lower : 1;
        for (int i = 0; i < NEAR.length; i++) {
            int far = FAR.length - 1 - i;
            double reference = Double.isFinite(lower) ? lower : Double.isFinite(upper) ? upper : 0;
            low.add(inside(Double.isFinite(lower) ? lower + NEAR[i] * width : reference - FAR[far]));
            high.add(0, inside(Double.isFinite(upper) ? upper - NEAR[i] * width : reference + FAR[far]));
        }
        low.addAll(high);
        return low.stream().distinct().sorted().toList();
    }

    private List<Double> integersNearEdges() {
        double reference = Double.isFinite(lower) ? lower : Double.isFinite(upper) ? upper : 0;
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < FAR_INTEGERS.length; i++) {
            values.add(inside(Double.isFinite(lower) ? lower + i : reference - FAR_INTEGERS[i]));
            values.add(inside(Double.isFinite(upper) ? upper - i : reference + FAR_INTEGERS[i]));
        }
        return values.stream().distinct().sorted().toList();
    }

    /** Returns the text from which {@link #parse} reads the same interval. */
    @Override
    public String toString() {
        return (integer ? INTEGER : "") + text(lower, lowerOpen, upper, upperOpen);
    }

    private static String text(double lower, boolean lowerOpen, double upper, boolean upperOpen) {
        return (lowerOpen ? "(" : "[") + text(lower) + ", " + text(upper) + (upperOpen ? ")" : "]");
    }

    private static String text(double end) {
        if (Double.isInfinite(end)) {
            return end < 0 ? "-inf" : "inf";
        }
        return end == Math.rint(end) && Math.abs(end) < 1e15 ? Long.toString((long) end) : Double.toString(end);
    }
}
