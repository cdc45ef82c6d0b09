package org.theoremeter.theory.symbolic.algebra.symja;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.algebra.rewrite.CommonDenominatorSize;
import org.theoremeter.theory.symbolic.algebra.rewrite.ExactSize;
import org.theoremeter.theory.symbolic.algebra.rewrite.RationalFormula;
import org.theoremeter.theory.symbolic.algebra.rewrite.ReadableForm;
import org.theoremeter.theory.symbolic.region.Region;

/**
 * Other ways to write a formula, as the algebra system sees them; none is to be believed before it has been compared.
 */
public final class Proposals {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    /** Formulas no longer than this in print are short enough. */
    private static final int SHORT = 30;

    private final AlgebraSystem system = AlgebraSystem.open();
    private final Translation translation = new Translation();
    private final IExpr formula;
    private final List<Expression> found;

    private Proposals(Expression original, List<Expression> found) {
        this.formula = translation.translate(original);
        this.found = found;
    }

    /** Returns the formula laid out; there is none if it holds a number that no double does. */
    public static Optional<Expression> readable(Expression expression) {
        try {
            return Optional.of(ReadableForm.of(expression));
        } catch (IllegalArgumentException unsayable) {
            return Optional.empty();
        }
    }

    /** Returns what was found until time was up, the formula's own layout first. */
    public static List<Expression> of(Expression original, Region region) {
        return made(original, proposals -> proposals.all(region));
    }

    /** Returns the formula laid out and, if there was time for it, its factors. */
    public static List<Expression> factored(Expression original) {
        return made(original, Proposals::factors);
    }

    private static List<Expression> made(Expression original, Consumer<Proposals> ways) {
        List<Expression> found = new CopyOnWriteArrayList<>();
        readable(original).ifPresent(found::add);
        AlgebraSystem.load();
        return TimeLimit.orElse(
                () -> {
                    Proposals proposals = new Proposals(original, found);
                    if (ExactSize.holds(CommonDenominatorSize.terms(original))) {
                        ways.accept(proposals);
                    }
                    return List.copyOf(found);
                },
                LIMIT,
                () -> List.copyOf(found));
    }

    /** The slowest come last, and only where it would be worth while. */
    private void all(Region region) {
        IExpr assumptions = translation.assumptions(region);
        attempt(F::Together);
        attempt(F::Expand);
        attempt(F::ExpandAll);
        attempt(of -> F.binaryAST2(S.Simplify, of, assumptions));
        for (String symbol : region.domains().keySet()) {
            attempt(of -> F.Apart(F.Together(of), translation.named(symbol)));
        }
        if (isLong()) {
            factors();
        }
        if (isLong() && found.stream().noneMatch(RationalFormula::is)) {
            attempt(of -> F.binaryAST2(S.FullSimplify, of, assumptions));
        }
    }

    private boolean isLong() {
        return found.stream().allMatch(proposal -> proposal.toUnicode().length() > SHORT);
    }

    private void factors() {
        attempt(of -> F.Factor(F.Together(of)));
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
