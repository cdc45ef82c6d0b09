package org.theoremeter.theory.symbolic.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;

/**
 * Writes a quotient as a combination of others with rational coefficients, by elimination over a common divisor.
 *
 * @param field where the quotients are from
 */
record Span(Field field) {
    /** Returns the coefficients, or nothing if there are none. */
    Optional<List<BigFraction>> coefficients(Quotient target, List<Quotient> basis) {
        SortedMap<Polynomial, Integer> common = new TreeMap<>(target.divisors());
        basis.forEach(element ->
                element.divisors().forEach((divisor, exponent) -> common.merge(divisor, exponent, Math::max)));
        List<Polynomial> vectors = new ArrayList<>();
        List<List<BigFraction>> origins = new ArrayList<>();
        for (int i = 0; i < basis.size(); i++) {
            List<BigFraction> origin = zeros(basis.size());
            origin.set(i, BigFraction.ONE);
            eliminate(vectors, origins, field.widened(basis.get(i), common), origin, true);
        }
        List<BigFraction> found = zeros(basis.size());
        Polynomial rest = eliminate(vectors, origins, field.widened(target, common), found, false);
        return rest.isZero()
                ? Optional.of(found.stream().map(BigFraction::negate).toList())
                : Optional.empty();
    }

    private static List<BigFraction> zeros(int count) {
        List<BigFraction> zeros = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            zeros.add(BigFraction.ZERO);
        }
        return zeros;
    }

    /** Subtracts multiples of the vectors there are; what is left becomes one more of them if asked. */
    private static Polynomial eliminate(
            List<Polynomial> vectors,
            List<List<BigFraction>> origins,
            Polynomial vector,
            List<BigFraction> origin,
            boolean keep) {
        Polynomial rest = vector;
        for (int i = 0; i < vectors.size(); i++) {
            Map.Entry<Monomial, BigFraction> pivot =
                    vectors.get(i).terms().entrySet().iterator().next();
            BigFraction factor = rest.terms().get(pivot.getKey());
            if (factor != null) {
                BigFraction multiple = factor.divide(pivot.getValue()).negate();
                rest = rest.plus(vectors.get(i).times(multiple));
                for (int k = 0; k < origin.size(); k++) {
                    origin.set(k, origin.get(k).add(origins.get(i).get(k).multiply(multiple)));
                }
            }
        }
        if (keep && !rest.isZero()) {
            vectors.add(rest);
            origins.add(origin);
        }
        return rest;
    }
}
