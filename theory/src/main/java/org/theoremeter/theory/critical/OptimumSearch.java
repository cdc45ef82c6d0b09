package org.theoremeter.theory.critical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.region.Domain;

/** Searches for the optimum of a problem at one point of the parameters after the other. */
final class OptimumSearch {
    /** Minima of a set of them that are shown. */
    private static final int MOST_SHOWN = 3;
    /** Components of a direction below this are rounding. */
    private static final double NEGLIGIBLE = 1e-6;
    /** Eigenvalues that differ by less than this, relative to the largest, are the same. */
    private static final double SAME = 1e-9;

    private final LossProblem problem;
    private final List<String> sought;
    private final MinimumSearch search;
    private final Neighbourhood neighbourhood;

    OptimumSearch(LossProblem problem) {
        this.problem = problem;
        this.sought = problem.sought();
        Expression loss = problem.formula().substitute(problem.places());
        List<Domain> box = sought.stream().map(problem.region().domains()::get).toList();
        this.search = new MinimumSearch(loss, sought, box, problem.parameters());
        List<Domain> whole =
                problem.trained().stream().map(problem.region().domains()::get).toList();
        this.neighbourhood = new Neighbourhood(problem.formula(), problem.trained(), whole);
    }

    /** How the search ended at a point. */
    enum Ending {
        /** There is one optimum, or one of several that are alike. */
        FOUND,
        /** The loss is lower towards an end of the domain, or where no descent settles. */
        ELSEWHERE,
        /** The optimum is a set. */
        SET,
        /** There are several optima, which differ in their Hessians. */
        SEVERAL,
        /** The optimum lies where the loss has no Hessian. */
        KINK,
        /** There may be others that were not found. */
        UNFINISHED
    }

    /**
     * What was found at a point.
     *
     * @param point a value for every parameter
     * @param ending how the search ended
     * @param state the values of the sought symbols at the optimum, or at the lowest minimum that there is; may be empty
     * @param piece the smooth formula that the loss is there
     * @param strict whether the Hessian in the sought symbols is positive definite there
     * @param remarks what else was seen
     * @param obstacle why there is no single optimum, if there is none
     */
    record Spot(
            Map<String, Double> point,
            Ending ending,
            Map<String, Double> state,
            Expression piece,
            boolean strict,
            List<String> remarks,
            Optional<String> obstacle) {}

    /** Searches at a point of the parameters. */
    Spot at(Map<String, Double> point) {
        Minima minima = search.at(point);
        if (minima.inside().isEmpty() || minima.isLowerElsewhere()) {
            return spot(point, Ending.ELSEWHERE, minima, elsewhere(minima));
        }
        List<Minima.Minimum> lowest = minima.lowest();
        Minima.Minimum first = lowest.get(0);
        if (minima.isUnfinished()) {
            return spot(
                    point,
                    Ending.UNFINISHED,
                    minima,
                    minima.descents() + " descents ended in so many different minima that about "
                            + NumericalOptimum.number(Math.ceil(minima.missed()))
                            + " more are to be expected, which may be lower; the lowest found is at "
                            + shown(first) + ". Narrow the domain");
        }
        if (first.kind() == Minima.Kind.KINK) {
            return spot(
                    point,
                    Ending.KINK,
                    minima,
                    "the minimum, " + shown(first) + ", is where the loss has no Hessian, so that it sets no critical"
                            + " rate: " + first.kink());
        }
        if (first.kind() == Minima.Kind.SET) {
            return spot(
                    point,
                    Ending.SET,
                    minima,
                    "the minimum is not a point: to second order the loss does not change along "
                            + direction(first.flat()) + ". Minima found: " + shown(lowest)
                            + (sought.size() > 1 ? ". Choose one of them with 'at', or train fewer symbols" : ""));
        }
        if (lowest.size() > 1 && !areAlike(lowest)) {
            return spot(
                    point,
                    Ending.SEVERAL,
                    minima,
                    "there are " + lowest.size() + " minima of the same loss, which differ in their Hessians: "
                            + shown(lowest) + ". Choose one of them by narrowing a domain");
        }
        return found(point, minima, lowest);
    }

    private Spot spot(Map<String, Double> point, Ending ending, Minima minima, String obstacle) {
        Map<String, Double> state = minima.inside().isEmpty()
                ? Map.of()
                : Neighbourhood.named(sought, minima.inside().get(0).state());
        return new Spot(point, ending, state, problem.formula(), false, List.of(), Optional.of(obstacle));
    }

