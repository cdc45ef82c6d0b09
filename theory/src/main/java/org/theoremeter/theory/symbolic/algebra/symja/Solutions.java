package org.theoremeter.theory.symbolic.algebra.symja;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.algebra.rewrite.RationalFormula;

/** Zeros of quotients of polynomials as formulas. */
public final class Solutions {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private Solutions() {}

    /**
     * Looks for the values of some symbols at which formulas vanish.
     *
     * <p>The list may be incomplete, and what it holds is a proposal: solutions may be complex, or lie where a denominator
     * vanishes too. Whoever uses one checks it.
     *
     * @param formulas the formulas that vanish
     * @param unknowns the symbols to solve for
     * @return a formula an unknown for each solution; none if a formula is no quotient of polynomials, or the algebra
     *     system finds none
     */
    public static List<Map<String, Expression>> of(List<Expression> formulas, List<String> unknowns) {
        if (!formulas.stream().allMatch(RationalFormula::is)) {
            return List.of();
        }
        AlgebraSystem.load();
        return TimeLimit.orElse(() -> solved(formulas, unknowns), LIMIT, List::of);
    }

    private static List<Map<String, Expression>> solved(List<Expression> formulas, List<String> unknowns) {
        AlgebraSystem system = AlgebraSystem.open();
        Translation translation = new Translation();
        IExpr[] equations = formulas.stream()
                .map(translation::translate)
                .map(formula -> F.Equal(system.evaluate(F.Numerator(F.Together(formula))), F.C0))
                .toArray(IExpr[]::new);
        IExpr[] symbols = unknowns.stream().map(translation::named).toArray(IExpr[]::new);
        IExpr result = system.evaluate(F.Solve(F.ast(equations, S.List), F.ast(symbols, S.List)));
        List<Map<String, Expression>> solutions = new ArrayList<>();
        if (result instanceof IAST list && list.isList()) {
            for (IExpr rules : list) {
                solution(rules, unknowns, translation).ifPresent(solutions::add);
            }
        }
        return solutions;
    }

    private static Optional<Map<String, Expression>> solution(
            IExpr rules, List<String> unknowns, Translation translation) {
        Map<String, Expression> values = new LinkedHashMap<>();
        for (String unknown : unknowns) {
            ISymbol symbol = translation.named(unknown);
            if (rules instanceof IAST list && list.isList()) {
                for (IExpr rule : list) {
                    if (rule.isRuleAST() && rule.first().equals(symbol)) {
                        translation
                                .back(rule.second())
                                .flatMap(Proposals::readable)
                                .ifPresent(value -> values.put(unknown, value));
                    }
                }
            }
        }
        return values.size() == unknowns.size() ? Optional.of(values) : Optional.empty();
    }
}
