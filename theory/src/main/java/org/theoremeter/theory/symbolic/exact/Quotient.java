package org.theoremeter.theory.symbolic.exact;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;

/**
 * A polynomial over a product of powers of polynomials. It is not reduced, but it is 0 only if its numerator is.
 *
 * @param numerator what is divided
 * @param divisors the polynomials that divide it, with their positive exponents
 */
record Quotient(Polynomial numerator, SortedMap<Polynomial, Integer> divisors) {
    static final Quotient ZERO = of(Polynomial.ZERO);
    static final Quotient ONE = of(Polynomial.ONE);

    Quotient {
        divisors = Collections.unmodifiableSortedMap(
                numerator.isZero() ? new TreeMap<Polynomial, Integer>() : new TreeMap<>(divisors));
    }

    static Quotient of(Polynomial numerator) {
        return new Quotient(numerator, new TreeMap<>());
    }

    static Quotient constant(BigFraction value) {
        return of(Polynomial.constant(value));
    }

    boolean isZero() {
        return numerator.isZero();
    }

    boolean isPolynomial() {
        return divisors.isEmpty();
    }

    boolean isConstant() {
        return divisors.isEmpty() && numerator.isConstant();
    }

    Quotient negate() {
        return new Quotient(numerator.negate(), divisors);
    }

    Quotient times(BigFraction factor) {
        return new Quotient(numerator.times(factor), divisors);
    }

    /** Returns what remains of common divisors when those of this quotient are taken off. */
    Map<Polynomial, Integer> missing(SortedMap<Polynomial, Integer> common) {
        Map<Polynomial, Integer> rest = new TreeMap<>();
        common.forEach((divisor, exponent) -> {
            int more = exponent - divisors.getOrDefault(divisor, 0);
            if (more > 0) {
                rest.put(divisor, more);
            }
        });
        return rest;
    }
}
