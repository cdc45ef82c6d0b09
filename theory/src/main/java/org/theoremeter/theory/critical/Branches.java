package org.theoremeter.theory.critical;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.fraction.Fraction;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Relation;
import org.theoremeter.theory.symbolic.algebra.symja.Solutions;
import org.theoremeter.theory.symbolic.region.Domain;

/**
 * Finds the values of a parameter at which the optimum changes: from one root of the gradient to another, onto a kink, to
 * an end of the domain. Between them each branch can be analysed for itself.
 */
final class Branches {
    /** A formula is not looked for at fewer points than this. */
    private static final int FEWEST = 3;

    private static final int BISECTIONS = 34;
    /** A change this near to a small fraction, relative to the domain or to the fraction, is at it. */
    private static final double NEAR = 1e-7;

    /** Coordinates that change by more than this, from one side of a change to the other, jump. */
    private static final double JUMP = 1e-3;

    private static final int LARGEST_DENOMINATOR = 100;
    private static final double MEETS = 1e-6;
    private static final double MEETS_AT_ORIGIN = 1e-9;

    private final LossProblem problem;
    private final OptimumSearch search;
    private final String parameter;
    private final List<Map<String, Expression>> roots;

    private Branches(LossProblem problem, OptimumSearch search) {
        this.problem = problem;
        this.search = search;
        this.parameter = problem.parameters().get(0);
        Expression loss = problem.formula().substitute(problem.places());
        List<String> sought = problem.sought();
        this.roots = Solutions.of(sought.stream().map(loss::derivative).toList(), sought);
    }

    /**
     * Which branch a point is on.
     *
     * @param ending how the search ended
     * @param piece the piece of the loss
     * @param root which root of the gradient it is, −1 if it is none of those known
     * @param signs the signs of the coordinates, if it is none of those known
     */
    private record Branch(OptimumSearch.Ending ending, Expression piece, int root, List<Double> signs) {}

    /** A part of the domain, and where it is in words. */
    record Part(LossProblem problem, String where) {}

    /**
     * Takes the domain of several parameters apart by what is under a root in the optimum: where it is positive there is
     * that optimum, elsewhere there is another or none.
     *
     * @param problem the problem
     * @param spots what was found at points of the parameters
     * @param gradient the derivative of the loss by each trained symbol
     * @return both parts; none if there is an optimum everywhere or nowhere, or no such root
     */
    static List<Part> underRoots(
            LossProblem problem, List<OptimumSearch.Spot> spots, Map<String, Expression> gradient) {
        List<OptimumSearch.Spot> found =
                spots.stream().filter(spot -> spot.obstacle().isEmpty()).toList();
        if (found.size() < FEWEST || found.size() == spots.size()) {
            return List.of();
        }
        return Optimum.proposals(problem, NumericalOptimum.of(found), gradient).stream()
                .flatMap(root -> root.values().stream())
                .flatMap(coordinate -> Pieces.at(coordinate, found.get(0).point()).roots().stream())
                .filter(root -> spots.stream()
                        .allMatch(spot -> root.evaluate(spot.point()) > 0
                                == spot.obstacle().isEmpty()))
                .findFirst()
                .map(root -> List.of(part(problem, Relation.GREATER, root), part(problem, Relation.LESS, root)))
                .orElse(List.of());
    }

    private static Part part(LossProblem problem, Relation relation, Expression root) {
        Condition condition = new Condition(relation, root, Expression.number(0));
        LossProblem part = new LossProblem(
                problem.loss(),
                problem.trained(),
                problem.numbers(),
                problem.at(),
                problem.region().assuming(condition));
        return new Part(part, root.toUnicode() + " " + relation.sign() + " 0");
    }

    /**
     * Takes the domain of the only parameter apart.
     *
     * @param problem the problem
     * @param search its search
     * @param spots what was found at points of the parameter
     * @return the parts in increasing order; none if there are several parameters, or the optimum does not change
     */
    static List<Part> of(LossProblem problem, OptimumSearch search, List<OptimumSearch.Spot> spots) {
        boolean found = spots.stream().anyMatch(spot -> spot.obstacle().isEmpty());
        return problem.parameters().size() == 1 && found ? new Branches(problem, search).parts(spots) : List.of();
    }

