package org.theoremeter.theory.symbolic.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;

/** A sum of monomials with rational coefficients, none of them 0. Immutable. */
final class Polynomial implements Comparable<Polynomial> {
    static final Polynomial ZERO = new Polynomial(new TreeMap<>());
    static final Polynomial ONE = constant(BigFraction.ONE);

    private final NavigableMap<Monomial, BigFraction> terms;
    private final int hash;

    private Polynomial(NavigableMap<Monomial, BigFraction> terms) {
        this.terms = terms;
        this.hash = terms.hashCode();
    }

    static Polynomial constant(BigFraction value) {
        return term(Monomial.ONE, value);
    }

    static Polynomial term(Monomial monomial, BigFraction coefficient) {
        TreeMap<Monomial, BigFraction> terms = new TreeMap<>();
        if (!coefficient.isZero()) {
            terms.put(monomial, coefficient);
        }
        return new Polynomial(terms);
    }

    static Polynomial of(Map<Monomial, BigFraction> sums) {
        TreeMap<Monomial, BigFraction> terms = new TreeMap<>();
        sums.forEach((monomial, coefficient) -> {
            if (!coefficient.isZero()) {
                terms.put(monomial, coefficient);
            }
        });
        return new Polynomial(terms);
    }

    static Polynomial generator(int index) {
        return term(Monomial.of(index, Monomial.UNIT), BigFraction.ONE);
    }

    Map<Monomial, BigFraction> terms() {
        return terms;
    }

    int size() {
        return terms.size();
    }

    boolean isZero() {
        return terms.isEmpty();
    }

    boolean isConstant() {
        return terms.isEmpty() || (terms.size() == 1 && terms.firstKey().isOne());
    }

    /** Returns the value of a polynomial that is constant. */
    BigFraction constant() {
        return terms.isEmpty() ? BigFraction.ZERO : terms.firstEntry().getValue();
    }

    /** Returns the coefficient of the last monomial. */
    BigFraction leading() {
        return terms.lastEntry().getValue();
    }

    /** Returns the only generator of a polynomial that is one, otherwise −1. */
    int single() {
        return terms.size() == 1 && leading().equals(BigFraction.ONE)
                ? terms.firstKey().single()
                : -1;
    }

    Polynomial plus(Polynomial other) {
        TreeMap<Monomial, BigFraction> sum = new TreeMap<>(terms);
        other.terms.forEach((monomial, coefficient) -> sum.merge(monomial, coefficient, (a, b) -> {
            BigFraction both = a.add(b);
            return both.isZero() ? null : both;
        }));
        return new Polynomial(sum);
    }

    Polynomial times(BigFraction factor) {
        if (factor.isZero()) {
            return ZERO;
        }
        TreeMap<Monomial, BigFraction> scaled = new TreeMap<>();
        terms.forEach((monomial, coefficient) -> scaled.put(monomial, coefficient.multiply(factor)));
        return new Polynomial(scaled);
    }

    Polynomial negate() {
        return times(BigFraction.MINUS_ONE);
    }

    Polynomial times(Monomial by) {
        TreeMap<Monomial, BigFraction> moved = new TreeMap<>();
        terms.forEach((monomial, coefficient) -> moved.put(monomial.times(by), coefficient));
        return new Polynomial(moved);
    }

    /** Returns the rational number whose quotient has whole coefficients without common divisor, the last one positive. */
    BigFraction content() {
        BigInteger divisor = BigInteger.ZERO;
        BigInteger multiple = BigInteger.ONE;
        for (BigFraction coefficient : terms.values()) {
            divisor = divisor.gcd(coefficient.getNumerator());
            BigInteger denominator = coefficient.getDenominator();
            multiple = multiple.divide(multiple.gcd(denominator)).multiply(denominator);
        }
        BigFraction size = new BigFraction(divisor, multiple);
        return leading().signum() < 0 ? size.negate() : size;
    }

    /** Returns how many generators may occur. */
    int length() {
        return terms.keySet().stream().mapToInt(Monomial::length).max().orElse(0);
    }

    /** Returns the least exponent of a generator in any term. */
    long least(int generator) {
        return terms.keySet().stream()
                .mapToLong(m -> m.exponent(generator))
                .min()
                .orElse(0);
    }

    /** Tells whether a generator occurs. */
    boolean has(int generator) {
        return terms.keySet().stream().anyMatch(m -> m.exponent(generator) != 0);
    }

    List<Integer> generators() {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < length(); i++) {
            if (has(i)) {
                found.add(i);
            }
        }
        return found;
    }

    @Override
    public int compareTo(Polynomial other) {
        Iterator<Map.Entry<Monomial, BigFraction>> theirs =
                other.terms.entrySet().iterator();
        for (Map.Entry<Monomial, BigFraction> mine : terms.entrySet()) {
            if (!theirs.hasNext()) {
                return 1;
            }
            Map.Entry<Monomial, BigFraction> their = theirs.next();
            int monomials = mine.getKey().compareTo(their.getKey());
            int order = monomials == 0 ? mine.getValue().compareTo(their.getValue()) : monomials;
            if (order != 0) {
                return order;
            }
        }
        return theirs.hasNext() ? -1 : 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Polynomial polynomial && terms.equals(polynomial.terms);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return terms.toString();
    }
}
