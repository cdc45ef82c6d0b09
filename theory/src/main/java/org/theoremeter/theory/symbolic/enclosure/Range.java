package org.theoremeter.theory.symbolic.enclosure;

import java.util.List;
import java.util.Optional;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;

/** All x ≥ T of one variable, with the parameters of a box. */
public final class Range {
    private final String variable;
    private final double from;
    private final Box all;
    private final Box first;

    public Range(String variable, double from, Box parameters, boolean whole) {
        this.variable = variable;
        this.from = from;
        all = parameters.and(variable, new Interval(from, false, Double.POSITIVE_INFINITY, true), whole);
        first = parameters.and(variable, Interval.point(from), whole);
    }

    /** Returns the variable. */
    public String variable() {
        return variable;
    }

    /** Returns where the range begins. */
    public double from() {
        return from;
    }

    /** Returns whether a formula is free of the variable. */
    public boolean isConstant(Expression formula) {
        return !formula.symbols().contains(variable);
    }

    private Evaluator evaluated(Expression formula, Box box) {
        Evaluator evaluator = new Evaluator(List.of(formula), box);
        evaluator.evaluate(box);
        return evaluator;
    }

    /** Returns whether a formula is shown to have a value everywhere on the range. */
    public boolean isDefined(Expression formula) {
        return evaluated(formula, all).isDefined(0);
    }

    /** Returns whether a formula is shown to be continuous everywhere on the range. */
    public boolean isContinuous(Expression formula) {
        return evaluated(formula, all).isContinuous(0);
    }

    /** Encloses the values on the whole range; nothing where there are none. */
    public Optional<Interval> values(Expression formula) {
        Evaluator evaluator = evaluated(formula, all);
        return evaluator.isEmpty(0) ? Optional.empty() : Optional.of(evaluator.value(0));
    }

    /** Encloses the value at T. */
    public Optional<Interval> start(Expression formula) {
        Evaluator evaluator = evaluated(formula, first);
        return evaluator.isEmpty(0) ? Optional.empty() : Optional.of(evaluator.value(0));
    }

    /** Returns an upper bound of the slope on the whole range; infinite if there is none. */
    public double steepest(Expression formula) {
        Evaluator evaluator = evaluated(formula, all);
        if (evaluator.isEmpty(0) || !evaluator.isContinuous(0)) {
            return Double.POSITIVE_INFINITY;
        }
        double slope = evaluator.slopes(0).upper(all.size() - 1);
        return Double.isNaN(slope) ? Double.POSITIVE_INFINITY : slope;
    }

    /** Tells whether a comparison holds on the whole range, nowhere, or neither is known. */
    public Evaluator.Truth holds(Condition condition) {
        Evaluator evaluator = new Evaluator(List.of(condition.left(), condition.right()), all);
        evaluator.evaluate(all);
        return evaluator.holds(condition.relation(), 0, 1);
    }
}
