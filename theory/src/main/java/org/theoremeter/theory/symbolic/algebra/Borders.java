package org.theoremeter.theory.symbolic.algebra;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Domain;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Formula;
import org.theoremeter.theory.symbolic.Region;
import org.theoremeter.theory.symbolic.Relation;

/**
 * Compares two formulas exactly where a case distinction of theirs changes over: {@code x < c} and {@code x <= c} differ
 * there and nowhere else.
 *
 * <p>Such a place need not be a double. The equation of the two sides of the condition is therefore solved for a symbol, and
 * the solution put in its place; conditions are then decided by exact arithmetic.
 */
final class Borders {
    private static final int MOST_BORDERS = 24;
    private static final int POINTS = 4;
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
        return LinearForm.solved(border, continuous).flatMap(solution -> {
            Map.Entry<String, Expression> solved =
                    solution.entrySet().iterator().next();
            return along(solved.getKey(), solved.getValue());
        });
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
            PrecisePoint.Outcome found = PrecisePoint.compare(new Formula(a), new Formula(b), point, relative, DIGITS);
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
