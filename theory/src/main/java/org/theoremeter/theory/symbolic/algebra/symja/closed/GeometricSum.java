package org.theoremeter.theory.symbolic.algebra.symja.closed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;
import org.theoremeter.theory.symbolic.algebra.symja.AlgebraSystem;
import org.theoremeter.theory.symbolic.algebra.symja.ExactCheck;

/**
 * Adds up terms γ kⁿ ρᵏ over k from a whole number to infinity.
 *
 * <p>From k = 0 a term gives γ ρ Σ_i A(n, i) ρⁱ / (1 − ρ)ⁿ⁺¹ with Euler's numbers A(n, i), and γ / (1 − ρ) for n = 0,
 * wherever |ρ| &lt; 1; that the sum converges is left to the numbers it is compared with.
 */
final class GeometricSum {
    private static final int HIGHEST_POWER = 8;
    private static final int MOST_LEFT_OUT = 50;

    private final AlgebraSystem system;
    private final ISymbol index;
    private final int from;
    private final ExactCheck check;

    GeometricSum(AlgebraSystem system, ISymbol index, int from, ExactCheck check) {
        this.system = system;
        this.index = index;
        this.from = from;
        this.check = check;
    }

    /** Returns the sum, or nothing if the summand is not made of such terms. */
    Optional<IExpr> of(IExpr summand) {
        if (from < 0 || from > MOST_LEFT_OUT) {
            return Optional.empty();
        }
        IExpr expanded = system.evaluate(F.ExpandAll(summand));
        check.equal(summand, expanded, "the expanded summand");
        List<IExpr> sums = new ArrayList<>();
        for (IExpr term : parts(expanded, expanded.isPlus())) {
            Optional<IExpr> sum = new Geometric().sum(term);
            if (sum.isEmpty()) {
                return Optional.empty();
            }
            sums.add(sum.get());
        }
        return Optional.of(system.evaluate(F.Plus(sums.toArray(IExpr[]::new))));
    }

    private static List<IExpr> parts(IExpr joined, boolean split) {
        List<IExpr> parts = new ArrayList<>();
        if (!split) {
            return List.of(joined);
        }
        for (int i = 1; i < joined.size(); i++) {
            parts.add(((IAST) joined).get(i));
        }
        return parts;
    }

    /** Euler's numbers: how many orders of n things have i ascents. */
    private static long euler(int n, int i) {
        if (i < 0 || i >= n) {
            return n == 0 && i == 0 ? 1 : 0;
        }
        return (i + 1) * euler(n - 1, i) + (n - i) * euler(n - 1, i - 1);
    }

    /** One term, factor by factor. */
    private final class Geometric {
        private final List<IExpr> coefficient = new ArrayList<>();
        private final List<IExpr> ratio = new ArrayList<>();
        private int power;

        Optional<IExpr> sum(IExpr term) {
            for (IExpr factor : parts(term, term.isTimes())) {
                if (!take(factor)) {
                    return Optional.empty();
                }
            }
            if (power > HIGHEST_POWER || ratio.isEmpty()) {
                return Optional.empty();
            }
            IExpr rho = system.evaluate(F.Times(ratio.toArray(IExpr[]::new)));
            check.positive(F.Plus(F.C1, F.Times(F.CN1, rho)), "the distance of a ratio from 1");
            check.positive(F.Plus(F.C1, rho), "the distance of a ratio from -1");
            List<IExpr> total = new ArrayList<>();
            total.add(fromZero(rho));
            for (int k = 0; k < from; k++) {
                IExpr kToPower = power == 0 ? F.C1 : F.Power(F.ZZ(k), F.ZZ(power));
                total.add(F.Times(F.CN1, kToPower, F.Power(rho, F.ZZ(k))));
            }
            coefficient.add(F.Plus(total.toArray(IExpr[]::new)));
            return Optional.of(F.Times(coefficient.toArray(IExpr[]::new)));
        }

        private IExpr fromZero(IExpr rho) {
            IExpr pole = F.Plus(F.C1, F.Times(F.CN1, rho));
            if (power == 0) {
                return F.Power(pole, F.CN1);
            }
            List<IExpr> terms = new ArrayList<>();
            for (int i = 0; i < power; i++) {
                terms.add(F.Times(F.ZZ(euler(power, i)), F.Power(rho, F.ZZ(i + 1))));
            }
            return F.Times(F.Plus(terms.toArray(IExpr[]::new)), F.Power(pole, F.ZZ(-power - 1)));
        }

        private boolean take(IExpr factor) {
            if (factor.isFree(index)) {
                return coefficient.add(factor);
            }
            if (factor.equals(index)) {
                power++;
                return true;
            }
            if (!factor.isPower()) {
                return false;
            }
            if (factor.base().equals(index)) {
                int exponent = factor.exponent().toIntDefault(-1);
                power += Math.max(exponent, 0);
                return exponent > 0;
            }
            return factor.base().isFree(index) && takeExponent(factor.base(), factor.exponent());
        }

        private boolean takeExponent(IExpr base, IExpr exponent) {
            IExpr expanded = system.evaluate(F.ExpandAll(exponent));
            for (IExpr part : parts(expanded, expanded.isPlus())) {
                if (part.isFree(index)) {
                    coefficient.add(F.Power(base, part));
                } else {
                    IExpr slope = system.evaluate(F.Times(part, F.Power(index, F.CN1)));
                    if (!slope.isFree(index)) {
                        return false;
                    }
                    ratio.add(F.Power(base, slope));
                }
            }
            return true;
        }
    }
}
