package org.theoremeter.theory.symbolic.enclosure.integral;

import java.util.List;
import java.util.Optional;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.ElementaryFunction;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;

/** Differences from 1 that decay although neither term does, written so that it shows. */
final class Cancellation {
    private static final Expression ONE = Expression.number(1);
    private static final Expression TWO = Expression.number(2);

    private Cancellation() {}

    /** Returns the other form of 1 − tanh u and 1 − 1/(1 + v), or nothing. */
    static Optional<Expression> of(Operation difference) {
        if (!difference.left().equals(ONE)) {
            return Optional.empty();
        }
        Expression right = difference.right();
        if (right instanceof Call call && call.function() == ElementaryFunction.TANH) {
            Expression growth =
                    Envelope.exp(Envelope.times(TWO, call.arguments().get(0)));
            return Optional.of(over(TWO, new Operation(Operator.PLUS, ONE, growth)));
        }
        if (right instanceof Operation quotient
                && quotient.operator() == Operator.DIVIDE
                && quotient.left().equals(ONE)
                && quotient.right() instanceof Operation sum
                && sum.operator() == Operator.PLUS
                && List.of(sum.left(), sum.right()).contains(ONE)) {
            Expression rest = sum.left().equals(ONE) ? sum.right() : sum.left();
            return Optional.of(over(rest, sum));
        }
        return Optional.empty();
    }

    private static Expression over(Expression above, Expression below) {
        return new Operation(Operator.DIVIDE, above, below);
    }
}
