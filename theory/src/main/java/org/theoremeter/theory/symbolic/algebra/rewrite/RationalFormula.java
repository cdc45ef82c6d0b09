package org.theoremeter.theory.symbolic.algebra.rewrite;

import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Numeral;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.Symbol;

/** Tells formulas apart that are quotients of polynomials. */
public final class RationalFormula {
    private RationalFormula() {}

    /** Tells whether a formula consists of numbers, symbols, the four operations and whole powers. */
    public static boolean is(Expression expression) {
        if (expression instanceof Negation negation) {
            return is(negation.operand());
        }
        if (expression instanceof Operation operation) {
            boolean power = operation.operator() == Operator.POWER;
            return is(operation.left()) && (power ? isWhole(operation.right()) : is(operation.right()));
        }
        return expression instanceof Numeral || expression instanceof Symbol;
    }

    private static boolean isWhole(Expression exponent) {
        if (exponent instanceof Negation negation) {
            return isWhole(negation.operand());
        }
        return exponent instanceof Numeral numeral && numeral.value().scale() <= 0;
    }
}
