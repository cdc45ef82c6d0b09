package org.theoremeter.theory.symbolic.algebra.symja.closed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.expression.F;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.Relation;
import org.theoremeter.theory.symbolic.algebra.numeric.ContinuityCheck;
import org.theoremeter.theory.symbolic.algebra.rewrite.Inequalities;
import org.theoremeter.theory.symbolic.algebra.symja.AlgebraSystem;
import org.theoremeter.theory.symbolic.algebra.symja.Translation;
import org.theoremeter.theory.symbolic.enclosure.Box;
import org.theoremeter.theory.symbolic.enclosure.Evaluator;
import org.theoremeter.theory.symbolic.exact.ExactIdentity;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;

/**
 * A formula F that the algebra system gives as an antiderivative of f.
 *
 * @param formula F
 * @param integrand f
 * @param variable the variable of both
 */
record ProposedAntiderivative(Expression formula, Expression integrand, String variable) {
    static Optional<ProposedAntiderivative> of(
            Expression integrand, String variable, AlgebraSystem system, Translation translation) {
        return translation
                .back(system.evaluate(F.Integrate(translation.translate(integrand), translation.named(variable))))
                .map(formula -> new ProposedAntiderivative(formula, integrand, variable));
    }

    /** Returns F(to) − F(from). */
    Expression between(Expression from, Expression to) {
        return new Operation(
                Operator.MINUS, formula.substitute(Map.of(variable, to)), formula.substitute(Map.of(variable, from)));
    }

    /** Returns a region with the variable between two limits, if the first is shown to be the lower one. */
    static Optional<Region> range(Region region, String variable, Expression from, Expression to) {
        boolean ordered = Inequalities.imply(region, new Condition(Relation.AT_MOST, from, to))
                || ExactIdentity.isPositive(new Operation(Operator.MINUS, to, from), region, false);
        if (!ordered) {
            return Optional.empty();
        }
        Expression t = Expression.symbol(variable);
        return Optional.of(region.with(variable, hull(region, from, to))
                .assuming(new Condition(Relation.AT_MOST, from, t))
                .assuming(new Condition(Relation.AT_MOST, t, to)));
    }

    /** Returns an interval that holds the range whatever the values of the other symbols. */
    private static Domain hull(Region region, Expression from, Expression to) {
        Box box = Box.of(region.domains());
        Evaluator limits = new Evaluator(List.of(from, to), box);
        limits.evaluate(box);
        boolean known = !limits.isEmpty(0) && !limits.isEmpty(1) && limits.lower(0) < limits.upper(1);
        return known ? new Domain(limits.lower(0), false, limits.upper(1), false) : Domain.reals();
    }

    /** Tells why F is not shown to be an antiderivative of f that is continuous on a range, if it is not. */
    Optional<String> doubt(Region range, ContinuityCheck continuity) {
        if (!ExactIdentity.of(formula.derivative(variable), integrand, range).proved()) {
            return Optional.of("the derivative of the antiderivative is not shown to be the integrand");
        }
        return continuity.holds(formula, range)
                ? Optional.empty()
                : Optional.of("the antiderivative " + formula + " is not shown to be continuous on the range");
    }
}
