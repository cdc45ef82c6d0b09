package org.theoremeter.theory.symbolic.exact;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.ElementaryFunction;
import org.theoremeter.theory.symbolic.Expression;

/**
 * Powers with rational exponents, absolute values and logarithms of quotients, factor by factor: where u = ∏ f_i^{e_i} is not
 * negative, u^q = ∏ |f_i|^{e_i q} and ln u = Σ e_i ln|f_i|, and |f| is f, −f or a generator of its own.
 */
final class PowerRules {
    private static final int LARGEST_PRIME = 100_000;

    private final Field field;
    private final Signs signs;
    private final Factorisation factorisation;
    private final Meaning meaning;
    private final ComplexSquare complex;
    private final Map<Polynomial, Integer> roots = new HashMap<>();
    private final Map<Polynomial, Integer> absolutes = new HashMap<>();
    private final Map<Polynomial, Integer> logarithms = new HashMap<>();
    private final Set<Polynomial> undecided = new LinkedHashSet<>();

    PowerRules(Field field, Signs signs) {
        this.field = field;
        this.signs = signs;
        this.factorisation = new Factorisation(field);
        this.meaning = new Meaning(field);
        this.complex = new ComplexSquare(field, factorisation);
    }

    /** Returns polynomials whose signs were not shown but would have helped. */
    Set<Polynomial> undecided() {
        return undecided;
    }

    /** Returns |u|^q. */
    Quotient absolutePower(Quotient u, BigFraction q) {
        if (u.isZero()) {
            if (q.signum() <= 0) {
                throw new Unprovable("a power of zero");
            }
            return Quotient.ZERO;
        }
        Quotient result = Quotient.ONE;
        for (Map.Entry<Polynomial, Long> factor : factors(u).entrySet()) {
            long exponent = scaled(factor.getValue(), q);
            result = field.times(result, absolutePower(factor.getKey(), exponent));
        }
        return result;
    }

    private static long scaled(long exponent, BigFraction q) {
        BigFraction product = q.multiply(new BigFraction(exponent));
        boolean whole = product.getDenominator().equals(BigInteger.ONE)
                && product.getNumerator().bitLength() < Long.SIZE / 2;
        if (!whole) {
            throw new Unprovable("an exponent of " + q + " is out of range");
        }
        return product.getNumerator().longValueExact();
    }

    /** Returns ln|u|. */
    Quotient logarithm(Quotient u) {
        Quotient sum = Quotient.ZERO;
        for (Map.Entry<Polynomial, Long> factor : factors(u).entrySet()) {
            BigFraction exponent = new BigFraction(factor.getValue(), Monomial.UNIT);
            sum = field.plus(sum, logarithm(factor.getKey()).times(exponent));
        }
        return sum;
    }

    private Quotient logarithm(Polynomial factor) {
        int single = factor.single();
        if (single >= 0) {
            Generator generator = field.generator(single);
            switch (generator.kind()) {
                case EXPONENTIAL -> {
                    return generator.argument();
                }
                case ROOT, ABSOLUTE -> {
                    return logarithm(generator.argument());
                }
                default -> {}
            }
        }
        int index = logarithms.computeIfAbsent(factor, unknown -> {
            Expression size = new Call(ElementaryFunction.ABS, List.of(meaning.of(factor)));
            Expression logarithm = new Call(ElementaryFunction.LN, List.of(size));
            return field.add(Generator.Kind.LOGARITHM, logarithm, Quotient.of(factor));
        });
        return Quotient.of(Polynomial.generator(index));
    }

    /** Takes |u| apart; exponents are in units, and the numbers among the factors are primes. */
    private Map<Polynomial, Long> factors(Quotient u) {
        Map<Polynomial, Long> factors = new TreeMap<>();
        add(factors, u.numerator(), 1);
        u.divisors().forEach((divisor, exponent) -> add(factors, divisor, -exponent));
        factors.values().removeIf(exponent -> exponent == 0);
        return factors;
    }