    private List<Part> parts(List<OptimumSearch.Spot> spots) {
        List<OptimumSearch.Spot> sorted = spots.stream()
                .sorted(Comparator.comparingDouble(spot -> spot.point().get(parameter)))
                .toList();
        Domain whole = problem.region().domains().get(parameter);
        List<Domain> domains = new ArrayList<>();
        double lower = whole.lower();
        boolean lowerOpen = whole.lowerOpen();
        for (int k = 1; k < sorted.size(); k++) {
            Branch left = branch(sorted.get(k - 1));
            Branch right = branch(sorted.get(k));
            if (left.equals(right)) {
                continue;
            }
            double[] ends = change(sorted.get(k - 1), sorted.get(k), left);
            if (!isCrossing(left, right, ends)) {
                Optional<Double> fraction = fraction(ends, left, right);
                domains.add(new Domain(lower, lowerOpen, fraction.orElse(ends[0]), true));
                lower = fraction.orElse(ends[1]);
                lowerOpen = true;
            }
        }
        if (domains.isEmpty()) {
            return List.of();
        }
        domains.add(new Domain(lower, lowerOpen, whole.upper(), whole.upperOpen()));
        return domains.stream()
                .map(domain -> new Part(
                        new LossProblem(
                                problem.loss(),
                                problem.trained(),
                                problem.numbers(),
                                problem.at(),
                                problem.region().with(parameter, domain)),
                        Expression.symbol(parameter).toUnicode() + " in " + domain))
                .toList();
    }

    private Branch branch(OptimumSearch.Spot spot) {
        int root = -1;
        for (int k = 0; k < roots.size() && root < 0 && spot.obstacle().isEmpty(); k++) {
            root = meets(roots.get(k), spot) ? k : -1;
        }
        boolean known = root >= 0 || spot.obstacle().isPresent();
        List<Double> signs = known
                ? List.of()
                : spot.state().values().stream().map(Math::signum).toList();
        return new Branch(spot.ending(), spot.piece(), root, signs);
    }

    private boolean meets(Map<String, Expression> formulas, OptimumSearch.Spot spot) {
        Map<String, Double> at = new HashMap<>(spot.point());
        return formulas.entrySet().stream().allMatch(entry -> {
            if (!at.keySet().containsAll(entry.getValue().symbols())) {
                return false;
            }
            double seen = spot.state().get(entry.getKey());
            return Math.abs(entry.getValue().evaluate(at) - seen) <= MEETS * Math.abs(seen) + MEETS_AT_ORIGIN;
        });
    }

    /** A coordinate that goes through 0 changes its sign, and is on one branch all the same. */
    private boolean isCrossing(Branch left, Branch right, double[] ends) {
        if (left.signs().isEmpty() || right.signs().isEmpty()) {
            return false;
        }
        Map<String, Double> before = search.at(Map.of(parameter, ends[0])).state();
        Map<String, Double> after = search.at(Map.of(parameter, ends[1])).state();
        return before.keySet().equals(after.keySet())
                && before.keySet().stream().allMatch(name -> Math.abs(before.get(name) - after.get(name)) <= JUMP);
    }

    private Branch branchAt(double value) {
        return branch(search.at(Map.of(parameter, value)));
    }

    /** Returns two values of the parameter, close together, between which the left branch ends. */
    private double[] change(OptimumSearch.Spot left, OptimumSearch.Spot right, Branch branch) {
        double low = left.point().get(parameter);
        double high = right.point().get(parameter);
        for (int k = 0; k < BISECTIONS && high - low > NEAR / 8 * Math.max(Math.abs(low), Math.abs(high)); k++) {
            double middle = low + (high - low) / 2;
            if (branchAt(middle).equals(branch)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new double[] {low, high};
    }

    /** Looks for a small fraction, shortly before which there is the left branch, and shortly after it the right one. */
    private Optional<Double> fraction(double[] ends, Branch left, Branch right) {
        double middle = (ends[0] + ends[1]) / 2;
        double value;
        try {
            value = Math.abs(middle) <= NEAR ? 0 : new Fraction(middle, LARGEST_DENOMINATOR).doubleValue();
        } catch (MathRuntimeException noneSoSmall) {
            return Optional.empty();
        }
        double margin = 4 * NEAR * (value == 0 ? 1 : Math.abs(value));
        boolean at = Math.abs(value - middle) <= margin
                && branchAt(value - margin).equals(left)
                && branchAt(value + margin).equals(right);
        return at ? Optional.of(value) : Optional.empty();
    }
}
