package org.theoremeter.theory.symbolic.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.theoremeter.theory.symbolic.Symbol;

/** Arithmetic of the first terms of Laurent series in x > 0, whose coefficients may hold ln x. */
final class SeriesArithmetic {
    private static final String LOGARITHM = "logarithm_of_the_expansion";

    private final NormalForm form;
    private final Field field;
    private final int terms;
    private final Quotient logarithm;

    SeriesArithmetic(NormalForm form, int terms) {
        this.form = form;
        this.field = form.field();
        this.terms = terms;
        this.logarithm = form.of(new Symbol(LOGARITHM));
    }

    /**
     * Known terms.
     *
     * @param valuation the lowest power
     * @param coefficients the coefficients from there on
     */
    record Series(int valuation, List<Quotient> coefficients) {
        int end() {
            return valuation + coefficients.size();
        }

        Quotient coefficient(int power) {
            if (power >= end()) {
                throw new Unprovable("too few terms");
            }
            return power < valuation ? Quotient.ZERO : coefficients.get(power - valuation);
        }

        Quotient first() {
            if (coefficients.isEmpty()) {
                throw new Unprovable("what is divided by may be zero");
            }
            return coefficients.get(0);
        }
    }

    boolean hasLogarithm(Quotient quotient) {
        int index = logarithm.numerator().single();
        return quotient.numerator().has(index)
                || quotient.divisors().keySet().stream().anyMatch(divisor -> divisor.has(index));
    }

    Series constant(Quotient value) {
        List<Quotient> coefficients = new ArrayList<>();
        coefficients.add(value);
        while (coefficients.size() < terms) {
            coefficients.add(Quotient.ZERO);
        }
        return trimmed(0, coefficients);
    }

    Series variable() {
        return shifted(constant(Quotient.ONE), 1);
    }

    Series shifted(Series series, int by) {
        return new Series(series.valuation + by, series.coefficients);
    }

    Series plus(Series a, Series b) {
        int end = Math.min(a.end(), b.end());
        int start = Math.min(Math.min(a.valuation, b.valuation), end);
        List<Quotient> sums = new ArrayList<>();
        for (int power = start; power < end; power++) {
            sums.add(field.plus(a.coefficient(power), b.coefficient(power)));
        }
        return trimmed(start, sums);
    }

    Series scaled(Series a, Quotient factor) {
        List<Quotient> products = new ArrayList<>();
        a.coefficients.forEach(coefficient -> products.add(field.times(coefficient, factor)));
        return trimmed(a.valuation, products);
    }

    Series times(Series a, Series b) {
        int length = Math.min(a.coefficients.size(), b.coefficients.size());
        List<Quotient> products = new ArrayList<>();
        for (int k = 0; k < length; k++) {
            Quotient sum = Quotient.ZERO;
            for (int j = 0; j <= k; j++) {
                sum = field.plus(sum, field.times(a.coefficients.get(j), b.coefficients.get(k - j)));
            }
            products.add(sum);
        }
        return trimmed(a.valuation + b.valuation, products);
    }

    /** Raises to a constant power: c₀^p x^{vp} (1 + u)^p by the recursion that the logarithmic derivative gives. */
    Series power(Series base, BigFraction exponent) {
        Quotient first = base.first();
        boolean whole = exponent.getDenominator().equals(BigInteger.ONE);
        if (!form.isPositive(first) && !(whole && form.isPositive(first.negate()))) {
            throw new Unprovable("the sign of a first coefficient was not shown");
        }
        BigFraction lowest = exponent.multiply(base.valuation);
        if (exponent.getNumerator().bitLength() >= Integer.SIZE - 1
                || lowest.getNumerator().bitLength() >= Integer.SIZE - 1) {
            throw new Unprovable("a power of " + exponent + " is out of range");
        }
        if (!lowest.getDenominator().equals(BigInteger.ONE)) {
            throw new Unprovable("a power that is not whole");
        }
        List<Quotient> result = new ArrayList<>();
        result.add(
                whole ? field.power(first, exponent.intValue()) : form.powers().absolutePower(first, exponent));
        Quotient inverse = field.inverse(first);
        for (int k = 1; k < base.coefficients.size(); k++) {
            Quotient sum = Quotient.ZERO;
            for (int j = 1; j <= k; j++) {
                BigFraction weight = exponent.multiply(j).add(j - k);
                Quotient product = field.times(base.coefficients.get(j), result.get(k - j));
                sum = field.plus(sum, product.times(weight));
            }
            result.add(field.times(sum, inverse).times(ExactSeries.reciprocal(k)));
        }
        return trimmed(lowest.intValue(), result);
    }

    /** ln(c xᵛ (1 + u)) = v ln x + ln c + ln(1 + u), c > 0. */
    Series logarithm(Series argument) {
        Quotient first = argument.first();
        if (!form.isPositive(first)) {
            throw new Unprovable("the sign of a first coefficient was not shown");
        }
        Series scaled = scaled(shifted(argument, -argument.valuation), field.inverse(first));
        Series rest = plus(scaled, constant(Quotient.ONE.negate()));
        List<Quotient> outer = new ArrayList<>();
        Quotient steps = logarithm.times(new BigFraction(argument.valuation));
        outer.add(field.plus(steps, form.powers().logarithm(first)));
        for (int k = 1; k < terms; k++) {
            outer.add(Quotient.constant(ExactSeries.reciprocal(k % 2 == 1 ? k : -k)));
        }
        return composed(outer, rest);
    }

    /** Returns Σ a_k uᵏ for a series u without constant term. */
    Series composed(List<Quotient> outer, Series inner) {
        Series total = constant(Quotient.ZERO);
        Series power = constant(Quotient.ONE);
        for (Quotient coefficient : outer) {
            total = plus(total, scaled(power, coefficient));
            power = times(power, inner);
        }
        return total;
    }

    /** Drops leading zeros as far as they are shown to be zeros. */
    private Series trimmed(int start, List<Quotient> coefficients) {
        int zeros = 0;
        while (zeros < coefficients.size() && ExactIdentity.isZero(coefficients.get(zeros), field)) {
            zeros++;
        }
        return new Series(start + zeros, List.copyOf(coefficients.subList(zeros, coefficients.size())));
    }
}
