package org.theoremeter.theory.symbolic.algebra;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.algebra.numeric.Equality;
import org.theoremeter.theory.symbolic.algebra.rewrite.ExactSize;
import org.theoremeter.theory.symbolic.algebra.symja.Proposals;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Formula;

/**
 * Lays out a formula from the inside out, each step proved, until exact arithmetic can hold it: once an optimum is
 * substituted, {@code ((c + c)^2 + (w - w)^2)^4} is a large formula for a small thing.
 */
final class Reduction {
    private final Region region;
    private final int points;
    private final double relative;
    private final Map<Expression, Expression> known = new HashMap<>();

    Reduction(Region region, int points, double relative) {
        this.region = region;
        this.points = points;
        this.relative = relative;
    }

    /** Returns a formula that is proved to equal the original, the original itself if that is small already. */
    Expression of(Expression original) {
        return isSmall(original) ? original : reduced(original);
    }

    private static boolean isSmall(Expression expression) {
        try {
            ExactSize.check(expression);
            return true;
        } catch (ExactSize.TooLarge | IllegalStateException tooLarge) {
            return false;
        }
    }

    private Expression reduced(Expression expression) {
        Expression before = known.get(expression);
        if (before != null) {
            return before;
        }
        Expression rebuilt = rebuilt(expression);
        Expression result = Proposals.readable(rebuilt)
                .filter(readable -> isProved(rebuilt, readable))
                .orElse(rebuilt);
        known.put(expression, result);
        return result;
    }

    private Expression rebuilt(Expression expression) {
        if (expression instanceof Negation negation) {
            return new Negation(reduced(negation.operand()));
        }
        if (expression instanceof Operation operation) {
            return new Operation(operation.operator(), reduced(operation.left()), reduced(operation.right()));
        }
        if (expression instanceof Call call) {
            List<Expression> arguments =
                    call.arguments().stream().map(this::reduced).toList();
            return new Call(call.function(), arguments);
        }
        return expression;
    }

    private boolean isProved(Expression rebuilt, Expression readable) {
        return !readable.equals(rebuilt)
                && Algebra.withDefaults()
                                .compare(new Formula(rebuilt), new Formula(readable), region, points, relative, true)
                        instanceof Equality.Proved;
    }
}
