package org.theoremeter.theory.symbolic.algebra.numeric;

import java.util.Map;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.Constant;
import org.theoremeter.theory.symbolic.ElementaryFunction;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Numeral;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.Symbol;
import org.theoremeter.theory.symbolic.enclosure.Box;
import org.theoremeter.theory.symbolic.exact.ExactIdentity;
import org.theoremeter.theory.symbolic.region.Region;

/** Shows that formulas are continuous: an antiderivative that jumps gives no integral. */
@FunctionalInterface
public interface ContinuityCheck {
    /** How many boxes a formula is enclosed on at most. */
    int MOST_BOXES = 4_000;

    /**
     * Tells whether a formula is shown to be defined and continuous on a region, its edges included.
     *
     * @param formula the formula
     * @param region domains of all its symbols, and what is assumed of them, as where an integral runs
     * @return whether that was shown; false if it was not
     */
    boolean holds(Expression formula, Region region);

    /** Returns the way that looks at each operation first, and encloses the formula on the whole domain if that is not enough. */
    static ContinuityCheck byOperationsOrEnclosure() {
        return (formula, region) -> isContinuous(formula, region) || isEnclosed(formula, region);
    }

    /** What is assumed of symbols beside their domains is left out, which asks for more than is needed. */
    private static boolean isEnclosed(Expression formula, Region region) {
        Box box = Box.of(region.about(formula.symbols()).domains());
        return org.theoremeter.theory.symbolic.enclosure.Continuity.shown(formula, box, MOST_BOXES)
                .isPresent();
    }

    private static boolean isContinuous(Expression formula, Region region) {
        if (formula instanceof Negation negation) {
            return isContinuous(negation.operand(), region);
        }
        if (formula instanceof Operation operation) {
            return isContinuous(operation.left(), region)
                    && isContinuous(operation.right(), region)
                    && isDefined(operation, region);
        }
        if (formula instanceof Call call) {
            return call.arguments().stream().allMatch(argument -> isContinuous(argument, region))
                    && isDefined(call, region);
        }
        return formula instanceof Numeral || formula instanceof Symbol || formula instanceof Constant;
    }

    private static boolean isDefined(Operation operation, Region region) {
        if (operation.operator() == Operator.DIVIDE) {
            return hasSign(operation.right(), region);
        }
        if (operation.operator() != Operator.POWER) {
            return true;
        }
        boolean number = operation.right().symbols().isEmpty();
        double exponent = number ? operation.right().evaluate(Map.of()) : Double.NaN;
        if (number && exponent == Math.rint(exponent)) {
            return exponent > 0 || hasSign(operation.left(), region);
        }
        return ExactIdentity.isPositive(operation.left(), region, !(number && exponent > 0));
    }

    private static boolean hasSign(Expression divisor, Region region) {
        return ExactIdentity.isPositive(divisor, region, true)
                || ExactIdentity.isPositive(new Negation(divisor), region, true);
    }

    private static boolean isDefined(Call call, Region region) {
        Expression x = call.arguments().get(0);
        return switch (call.function()) {
            case EXP, ABS, SIN, COS, SINH, COSH, TANH, ATAN, MIN, MAX, TRANSPOSE, TRACE, DET -> true;
            case LN -> ExactIdentity.isPositive(x, region, true);
            case SQRT -> ExactIdentity.isPositive(x, region, false);
            case INVERSE -> hasSign(x, region);
            case TAN -> hasSign(new Call(ElementaryFunction.COS, call.arguments()), region);
            case ASIN, ACOS ->
                ExactIdentity.isPositive(joined(Expression.number(1), x, Operator.PLUS), region, false)
                        && ExactIdentity.isPositive(joined(Expression.number(1), x, Operator.MINUS), region, false);
            case SIGN -> hasSign(x, region);
        };
    }

    private static Expression joined(Expression left, Expression right, Operator operator) {
        return new Operation(operator, left, right);
    }
}
