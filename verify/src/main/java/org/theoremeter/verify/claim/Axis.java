package org.theoremeter.verify.claim;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

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

    /** Returns whether its values are positive, at least three, and spaced more evenly in their logarithm than in themselves. */
    public boolean logarithmic() {
        return evenlyInLogarithm(values);
    }

    /** Tells the same of any values. */
    public static boolean evenlyInLogarithm(Collection<Double> values) {
        double[] sorted = values.stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .distinct()
                .toArray();
        return sorted.length > 2
                && sorted[0] > 0
                && unevenness(Arrays.stream(sorted).map(Math::log).toArray()) < unevenness(sorted);
    }

    /** Returns the largest step over the least. */
    private static double unevenness(double[] sorted) {
        double[] steps = IntStream.range(1, sorted.length)
                .mapToDouble(i -> sorted[i] - sorted[i - 1])
                .toArray();
        return Arrays.stream(steps).max().orElseThrow()
                / Arrays.stream(steps).min().orElseThrow();
    }

    /** Returns such as {@code cstar}, or {@code delay (together with window)}. */
    public String label() {
        return partners.isEmpty() ? symbol : symbol + " (together with " + String.join(", ", partners) + ")";
    }
}
