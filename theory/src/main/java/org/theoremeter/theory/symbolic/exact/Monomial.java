package org.theoremeter.theory.symbolic.exact;

import java.util.Arrays;

/**
 * A product of powers of generators. Exponents are whole multiples of 1/{@value #UNIT}, so that roots are powers too.
 *
 * <p>It is immutable; trailing zeros are dropped, so that equal products are equal objects.
 */
final class Monomial implements Comparable<Monomial> {
    /** The exponent 1: divisible by 2 to 12. */
    static final long UNIT = 55_440;

    static final Monomial ONE = new Monomial(new long[0]);
    private final long[] exponents;
    private final int hash;

    private Monomial(long[] trimmed) {
        this.exponents = trimmed;
        this.hash = Arrays.hashCode(trimmed);
    }

    static Monomial of(int generator, long exponent) {
        long[] exponents = new long[generator + 1];
        exponents[generator] = exponent;
        return trimmed(exponents);
    }

    private static Monomial trimmed(long[] exponents) {
        int length = exponents.length;
        while (length > 0 && exponents[length - 1] == 0) {
            length--;
        }
        return length == 0
                ? ONE
                : new Monomial(length == exponents.length ? exponents : Arrays.copyOf(exponents, length));
    }

    /** Returns how many generators may occur: those from there on do not. */
    int length() {
        return exponents.length;
    }

    long exponent(int generator) {
        return generator < exponents.length ? exponents[generator] : 0;
    }

    boolean isOne() {
        return exponents.length == 0;
    }

    Monomial times(Monomial other) {
        long[] longer = exponents.length >= other.exponents.length ? exponents : other.exponents;
        long[] shorter = longer == exponents ? other.exponents : exponents;
        long[] sum = longer.clone();
        for (int i = 0; i < shorter.length; i++) {
            sum[i] = Math.addExact(sum[i], shorter[i]);
        }
        return trimmed(sum);
    }

    Monomial inverse() {
        long[] negated = new long[exponents.length];
        for (int i = 0; i < negated.length; i++) {
            negated[i] = -exponents[i];
        }
        return new Monomial(negated);
    }

    /** Returns the product with another exponent of one generator. */
    Monomial with(int generator, long exponent) {
        long[] changed = Arrays.copyOf(exponents, Math.max(exponents.length, generator + 1));
        changed[generator] = exponent;
        return trimmed(changed);
    }

    /** Returns the generator if the product is one generator to the power 1, otherwise −1. */
    int single() {
        int last = exponents.length - 1;
        if (last < 0 || exponents[last] != UNIT) {
            return -1;
        }
        for (int i = 0; i < last; i++) {
            if (exponents[i] != 0) {
                return -1;
            }
        }
        return last;
    }

    @Override
    public int compareTo(Monomial other) {
        int lengths = Integer.compare(exponents.length, other.exponents.length);
        return lengths == 0 ? Arrays.compare(exponents, other.exponents) : lengths;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Monomial monomial && Arrays.equals(exponents, monomial.exponents);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return Arrays.toString(exponents);
    }
}
