package org.theoremeter.theory.symbolic.term;

import java.util.EnumSet;
import java.util.Set;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.ElementaryFunction;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.Piecewise;

/**
 * Formulas that vanish where an integrand may have a narrow peak or step: zeros and extrema of what stands in an
 * exponential or hyperbolic function or an inverse tangent, and extrema of divisors.
 */
final class NarrowFeatures {
    private static final Set<ElementaryFunction> LOCAL = EnumSet.of(
            ElementaryFunction.EXP,
            ElementaryFunction.COSH,
            ElementaryFunction.SINH,
            ElementaryFunction.TANH,
            ElementaryFunction.ATAN);

    private NarrowFeatures() {}

    static void of(Expression expression, String variable, Set<Expression> vanishing) {
        if (!expression.symbols().contains(variable)) {
            return;
        }
        if (expression instanceof Negation negation) {
            of(negation.operand(), variable, vanishing);
        } else if (expression instanceof Operation operation) {
            if (operation.operator() == Operator.DIVIDE) {
                vanishing.add(operation.right().derivative(variable));
            }
            of(operation.left(), variable, vanishing);
            of(operation.right(), variable, vanishing);
        } else if (expression instanceof Call call) {
            for (Expression argument : call.arguments()) {
                if (LOCAL.contains(call.function())) {
                    vanishing.add(argument);
                    vanishing.add(argument.derivative(variable));
                }
                of(argument, variable, vanishing);
            }
        } else if (expression instanceof Piecewise piecewise) {
            piecewise.branches().forEach(branch -> of(branch.value(), variable, vanishing));
            of(piecewise.otherwise(), variable, vanishing);
        }
    }
}
