package org.theoremeter.theory.critical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.region.Domain;

/**
 * Places at which a loss may have a narrow minimum: zeros and extremes of its {@link Parts}, found by descending on them
 * rather than on the loss.
 */
final class Seeds {
    /** Parts that are looked at, the outermost first. */
    private static final int MOST_PARTS = 16;
    /** Places that are kept of one part, and altogether. */
    private static final int MOST_PLACES = 6;

    private static final int MOST_SEEDS = 64;
    private static final double SAME = 1e-9;
    private static final Expression SQUARE = Expression.parse("u^2");

    private final List<Objective> objectives = new ArrayList<>();

    Seeds(Expression loss, List<String> names, List<Domain> box, List<String> parameters) {
        List<UnaryOperator<Expression>> forms =
                List.of(part -> SQUARE.substitute(Map.of("u", part)), part -> part, Negation::new);
        for (Expression part : Parts.of(loss, names).stream().limit(MOST_PARTS).toList()) {
            List<String> own = names.stream().filter(part.symbols()::contains).toList();
            List<Domain> ownBox =
                    own.stream().map(name -> box.get(names.indexOf(name))).toList();
            for (UnaryOperator<Expression> form : forms) {
                objectives.add(new Objective(own, new NewtonDescent(form.apply(part), own, ownBox, parameters)));
            }
        }
    }

    /** What is descended on, in the symbols that it depends on. */
    private record Objective(List<String> names, NewtonDescent descent) {}

    /**
     * Looks for places.
     *
     * @param starts states of all sought symbols to start from, under their names
     * @param parameters a value for every parameter
     * @return values for some of the sought symbols each; places in different symbols are combined
     */
    List<Map<String, Double>> places(List<Map<String, Double>> starts, Map<String, Double> parameters) {
        List<Map<String, Double>> places = new ArrayList<>();
        for (Objective objective : objectives) {
            List<Map<String, Double>> own = new ArrayList<>();
            for (Map<String, Double> start : starts) {
                double[] from =
                        objective.names().stream().mapToDouble(start::get).toArray();
                objective
                        .descent()
                        .from(from, parameters)
                        .filter(end -> Arrays.stream(end.state()).allMatch(Double::isFinite))
                        .map(end -> Neighbourhood.named(objective.names(), end.state()))
                        .filter(place -> own.stream().noneMatch(known -> same(known, place)))
                        .ifPresent(own::add);
            }
            own.stream()
                    .limit(MOST_PLACES)
                    .filter(place -> places.stream().noneMatch(known -> same(known, place)))
                    .forEach(places::add);
        }
        return combined(places);
    }

    private static boolean same(Map<String, Double> a, Map<String, Double> b) {
        return a.keySet().equals(b.keySet())
                && a.entrySet().stream()
                        .allMatch(entry -> Math.abs(entry.getValue() - b.get(entry.getKey()))
                                <= SAME * Math.max(1, Math.abs(entry.getValue())));
    }

    private static List<Map<String, Double>> combined(List<Map<String, Double>> places) {
        List<Map<String, Double>> all = new ArrayList<>();
        for (Map<String, Double> place : places) {
            List<Map<String, Double>> joined = new ArrayList<>(List.of(place));
            for (Map<String, Double> other : all) {
                if (other.keySet().stream().noneMatch(place::containsKey)) {
                    Map<String, Double> both = new LinkedHashMap<>(other);
                    both.putAll(place);
                    joined.add(both);
                }
            }
            joined.stream().limit(Math.max(0, MOST_SEEDS - all.size())).forEach(all::add);
        }
        return all;
    }
}
