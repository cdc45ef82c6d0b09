package org.theoremeter.theory.critical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.theoremeter.theory.symbolic.Domain;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Region;
import org.theoremeter.theory.symbolic.algebra.SamplePoints;

/**
 * Where the loss is lowest, in numbers, at several points of the parameters.
 *
 * @param points the points, a value a parameter
 * @param states the values of the sought symbols at each of these points, as far as the search got
 * @param remarks what else was seen there: other minima, lower losses at an edge
 * @param obstacle why there is no single optimum inside the domain, if there is none
 */
public record NumericalOptimum(
        List<Map<String, Double>> points,
        List<Map<String, Double>> states,
        List<String> remarks,
        Optional<String> obstacle) {
    private static final int FEWEST_POINTS = 4;
    private static final int POINTS_A_PARAMETER = 3;
    /** Minima of a set of them that are shown. */
    private static final int MOST_SHOWN = 3;
    /** Components of a direction below this are rounding. */
    private static final double NEGLIGIBLE = 1e-6;

    /** Copies the lists. */
    public NumericalOptimum {
        points = List.copyOf(points);
        states = List.copyOf(states);
        remarks = List.copyOf(remarks);
    }

    static NumericalOptimum of(LossProblem problem) {
        List<String> sought = problem.sought();
        Expression loss = problem.formula().substitute(problem.places());
        List<Domain> box = sought.stream().map(problem.region().domains()::get).toList();
        Region region = problem.parameterRegion();
        List<String> parameters = problem.parameters();
        MinimumSearch search = new MinimumSearch(loss, sought, box, parameters);
        List<Map<String, Double>> points =
                new SamplePoints(region).inside(FEWEST_POINTS + POINTS_A_PARAMETER * parameters.size());
        List<Map<String, Double>> states = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (Map<String, Double> point : points) {
            Minima minima = search.at(point);
            Optional<String> obstacle = obstacle(minima, sought, box);
            if (obstacle.isPresent()) {
                return new NumericalOptimum(points, states, remarks, Optional.of(where(point) + obstacle.get()));
            }
            Minima.Minimum lowest = minima.inside().get(0);
            states.add(named(sought, lowest.state()));
            if (minima.inside().size() > 1 && remarks.isEmpty()) {
                Minima.Minimum second = minima.inside().get(1);
                remarks.add(where(point) + "there is another minimum at " + shown(named(sought, second.state()))
                        + ", where the loss is higher by " + number(second.loss() - lowest.loss()));
            }
        }
        return new NumericalOptimum(points, states, remarks, Optional.empty());
    }

    private static Optional<String> obstacle(Minima minima, List<String> names, List<Domain> box) {
        if (minima.inside().isEmpty() && Double.isInfinite(minima.lowestElsewhere())) {
            return Optional.of("the loss is not finite at any point tried");
        }
        if (minima.isLowerElsewhere()) {
            return Optional.of((minima.inside().isEmpty()
                            ? "there is no minimum inside the domain: "
                            : "the minimum inside the domain, "
                                    + shown(named(names, minima.inside().get(0).state()))
                                    + ", is not the lowest point: ")
                    + "the loss falls " + minima.elsewhere());
        }
        List<Minima.Minimum> lowest = minima.lowest();
        if (lowest.size() == 1 && !lowest.get(0).isFlat()) {
            return Optional.empty();
        }
        String examples = lowest.stream()
                .limit(MOST_SHOWN)
                .map(minimum -> shown(named(names, minimum.state())))
                .collect(Collectors.joining("; "));
        if (lowest.get(0).isFlat()) {
            return Optional.of("the minimum is not a point: to second order the loss does not change along "
                    + direction(names, lowest.get(0).flat()) + ". Minima found: " + examples
                    + (names.size() > 1 ? ". Choose one of them with 'at', or train fewer symbols" : ""));
        }
        return Optional.of("there are " + lowest.size() + " minima of the same loss: " + examples
                + ". Choose one of them by narrowing a domain");
    }

    /** Writes a direction such as {@code (p, r, c) ∝ (1, −0.8, 0)}. */
    private static String direction(List<String> names, double[] flat) {
        double largest = 0;
        for (double component : flat) {
            largest = Math.abs(component) > Math.abs(largest) ? component : largest;
        }
        double scale = largest;
        String components = Arrays.stream(flat)
                .map(component -> component / scale)
                .map(component -> Math.abs(component) < NEGLIGIBLE ? 0 : component)
                .mapToObj(NumericalOptimum::number)
                .collect(Collectors.joining(", ", "(", ")"));
        return names.stream()
                        .map(name -> Expression.symbol(name).toUnicode())
                        .collect(Collectors.joining(", ", "(", ")"))
                + " ∝ " + components;
    }

    private static Map<String, Double> named(List<String> names, double[] values) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(names.get(i), values[i]);
        }
        return named;
    }

    private static String where(Map<String, Double> point) {
        return point.isEmpty() ? "" : "at " + shown(point) + " ";
    }

    /** Writes values of symbols, such as {@code c⋆ = 0.5, ω = 2}. */
    public static String shown(Map<String, Double> values) {
        return values.entrySet().stream()
                .map(entry -> Expression.symbol(entry.getKey()).toUnicode() + " = " + number(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Writes a number with at most four digits. */
    public static String number(double value) {
        double size = Math.abs(value);
        boolean plain = value == 0 || size >= 1e-3 && size < 1e5;
        String text = String.format(Locale.ROOT, plain ? "%.4f" : "%.3e", value);
        return plain ? plain(text, value) : text;
    }

    private static String plain(String text, double value) {
        String digits = String.format(Locale.ROOT, "%.4g", value);
        boolean scientific = digits.contains("e");
        String kept = scientific ? text : digits;
        return kept.contains(".") ? kept.replaceAll("\\.?0+$", "") : kept;
    }
}
