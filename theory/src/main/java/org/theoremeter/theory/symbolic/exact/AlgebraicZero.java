package org.theoremeter.theory.symbolic.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.ArithmeticUtils;
import org.theoremeter.theory.symbolic.precision.HighPrecisionInterval;

/**
 * Decides whether a number made of nested roots is zero.
 *
 * <p>A polynomial with whole coefficients in roots of such polynomials is an algebraic integer of degree at most D, the
 * product of the indices of the roots, all of whose conjugates are at most U in size, U being the sum of the sizes of its
 * terms. The product of all conjugates is a whole number: unless it is 0, the number itself is at least U^{1−D} in size.
 * An enclosure below that shows that it is 0. (Burnikel, Fleischer, Mehlhorn and Schirra, Algorithmica 27, 2000.)
 *
 * @param field the generators
 */
record AlgebraicZero(Field field) {
    private static final int MOST_DIGITS = 2000;
    private static final int MARGIN = 10;

    /** Tells whether a generator is a root of whole numbers and of other such roots. */
    boolean isAlgebraic(int index) {
        Generator generator = field.generator(index);
        return generator.kind() == Generator.Kind.ROOT
                && isWhole(generator.replacement())
                && generator.replacement().generators().stream().allMatch(this::isAlgebraic);
    }

    private static boolean isWhole(Polynomial polynomial) {
        return polynomial.terms().values().stream()
                .allMatch(c -> c.getDenominator().equals(BigInteger.ONE));
    }

    /** Tells whether a polynomial in nothing but algebraic generators is surely 0. */
    boolean isZero(Polynomial polynomial) {
        if (polynomial.isZero()) {
            return true;
        }
        if (polynomial.isConstant()) {
            return false;
        }
        Polynomial whole = polynomial.times(polynomial.content().reciprocal());
        Map<Integer, Long> indices = new TreeMap<>();
        collect(whole, indices);
        double degree = 1;
        for (long index : indices.values()) {
            degree *= index;
        }
        double needed = (degree - 1) * logarithm(whole);
        if (!(needed < MOST_DIGITS)) {
            return false;
        }
        int digits = (int) Math.ceil(needed) + MARGIN;
        HighPrecisionInterval value = HighPrecisionInterval.of(new Meaning(field).of(whole), Map.of(), digits);
        BigDecimal bound = BigDecimal.ONE.movePointLeft((int) Math.ceil(needed) + 1);
        return value.isDefined() && value.lower().abs().max(value.upper().abs()).compareTo(bound) < 0;
    }

    /** Finds for every root its index: the least common denominator of its exponents. */
    private void collect(Polynomial polynomial, Map<Integer, Long> indices) {
        for (int generator : polynomial.generators()) {
            for (Monomial monomial : polynomial.terms().keySet()) {
                long exponent = monomial.exponent(generator);
                long index = Monomial.UNIT / ArithmeticUtils.gcd(exponent, Monomial.UNIT);
                indices.merge(generator, index, ArithmeticUtils::lcm);
            }
            collect(field.generator(generator).replacement(), indices);
        }
    }

    /** Returns log₁₀ of a bound on all conjugates. */
    private double logarithm(Polynomial polynomial) {
        List<Double> terms = new ArrayList<>();
        for (Map.Entry<Monomial, BigFraction> term : polynomial.terms().entrySet()) {
            double size = logarithm(term.getValue().getNumerator());
            for (int i = 0; i < term.getKey().length(); i++) {
                long exponent = term.getKey().exponent(i);
                if (exponent != 0) {
                    double root = logarithm(field.generator(i).replacement());
                    size += root * exponent / Monomial.UNIT;
                }
            }
            terms.add(size);
        }
        double largest = terms.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return largest + Math.log10(terms.size()) + ROUNDING;
    }

    /** Far above the rounding of a few logarithms. */
    private static final double ROUNDING = 1e-3;

    private static double logarithm(BigInteger value) {
        BigDecimal size = new BigDecimal(value.abs());
        int digits = size.precision();
        return Math.log10(size.movePointLeft(digits).doubleValue()) + digits;
    }
}
