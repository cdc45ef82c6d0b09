package org.theoremeter.theory.symbolic.exact;

import edu.jas.arith.BigInteger;
import edu.jas.poly.ExpVector;
import edu.jas.poly.GenPolynomial;
import edu.jas.poly.GenPolynomialRing;
import edu.jas.ufd.FactorFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.ArithmeticUtils;

/**
 * Takes polynomials apart into factors. A library proposes them; they count if their product is the polynomial.
 *
 * @param field where the product is computed
 */
record Factorisation(Field field) {
    private static final int MOST_TERMS = 60;
    private static final int MOST_GENERATORS = 6;
    private static final long HIGHEST_DEGREE = 16;

    /** Returns the factors with their exponents of a polynomial with whole coefficients; itself at worst. */
    Map<Polynomial, Integer> of(Polynomial polynomial) {
        List<Integer> generators = polynomial.generators();
        long[] steps = generators.stream()
                .mapToLong(index -> polynomial.terms().keySet().stream()
                        .mapToLong(m -> m.exponent(index))
                        .reduce(Monomial.UNIT, ArithmeticUtils::gcd))
                .toArray();
        if (!isManageable(polynomial, generators, steps)) {
            return Map.of(polynomial, 1);
        }
        Map<Polynomial, Integer> factors = new TreeMap<>();
        GenPolynomialRing<BigInteger> ring = new GenPolynomialRing<>(new BigInteger(), generators.size());
        FactorFactory.getImplementation(new BigInteger())
                .factors(carried(polynomial, generators, steps, ring))
                .forEach((factor, exponent) ->
                        factors.merge(back(factor, generators, steps), Math.toIntExact(exponent), Integer::sum));
        return isProduct(factors, polynomial) ? withoutNumbers(factors) : Map.of(polynomial, 1);
    }

    private boolean isManageable(Polynomial polynomial, List<Integer> generators, long[] steps) {
        if (polynomial.size() < 2 || polynomial.size() > MOST_TERMS || generators.size() > MOST_GENERATORS) {
            return false;
        }
        for (int i = 0; i < steps.length; i++) {
            int index = generators.get(i);
            long step = steps[i];
            boolean high = polynomial.terms().keySet().stream()
                    .anyMatch(m -> m.exponent(index) < 0 || m.exponent(index) / step > HIGHEST_DEGREE);
            if (high) {
                return false;
            }
        }
        return true;
    }

    private static GenPolynomial<BigInteger> carried(
            Polynomial polynomial, List<Integer> generators, long[] steps, GenPolynomialRing<BigInteger> ring) {
        GenPolynomial<BigInteger> carried = ring.getZERO();
        for (Map.Entry<Monomial, BigFraction> term : polynomial.terms().entrySet()) {
            long[] exponents = new long[steps.length];
            for (int i = 0; i < steps.length; i++) {
                exponents[i] = term.getKey().exponent(generators.get(i)) / steps[i];
            }
            carried = carried.sum(new BigInteger(term.getValue().getNumerator()), ExpVector.create(exponents));
        }
        return carried;
    }

    private static Polynomial back(GenPolynomial<BigInteger> factor, List<Integer> generators, long[] steps) {
        Map<Monomial, BigFraction> terms = new TreeMap<>();
        factor.getMap().forEach((exponents, coefficient) -> {
            Monomial monomial = Monomial.ONE;
            for (int i = 0; i < steps.length; i++) {
                monomial = monomial.times(Monomial.of(generators.get(i), exponents.getVal(i) * steps[i]));
            }
            terms.put(monomial, new BigFraction(coefficient.getVal()));
        });
        return Polynomial.of(terms);
    }

    private boolean isProduct(Map<Polynomial, Integer> factors, Polynomial polynomial) {
        Polynomial product = Polynomial.ONE;
        for (Map.Entry<Polynomial, Integer> factor : factors.entrySet()) {
            product = field.times(product, field.power(factor.getKey(), factor.getValue()));
        }
        return product.equals(polynomial) || product.negate().equals(polynomial);
    }

    private static Map<Polynomial, Integer> withoutNumbers(Map<Polynomial, Integer> factors) {
        Map<Polynomial, Integer> kept = new TreeMap<>();
        factors.forEach((factor, exponent) -> {
            if (!factor.isConstant()) {
                kept.merge(factor.times(factor.content().reciprocal()), exponent, Integer::sum);
            }
        });
        return kept;
    }
}
