package org.theoremeter.theory.critical;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.algebra.Simplification;
import org.theoremeter.theory.symbolic.algebra.numeric.Equality;
import org.theoremeter.theory.symbolic.algebra.symja.Solutions;
import org.theoremeter.theory.symbolic.region.Region;

/**
 * The optimum in closed form.
 *
 * @param coordinates each trained symbol in terms of the parameters, in order
 * @param how in which way the formulas were found
 * @param stationary how it is known that the gradient vanishes there
 */
public record Optimum(Map<String, Expression> coordinates, String how, Equality stationary) {
    /** How well a formula must meet what was found numerically. */
    private static final double MEETS = 1e-6;

    private static final double MEETS_AT_ORIGIN = 1e-9;

    /** Copies the coordinates, keeping their order. */
    public Optimum {
        coordinates = Collections.unmodifiableMap(new LinkedHashMap<>(coordinates));
    }

    /**
     * Looks for formulas that have the values of a numerical optimum and at which the gradient vanishes.
     *
     * @param problem the problem
     * @param numbers the optimum at several points
     * @param gradient the derivative of the loss by each trained symbol
     * @return the optimum with a proof, else one without, if there is any
     */
    static Optional<Optimum> of(LossProblem problem, NumericalOptimum numbers, Map<String, Expression> gradient) {
        Identification search = new Identification(problem, numbers, gradient);
        Optional<Optimum> agreed = Optional.empty();
        List<Supplier<Stream<Optimum>>> ways =
                List.of(search::monomials, search::monomialsAndRoots, search::symmetric, search::roots);
        for (Supplier<Stream<Optimum>> way : ways) {
            for (Optimum optimum : way.get().toList()) {
                if (optimum.stationary() instanceof Equality.Proved) {
                    return Optional.of(optimum);
                }
                if (optimum.stationary() instanceof Equality.Agreed) {
                    agreed = agreed.or(() -> Optional.of(optimum));
                }
            }
        }
        return agreed;
    }

    /**
     * Looks for roots of the gradient that have the values of a numerical optimum, wherever else they may be defined.
     *
     * @param problem the problem
     * @param numbers the optimum at those points at which there is one
     * @param gradient the derivative of the loss by each trained symbol
     * @return a formula for each sought symbol; proposals, of which nothing is proved
     */
    static List<Map<String, Expression>> proposals(
            LossProblem problem, NumericalOptimum numbers, Map<String, Expression> gradient) {
        Identification search = new Identification(problem, numbers, gradient);
        return Stream.concat(search.tiedRoots(), search.freeRoots(Map.of())).toList();
    }

    /** Proposes formulas, and drops those that miss the numbers. */
    private record Identification(LossProblem problem, NumericalOptimum numbers, Map<String, Expression> gradient) {
        private static final String SEEN = "recognised in the numerical optimum";
        private static final String TIED =
                "a root of the gradient where coordinates are equal or opposite, as they are in"
                        + " the numerical optimum";
        private static final String SOLVED = "a root of the gradient, the one at the numerical optimum";

        Stream<Optimum> monomials() {
            Map<String, Expression> seen = seen();
            return seen.size() == problem.sought().size() ? optimum(seen, SEEN).stream() : Stream.empty();
        }

        Stream<Optimum> monomialsAndRoots() {
            Map<String, Expression> seen = seen();
            return seen.isEmpty() || seen.size() == problem.sought().size()
                    ? Stream.empty()
                    : solved(seen, "partly " + SEEN + ", partly " + SOLVED);
        }

        Stream<Optimum> roots() {
            return solved(Map.of(), SOLVED);
        }

        Stream<Optimum> symmetric() {
            return tiedRoots().flatMap(solution -> optimum(solution, TIED).stream());
        }