    /** Minima with the same eigenvalues set the same rate, and the last of them, which is positive, stands for all. */
    private Spot found(Map<String, Double> point, Minima minima, List<Minima.Minimum> lowest) {
        Minima.Minimum chosen = lowest.stream()
                .max((a, b) -> Arrays.compare(a.state(), b.state()))
                .orElseThrow();
        List<String> remarks = new ArrayList<>();
        if (lowest.size() > 1) {
            remarks.add("there are " + lowest.size()
                    + " minima of the same loss, whose Hessians have the same eigenvalues: " + shown(lowest)
                    + "; what follows is about the first");
        }
        minima.inside().stream()
                .filter(minimum -> !lowest.contains(minimum) && minimum.kind() != Minima.Kind.SET)
                .findFirst()
                .ifPresent(second -> remarks.add("there is another minimum at " + shown(second)
                        + ", where the loss is higher by " + NumericalOptimum.number(second.loss() - chosen.loss())));
        Map<String, Double> state = Neighbourhood.named(sought, chosen.state());
        double[] whole = place(state, point);
        Optional<String> kink =
                neighbourhood.mayBreak(whole, point) ? neighbourhood.kink(whole, point) : Optional.empty();
        if (kink.isPresent()) {
            return spot(
                    point,
                    Ending.KINK,
                    minima,
                    "at the place that was chosen, " + shown(chosen) + ", the loss has no Hessian: " + kink.get());
        }
        Expression piece = neighbourhood.pieces(whole, point).get(0);
        return new Spot(
                point, Ending.FOUND, state, piece, chosen.kind() == Minima.Kind.POINT, remarks, Optional.empty());
    }

    /** Returns all trained symbols, those with a place in it. */
    private double[] place(Map<String, Double> state, Map<String, Double> point) {
        Map<String, Double> at = new HashMap<>(point);
        at.putAll(state);
        problem.places().forEach((symbol, place) -> at.put(symbol, place.evaluate(at)));
        return problem.trained().stream().mapToDouble(at::get).toArray();
    }

    /** Tells whether the loss has second derivatives at a place, those of a piece. */
    boolean isOn(Expression piece, Map<String, Double> place, Map<String, Double> point) {
        double[] state = problem.trained().stream().mapToDouble(place::get).toArray();
        return !neighbourhood.mayBreak(state, point)
                || (neighbourhood.pieces(state, point).contains(piece)
                        && neighbourhood.kink(state, point).isEmpty());
    }

    private boolean areAlike(List<Minima.Minimum> lowest) {
        double[] first = lowest.get(0).curvatures();
        return problem.at().isEmpty()
                && lowest.stream().allMatch(minimum -> {
                    double[] own = minimum.curvatures();
                    boolean same = minimum.kind() == Minima.Kind.POINT;
                    for (int i = 0; same && i < own.length; i++) {
                        same = Math.abs(own[i] - first[i]) <= SAME * first[0];
                    }
                    return same;
                });
    }

    private String elsewhere(Minima minima) {
        if (minima.inside().isEmpty() && minima.lowestElsewhere() == Double.POSITIVE_INFINITY) {
            return "the loss is not finite at any point tried";
        }
        return (minima.inside().isEmpty()
                        ? "there is no minimum inside the domain: "
                        : "the minimum inside the domain, "
                                + shown(minima.inside().get(0)) + ", is not the lowest point: ")
                + "the loss falls " + minima.elsewhere();
    }

    private String shown(Minima.Minimum minimum) {
        return NumericalOptimum.shown(Neighbourhood.named(sought, minimum.state()));
    }

    private String shown(List<Minima.Minimum> minima) {
        return minima.stream()
                .sorted((a, b) -> Arrays.compare(b.state(), a.state()))
                .limit(MOST_SHOWN)
                .map(this::shown)
                .collect(Collectors.joining("; "));
    }

    /** Writes a direction such as {@code (p, r, c) ∝ (1, −0.8, 0)}. */
    private String direction(double[] flat) {
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
        return sought.stream()
                        .map(name -> Expression.symbol(name).toUnicode())
                        .collect(Collectors.joining(", ", "(", ")"))
                + " ∝ " + components;
    }
}
