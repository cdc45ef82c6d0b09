package org.theoremeter.theory.symbolic.algebra.rewrite;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Operation;

/**
 * Puts symbols in the place of parts that occur several times in two formulas, as definitions do once they are written out.
 * What is equal for any value of these symbols is equal for theirs; what is not may still be.
 */
public final class RepeatedParts {
    private static final String NAME = "part_";

    private final Map<Expression, Integer> counts = new HashMap<>();
    private final Map<Expression, Expression> symbols = new LinkedHashMap<>();

    /** Finds the parts that two formulas have several times. */
    public RepeatedParts(Expression left, Expression right) {
        count(left);
        count(right);
    }

    private void count(Expression expression) {
        if (expression.symbols().isEmpty()) {
            return;
        }
        if (expression instanceof Operation || expression instanceof Call) {
            // Below a repeated part nothing has to be counted again.
            if (counts.merge(expression, 1, Integer::sum) > 1) {
                return;
            }
        }
        if (expression instanceof Negation negation) {
            count(negation.operand());
        } else if (expression instanceof Operation operation) {
            count(operation.left());
            count(operation.right());
        } else if (expression instanceof Call call) {
            call.arguments().forEach(this::count);
        }
    }

    /** Returns a formula with its repeated parts replaced, the largest first. */
    public Expression replaced(Expression expression) {
        if (counts.getOrDefault(expression, 1) > 1) {
            return symbols.computeIfAbsent(expression, part -> Expression.symbol(NAME + symbols.size()));
        }
        if (expression instanceof Negation negation) {
            return new Negation(replaced(negation.operand()));
        }
        if (expression instanceof Operation operation) {
            return new Operation(operation.operator(), replaced(operation.left()), replaced(operation.right()));
        }
        if (expression instanceof Call call) {
            List<Expression> arguments =
                    call.arguments().stream().map(this::replaced).toList();
            return new Call(call.function(), arguments);
        }
        return expression;
    }

    /** Tells whether anything was replaced. */
    public boolean any() {
        return !symbols.isEmpty();
    }
}
