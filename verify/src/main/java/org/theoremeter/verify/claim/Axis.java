package org.theoremeter.verify.claim;

import java.util.List;

/**
 * One axis of a grid: a symbol and the values it takes.
 *
 * @param symbol the symbol, usable in {@code with} and in predictions
 * @param values its values, in the order of the file; all different, unless other axes step with it
 * @param partners the axes that step with it, value by value, instead of multiplying with it; usually none
 */
public record Axis(String symbol, List<Double> values, List<String> partners) {

    /** The largest number of values on one axis. */
    public static final int LONGEST = 1000;

    /** Copies the lists. */
    public Axis {
        values = List.copyOf(values);
        partners = List.copyOf(partners);
    }

    /** Creates an axis that multiplies with all others. */
    public Axis(String symbol, List<Double> values) {
        this(symbol, values, List.of());
    }

    /** Returns such as {@code cstar}, or {@code delay (together with window)}. */
    public String label() {
        return partners.isEmpty() ? symbol : symbol + " (together with " + String.join(", ", partners) + ")";
    }
}
