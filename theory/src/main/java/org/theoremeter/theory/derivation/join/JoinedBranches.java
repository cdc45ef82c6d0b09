package org.theoremeter.theory.derivation.join;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Numeral;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.Piecewise;
import org.theoremeter.theory.symbolic.Relation;
import org.theoremeter.theory.symbolic.algebra.Algebra;
import org.theoremeter.theory.symbolic.algebra.numeric.Equality;
import org.theoremeter.theory.symbolic.enclosure.Box;
import org.theoremeter.theory.symbolic.enclosure.Continuity;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Term;

/**
 * Shows exactly that {@code piecewise(x < b1, f1, x < b2, f2, …, f)} with numbers b is continuous: each branch is, where it
 * holds, and neighbours are equal where they meet.
 */
record JoinedBranches(String variable, Region region) {
    private static final int BUDGET = 500;
    private static final int POINTS = 8;
    private static final double RELATIVE = 1e-12;

    /** Returns how it was shown, or nothing. */
    Optional<String> shown(Expression formula) {
        if (!(formula instanceof Piecewise cases)) {
            return Optional.empty();
        }
        TreeSet<BigDecimal> places = new TreeSet<>();
        for (Piecewise.Branch branch : cases.branches()) {
            Optional<BigDecimal> place = place(branch);
            if (place.isEmpty()) {
                return Optional.empty();
            }
            places.add(place.get());
        }
        Domain domain = region.domains().get(variable);
        places.removeIf(place -> place.doubleValue() <= domain.lower() || place.doubleValue() >= domain.upper());
        List<BigDecimal> inside = new ArrayList<>(places);
        for (int i = 0; i <= inside.size(); i++) {
            double from = i == 0 ? domain.lower() : inside.get(i - 1).doubleValue();
            double to = i == inside.size() ? domain.upper() : inside.get(i).doubleValue();
            Region part = region.with(
                    variable,
                    new Domain(
                            from,
                            i > 0 ? false : domain.lowerOpen(),
                            to,
                            i < inside.size() ? false : domain.upperOpen()));
            if (Continuity.shown(between(cases, from, to), Box.of(part.domains()), BUDGET)
                            .isEmpty()
                    || (i > 0
                            && !meet(
                                    between(
                                            cases,
                                            i == 1
                                                    ? domain.lower()
                                                    : inside.get(i - 2).doubleValue(),
                                            from),
                                    between(cases, from, to),
                                    inside.get(i - 1)))) {
                return Optional.empty();
            }
        }
        return Optional.of("the branches are continuous, and equal where they meet, at " + variable + " = " + inside);
    }

    private Optional<BigDecimal> place(Piecewise.Branch branch) {
        Expression x = Expression.symbol(variable);
        Expression left = branch.condition().left();
        Expression right = branch.condition().right();
        Expression bound = left.equals(x) ? right : right.equals(x) ? left : null;
        if (bound == null || branch.condition().relation() == Relation.EQUAL) {
            return Optional.empty();
        }
        if (bound instanceof Numeral numeral) {
            return exact(numeral.value());
        }
        return bound instanceof Negation negation && negation.operand() instanceof Numeral numeral
                ? exact(numeral.value().negate())
                : Optional.empty();
    }

    /** A place between two doubles lies in both branches' boxes only if it is a double. */
    private static Optional<BigDecimal> exact(BigDecimal value) {
        return new BigDecimal(value.doubleValue()).compareTo(value) == 0 ? Optional.of(value) : Optional.empty();
    }

    /** Returns the branch that holds between two neighbouring places. */
    private Expression between(Piecewise cases, double from, double to) {
        double middle = Double.isInfinite(from) && Double.isInfinite(to)
                ? 0
                : Double.isInfinite(from)
                        ? to - 1 - Math.abs(to)
                        : Double.isInfinite(to) ? from + 1 + Math.abs(from) : from / 2 + to / 2;
        for (Piecewise.Branch branch : cases.branches()) {
            if (branch.condition().holds(Map.of(variable, middle))) {
                return branch.value();
            }
        }
        return cases.otherwise();
    }

    /** One is added, so that values of 0 are not taken for underflow. */
    private boolean meet(Expression before, Expression after, BigDecimal place) {
        Expression magnitude = new Numeral(place.abs());
        Map<String, Expression> at = Map.of(variable, place.signum() < 0 ? new Negation(magnitude) : magnitude);
        Term left = Term.formula(new Operation(Operator.PLUS, Expression.number(1), before.substitute(at)));
        Term right = Term.formula(new Operation(Operator.PLUS, Expression.number(1), after.substitute(at)));
        return Algebra.withDefaults().compare(left, right, region, POINTS, RELATIVE, true) instanceof Equality.Proved;
    }
}
