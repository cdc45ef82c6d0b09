package org.theoremeter.theory.symbolic.algebra.numeric;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.Relation;
import org.theoremeter.theory.symbolic.algebra.rewrite.CaseDistinctions;
import org.theoremeter.theory.symbolic.algebra.rewrite.Inequalities;
import org.theoremeter.theory.symbolic.algebra.rewrite.LinearForm;
import org.theoremeter.theory.symbolic.enclosure.Box;
import org.theoremeter.theory.symbolic.enclosure.Evaluator;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Formula;

/**
 * Compares two formulas exactly where a case distinction of theirs changes over: {@code x < c} and {@code x <= c} differ
 * there and nowhere else.
 *
 * <p>Such a place need not be a double. The equation of the two sides of the condition is therefore solved for a symbol, and
 * the solution put in its place; conditions are then decided by exact arithmetic.
 */
final class Borders {
    private static final int MOST_BORDERS = 24;
    private static final int POINTS = 8;
    private static final int DIGITS = 150;

    private final Expression left;
    private final Expression right;
    private final Region region;
    private final double relative;

    private Borders(Expression left, Expression right, Region region, double relative) {
        this.left = left;
        this.right = right;
        this.region = region;
        this.relative = relative;
    }

    /**
     * Returns a place on a border where the formulas differ, if one was found.
     *
     * @param left one side
     * @param right the other side
     * @param region a domain for each of their symbols
     * @param relative the largest difference, relative to the larger side, that counts as agreement
     */
    static Optional<Equality.Refuted> differing(Expression left, Expression right, Region region, double relative) {
        Borders borders = new Borders(left, right, region, relative);
        return Features.of(List.of(left, right)).borders().stream()
                .limit(MOST_BORDERS)
                .flatMap(border -> borders.at(border).stream())
                .findFirst();
    }

    private Optional<Equality.Refuted> at(Condition border) {
        Set<String> continuous = new LinkedHashSet<>(region.domains().keySet());
        continuous.removeIf(name -> region.domains().get(name).integer());
        Optional<Map<String, Expression>> solution = LinearForm.solved(border, continuous);
        if (solution.isEmpty()) {
            return around(border);
        }
        Map.Entry<String, Expression> solved =
                solution.get().entrySet().iterator().next();
        return along(solved.getKey(), solved.getValue());
    }

    /**
     * Where an equation cannot be solved, its sides change order between two points; on the line between them it holds
     * somewhere, and the formulas, taken as they are on the border, must be the same there.
     */
    private Optional<Equality.Refuted> around(Condition border) {
        Region there = region.assuming(border);
        CaseDistinctions.Resolved a = CaseDistinctions.in(there, left);
        CaseDistinctions.Resolved b = CaseDistinctions.in(there, right);
        if (a.open().isPresent() || b.open().isPresent() || a.expression().equals(b.expression())) {
            return Optional.empty();
        }
        Expression difference = new Operation(Operator.MINUS, border.left(), border.right());
        return crossing(difference)
                .filter(box -> surelyDiffer(difference, a.expression(), b.expression(), box))
                .map(Box::middle)
                .map(point -> new Equality.Refuted(
                        point, a.expression().evaluate(point), b.expression().evaluate(point)));
    }

    /** Returns the smallest box around two neighbouring points of a line at which a formula has different signs. */
    private Optional<Box> crossing(Expression difference) {
        List<Map<String, Double>> points = points(region);
        for (Map<String, Double> up : points) {
            for (Map<String, Double> down : points) {
                if (difference.evaluate(up) > 0 && difference.evaluate(down) < 0) {
                    return box(FeaturePoints.bisected(difference, up, down));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Box> box(List<Map<String, Double>> ends) {
        if (!ends.stream().allMatch(region::contains)) {
            return Optional.empty();
        }
        SortedMap<String, Domain> sides = new TreeMap<>();
        for (String name : region.domains().keySet()) {
            double one = ends.get(0).get(name);
            double other = ends.get(1).get(name);
            if (region.domains().get(name).integer() && one != other) {
                return Optional.empty();
            }
            sides.put(name, new Domain(Math.min(one, other), false, Math.max(one, other), false));
        }
        return Optional.of(Box.of(sides));
    }

    /** Tells whether the border passes through a box, to rounding, on all of which the sides surely differ. */
    private boolean surelyDiffer(Expression difference, Expression a, Expression b, Box box) {
        Evaluator evaluator = new Evaluator(List.of(difference, a, b), box);
        evaluator.evaluate(box);
        boolean known = evaluator.isContinuous(0) && evaluator.isDefined(1) && evaluator.isDefined(2);
        if (!known || evaluator.isEmpty(1) || evaluator.isEmpty(2)) {
            return false;
        }
        double apart = Math.max(evaluator.lower(1) - evaluator.upper(2), evaluator.lower(2) - evaluator.upper(1));
        double largest =
                Math.max(evaluator.value(1).magnitude(), evaluator.value(2).magnitude());
        return apart > relative * largest && apart > 0;
    }

    private Optional<Equality.Refuted> along(String symbol, Expression value) {
        Map<String, Expression> replaced = Map.of(symbol, value);
        Optional<Region> there = rest(symbol, value, replaced);
        if (there.isEmpty()) {
            return Optional.empty();
        }
        Expression a =
                CaseDistinctions.in(there.get(), left.substitute(replaced)).expression();
        Expression b =
                CaseDistinctions.in(there.get(), right.substitute(replaced)).expression();
        for (Map<String, Double> point : points(there.get())) {
            PrecisePoint.Sides found = PrecisePoint.compare(new Formula(a), new Formula(b), point, relative, DIGITS);
            if (found.kind() == PrecisePoint.Kind.DIFFERS) {
                Map<String, Double> witness = new TreeMap<>(point);
                witness.put(symbol, value.evaluate(point));
                return Optional.of(new Equality.Refuted(witness, found.left(), found.right()));
            }
        }
        return Optional.empty();
    }

    /** Returns where the other symbols may be; nothing if the border surely lies outside of the region. */
    private Optional<Region> rest(String symbol, Expression value, Map<String, Expression> replaced) {
        Map<String, Domain> others = new TreeMap<>(region.domains());
        Domain own = others.remove(symbol);
        Region rest = Region.of(others);
        List<Condition> conditions = new ArrayList<>();
        region.assumptions().forEach(assumption -> conditions.add(assumption.substitute(replaced)));
        if (Double.isFinite(own.lower())) {
            conditions.add(new Condition(
                    own.lowerOpen() ? Relation.GREATER : Relation.AT_LEAST, value, Expression.number(own.lower())));
        }
        if (Double.isFinite(own.upper())) {
            conditions.add(new Condition(
                    own.upperOpen() ? Relation.LESS : Relation.AT_MOST, value, Expression.number(own.upper())));
        }
        for (Condition condition : conditions) {
            rest = rest.assuming(condition);
        }
        return Inequalities.contradictory(rest) ? Optional.empty() : Optional.of(rest);
    }

    private static List<Map<String, Double>> points(Region there) {
        try {
            return SamplePoints.of(there, POINTS);
        } catch (IllegalArgumentException hardlyAnything) {
            return List.of();
        }
    }
}
