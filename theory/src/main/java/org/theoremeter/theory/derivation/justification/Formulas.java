package org.theoremeter.theory.derivation.justification;

import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;

/** Joins formulas as they stand. */
public final class Formulas {
    private Formulas() {}

    static Expression minus(Expression left, Expression right) {
        return right.equals(Expression.number(0)) ? left : new Operation(Operator.MINUS, left, right);
    }

    static Expression times(Expression left, Expression right) {
        return new Operation(Operator.TIMES, left, right);
    }

    static Expression over(Expression left, Expression right) {
        return new Operation(Operator.DIVIDE, left, right);
    }
}
