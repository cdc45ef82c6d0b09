package org.theoremeter.theory.symbolic.algebra.symja.closed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.util.CombinatoricsUtils;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;
import org.theoremeter.theory.symbolic.algebra.symja.AlgebraSystem;
import org.theoremeter.theory.symbolic.algebra.symja.ConstantDivisors;
import org.theoremeter.theory.symbolic.algebra.symja.ExactCheck;

/**
 * Integrates sums of terms k tⁿ e^{−μt}, each perhaps times cos ωt or sin ωt, over t from 0 to infinity.
 *
 * <p>A term gives k n! Re (μ + iω)^{n+1} / (μ² + ω²)^{n+1}, with Im for the sine, wherever μ is positive. Symja expands
 * and says whether the assumptions make μ positive; it is not asked to integrate, which it would do term by term
 * with many rules and some mistakes.
 */
final class DecayingSum {
    private static final int HIGHEST_POWER = 20;

    private final AlgebraSystem system;
    private final ISymbol variable;
    private final IExpr assumptions;
    private final ExactCheck check;

    DecayingSum(AlgebraSystem system, ISymbol variable, IExpr assumptions, ExactCheck check) {
        this.system = system;
        this.variable = variable;
        this.assumptions = assumptions;
        this.check = check;
    }

    /** Returns the integral, or nothing if the integrand is not such a sum or does not surely decay. */
    Optional<IExpr> integrate(IExpr integrand) {
        ConstantDivisors divisors = new ConstantDivisors(variable);
        IExpr hidden = divisors.hide(system.evaluate(integrand));
        return integrateExpanded(hidden, divisors, integrand)
                .map(integral -> system.evaluate(divisors.restore(integral)));
    }

    private Optional<IExpr> integrateExpanded(IExpr integrand, ConstantDivisors divisors, IExpr original) {
        IExpr sum = system.evaluate(F.ExpandAll(F.unaryAST1(S.TrigReduce, F.ExpandAll(integrand))));
        check.equal(original, divisors.restore(sum), "the expanded integrand");
        List<IExpr> integrals = new ArrayList<>();
        for (IExpr term : parts(sum, sum.isPlus())) {
            Optional<IExpr> integral = new Mode(divisors).integrate(term);
            if (integral.isEmpty()) {
                return Optional.empty();
            }
            integrals.add(integral.get());
        }
        return Optional.of(system.evaluate(F.Plus(integrals.toArray(IExpr[]::new))));
    }

    private static List<IExpr> parts(IExpr joined, boolean split) {
        if (!split) {
            return List.of(joined);
        }
        List<IExpr> parts = new ArrayList<>();
        for (int i = 1; i < joined.size(); i++) {
            parts.add(((IAST) joined).get(i));
        }
        return parts;
    }

    /** Returns q where a phase is q t, or nothing where it is not. */
    private Optional<IExpr> slope(IExpr phase) {
        IExpr slope = system.evaluate(F.ExpandAll(F.Times(phase, F.Power(variable, F.CN1))));
        return slope.isFree(variable) ? Optional.of(slope) : Optional.empty();
    }

    /** One term, factor by factor. */
    private final class Mode {
        private final List<IExpr> coefficient = new ArrayList<>();
        private final List<IExpr> growth = new ArrayList<>();
        private int power;
        private Optional<IExpr> frequency = Optional.empty();
        private boolean sine;
        private final ConstantDivisors divisors;

        Mode(ConstantDivisors divisors) {
            this.divisors = divisors;
        }

        Optional<IExpr> integrate(IExpr term) {
            for (IExpr factor : parts(term, term.isTimes())) {
                if (!take(factor)) {
                    return Optional.empty();
                }
            }
            IExpr rate = system.evaluate(F.ExpandAll(F.Times(F.CN1, F.Plus(growth.toArray(IExpr[]::new)))));
            boolean decays = system.evaluate(F.binaryAST2(S.Refine, F.Greater(rate, F.C0), assumptions))
                    .isTrue();
            if (!decays || power > HIGHEST_POWER) {
                return Optional.empty();
            }
            check.positive(divisors.restore(rate), "a rate of decay");
            coefficient.add(F.ZZ(CombinatoricsUtils.factorial(power)));
            coefficient.add(
                    frequency.map(omega -> oscillating(rate, omega)).orElseGet(() -> F.Power(rate, F.ZZ(-power - 1))));
            return Optional.of(F.Times(coefficient.toArray(IExpr[]::new)));
        }

        private boolean take(IExpr factor) {
            if (factor.isFree(variable)) {
                return coefficient.add(factor);
            }
            if (factor.equals(variable)) {
                power++;
                return true;
            }
            if (factor.isPower() && factor.base().equals(variable)) {
                int exponent = factor.exponent().toIntDefault(-1);
                power += Math.max(exponent, 0);
                return exponent > 0 && exponent <= HIGHEST_POWER;
            }
            if (factor.isPower() && factor.base().equals(S.E)) {
                return takeExponent(factor.exponent());
            }
            sine = factor.isAST(S.Sin, 2);
            if (frequency.isPresent() || (!sine && !factor.isAST(S.Cos, 2))) {
                return false;
            }
            frequency = slope(factor.first());
            return frequency.isPresent();
        }

        private boolean takeExponent(IExpr exponent) {
            for (IExpr part : parts(exponent, exponent.isPlus())) {
                if (part.isFree(variable)) {
                    coefficient.add(F.Exp(part));
                } else {
                    Optional<IExpr> slope = slope(part);
                    slope.ifPresent(growth::add);
                    if (slope.isEmpty()) {
                        return false;
                    }
                }
            }
            return true;
        }

        /** Returns Re or Im of (μ + iω)^{n+1}, by the binomial theorem, over (μ² + ω²)^{n+1}. */
        private IExpr oscillating(IExpr rate, IExpr omega) {
            int n = power + 1;
            List<IExpr> terms = new ArrayList<>();
            for (int k = sine ? 1 : 0; k <= n; k += 2) {
                long binomial = CombinatoricsUtils.binomialCoefficient(n, k);
                IExpr signed = F.ZZ(k / 2 % 2 == 0 ? binomial : -binomial);
                terms.add(F.Times(signed, F.Power(rate, F.ZZ(n - k)), F.Power(omega, F.ZZ(k))));
            }
            IExpr modulus = F.Plus(F.Power(rate, F.C2), F.Power(omega, F.C2));
            return F.Times(F.Plus(terms.toArray(IExpr[]::new)), F.Power(modulus, F.ZZ(-n)));
        }
    }
}
