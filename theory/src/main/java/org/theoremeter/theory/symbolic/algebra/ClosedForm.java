package org.theoremeter.theory.symbolic.algebra;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;
import org.theoremeter.theory.symbolic.DefiniteIntegral;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Formula;
import org.theoremeter.theory.symbolic.Limit;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.Region;

/**
 * Looks for a formula that equals a definite integral.
 *
 * <p>Symja's definite integrals are wrong across roots, poles and periods. Whatever is found is therefore compared with
 * quadrature at the sample points, and dropped if it differs anywhere.
 */
final class ClosedForm {
    /** What quadrature is good for, with a margin. */
    private static final double CONFIRMED = 1e-9;

    private final AlgebraSystem system;
    private final Translation translation;
    private final Region region;
    private final IExpr assumptions;
    private final int points;

    ClosedForm(AlgebraSystem system, Translation translation, Region region, IExpr assumptions, int points) {
        this.system = system;
        this.translation = translation;
        this.region = region;
        this.assumptions = assumptions;
        this.points = points;
    }

    /**
     * A formula with the way in which it was found.
     *
     * @param formula the formula
     * @param how the way
     */
    record Found(Expression formula, String how) {}

    Optional<Found> of(DefiniteIntegral integral) {
        return route(integral, "as a sum of decaying exponentials", () -> decayingSum(integral))
                .or(() -> route(integral, "by its antiderivative", () -> antiderivative(integral)))
                .or(() -> route(integral, "by Integrate", () -> integrate(integral)));
    }

    private Optional<Found> route(DefiniteIntegral integral, String how, Supplier<Optional<Expression>> search) {
        return search.get()
                .filter(formula -> region.domains().keySet().containsAll(formula.symbols()))
                .filter(formula -> confirmed(integral, formula))
                .map(formula -> new Found(formula, "integral " + how + ", confirmed by quadrature"));
    }

    private boolean confirmed(DefiniteIntegral integral, Expression formula) {
        Comparison comparison = new Comparison(integral, new Formula(formula), region, CONFIRMED);
        return comparison.outcome(points) instanceof Equality.Agreed;
    }

    /** Moves the finite limit to 0 and lets the variable run to +∞; the whole line is cut at 0. */
    private Optional<Expression> decayingSum(DefiniteIntegral integral) {
        Expression t = Expression.symbol(integral.variable());
        Limit from = integral.from();
        Limit to = integral.to();
        if (from instanceof Limit.Finite start && to == Limit.Infinite.PLUS) {
            return onHalfLine(integral, joined(Operator.PLUS, start.at(), t));
        }
        if (from == Limit.Infinite.MINUS && to instanceof Limit.Finite end) {
            return onHalfLine(integral, joined(Operator.MINUS, end.at(), t));
        }
        if (from == Limit.Infinite.MINUS && to == Limit.Infinite.PLUS) {
            Expression zero = Expression.number(0);
            Optional<Expression> below = onHalfLine(integral, joined(Operator.MINUS, zero, t));
            Optional<Expression> above = onHalfLine(integral, t);
            return below.flatMap(a -> above.map(b -> joined(Operator.PLUS, a, b)));
        }
        return Optional.empty();
    }

    private Optional<Expression> onHalfLine(DefiniteIntegral integral, Expression argument) {
        Expression moved = integral.integrand().substitute(Map.of(integral.variable(), argument));
        ISymbol variable = translation.named(integral.variable());
        return new DecayingSum(system, variable, assumptions)
                .integrate(translation.translate(moved))
                .flatMap(translation::back);
    }

    private Optional<Expression> antiderivative(DefiniteIntegral integral) {
        if (!(integral.from() instanceof Limit.Finite from) || !(integral.to() instanceof Limit.Finite to)) {
            return Optional.empty();
        }
        IExpr integrand = translation.translate(integral.integrand());
        IExpr found = system.evaluate(F.Integrate(integrand, translation.named(integral.variable())));
        return translation
                .back(found)
                .map(formula -> joined(
                        Operator.MINUS,
                        formula.substitute(Map.of(integral.variable(), to.at())),
                        formula.substitute(Map.of(integral.variable(), from.at()))));
    }

    private Optional<Expression> integrate(DefiniteIntegral integral) {
        IExpr integrand = translation.translate(integral.integrand());
        IExpr range = F.List(translation.named(integral.variable()), limit(integral.from()), limit(integral.to()));
        List<IExpr> arguments = List.of(integrand, range, F.Rule(S.Assumptions, assumptions));
        return translation.back(system.evaluate(F.ast(arguments.toArray(IExpr[]::new), S.Integrate)));
    }

    private IExpr limit(Limit limit) {
        if (limit instanceof Limit.Finite finite) {
            return translation.translate(finite.at());
        }
        return limit == Limit.Infinite.PLUS ? F.CInfinity : F.CNInfinity;
    }

    private static Expression joined(Operator operator, Expression left, Expression right) {
        return new Operation(operator, left, right);
    }
}
