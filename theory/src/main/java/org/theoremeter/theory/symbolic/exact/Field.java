package org.theoremeter.theory.symbolic.exact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;
import org.theoremeter.theory.symbolic.Expression;

/**
 * Arithmetic of quotients of polynomials in generators that are found on the way. Bounded in the work it does.
 *
 * <p>It is not safe for use by several threads.
 */
final class Field {
    private static final int MOST_PRODUCTS = 3_000_000;
    private static final int MOST_TERMS = 20_000;
    private static final int LARGEST_POWER = 400;

    private final List<Generator> generators = new ArrayList<>();
    private int products;

    /** Adds a generator without relations. */
    int add(Generator.Kind kind, Expression meaning, Quotient argument) {
        return add(kind, meaning, argument, 0, Polynomial.ZERO, Optional.empty());
    }

    int add(
            Generator.Kind kind,
            Expression meaning,
            Quotient argument,
            long period,
            Polynomial replacement,
            Optional<Polynomial> inverse) {
        int index = generators.size();
        generators.add(new Generator(index, kind, meaning, argument, period, replacement, inverse));
        return index;
    }

    Generator generator(int index) {
        return generators.get(index);
    }

    List<Generator> generators() {
        return generators;
    }

    boolean isComplex(Polynomial polynomial) {
        return polynomial.generators().stream()
                .anyMatch(index -> generators.get(index).isComplex());
    }

    Polynomial times(Polynomial a, Polynomial b) {
        products += a.size() * b.size();
        if (products > MOST_PRODUCTS || products < 0) {
            throw new Unprovable("exact arithmetic was given up after " + MOST_PRODUCTS + " products");
        }
        Map<Monomial, BigFraction> sums = new HashMap<>();
        a.terms()
                .forEach((first, x) -> b.terms()
                        .forEach((second, y) -> sums.merge(first.times(second), x.multiply(y), BigFraction::add)));
        return reduced(sums);
    }

