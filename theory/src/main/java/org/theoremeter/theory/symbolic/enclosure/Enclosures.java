package org.theoremeter.theory.symbolic.enclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.region.Region;

/**
 * Decides statements about formulas on a whole region, rigorously, by interval arithmetic and subdivision.
 *
 * <p>It is immutable and may be shared between threads; answers do not depend on them.
 */
public final class Enclosures {
    private static final long BUDGET = 600_000;

    private final Region region;
    private final long budget;

    private Enclosures(Region region, long budget) {
        this.region = region;
        this.budget = budget;
    }

    /** Returns what decides statements on a region, each within 600,000 interval operations. */
    public static Enclosures in(Region region) {
        return new Enclosures(region, BUDGET);
    }

    /** Returns the same with another budget of interval operations, each some 20 ns. */
    public Enclosures withBudget(long operations) {
        return new Enclosures(region, operations);
    }

    /**
     * Decides whether a formula is nowhere zero: wherever it has a value, that is not 0.
     *
     * <p>It is refuted by a point at which it is exactly 0, or a box on which it is continuous and takes both signs.
     *
     * @throws IllegalArgumentException if a symbol has no domain
     */
    public Answer nowhereZero(Expression formula) {
        Paving paving = new Paving(List.of(formula), around(formula.symbols()), budget);
        Zero zero = new Zero(paving);
        return paving.decide(zero::absent);
    }

    /**
     * Decides whether a formula has a value everywhere.
     *
     * @throws IllegalArgumentException if a symbol has no domain
     */
    public Answer defined(Expression formula) {
        Paving paving = new Paving(List.of(formula), around(formula.symbols()), budget);
        Evaluator evaluator = paving.evaluator();
        return paving.decide((box, inside) -> {
            if (evaluator.isDefined(0)) {
                return Answer.State.SHOWN;
            }
            for (Box point : paving.isWorthPoints() ? points(box) : List.<Box>of()) {
                if (paving.evaluate(point) == Evaluator.Truth.ALWAYS && evaluator.isEmpty(0)) {
                    return Answer.State.REFUTED;
                }
            }
            return Answer.State.OPEN;
        });
    }

    /** Returns the part of the region that is about some symbols, and those that assumptions tie to them. */
    private Region around(Set<String> symbols) {
        Set<String> tied = new TreeSet<>(symbols);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Condition assumption : region.assumptions()) {
                Set<String> of = assumption.symbols();
                if (of.stream().anyMatch(tied::contains)) {
                    grown |= tied.addAll(of);
                }
            }
        }
        return region.about(tied);
    }

    /**
     * Decides whether a comparison holds wherever both sides have a value.
     *
     * @throws IllegalArgumentException if a symbol has no domain
     */
    public Answer holds(Condition condition) {
        Expression difference = new Operation(Operator.MINUS, condition.left(), condition.right());
        List<Expression> formulas = List.of(difference, condition.left(), condition.right());
        Paving paving = new Paving(formulas, around(condition.symbols()), budget);
        Evaluator evaluator = paving.evaluator();
        MeanValue mean = new MeanValue(evaluator);
        return paving.decide((box, inside) -> {
            if (isSettled(condition, evaluator)) {
                return Answer.State.SHOWN;
            }
            if (mean.on(box) && implies(condition, mean)) {
                return Answer.State.SHOWN;
            }
            for (Box point : paving.isWorthPoints() ? points(box) : List.<Box>of()) {
                boolean there = paving.evaluate(point) == Evaluator.Truth.ALWAYS
                        && evaluator.isDefined(1)
                        && evaluator.isDefined(2);
                if (there && evaluator.holds(condition.relation(), 1, 2) == Evaluator.Truth.NEVER) {
                    return Answer.State.REFUTED;
                }
            }
            return Answer.State.OPEN;
        });
    }

    private static boolean isSettled(Condition condition, Evaluator evaluator) {
        boolean nowhere = evaluator.isEmpty(1) || evaluator.isEmpty(2);
        return nowhere || evaluator.truth(condition.relation(), 1, 2) == Evaluator.Truth.ALWAYS;
    }

    private static boolean implies(Condition condition, MeanValue difference) {
        return switch (condition.relation()) {
            case LESS -> difference.upper() < 0;
            case AT_MOST -> difference.upper() <= 0;
            case GREATER -> difference.lower() > 0;
            case AT_LEAST -> difference.lower() >= 0;
            case EQUAL -> difference.lower() == 0 && difference.upper() == 0;
        };
    }

    /**
     * Encloses all values of a formula on the region.
     *
     * @return its range, or a wider interval; empty if it surely has no value anywhere
     * @throws IllegalArgumentException if a symbol has no domain
     */
    public Optional<Interval> range(Expression formula) {
        Box box = Box.of(around(formula.symbols()).domains());
        Evaluator evaluator = new Evaluator(List.of(formula), box);
        evaluator.evaluate(box);
        return evaluator.isEmpty(0) ? Optional.empty() : Optional.of(evaluator.value(0));
    }

    /** Returns points of a box at which a statement may fail first: its middle, a simple number, its corners. */
    static List<Box> points(Box box) {
        List<Box> points = new ArrayList<>();
        SortedMap<String, Double> middle = box.middle();
        points.add(Box.at(middle));
        SortedMap<String, Double> simple = new TreeMap<>();
        for (int i = 0; i < box.size(); i++) {
            simple.put(box.names().get(i), Simplest.in(box.side(i)));
        }
        if (!simple.equals(middle) && box.contains(simple)) {
            points.add(Box.at(simple));
        }
        for (boolean high : new boolean[] {false, true}) {
            SortedMap<String, Double> corner = new TreeMap<>();
            for (int i = 0; i < box.size(); i++) {
                corner.put(box.names().get(i), high ? box.upper(i) : box.lower(i));
            }
            if (box.contains(corner)) {
                points.add(Box.at(corner));
            }
        }
        return points;
    }
}
