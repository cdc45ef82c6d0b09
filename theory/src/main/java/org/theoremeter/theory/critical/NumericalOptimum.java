package org.theoremeter.theory.critical;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.algebra.numeric.SamplePoints;

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
    private static final int FEWEST_POINTS = 8;
    private static final int POINTS_A_PARAMETER = 3;

    /** Copies the lists. */
    public NumericalOptimum {
        points = List.copyOf(points);
        states = List.copyOf(states);
        remarks = List.copyOf(remarks);
    }

    static NumericalOptimum of(LossProblem problem) {
        OptimumSearch search = new OptimumSearch(problem);
        return of(points(problem).stream().map(search::at).toList());
    }

    /** Returns the points of the parameters at which the optimum is searched for. */
    static List<Map<String, Double>> points(LossProblem problem) {
        return new SamplePoints(problem.parameterRegion())
                .inside(FEWEST_POINTS
                        + POINTS_A_PARAMETER * problem.parameters().size());
    }

    static NumericalOptimum of(List<OptimumSearch.Spot> spots) {
        List<Map<String, Double>> points =
                spots.stream().map(OptimumSearch.Spot::point).toList();
        List<Map<String, Double>> states = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (OptimumSearch.Spot spot : spots) {
            if (spot.obstacle().isPresent()) {
                return new NumericalOptimum(
                        points, states, remarks, spot.obstacle().map(why -> where(spot.point()) + why));
            }
            states.add(spot.state());
            if (remarks.isEmpty()) {
                spot.remarks().forEach(remark -> remarks.add(where(spot.point()) + remark));
            }
        }
        return new NumericalOptimum(points, states, remarks, Optional.empty());
    }

    static String where(Map<String, Double> point) {
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
        boolean plain = value == 0 || (size >= 1e-3 && size < 1e5);
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
