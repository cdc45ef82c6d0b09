package org.theoremeter.theory.symbolic.exact;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * Finds real square roots of real polynomials in phases: 1 − cos²x is the square of sin x.
 *
 * @param field where the polynomials are from
 * @param factorisation takes them apart
 */
record ComplexSquare(Field field, Factorisation factorisation) {
    private static final int NONE = -1;

    /** Returns a real g with ±g² equal to a multiple of the polynomial by a positive number, its content being 1. */
    Optional<Polynomial> realSquareRoot(Polynomial polynomial) {
        int imaginary = field.generators().stream()
                .filter(generator -> generator.kind() == Generator.Kind.IMAGINARY)
                .mapToInt(Generator::index)
                .findFirst()
                .orElse(NONE);
        if (imaginary != NONE && polynomial.has(imaginary)) {
            return Optional.empty();
        }
        Monomial least = Monomial.ONE;
        for (int index : polynomial.generators()) {
            least = least.times(Monomial.of(index, polynomial.least(index)));
        }
        Optional<Polynomial> root = root(polynomial.times(least.inverse()));
        Optional<Monomial> half = half(least);
        if (root.isEmpty() || half.isEmpty()) {
            return Optional.empty();
        }
        Polynomial found = root.get().times(half.get());
        boolean isTurned = imaginary != NONE && !conjugate(found, imaginary).equals(found);
        Polynomial real = isTurned ? field.times(found, Polynomial.generator(imaginary)) : found;
        Polynomial square = field.times(real, real);
        Polynomial scaled = polynomial.times(square.content().divide(polynomial.content()));
        boolean isRoot = square.equals(scaled) || square.equals(scaled.negate());
        boolean isReal = conjugate(real, imaginary).equals(real);
        return isRoot && isReal && square.content().abs().equals(BigFraction.ONE)
                ? Optional.of(real.times(real.content().reciprocal()))
                : Optional.empty();
    }

    private Optional<Polynomial> root(Polynomial polynomial) {
        Polynomial product = Polynomial.ONE;
        for (Map.Entry<Polynomial, Integer> factor :
                factorisation.of(polynomial).entrySet()) {
            if (factor.getValue() % 2 != 0) {
                return Optional.empty();
            }
            product = field.times(product, field.power(factor.getKey(), factor.getValue() / 2));
        }
        return Optional.of(product);
    }

    private static Optional<Monomial> half(Monomial monomial) {
        Monomial half = Monomial.ONE;
        for (int i = 0; i < monomial.length(); i++) {
            if (monomial.exponent(i) % 2 != 0) {
                return Optional.empty();
            }
            half = half.times(Monomial.of(i, monomial.exponent(i) / 2));
        }
        return Optional.of(half);
    }

    private Polynomial conjugate(Polynomial polynomial, int imaginary) {
        Map<Monomial, BigFraction> terms = new HashMap<>();
        polynomial.terms().forEach((monomial, coefficient) -> {
            Monomial turned = monomial;
            for (int i = 0; i < monomial.length(); i++) {
                if (field.generator(i).kind() == Generator.Kind.PHASE) {
                    turned = turned.with(i, -monomial.exponent(i));
                }
            }
            boolean odd = imaginary != NONE && monomial.exponent(imaginary) / Monomial.UNIT % 2 != 0;
            terms.merge(turned, odd ? coefficient.negate() : coefficient, BigFraction::add);
        });
        return field.times(Polynomial.of(terms), Polynomial.ONE);
    }
}
