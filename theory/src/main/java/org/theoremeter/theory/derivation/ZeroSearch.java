package org.theoremeter.theory.derivation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.theoremeter.theory.symbolic.CompiledFunction;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Domain;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Region;
import org.theoremeter.theory.symbolic.algebra.SamplePoints;

/** Looks for a point of a region at which a formula vanishes, or seems to. */
final class ZeroSearch {
    private static final int POINTS = 100;
    private static final int AT_EDGES = 8;
    private static final int REFINEMENTS = 40;
    private static final int BISECTIONS = 60;
    /** How small a value must be, against the typical one, to count as zero. */
    private static final double ZERO = 1e-9;
    /** How far from the edges of the box and of the assumptions zeros are looked for. */
    private static final double MARGIN = 0.02;
    /** Towards infinity much goes to zero without reaching it. */
    private static final double FARTHEST = 50;

    private final Region region;
    private final List<String> names;
    private final CompiledFunction function;

    ZeroSearch(Expression formula, Region region) {
        this.region = region;
        this.names = List.copyOf(region.domains().keySet());
        this.function = formula.compile(names);
    }

    /**
     * What was found.
     *
     * @param point where the formula seems to vanish
     * @param positive a point at which it is positive; the same as {@code point} if none was needed
     * @param negative a point at which it is negative; the same as {@code point} if none was needed
     */
    record Suspect(Map<String, Double> point, Map<String, Double> positive, Map<String, Double> negative) {
        private static Suspect at(Map<String, Double> point) {
            return new Suspect(point, point, point);
        }
    }

    /** Returns what seems to be a zero, if one was found. */
    Optional<Suspect> suspect() {
        List<double[]> points = SamplePoints.of(region, POINTS).stream()
                .map(point -> names.stream().mapToDouble(point::get).toArray())
                .toList();
        double[] positive = null;
        double[] negative = null;
        double[] smallest = points.get(0);
        double[] sizes = new double[points.size()];
        for (int i = 0; i < sizes.length; i++) {
            double[] point = points.get(i);
            double value = function.value(point);
            sizes[i] = Math.abs(value);
            if (value == 0) {
                return Optional.of(Suspect.at(named(point)));
            }
            positive = value > 0 ? point : positive;
            negative = value < 0 ? point : negative;
            smallest = sizes[i] < Math.abs(function.value(smallest)) ? point : smallest;
        }
        if (positive != null && negative != null) {
            Map<String, Double> above = named(positive);
            Map<String, Double> below = named(negative);
            Optional<Map<String, Double>> crossing = crossing(positive, negative);
            if (crossing.isPresent()) {
                return crossing.map(point -> new Suspect(point, above, below));
            }
        }
        Optional<double[]> edge = atEdges(points);
        if (edge.isPresent()) {
            return edge.map(point -> Suspect.at(named(point)));
        }
        Arrays.sort(sizes);
        return downhill(smallest, sizes[sizes.length / 2]).map(Suspect::at);
    }

    /** Returns a zero at an end of a domain that belongs to it, the other symbols being anywhere. */
    private Optional<double[]> atEdges(List<double[]> points) {
        return points.stream()
                .limit(AT_EDGES)
                .flatMap(point -> IntStream.range(0, point.length).boxed().flatMap(i -> ends(point, i)))
                .filter(point -> function.value(point) == 0 && region.contains(named(point)))
                .findFirst();
    }

    private Stream<double[]> ends(double[] point, int i) {
        Domain domain = region.domains().get(names.get(i));
        return DoubleStream.of(domain.lower(), domain.upper())
                .filter(domain::contains)
                .mapToObj(end -> {
                    double[] moved = point.clone();
                    moved[i] = end;
                    return moved;
                });
    }

    private Map<String, Double> named(double[] point) {
        Map<String, Double> values = new TreeMap<>();
        for (int i = 0; i < point.length; i++) {
            values.put(names.get(i), point[i]);
        }
        return values;
    }

    /** On the way from one sign to the other there is a zero or a pole. */
    private Optional<Map<String, Double>> crossing(double[] positive, double[] negative) {
        double[] up = positive;
        double[] down = negative;
        for (int i = 0; i < BISECTIONS; i++) {
            double[] middle = new double[up.length];
            Arrays.setAll(middle, new Midpoint(up, down)::at);
            if (function.value(middle) > 0) {
                up = middle;
            } else {
                down = middle;
            }
        }
        boolean zero = Math.abs(function.value(up)) <= Math.abs(function.value(positive));
        return zero && region.contains(named(up)) ? Optional.of(named(up)) : Optional.empty();
    }

    private record Midpoint(double[] a, double[] b) {
        double at(int i) {
            return (a[i] + b[i]) / 2;
        }
    }

    /** Goes along one symbol after the other towards smaller values, away from all edges. */
    private Optional<Map<String, Double>> downhill(double[] from, double typical) {
        double[] best = from.clone();
        double least = wellInside(best) ? Math.abs(function.value(best)) : Double.POSITIVE_INFINITY;
        double reach = 1;
        for (int round = 0; round < REFINEMENTS && least > ZERO * typical; round++) {
            boolean better = false;
            for (int i = 0; i < best.length; i++) {
                double span = reach * Math.max(Math.abs(best[i]), MARGIN);
                for (double move : new double[] {-span, -span / 3, span / 3, span}) {
                    double[] tried = best.clone();
                    tried[i] += move;
                    double value = Math.abs(function.value(tried));
                    if (value < least && wellInside(tried)) {
                        least = value;
                        best = tried;
                        better = true;
                    }
                }
            }
            reach = better ? reach : reach / 3;
        }
        return least <= ZERO * typical ? Optional.of(named(best)) : Optional.empty();
    }

    private boolean wellInside(double[] values) {
        for (int i = 0; i < values.length; i++) {
            Domain domain = region.domains().get(names.get(i));
            double width = Double.isFinite(domain.upper() - domain.lower()) ? domain.upper() - domain.lower() : 1;
            boolean inside = values[i] >= domain.lower() + MARGIN * width
                    && values[i] <= domain.upper() - MARGIN * width
                    && Math.abs(values[i]) <= FARTHEST;
            if (!inside) {
                return false;
            }
        }
        Map<String, Double> point = named(values);
        return region.contains(point)
                && region.assumptions().stream().allMatch(assumption -> slack(assumption, point) >= MARGIN);
    }

    private static double slack(Condition assumption, Map<String, Double> point) {
        double left = assumption.left().evaluate(point);
        double right = assumption.right().evaluate(point);
        return Math.abs(left - right) / Math.max(Math.abs(left), Math.abs(right));
    }
}
