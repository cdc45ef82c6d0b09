package org.theoremeter.theory.symbolic.enclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.theoremeter.theory.symbolic.region.Domain;

/**
 * A box: an interval for every variable, in a fixed order.
 *
 * <p>It is immutable. An end of a domain that is left out stays left out, also where it is 0: what divides by a variable
 * of (0, 1] is defined on its box.
 */
public final class Box {
    private final List<String> names;
    private final double[] lower;
    private final double[] upper;
    private final int[] marks;
    private final boolean[] integer;

    private Box(List<String> names, double[] lower, double[] upper, int[] marks, boolean[] integer) {
        this.names = names;
        this.lower = lower;
        this.upper = upper;
        this.marks = marks;
        this.integer = integer;
    }

    /** Returns the box of domains. */
    public static Box of(SortedMap<String, Domain> domains) {
        int size = domains.size();
        double[] lower = new double[size];
        double[] upper = new double[size];
        int[] marks = new int[size];
        boolean[] integer = new boolean[size];
        int i = 0;
        for (Domain domain : domains.values()) {
            lower[i] = domain.lower();
            upper[i] = domain.upper();
            marks[i] = Bounds.openIf(domain.lowerOpen(), domain.upperOpen());
            integer[i] = domain.integer();
            i++;
        }
        return new Box(List.copyOf(domains.keySet()), lower, upper, marks, integer);
    }

    /** Returns the box of one point. */
    public static Box at(SortedMap<String, Double> point) {
        double[] values =
                point.values().stream().mapToDouble(Double::doubleValue).toArray();
        return new Box(
                List.copyOf(point.keySet()),
                values,
                values.clone(),
                new int[values.length],
                new boolean[values.length]);
    }

    /**
     * Returns the box with one more variable, the last in order.
     *
     * @param name its name
     * @param side its values
     * @param whole whether it takes whole values only
     */
    public Box and(String name, Interval side, boolean whole) {
        int size = size();
        List<String> more = new ArrayList<>(names);
        more.add(name);
        double[] low = Arrays.copyOf(lower, size + 1);
        double[] high = Arrays.copyOf(upper, size + 1);
        int[] changed = Arrays.copyOf(marks, size + 1);
        boolean[] wholes = Arrays.copyOf(integer, size + 1);
        low[size] = side.lower();
        high[size] = side.upper();
        changed[size] = Bounds.openIf(side.lowerOpen(), side.upperOpen());
        wholes[size] = whole;
        return new Box(List.copyOf(more), low, high, changed, wholes);
    }

    /** Returns the names of the variables, in order. */
    public List<String> names() {
        return names;
    }

    /** Returns the number of variables. */
    public int size() {
        return names.size();
    }

    /** Returns the interval of a variable. */
    public Interval side(int i) {
        return new Interval(
                lower[i], (marks[i] & Bounds.LOWER_OPEN) != 0, upper[i], (marks[i] & Bounds.UPPER_OPEN) != 0);
    }

    double lower(int i) {
        return lower[i];
    }

    double upper(int i) {
        return upper[i];
    }

    int marks(int i) {
        return marks[i];
    }

    /** Returns the box with another interval for one variable. */
    public Box with(int i, Interval side) {
        double[] low = lower.clone();
        double[] high = upper.clone();
        int[] changed = marks.clone();
        low[i] = side.lower();
        high[i] = side.upper();
        changed[i] = Bounds.openIf(side.lowerOpen(), side.upperOpen());
        return new Box(names, low, high, changed, integer);
    }

    /** Returns the point in the middle; an end that is left out is never taken. */
    public SortedMap<String, Double> middle() {
        SortedMap<String, Double> point = new TreeMap<>();
        for (int i = 0; i < size(); i++) {
            point.put(names.get(i), middle(i));
        }
        return point;
    }

    double middle(int i) {
        double middle = side(i).middle();
        return integer[i] ? Math.rint(middle) : middle;
    }

    /** Returns a measure of the width of a side that does not overflow: as a share of the real line's image in (−1, 1). */
    double span(int i) {
        if (integer[i] && upper[i] - lower[i] < 1) {
            return 0;
        }
        return squeezed(upper[i]) - squeezed(lower[i]);
    }

    private static double squeezed(double x) {
        return Double.isInfinite(x) ? Math.signum(x) : x / (1 + Math.abs(x));
    }

    /** Tells whether a side can still be cut: there is a double strictly inside. */
    boolean isDivisible(int i) {
        if (integer[i]) {
            return Math.floor(upper[i]) > Math.ceil(lower[i]);
        }
        double middle = side(i).middle();
        return middle > lower[i] && middle < upper[i];
    }

    /** Cuts a side in the middle; of integers each half has its own. */
    List<Box> halves(int i) {
        double middle = side(i).middle();
        Interval side = side(i);
        double low = integer[i] ? Math.floor(middle) : middle;
        double high = integer[i] ? low + 1 : middle;
        return List.of(
                with(i, new Interval(side.lower(), side.lowerOpen(), low, false)),
                with(i, new Interval(high, false, side.upper(), side.upperOpen())));
    }

    /** Tells whether a point lies in the box. */
    public boolean contains(Map<String, Double> point) {
        for (int i = 0; i < size(); i++) {
            if (!side(i).contains(point.get(names.get(i)))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the variables that take whole values only. */
    List<String> integers() {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            if (integer[i]) {
                found.add(names.get(i));
            }
        }
        return found;
    }

    /** Returns the box as {@code x in [0, 1], y in (0, 2]}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size(); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(names.get(i))
                    .append(lower[i] == upper[i] ? " = " + lower[i] : " in " + side(i));
        }
        return text.toString();
    }
}
