package org.theoremeter.theory.symbolic.algebra;

import java.util.List;
import java.util.Optional;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.DefiniteIntegral;
import org.theoremeter.theory.symbolic.ElementaryFunction;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Limit;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.Piecewise;
import org.theoremeter.theory.symbolic.Region;
import org.theoremeter.theory.symbolic.Relation;

/**
 * Integrates {@code piecewise(t < b1, f1, t < b2, f2, …, f)} over t between finite limits.
 *
 * <p>The i-th branch holds from the largest of the earlier b to its own b_i, so that the integral is a sum of differences
 * of antiderivatives at limits clamped by {@code min} and {@code max}.
 */
final class PiecewiseIntegral {
    private final AlgebraSystem system;
    private final Translation translation;
    private final Region region;
    private final Continuity continuity;
    private Optional<String> doubt = Optional.empty();

    PiecewiseIntegral(AlgebraSystem system, Translation translation, Region region, Continuity continuity) {
        this.system = system;
        this.translation = translation;
        this.region = region;
        this.continuity = continuity;
    }

    /** Tells why what was found is not shown to be the integral, if it is not. */
    Optional<String> doubt() {
        return doubt;
    }

    /** Returns the integral, or nothing if the integrand is not of this form. */
    Optional<Expression> of(DefiniteIntegral integral) {
        if (!(integral.integrand() instanceof Piecewise cases)
                || !(integral.from() instanceof Limit.Finite from)
                || !(integral.to() instanceof Limit.Finite to)) {
            return Optional.empty();
        }
        Optional<Region> range = Antiderivative.range(region, integral.variable(), from.at(), to.at());
        if (range.isEmpty()) {
            doubt = Optional.of("the order of the limits is not shown");
        }
        Expression reached = from.at();
        Optional<Expression> total = Optional.of(Expression.number(0));
        for (Piecewise.Branch branch : cases.branches()) {
            Optional<Expression> end = bound(branch.condition(), integral.variable());
            if (end.isEmpty()) {
                return Optional.empty();
            }
            Expression next = call(ElementaryFunction.MAX, reached, call(ElementaryFunction.MIN, end.get(), to.at()));
            total = plus(total, between(branch.value(), integral.variable(), reached, next, range));
            reached = next;
        }
        Expression last = call(ElementaryFunction.MAX, reached, to.at());
        return plus(total, between(cases.otherwise(), integral.variable(), reached, last, range));
    }

    private static Optional<Expression> plus(Optional<Expression> total, Optional<Expression> part) {
        return total.flatMap(sum -> part.map(more -> new Operation(Operator.PLUS, sum, more)));
    }

    /** Returns b where the condition says that the variable is below b. */
    private static Optional<Expression> bound(Condition condition, String variable) {
        Expression t = Expression.symbol(variable);
        boolean less = condition.relation() == Relation.LESS || condition.relation() == Relation.AT_MOST;
        boolean greater = condition.relation() == Relation.GREATER || condition.relation() == Relation.AT_LEAST;
        Optional<Expression> bound = less && condition.left().equals(t)
                ? Optional.of(condition.right())
                : greater && condition.right().equals(t) ? Optional.of(condition.left()) : Optional.empty();
        return bound.filter(end -> !end.symbols().contains(variable));
    }

    private Optional<Expression> between(
            Expression integrand, String variable, Expression from, Expression to, Optional<Region> range) {
        if (CaseDistinctions.occur(integrand)) {
            return Optional.empty();
        }
        Optional<Antiderivative> found = Antiderivative.of(integrand, variable, system, translation);
        found.ifPresent(antiderivative ->
                doubt = doubt.or(() -> range.flatMap(within -> antiderivative.doubt(within, continuity))));
        return found.map(antiderivative -> antiderivative.between(from, to));
    }

    private static Expression call(ElementaryFunction function, Expression x, Expression y) {
        return new Call(function, List.of(x, y));
    }
}
