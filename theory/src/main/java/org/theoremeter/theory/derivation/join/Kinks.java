package org.theoremeter.theory.derivation.join;

import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.ElementaryFunction;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Piecewise;

/** Looks for functions that switch: {@code abs}, {@code sign}, {@code min}, {@code max} and case distinctions. */
public final class Kinks {
    private Kinks() {}

    /** Tells whether a formula is smooth wherever it and its derivatives are defined, since nothing in it switches. */
    public static boolean areAbsent(Expression expression) {
        if (expression instanceof Negation negation) {
            return areAbsent(negation.operand());
        }
        if (expression instanceof Operation operation) {
            return areAbsent(operation.left()) && areAbsent(operation.right());
        }
        if (expression instanceof Call call) {
            ElementaryFunction function = call.function();
            boolean switches = function == ElementaryFunction.ABS
                    || function == ElementaryFunction.SIGN
                    || function == ElementaryFunction.MIN
                    || function == ElementaryFunction.MAX;
            return !switches && call.arguments().stream().allMatch(Kinks::areAbsent);
        }
        return !(expression instanceof Piecewise);
    }
}
