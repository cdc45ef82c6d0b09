package org.theoremeter.theory.symbolic.algebra.symja.closed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;
import org.theoremeter.theory.symbolic.Endpoint;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.algebra.numeric.Comparison;
import org.theoremeter.theory.symbolic.algebra.numeric.ContinuityCheck;
import org.theoremeter.theory.symbolic.algebra.numeric.Equality;
import org.theoremeter.theory.symbolic.algebra.rewrite.CaseDistinctions;
import org.theoremeter.theory.symbolic.algebra.rewrite.OneSided;
import org.theoremeter.theory.symbolic.algebra.symja.AlgebraSystem;
import org.theoremeter.theory.symbolic.algebra.symja.ExactCheck;
import org.theoremeter.theory.symbolic.algebra.symja.Translation;
import org.theoremeter.theory.symbolic.exact.ExactSeries;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Approach;
import org.theoremeter.theory.symbolic.term.DefiniteIntegral;
import org.theoremeter.theory.symbolic.term.Derivative;
import org.theoremeter.theory.symbolic.term.Formula;
import org.theoremeter.theory.symbolic.term.InfiniteSum;
import org.theoremeter.theory.symbolic.term.LimitValue;
import org.theoremeter.theory.symbolic.term.TaylorPolynomial;
import org.theoremeter.theory.symbolic.term.Term;

/**
 * Looks for a formula that equals a term: an integral, a sum, a limit, a Taylor polynomial.
 *
 * <p>Symja's definite integrals are wrong across roots, poles and periods. Whatever is found is therefore compared with
 * quadrature, partial sums or high precision at some points, and dropped if it differs anywhere. It is part of a proof only
 * where nothing is left to doubt: what a rule rests on was shown on the whole region.
 */
public final class ClosedForm {
    /** What the numbers are good for, with a margin. */
    private static final double CONFIRMED = 1e-9;
    /** What is wrong is wrong nearly everywhere; the sides themselves are compared at all points. */
    private static final int POINTS = 12;
    /** Terms of a series beyond those asked for, to survive cancellation. */
    private static final List<Integer> MORE_TERMS = List.of(3, 7, 13);

    private final AlgebraSystem system;
    private final Translation translation;
    private final Region region;
    private final ContinuityCheck continuity;
    private final IExpr assumptions;

    /** Creates a search for one session and region. */
    public ClosedForm(AlgebraSystem system, Translation translation, Region region, ContinuityCheck continuity) {
        this.system = system;
        this.translation = translation;
        this.region = region;
        this.continuity = continuity;
        this.assumptions = translation.assumptions(region);
    }

    /**
     * A formula with the way in which it was found.
     *
     * @param formula the formula
     * @param how the way; empty for a formula that was there already
     * @param doubt why the formula is not shown to equal the term, if it is not
     */
    public record Found(Expression formula, String how, Optional<String> doubt) {
        private static Found sure(Expression formula, String how) {
            return new Found(formula, how, Optional.empty());
        }
    }

    /** Returns the formula of a term, if one was found. */
    public Optional<Found> of(Term term) {
        if (term instanceof Formula formula) {
            return Optional.of(Found.sure(formula.expression(), ""));
        }
        if (term instanceof Derivative derivative) {
            return differentiated(derivative);
        }
        if (term instanceof InfiniteSum sum) {
            return route(sum, "sum of geometric series, confirmed by partial sums", () -> sum(sum));
        }
        if (term instanceof LimitValue limit) {
            return route(limit, "limit by series, confirmed with high precision", () -> limit(limit));
        }
        if (term instanceof TaylorPolynomial polynomial) {
            return route(polynomial, "series, confirmed with high precision", () -> polynomial(polynomial));
        }
        return integral((DefiniteIntegral) term);
    }

    /**
     * A formula that was not yet compared with numbers.
     *
     * @param formula the formula
     * @param doubt why it is not shown to equal the term, if it is not
     */
    private record Candidate(Expression formula, Optional<String> doubt) {}

    /** Ours, which automatic differentiation has confirmed, if the algebra system's agrees wherever it has one. */
    private Optional<Found> differentiated(Derivative derivative) {
        Expression ours = derivative.expression();
        if (CaseDistinctions.occur(derivative.of())) {
            return Optional.of(Found.sure(ours, "differentiated"));
        }
        IExpr by = F.List(translation.named(derivative.by()), F.ZZ(derivative.order()));
        Optional<Expression> theirs =
                translation.back(system.evaluate(F.D(translation.translate(derivative.of()), by)));
        if (theirs.isEmpty()) {
            return Optional.of(Found.sure(ours, "differentiated"));
        }
        return confirmed(derivative, theirs.get())
                ? Optional.of(Found.sure(ours, "differentiated, by D as well"))
                : Optional.empty();
    }

