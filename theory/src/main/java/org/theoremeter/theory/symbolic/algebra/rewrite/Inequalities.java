package org.theoremeter.theory.symbolic.algebra.rewrite;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hipparchus.fraction.BigFraction;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Relation;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;

/**
 * Decides what follows from linear inequalities, exactly, by Fourier and Motzkin's elimination.
 *
 * <p>What is not linear in the symbols counts as a symbol of its own. A set of inequalities that is said to be
 * contradictory is; one that is not may be contradictory for reasons that are not linear.
 */
public final class Inequalities {
    private static final int MOST = 4000;

    private final Set<Inequality> given = new LinkedHashSet<>();

    /** Takes over the domains and assumptions of a region. */
    private Inequalities(Region region) {
        region.domains().forEach(this::add);
        region.assumptions().forEach(this::add);
    }

    /** A form that is positive, or not negative. */
    private record Inequality(LinearForm form, boolean strict) {}

    private void add(String symbol, Domain domain) {
        LinearForm form = LinearForm.of(Expression.symbol(symbol));
        if (Double.isFinite(domain.lower())) {
            LinearForm above = form.plus(LinearForm.constant(new BigFraction(-domain.lower())));
            given.add(new Inequality(above, domain.lowerOpen()));
        }
        if (Double.isFinite(domain.upper())) {
            LinearForm below =
                    form.times(BigFraction.MINUS_ONE).plus(LinearForm.constant(new BigFraction(domain.upper())));
            given.add(new Inequality(below, domain.upperOpen()));
        }
    }

    private void add(Condition condition) {
        LinearForm left = LinearForm.of(condition.left());
        LinearForm right = LinearForm.of(condition.right());
        LinearForm above = left.plus(right.times(BigFraction.MINUS_ONE));
        LinearForm below = right.plus(left.times(BigFraction.MINUS_ONE));
        switch (condition.relation()) {
            case LESS -> given.add(new Inequality(below, true));
            case AT_MOST -> given.add(new Inequality(below, false));
            case GREATER -> given.add(new Inequality(above, true));
            case AT_LEAST -> given.add(new Inequality(above, false));
            case EQUAL -> {
                given.add(new Inequality(above, false));
                given.add(new Inequality(below, false));
            }
        }
    }

    /**
     * Tells whether a condition follows.
     *
     * @param region domains and assumptions
     * @param condition the condition
     */
    public static boolean imply(Region region, Condition condition) {
        if (condition.relation() == Relation.EQUAL) {
            return imply(region, with(condition, Relation.AT_MOST))
                    && imply(region, with(condition, Relation.AT_LEAST));
        }
        return contradictory(region.assuming(opposite(condition)));
    }

    /** Tells whether a region is surely empty. */
    public static boolean contradictory(Region region) {
        return new Inequalities(region).contradictory();
    }

    /** Returns the condition that holds exactly where the given one does not. */
    public static Condition opposite(Condition condition) {
        return with(
                condition,
                switch (condition.relation()) {
                    case LESS -> Relation.AT_LEAST;
                    case AT_MOST -> Relation.GREATER;
                    case GREATER -> Relation.AT_MOST;
                    case AT_LEAST -> Relation.LESS;
                    case EQUAL -> throw new IllegalArgumentException("an equation has no opposite comparison");
                });
    }

    /** Returns conditions one of which holds exactly where the given one does not. */
    public static List<Condition> opposites(Condition condition) {
        return condition.relation() == Relation.EQUAL
                ? List.of(with(condition, Relation.LESS), with(condition, Relation.GREATER))
                : List.of(opposite(condition));
    }

    private static Condition with(Condition condition, Relation relation) {
        return new Condition(relation, condition.left(), condition.right());
    }

    private boolean contradictory() {
        Set<Inequality> current = new LinkedHashSet<>(given);
        Set<String> atoms = new TreeSet<>();
        current.forEach(inequality -> atoms.addAll(inequality.form().factors().keySet()));
        for (String atom : atoms) {
            current = without(atom, current);
            if (current.size() > MOST) {
                return false;
            }
        }
        return current.stream().anyMatch(inequality -> impossible(inequality));
    }

    private static boolean impossible(Inequality constant) {
        int sign = constant.form().constant().signum();
        return sign < 0 || (sign == 0 && constant.strict());
    }

    /** Joins each lower with each upper bound on the atom. */
    private static Set<Inequality> without(String atom, Set<Inequality> inequalities) {
        List<Inequality> lower = new ArrayList<>();
        List<Inequality> upper = new ArrayList<>();
        Set<Inequality> rest = new LinkedHashSet<>();
        for (Inequality inequality : inequalities) {
            int sign = inequality.form().factor(atom).signum();
            if (sign == 0) {
                rest.add(inequality);
            } else {
                BigFraction size = inequality.form().factor(atom).abs();
                Inequality scaled = new Inequality(inequality.form().times(size.reciprocal()), inequality.strict());
                (sign > 0 ? lower : upper).add(scaled);
            }
        }
        for (Inequality below : lower) {
            for (Inequality above : upper) {
                rest.add(new Inequality(below.form().plus(above.form()), below.strict() || above.strict()));
            }
        }
        return rest;
    }
}
