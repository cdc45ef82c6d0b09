package org.theoremeter.theory.symbolic.algebra;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Region;

/**
 * Other ways to write a formula, as the algebra system sees them; none is to be believed before it has been compared.
 */
final class Proposals {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final AlgebraSystem system = AlgebraSystem.open();
    private final Translation translation = new Translation();
    private final Region region;
    private final IExpr formula;
    private final List<Expression> found;

    private Proposals(Expression original, Region region, List<Expression> found) {
        this.region = region;
        this.formula = translation.translate(original);
        this.found = found;
    }

    /** Returns few proposals, for a formula of which there are many. */
    static List<Expression> ofTerm(Expression term, Region region) {
        return made(term, region, false);
    }

    /** Returns all proposals. */
    static List<Expression> ofFormula(Expression original, Region region) {
        return made(original, region, true);
    }

    /** Returns the formula laid out; there is none if it holds a number that no double does. */
    static Optional<Expression> readable(Expression expression) {
        try {
            return Optional.of(ReadableForm.of(expression));
        } catch (IllegalArgumentException unsayable) {
            return Optional.empty();
        }
    }

    /** Returns what was found until time was up. */
    private static List<Expression> made(Expression original, Region region, boolean all) {
        List<Expression> found = new CopyOnWriteArrayList<>();
        readable(original).ifPresent(found::add);
        AlgebraSystem.load();
        return TimeLimit.orElse(
                () -> {
                    Proposals proposals = new Proposals(original, region, found);
                    if (ExactSize.holds(ExactSize.termsOverCommonDenominator(original))) {
                        proposals.rational();
                        if (all) {
                            proposals.further();
                        }
                    }
                    return List.copyOf(found);
                },
                LIMIT,
                () -> List.copyOf(found));
    }

    private void rational() {
        attempt(F::Together);
        attempt(of -> F.Factor(F.Together(of)));
    }

    private void further() {
        attempt(F::Expand);
        attempt(F::ExpandAll);
        for (String symbol : region.domains().keySet()) {
            attempt(of -> F.Apart(F.Together(of), translation.named(symbol)));
        }
        IExpr assumptions = translation.assumptions(region);
        attempt(of -> F.binaryAST2(S.Simplify, of, assumptions));
        if (!RationalFormula.is(found.get(0))) {
            attempt(of -> F.binaryAST2(S.FullSimplify, of, assumptions));
        }
    }

    private void attempt(UnaryOperator<IExpr> way) {
        result(way).flatMap(translation::back).flatMap(Proposals::readable).ifPresent(found::add);
    }

    /** Where one way to write the formula fails, the others may still get there. */
    private Optional<IExpr> result(UnaryOperator<IExpr> way) {
        try {
            return Optional.of(system.evaluate(way.apply(formula)));
        } catch (RuntimeException failed) {
            return Optional.empty();
        }
    }
}
