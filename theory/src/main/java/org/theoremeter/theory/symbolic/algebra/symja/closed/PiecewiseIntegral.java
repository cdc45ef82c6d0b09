package org.theoremeter.theory.symbolic.algebra.symja.closed;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.ElementaryFunction;
import org.theoremeter.theory.symbolic.Endpoint;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.Relation;
import org.theoremeter.theory.symbolic.algebra.numeric.ContinuityCheck;
import org.theoremeter.theory.symbolic.algebra.rewrite.CaseDistinctions;
import org.theoremeter.theory.symbolic.algebra.rewrite.Inequalities;
import org.theoremeter.theory.symbolic.algebra.rewrite.LinearForm;
import org.theoremeter.theory.symbolic.algebra.symja.AlgebraSystem;
import org.theoremeter.theory.symbolic.algebra.symja.Translation;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.DefiniteIntegral;

/**
 * Integrates a formula with case distinctions over t between finite limits, piece by piece.
 *
 * <p>Where a condition changes over at t = b, the range is cut there: the integral is a sum of differences of antiderivatives
 * at limits clamped by {@code min} and {@code max}.
 */
final class PiecewiseIntegral {
    private static final int MOST_CUTS = 12;

    private final AlgebraSystem system;
    private final Translation translation;
    private final Region region;
    private final ContinuityCheck continuity;
    private Optional<String> doubt = Optional.empty();
    private int cuts;

    PiecewiseIntegral(AlgebraSystem system, Translation translation, Region region, ContinuityCheck continuity) {
        this.system = system;
        this.translation = translation;
        this.region = region;
        this.continuity = continuity;
    }

    /** Tells why what was found is not shown to be the integral, if it is not. */
    Optional<String> doubt() {
        return doubt;
    }

    /**
     * A part of the range.
     *
     * @param from its lower end
     * @param to its upper end
     * @param inside where the variable is strictly between; what conditions are decided by
     * @param closed where it may be at the ends too; where an antiderivative must be continuous
     */
    private record Part(Expression from, Expression to, Region inside, Region closed) {}

    /** Returns the integral, or nothing if the range cannot be cut where conditions change over. */
    Optional<Expression> of(DefiniteIntegral integral) {
        if (!(integral.from() instanceof Endpoint.Finite from) || !(integral.to() instanceof Endpoint.Finite to)) {
            return Optional.empty();
        }
        String t = integral.variable();
        Optional<Region> range = ProposedAntiderivative.range(region, t, from.at(), to.at());
        if (range.isEmpty()) {
            doubt = Optional.of("the order of the limits is not shown");
        }
        Region closed = range.orElseGet(() -> region.with(t, Domain.reals()));
        return over(integral.integrand(), t, new Part(from.at(), to.at(), closed, closed));
    }

    private Optional<Expression> over(Expression integrand, String t, Part part) {
        if (Inequalities.contradictory(part.inside)) {
            return Optional.of(Expression.number(0));
        }
        CaseDistinctions.Resolved resolved = CaseDistinctions.in(part.inside, integrand);
        if (resolved.open().isEmpty()) {
            return between(resolved.expression(), t, part);
        }
        cuts++;
        return cuts > MOST_CUTS
                ? Optional.empty()
                : border(resolved.open().get(), t).flatMap(border -> cut(integrand, t, part, border));
    }

    private Optional<Expression> cut(Expression integrand, String t, Part part, Expression border) {
        Expression variable = Expression.symbol(t);
        Expression middle = call(ElementaryFunction.MAX, part.from, call(ElementaryFunction.MIN, border, part.to));
        Optional<Expression> below = over(
                integrand,
                t,
                new Part(
                        part.from,
                        middle,
                        part.inside.assuming(new Condition(Relation.LESS, variable, border)),
                        part.closed.assuming(new Condition(Relation.AT_MOST, variable, border))));
        return below.flatMap(first -> over(
                        integrand,
                        t,
                        new Part(
                                middle,
                                part.to,
                                part.inside.assuming(new Condition(Relation.GREATER, variable, border)),
                                part.closed.assuming(new Condition(Relation.AT_LEAST, variable, border))))
                .map(second -> new Operation(Operator.PLUS, first, second)));
    }

    /** Returns where along the variable a condition changes over, if it does so at one place. */
    private static Optional<Expression> border(Condition condition, String t) {
        Condition equation = new Condition(Relation.EQUAL, condition.left(), condition.right());
        return LinearForm.solved(equation, Set.of(t)).map(solution -> solution.get(t));
    }

    private Optional<Expression> between(Expression integrand, String t, Part part) {
        Optional<ProposedAntiderivative> found = ProposedAntiderivative.of(integrand, t, system, translation);
        found.ifPresent(antiderivative -> doubt = doubt.or(() -> antiderivative.doubt(part.closed, continuity)));
        return found.map(antiderivative -> antiderivative.between(part.from, part.to));
    }

    private static Expression call(ElementaryFunction function, Expression x, Expression y) {
        return new Call(function, List.of(x, y));
    }
}