    Polynomial power(Polynomial base, int exponent) {
        if (exponent > LARGEST_POWER && base.size() > 1) {
            throw new Unprovable("a power of " + exponent + " is too large");
        }
        Polynomial result = Polynomial.ONE;
        Polynomial square = base;
        for (int rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result = times(result, square);
            }
            if (rest > 1) {
                square = times(square, square);
            }
        }
        return result;
    }

    /** Replaces powers beyond the period of a generator. */
    private Polynomial reduced(Map<Monomial, BigFraction> terms) {
        Map<Monomial, BigFraction> kept = new HashMap<>();
        Polynomial replaced = Polynomial.ZERO;
        for (Map.Entry<Monomial, BigFraction> term : terms.entrySet()) {
            int beyond = term.getValue().isZero() ? -1 : beyondPeriod(term.getKey());
            if (beyond < 0) {
                kept.merge(term.getKey(), term.getValue(), BigFraction::add);
            } else {
                replaced = replaced.plus(replaced(term.getKey(), term.getValue(), generators.get(beyond)));
            }
        }
        Polynomial sum = Polynomial.of(kept).plus(replaced);
        if (sum.size() > MOST_TERMS) {
            throw new Unprovable("exact arithmetic was given up at " + sum.size() + " terms");
        }
        return sum;
    }

    private int beyondPeriod(Monomial monomial) {
        for (int i = monomial.length() - 1; i >= 0; i--) {
            long period = generators.get(i).period();
            long exponent = monomial.exponent(i);
            if (period > 0 && (exponent >= period || exponent < 0)) {
                return i;
            }
        }
        return -1;
    }

    private Polynomial replaced(Monomial monomial, BigFraction coefficient, Generator generator) {
        long exponent = monomial.exponent(generator.index());
        long times = Math.floorDiv(exponent, generator.period());
        Polynomial factor = times >= 0
                ? generator.replacement()
                : generator.inverse().orElseThrow(() -> new Unprovable("a reciprocal without a polynomial"));
        Monomial rest = monomial.with(generator.index(), Math.floorMod(exponent, generator.period()));
        return times(Polynomial.term(rest, coefficient), power(factor, Math.toIntExact(Math.abs(times))));
    }

    Quotient plus(Quotient a, Quotient b) {
        if (a.isZero() || b.isZero()) {
            return a.isZero() ? b : a;
        }
        SortedMap<Polynomial, Integer> common = new TreeMap<>(a.divisors());
        b.divisors().forEach((divisor, exponent) -> common.merge(divisor, exponent, Math::max));
        return new Quotient(widened(a, common).plus(widened(b, common)), common);
    }

    /** Returns the numerator of a quotient over common divisors. */
    Polynomial widened(Quotient quotient, SortedMap<Polynomial, Integer> common) {
        Polynomial numerator = quotient.numerator();
        for (Map.Entry<Polynomial, Integer> more : quotient.missing(common).entrySet()) {
            numerator = times(numerator, power(more.getKey(), more.getValue()));
        }
        return numerator;
    }

    Quotient minus(Quotient a, Quotient b) {
        return plus(a, b.negate());
    }

    Quotient times(Quotient a, Quotient b) {
        SortedMap<Polynomial, Integer> all = new TreeMap<>(a.divisors());
        b.divisors().forEach((divisor, exponent) -> all.merge(divisor, exponent, Integer::sum));
        return new Quotient(times(a.numerator(), b.numerator()), all);
    }

    Quotient power(Quotient base, int exponent) {
        if (exponent < 0) {
            return power(inverse(base), -exponent);
        }
        SortedMap<Polynomial, Integer> all = new TreeMap<>();
        if (exponent > 0) {
            base.divisors().forEach((divisor, times) -> all.put(divisor, Math.multiplyExact(times, exponent)));
        }
        return new Quotient(power(base.numerator(), exponent), all);
    }

    Quotient inverse(Quotient quotient) {
        Polynomial numerator = quotient.numerator();
        if (numerator.isZero()) {
            throw new Unprovable("a division by zero");
        }
        Monomial common = commonMonomial(numerator);
        Polynomial rest = numerator.times(common.inverse());
        BigFraction number = rest.content();
        Polynomial divisor = rest.times(number.reciprocal());
        SortedMap<Polynomial, Integer> divisors = new TreeMap<>();
        if (!divisor.isConstant()) {
            divisors.put(divisor, 1);
        }
        Quotient result = new Quotient(Polynomial.constant(number.reciprocal()), divisors);
        for (Map.Entry<Polynomial, Integer> above : quotient.divisors().entrySet()) {
            result = times(result, Quotient.of(power(above.getKey(), above.getValue())));
        }
        for (int i = 0; i < common.length(); i++) {
            if (common.exponent(i) != 0) {
                result = times(result, power(i, -common.exponent(i)));
            }
        }
        return result;
    }

    /** Returns what all terms have in common; of complex generators nothing, as what is left must be real. */
    Monomial commonMonomial(Polynomial polynomial) {
        Monomial common = Monomial.ONE;
        for (int i = 0; i < polynomial.length(); i++) {
            if (!generators.get(i).isComplex() || polynomial.size() == 1) {
                common = common.times(Monomial.of(i, polynomial.least(i)));
            }
        }
        return common;
    }

    /** Returns a power of a generator, whatever the sign of its exponent. */
    Quotient power(int index, long exponent) {
        Generator generator = generators.get(index);
        long period = generator.period();
        if (period == 0 || exponent >= 0 || generator.inverse().isPresent()) {
            return Quotient.of(times(Polynomial.term(Monomial.of(index, exponent), BigFraction.ONE), Polynomial.ONE));
        }
        long times = -Math.floorDiv(exponent, period);
        Quotient below = power(Quotient.of(generator.replacement()), Math.toIntExact(times));
        long rest = exponent + times * period;
        return times(inverse(below), Quotient.of(Polynomial.term(Monomial.of(index, rest), BigFraction.ONE)));
    }
}
