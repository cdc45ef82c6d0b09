package org.theoremeter.theory.symbolic.algebra.symja.closed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.theoremeter.theory.symbolic.algebra.symja.Vanishing;

/**
 * The first terms of a Laurent series Σ c_k x^k, k from the valuation on; what follows the known terms is not known.
 *
 * <p>The first coefficient is not zero, unless no term is known to differ from zero.
 *
 * @param valuation the lowest power; the first unknown one if all known terms vanish
 * @param coefficients the coefficients from the valuation on, free of x
 */
record PowerSeries(int valuation, List<IExpr> coefficients) {
    /** Says that the known terms do not suffice, as for the reciprocal of what may be zero. */
    static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unknown(String message) {
            super(message);
        }
    }

    PowerSeries {
        coefficients = List.copyOf(coefficients);
    }

    /** Returns the first power that is not known. */
    int end() {
        return valuation + coefficients.size();
    }

    /** Returns the coefficient of a known power. */
    IExpr coefficient(int power) {
        if (power >= end()) {
            throw new Unknown("too few terms");
        }
        return power < valuation ? F.C0 : coefficients.get(power - valuation);
    }

    /**
     * How coefficients are added, multiplied and tested for zero.
     *
     * @param tidy brings a coefficient into a form that stays small
     * @param differs tells in numbers that a coefficient is not zero; most are not, and a proof would take long to fail
     * @param zero proves that one is
     */
    record Ring(UnaryOperator<IExpr> tidy, Predicate<IExpr> differs, Vanishing zero) {
        PowerSeries constant(IExpr value, int terms) {
            List<IExpr> coefficients = new ArrayList<>();
            coefficients.add(value);
            for (int k = 1; k < terms; k++) {
                coefficients.add(F.C0);
            }
            return trimmed(0, coefficients);
        }

        PowerSeries variable(int terms) {
            return shifted(constant(F.C1, terms), 1);
        }

        PowerSeries shifted(PowerSeries series, int by) {
            return new PowerSeries(series.valuation + by, series.coefficients);
        }

        PowerSeries plus(PowerSeries a, PowerSeries b) {
            int end = Math.min(a.end(), b.end());
            int start = Math.min(Math.min(a.valuation, b.valuation), end);
            List<IExpr> sums = new ArrayList<>();
            for (int power = start; power < end; power++) {
                sums.add(tidy.apply(F.Plus(a.coefficient(power), b.coefficient(power))));
            }
            return trimmed(start, sums);
        }

        PowerSeries times(PowerSeries a, PowerSeries b) {
            int length = Math.min(a.coefficients.size(), b.coefficients.size());
            List<IExpr> products = new ArrayList<>();
            for (int k = 0; k < length; k++) {
                List<IExpr> terms = new ArrayList<>();
                for (int j = 0; j <= k; j++) {
                    terms.add(F.Times(a.coefficients.get(j), b.coefficients.get(k - j)));
                }
                products.add(tidy.apply(F.Plus(terms.toArray(IExpr[]::new))));
            }
            return trimmed(a.valuation + b.valuation, products);
        }

        PowerSeries scaled(PowerSeries a, IExpr factor) {
            return trimmed(
                    a.valuation,
                    a.coefficients.stream()
                            .map(c -> tidy.apply(F.Times(factor, c)))
                            .toList());
        }

        /** Raises to a constant power: c₀^p x^{vp} (1 + u)^p by the recursion that the logarithmic derivative gives. */
        PowerSeries power(PowerSeries base, IExpr exponent) {
            if (base.coefficients.isEmpty()) {
                throw new Unknown("a power of what may be zero");
            }
            IExpr lowest = tidy.apply(F.Times(F.ZZ(base.valuation), exponent));
            if (!lowest.isInteger()) {
                throw new Unknown("a power that is not whole");
            }
            IExpr first = base.coefficients.get(0);
            List<IExpr> result = new ArrayList<>();
            result.add(tidy.apply(F.Power(first, exponent)));
            for (int k = 1; k < base.coefficients.size(); k++) {
                List<IExpr> terms = new ArrayList<>();
                for (int j = 1; j <= k; j++) {
                    IExpr weight = F.Plus(F.Times(exponent, F.ZZ(j)), F.ZZ(j - k));
                    terms.add(F.Times(weight, base.coefficients.get(j), result.get(k - j)));
                }
                IExpr sum = F.Plus(terms.toArray(IExpr[]::new));
                result.add(tidy.apply(F.Times(sum, F.Power(F.Times(F.ZZ(k), first), F.CN1))));
            }
            return trimmed(lowest.toIntDefault(0), result);
        }

        /** Returns Σ a_k uᵏ for a series u without constant term. */
        PowerSeries composed(List<IExpr> outer, PowerSeries inner, int terms) {
            PowerSeries total = constant(F.C0, terms);
            PowerSeries power = constant(F.C1, terms);
            for (IExpr coefficient : outer) {
                total = plus(total, scaled(power, coefficient));
                power = times(power, inner);
            }
            return total;
        }

        /** Drops leading zeros, so that the valuation is true. */
        private PowerSeries trimmed(int start, List<IExpr> coefficients) {
            int zeros = 0;
            while (zeros < coefficients.size() && vanishes(coefficients.get(zeros))) {
                zeros++;
            }
            return new PowerSeries(start + zeros, coefficients.subList(zeros, coefficients.size()));
        }

        private boolean vanishes(IExpr coefficient) {
            return coefficient.isZero()
                    || (!coefficient.isNumber() && !differs.test(coefficient) && zero.isZero(coefficient));
        }
    }
}