    private Optional<Found> integral(DefiniteIntegral integral) {
        Optional<Found> pieces = CaseDistinctions.orAbsoluteValuesOccur(integral.integrand())
                ? integral(integral, "piece by piece", () -> pieces(integral))
                : Optional.empty();
        if (pieces.isPresent() || CaseDistinctions.occur(integral.integrand())) {
            return pieces;
        }
        return integral(integral, "as a sum of decaying exponentials", () -> decayingSum(integral))
                .or(() -> integral(integral, "by its antiderivative", () -> antiderivative(integral)))
                .or(() -> integral(integral, "by Integrate", () -> integrate(integral)));
    }

    private Optional<Candidate> pieces(DefiniteIntegral integral) {
        PiecewiseIntegral pieces = new PiecewiseIntegral(system, translation, region, continuity);
        return pieces.of(integral).map(formula -> new Candidate(formula, pieces.doubt()));
    }

    private Optional<Found> integral(DefiniteIntegral integral, String how, Supplier<Optional<Candidate>> search) {
        return route(integral, "integral " + how + ", confirmed by quadrature", search);
    }

    private Optional<Found> route(Term term, String how, Supplier<Optional<Candidate>> search) {
        return search.get()
                .filter(candidate -> region.domains()
                        .keySet()
                        .containsAll(candidate.formula().symbols()))
                .filter(candidate -> confirmed(term, candidate.formula()))
                .map(candidate -> new Found(candidate.formula(), how, candidate.doubt()));
    }

    private boolean confirmed(Term term, Expression formula) {
        Comparison comparison = new Comparison(term, new Formula(formula), region, CONFIRMED);
        return comparison.firstLook(POINTS) instanceof Equality.Agreed;
    }

    private Optional<Candidate> sum(InfiniteSum sum) {
        ISymbol index = translation.named(sum.index());
        Domain indices = new Domain(sum.from(), false, Double.POSITIVE_INFINITY, true, true);
        ExactCheck check = new ExactCheck(translation, region.with(sum.index(), indices));
        return new GeometricSum(system, index, sum.from(), check)
                .of(translation.translate(sum.summand()))
                .flatMap(translation::back)
                .map(formula -> new Candidate(formula, check.doubt()));
    }

    /** Moves the limit to 0 from above. */
    private Optional<Candidate> limit(LimitValue limit) {
        Expression x = Expression.symbol(limit.symbol());
        Expression place = limit.at() instanceof Endpoint.Finite finite
                ? beside(finite.at(), x, limit.approach())
                : joined(Operator.DIVIDE, Expression.number(limit.at() == Endpoint.Infinite.PLUS ? 1 : -1), x);
        Expression moved = OneSided.of(limit.of().substitute(Map.of(limit.symbol(), place)), limit.symbol(), region);
        return MORE_TERMS.stream()
                .flatMap(more -> ExactSeries.limit(moved, limit.symbol(), region, more).stream())
                .findFirst()
                .map(formula -> new Candidate(formula, Optional.empty()))
                .or(() -> series(
                                limit.symbol(),
                                0,
                                expansion -> expansion.limit(moved).flatMap(translation::back))
                        .map(ClosedForm::doubtful));
    }

    private static Candidate doubtful(Expression formula) {
        return new Candidate(formula, Optional.of("the signs of its first coefficients are not shown"));
    }

    private Optional<Candidate> polynomial(TaylorPolynomial polynomial) {
        String symbol = polynomial.symbol();
        int order = polynomial.order();
        Expression x = Expression.symbol(symbol);
        Expression place = beside(polynomial.at(), x, polynomial.approach());
        Expression moved = OneSided.of(polynomial.of().substitute(Map.of(symbol, place)), symbol, region);
        Expression distance = polynomial.approach() == Approach.ABOVE
                ? joined(Operator.MINUS, x, polynomial.at())
                : joined(Operator.MINUS, polynomial.at(), x);
        return MORE_TERMS.stream()
                .flatMap(more -> ExactSeries.coefficients(moved, symbol, region, order + more, order).stream())
                .findFirst()
                .map(coefficients -> new Candidate(total(coefficients, distance), Optional.empty()))
                .or(() -> series(
                                symbol,
                                order,
                                expansion -> expansion
                                        .polynomial(moved, order)
                                        .flatMap(coefficients -> sum(coefficients, distance)))
                        .map(ClosedForm::doubtful));
    }