    private void add(Map<Polynomial, Long> factors, Polynomial polynomial, int times) {
        Monomial common = field.commonMonomial(polynomial);
        for (int i = 0; i < common.length(); i++) {
            if (common.exponent(i) != 0 && !field.generator(i).isComplex()) {
                factors.merge(Polynomial.generator(i), common.exponent(i) * times, Long::sum);
            } else {
                common = common.with(i, 0);
            }
        }
        Polynomial rest = polynomial.times(common.inverse());
        BigFraction number = rest.content();
        primes(factors, number.getNumerator().abs(), times);
        primes(factors, number.getDenominator(), -times);
        Polynomial primitive = rest.times(number.reciprocal());
        if (!primitive.isConstant()) {
            Map<Polynomial, Integer> parts = field.isComplex(primitive)
                    ? complex.realSquareRoot(primitive)
                            .map(root -> Map.of(root, 2))
                            .orElse(Map.of(primitive, 1))
                    : factorisation.of(primitive);
            parts.forEach((part, exponent) -> factors.merge(part, exponent * times * Monomial.UNIT, Long::sum));
        }
    }

    private static void primes(Map<Polynomial, Long> factors, BigInteger number, int times) {
        BigInteger rest = number;
        for (long prime = 2; prime <= LARGEST_PRIME && !rest.equals(BigInteger.ONE); prime++) {
            BigInteger divisor = BigInteger.valueOf(prime);
            if (divisor.multiply(divisor).compareTo(rest) > 0) {
                break;
            }
            while (rest.mod(divisor).signum() == 0) {
                rest = rest.divide(divisor);
                factors.merge(Polynomial.constant(new BigFraction(divisor)), times * Monomial.UNIT, Long::sum);
            }
        }
        if (!rest.equals(BigInteger.ONE)) {
            factors.merge(Polynomial.constant(new BigFraction(rest)), times * Monomial.UNIT, Long::sum);
        }
    }

    private Quotient absolutePower(Polynomial factor, long exponent) {
        int single = factor.single();
        boolean positive = single >= 0 && field.generator(single).isNeverNegative();
        if (positive) {
            return field.power(single, exponent);
        }
        if (exponent % (2 * Monomial.UNIT) == 0) {
            return field.power(Quotient.of(factor), Math.toIntExact(exponent / Monomial.UNIT));
        }
        int sign = signs.of(factor);
        if (sign == 0) {
            undecided.add(factor);
            return field.power(absolute(factor), exponent);
        }
        boolean symbol = single >= 0 && field.generator(single).kind() == Generator.Kind.SYMBOL;
        if (sign > 0 && symbol) {
            return field.power(single, exponent);
        }
        Polynomial size = sign > 0 ? factor : factor.negate();
        return exponent % Monomial.UNIT == 0
                ? field.power(Quotient.of(size), Math.toIntExact(exponent / Monomial.UNIT))
                : root(size, exponent);
    }

    /** Returns the power of what is not negative: whole powers are written out. */
    private Quotient root(Polynomial base, long exponent) {
        int index = roots.computeIfAbsent(
                base,
                unknown -> field.add(
                        Generator.Kind.ROOT,
                        meaning.of(base),
                        Quotient.of(base),
                        Monomial.UNIT,
                        base,
                        base.isConstant()
                                ? Optional.of(
                                        Polynomial.constant(base.constant().reciprocal()))
                                : Optional.empty()));
        return field.power(index, exponent);
    }

    private int absolute(Polynomial base) {
        Integer known = absolutes.get(base);
        if (known != null) {
            return known;
        }
        Polynomial square = field.times(base, base);
        Expression size = new Call(ElementaryFunction.ABS, List.of(meaning.of(base)));
        int index = field.add(
                Generator.Kind.ABSOLUTE, size, Quotient.of(base), 2 * Monomial.UNIT, square, Optional.empty());
        absolutes.put(base, index);
        return index;
    }
}
