package org.theoremeter.theory.symbolic.algebra;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Proves that an expression is zero, by the algebra system's trustworthy calls: one fraction, then square roots replaced
 * by symbols whose squares are known, then simplification under the assumptions.
 */
final class Vanishing {
    private static final int MOST_ROOTS = 4;

    private final AlgebraSystem system;
    private final IExpr assumptions;

    Vanishing(AlgebraSystem system, IExpr assumptions) {
        this.system = system;
        this.assumptions = assumptions;
    }

    /** Returns how the difference of two expressions was shown to vanish, or nothing if it was not. */
    Optional<String> equal(IExpr left, IExpr right) {
        IExpr difference = F.Plus(left, F.Times(F.CN1, right));
        if (together(difference).isZero()) {
            return Optional.of("Together[left - right] is 0");
        }
        if (system.evaluate(F.ExpandAll(F.Numerator(together(difference)))).isZero()) {
            return Optional.of("the numerator of Together[left - right] expands to 0");
        }
        if (vanishesWithoutRoots(difference)) {
            return Optional.of("Together[left - right] is 0, square roots taken as symbols with known squares");
        }
        if (system.evaluate(F.binaryAST2(S.FullSimplify, difference, assumptions))
                .isZero()) {
            return Optional.of("FullSimplify[left - right] is 0");
        }
        if (system.evaluate(F.binaryAST2(S.FullSimplify, F.Equal(left, right), assumptions))
                .isTrue()) {
            return Optional.of("FullSimplify[left == right] is True");
        }
        return Optional.empty();
    }

    /** Brings an expression to one fraction. */
    IExpr together(IExpr expression) {
        return system.evaluate(F.Together(expression));
    }

    /** Tells whether an expression is shown to be zero. */
    boolean isZero(IExpr expression) {
        return equal(expression, F.C0).isPresent();
    }

    /** Half-integer powers of one base are whole powers of its root; then only whole powers are left. */
    private boolean vanishesWithoutRoots(IExpr difference) {
        Map<IExpr, ISymbol> roots = new HashMap<>();
        IExpr evaluated = system.evaluate(difference);
        collect(evaluated, roots);
        if (roots.isEmpty() || roots.size() > MOST_ROOTS) {
            return false;
        }
        IExpr numerator = system.evaluate(F.ExpandAll(F.Numerator(together(replaced(evaluated, roots)))));
        List<Map.Entry<IExpr, ISymbol>> order = new ArrayList<>(roots.entrySet());
        for (Map.Entry<IExpr, ISymbol> root : order) {
            IExpr square = replaced(root.getKey(), roots);
            IExpr relation = F.Plus(F.Power(root.getValue(), F.C2), F.Times(F.CN1, square));
            IExpr cleared = system.evaluate(F.ExpandAll(F.Numerator(together(relation))));
            numerator = system.evaluate(F.PolynomialRemainder(numerator, cleared, root.getValue()));
            numerator = system.evaluate(F.ExpandAll(F.Numerator(together(numerator))));
        }
        return numerator.isZero();
    }

    private static void collect(IExpr expression, Map<IExpr, ISymbol> roots) {
        if (isRoot(expression)) {
            roots.computeIfAbsent(expression.base(), base -> F.Dummy("root" + roots.size()));
        }
        if (expression instanceof IAST tree) {
            for (int i = 1; i < tree.size(); i++) {
                collect(tree.get(i), roots);
            }
        }
    }

    private static boolean isRoot(IExpr expression) {
        return expression.isPower()
                && expression.exponent().isFraction()
                && ((IRational) expression.exponent()).toBigDenominator().equals(BigInteger.TWO);
    }

    private static IExpr replaced(IExpr expression, Map<IExpr, ISymbol> roots) {
        if (isRoot(expression) && roots.containsKey(expression.base())) {
            IExpr halves = F.ZZ(((IRational) expression.exponent()).toBigNumerator());
            return F.Power(roots.get(expression.base()), halves);
        }
        if (expression instanceof IAST tree) {
            IExpr[] parts = new IExpr[tree.size() - 1];
            for (int i = 1; i < tree.size(); i++) {
                parts[i - 1] = replaced(tree.get(i), roots);
            }
            return F.ast(parts, tree.head());
        }
        return expression;
    }
}