        /** Where coordinates are equal or opposite throughout, fewer equations are left, which can be solved. */
        private Stream<Map<String, Expression>> tiedRoots() {
            Map<String, Expression> tied = new LinkedHashMap<>();
            List<String> free = new ArrayList<>();
            for (String symbol : problem.sought()) {
                Optional<Expression> like = free.stream()
                        .flatMap(other -> tie(symbol, other).stream())
                        .findFirst();
                like.ifPresentOrElse(other -> tied.put(symbol, other), () -> free.add(symbol));
            }
            if (tied.isEmpty()) {
                return Stream.empty();
            }
            List<Expression> equations = free.stream()
                    .map(symbol ->
                            gradient.get(symbol).substitute(problem.places()).substitute(tied))
                    .toList();
            return Solutions.of(equations, free).stream()
                    .map(solution -> {
                        Map<String, Expression> all = new HashMap<>(solution);
                        tied.forEach((symbol, like) -> all.put(symbol, like.substitute(solution)));
                        return all;
                    })
                    .filter(this::meetsTheNumbers);
        }

        private Optional<Expression> tie(String symbol, String other) {
            return Stream.of(Expression.symbol(other), new Negation(Expression.symbol(other)))
                    .filter(like -> numbers.states().stream()
                            .allMatch(state -> Math.abs(state.get(symbol) - like.evaluate(state))
                                    <= MEETS * Math.abs(state.get(symbol)) + MEETS_AT_ORIGIN))
                    .findFirst();
        }

        private Map<String, Expression> seen() {
            Map<String, Expression> seen = new LinkedHashMap<>();
            for (String symbol : problem.sought()) {
                double[] values = numbers.states().stream()
                        .mapToDouble(state -> state.get(symbol))
                        .toArray();
                MonomialFit.of(numbers.points(), values).ifPresent(formula -> seen.put(symbol, formula));
            }
            return seen;
        }

        private Stream<Optimum> solved(Map<String, Expression> known, String how) {
            return freeRoots(known).flatMap(solution -> optimum(solution, how).stream());
        }

        private Stream<Map<String, Expression>> freeRoots(Map<String, Expression> known) {
            List<String> unknowns = problem.sought().stream()
                    .filter(symbol -> !known.containsKey(symbol))
                    .toList();
            List<Expression> equations = unknowns.stream()
                    .map(symbol ->
                            gradient.get(symbol).substitute(problem.places()).substitute(known))
                    .toList();
            return Solutions.of(equations, unknowns).stream()
                    .map(solution -> {
                        Map<String, Expression> all = new HashMap<>(known);
                        all.putAll(solution);
                        return all;
                    })
                    .filter(this::meetsTheNumbers);
        }

        private boolean meetsTheNumbers(Map<String, Expression> formulas) {
            for (int k = 0; k < numbers.points().size(); k++) {
                for (Map.Entry<String, Expression> entry : formulas.entrySet()) {
                    if (!numbers.points()
                            .get(k)
                            .keySet()
                            .containsAll(entry.getValue().symbols())) {
                        return false;
                    }
                    double formula = entry.getValue().evaluate(numbers.points().get(k));
                    double seen = numbers.states().get(k).get(entry.getKey());
                    if (!(Math.abs(formula - seen) <= MEETS * Math.abs(seen) + MEETS_AT_ORIGIN)) {
                        return false;
                    }
                }
            }
            return true;
        }

        private Optional<Optimum> optimum(Map<String, Expression> sought, String how) {
            if (!meetsTheNumbers(sought)) {
                return Optional.empty();
            }
            Region region = problem.parameterRegion();
            Map<String, Expression> coordinates = new LinkedHashMap<>();
            for (String symbol : problem.trained()) {
                Expression place = sought.containsKey(symbol)
                        ? sought.get(symbol)
                        : problem.places().get(symbol).substitute(sought);
                coordinates.put(symbol, Simplification.of(place, region).formula());
            }
            List<Equality> components = new ArrayList<>();
            for (String symbol : problem.trained()) {
                components.add(Proofs.vanishing(gradient.get(symbol).substitute(coordinates), region));
            }
            return Optional.of(new Optimum(coordinates, how, Proofs.weakest(components)));
        }
    }
}