    private Optional<Expression> sum(List<IExpr> coefficients, Expression distance) {
        List<Expression> formulas = new ArrayList<>();
        for (IExpr coefficient : coefficients) {
            translation.back(coefficient).ifPresent(formulas::add);
        }
        return formulas.size() == coefficients.size() ? Optional.of(total(formulas, distance)) : Optional.empty();
    }

    private static Expression total(List<Expression> coefficients, Expression distance) {
        Expression total = Expression.number(0);
        for (int power = 0; power < coefficients.size(); power++) {
            Expression term = joined(Operator.POWER, distance, Expression.number(power));
            total = joined(Operator.PLUS, total, joined(Operator.TIMES, coefficients.get(power), term));
        }
        return total;
    }

    private static Expression beside(Expression at, Expression x, Approach approach) {
        return joined(approach == Approach.ABOVE ? Operator.PLUS : Operator.MINUS, at, x);
    }

    /** Takes more terms as long as those there are do not suffice. */
    private Optional<Expression> series(
            String variable, int order, Function<SeriesExpansion, Optional<Expression>> use) {
        for (int more : MORE_TERMS) {
            try {
                return use.apply(new SeriesExpansion(system, translation, region, variable, order + more));
            } catch (PowerSeries.Unknown tooFew) {
                // tried again with more terms
            }
        }
        return Optional.empty();
    }

    /** Moves the finite limit to 0 and lets the variable run to +∞; the whole line is cut at 0. */
    private Optional<Candidate> decayingSum(DefiniteIntegral integral) {
        Expression t = Expression.symbol(integral.variable());
        Endpoint from = integral.from();
        Endpoint to = integral.to();
        Domain half = new Domain(0, false, Double.POSITIVE_INFINITY, true);
        ExactCheck check = new ExactCheck(translation, region.with(integral.variable(), half));
        Optional<Expression> found = Optional.empty();
        if (from instanceof Endpoint.Finite start && to == Endpoint.Infinite.PLUS) {
            found = onHalfLine(integral, joined(Operator.PLUS, start.at(), t), check);
        } else if (from == Endpoint.Infinite.MINUS && to instanceof Endpoint.Finite end) {
            found = onHalfLine(integral, joined(Operator.MINUS, end.at(), t), check);
        } else if (from == Endpoint.Infinite.MINUS && to == Endpoint.Infinite.PLUS) {
            Expression zero = Expression.number(0);
            Optional<Expression> below = onHalfLine(integral, joined(Operator.MINUS, zero, t), check);
            Optional<Expression> above = onHalfLine(integral, t, check);
            found = below.flatMap(a -> above.map(b -> joined(Operator.PLUS, a, b)));
        }
        return found.map(formula -> new Candidate(formula, check.doubt()));
    }

    private Optional<Expression> onHalfLine(DefiniteIntegral integral, Expression argument, ExactCheck check) {
        Expression moved = integral.integrand().substitute(Map.of(integral.variable(), argument));
        ISymbol variable = translation.named(integral.variable());
        return new DecayingSum(system, variable, assumptions, check)
                .integrate(translation.translate(moved))
                .flatMap(translation::back);
    }

    private Optional<Candidate> antiderivative(DefiniteIntegral integral) {
        if (!(integral.from() instanceof Endpoint.Finite from) || !(integral.to() instanceof Endpoint.Finite to)) {
            return Optional.empty();
        }
        String variable = integral.variable();
        Optional<Region> range = ProposedAntiderivative.range(region, variable, from.at(), to.at());
        return ProposedAntiderivative.of(integral.integrand(), variable, system, translation)
                .map(found -> new Candidate(
                        found.between(from.at(), to.at()),
                        range.map(within -> found.doubt(within, continuity))
                                .orElse(Optional.of("the order of the limits is not shown"))));
    }

    private Optional<Candidate> integrate(DefiniteIntegral integral) {
        IExpr integrand = translation.translate(integral.integrand());
        IExpr range = F.List(translation.named(integral.variable()), limit(integral.from()), limit(integral.to()));
        List<IExpr> arguments = List.of(integrand, range, F.Rule(S.Assumptions, assumptions));
        return translation
                .back(system.evaluate(F.ast(arguments.toArray(IExpr[]::new), S.Integrate)))
                .map(formula -> new Candidate(formula, Optional.of("the algebra system alone says so")));
    }

    private IExpr limit(Endpoint limit) {
        if (limit instanceof Endpoint.Finite finite) {
            return translation.translate(finite.at());
        }
        return limit == Endpoint.Infinite.PLUS ? F.CInfinity : F.CNInfinity;
    }

    private static Expression joined(Operator operator, Expression left, Expression right) {
        return new Operation(operator, left, right);
    }
}
