package org.theoremeter.theory.symbolic.algebra.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;

/**
 * Opens sums, and multiples of sums by a number: {@code (a + b/2)/3} has the summands {@code a/3} and {@code b/2/3}.
 * A derivative is long because of its many terms, each of which is short.
 */
public final class Summands {
    private Summands() {}

    /** Returns the summands of a formula; of what is no sum, itself. */
    public static List<Expression> of(Expression expression) {
        if (expression instanceof Negation negation) {
            return of(negation.operand()).stream()
                    .<Expression>map(Negation::new)
                    .toList();
        }
        if (!(expression instanceof Operation operation)) {
            return List.of(expression);
        }
        Expression left = operation.left();
        Expression right = operation.right();
        return switch (operation.operator()) {
            case PLUS -> joined(of(left), of(right));
            case MINUS -> joined(of(left), of(new Negation(right)));
            case TIMES ->
                isNumber(left)
                        ? each(of(right), term -> new Operation(Operator.TIMES, left, term))
                        : isNumber(right)
                                ? each(of(left), term -> new Operation(Operator.TIMES, term, right))
                                : List.of(expression);
            case DIVIDE ->
                isNumber(right)
                        ? each(of(left), term -> new Operation(Operator.DIVIDE, term, right))
                        : List.of(expression);
            case POWER -> List.of(expression);
        };
    }

    private static boolean isNumber(Expression expression) {
        return expression.symbols().isEmpty();
    }

    private static List<Expression> each(List<Expression> terms, UnaryOperator<Expression> multiple) {
        return terms.stream().map(multiple).toList();
    }

    private static List<Expression> joined(List<Expression> first, List<Expression> second) {
        List<Expression> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** Returns the sum of at least one term. */
    public static Expression sum(List<Expression> terms) {
        return terms.stream()
                .reduce((left, right) -> new Operation(Operator.PLUS, left, right))
                .orElseThrow();
    }
}
