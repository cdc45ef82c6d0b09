package org.theoremeter.theory.symbolic.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.ElementaryFunction;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Symbol;
import org.theoremeter.theory.symbolic.region.Region;

/**
 * Writes e^u and e^{iu} as products of powers of such with arguments that are independent over the rational numbers: those of
 * single monomials where u is a polynomial.
 */
final class Exponentials {
    /** e^{iπ/12} and its powers are roots of 2, 3 and −1. */
    private static final long TWELFTH = Monomial.UNIT / 12;

    private final Field field;
    private final PowerRules powers;
    private final Region region;
    private final Meaning meaning;
    private final Map<Monomial, Integer> exponentials = new HashMap<>();
    private final Map<Monomial, Integer> phases = new HashMap<>();
    private final Map<Base, List<Odd>> odd = new HashMap<>();
    private final List<Integer> ofQuotients = new ArrayList<>();
    private int imaginary = -1;

    /** What e^m or e^{im} is of. */
    private record Base(Monomial monomial, boolean turning) {}

    /** A power of it, in the order in which they were found. */
    private record Odd(BigFraction factor, int index) {}

    Exponentials(Field field, PowerRules powers, Region region) {
        this.field = field;
        this.powers = powers;
        this.region = region;
        this.meaning = new Meaning(field);
    }

    /** Returns the imaginary unit. */
    Quotient imaginary() {
        if (imaginary < 0) {
            Polynomial minusOne = Polynomial.constant(BigFraction.MINUS_ONE);
            imaginary = field.add(
                    Generator.Kind.IMAGINARY,
                    Expression.number(0),
                    Quotient.ZERO,
                    2 * Monomial.UNIT,
                    minusOne,
                    Optional.of(minusOne));
        }
        return Quotient.of(Polynomial.generator(imaginary));
    }

    /** Returns e^u. */
    Quotient exponential(Quotient u) {
        return product(u, false);
    }

    /** Returns e^{iu}. */
    Quotient phase(Quotient u) {
        return product(u, true);
    }

    private Quotient product(Quotient u, boolean turning) {
        if (!u.isPolynomial() || field.isComplex(u.numerator())) {
            return ofQuotient(u, turning);
        }
        Quotient result = Quotient.ONE;
        for (Map.Entry<Monomial, BigFraction> term : u.numerator().terms().entrySet()) {
            Quotient factor =
                    turning ? phase(term.getKey(), term.getValue()) : exponential(term.getKey(), term.getValue());
            result = field.times(result, factor);
        }
        return result;
    }

    private Quotient exponential(Monomial monomial, BigFraction factor) {
        int single = monomial.single();
        if (single >= 0 && field.generator(single).kind() == Generator.Kind.LOGARITHM) {
            return powers.absolutePower(field.generator(single).argument(), factor);
        }
        if (isOutOfRange(factor)) {
            return odd(monomial, factor, false);
        }
        int index = exponentials.computeIfAbsent(monomial, unknown -> exponentialOf(monomial, BigFraction.ONE));
        return field.power(index, units(factor));
    }

    private int exponentialOf(Monomial monomial, BigFraction factor) {
        Polynomial argument = Polynomial.term(monomial, factor);
        Expression formula = new Call(ElementaryFunction.EXP, List.of(meaning.of(argument)));
        return field.add(Generator.Kind.EXPONENTIAL, formula, Quotient.of(argument));
    }

    /**
     * A power that no simple part of e^m or e^{im} reaches is one of its own, or a simple power of such a one: what else ties
     * it to the others is not known here.
     */
    private Quotient odd(Monomial monomial, BigFraction factor, boolean turning) {
        List<Odd> known = odd.computeIfAbsent(new Base(monomial, turning), unknown -> new ArrayList<>());
        for (Odd other : known) {
            BigFraction ratio = factor.divide(other.factor);
            if (!isOutOfRange(ratio)) {
                return field.power(other.index, units(ratio));
            }
        }
        BigFraction size = factor.abs();
        int index = turning ? phaseOf(monomial, size) : exponentialOf(monomial, size);
        known.add(new Odd(size, index));
        return field.power(index, factor.signum() * Monomial.UNIT);
    }

    private int phaseOf(Monomial monomial, BigFraction factor) {
        Polynomial argument = Polynomial.term(monomial, factor);
        return field.add(Generator.Kind.PHASE, meaning.of(argument), Quotient.of(argument));
    }

    private static boolean isOutOfRange(BigFraction exponent) {
        BigFraction units = exponent.multiply(new BigFraction(Monomial.UNIT));
        return !units.getDenominator().equals(BigInteger.ONE)
                || units.getNumerator().bitLength() >= Long.SIZE / 2;
    }

    private static long units(BigFraction exponent) {
        if (isOutOfRange(exponent)) {
            throw new Unprovable("an exponent of " + exponent + " is out of range");
        }
        return exponent.multiply(new BigFraction(Monomial.UNIT)).getNumerator().longValueExact();
    }

    private Quotient phase(Monomial monomial, BigFraction factor) {
        int single = monomial.single();
        if (single >= 0 && factor.getDenominator().equals(BigInteger.ONE)) {
            Optional<Quotient> algebraic = ofInverse(field.generator(single), factor.getNumeratorAsInt());
            if (algebraic.isPresent()) {
                return algebraic.get();
            }
        }
        if (isOutOfRange(factor)) {
            return odd(monomial, factor, true);
        }
        Integer known = phases.get(monomial);
        int index = known == null ? newPhase(monomial) : known;
        phases.put(monomial, index);
        return field.power(index, units(factor));
    }

    /** e^{i atan u} = (1 + iu)/√(1 + u²), and e^{i asin u} = √(1 − u²) + iu. */
    private Optional<Quotient> ofInverse(Generator generator, int times) {
        if (!(generator.meaning() instanceof Call call)) {
            return Optional.empty();
        }
        Quotient u = generator.argument();
        Quotient square = field.times(u, u);
        Quotient turned = field.times(imaginary(), times < 0 ? u.negate() : u);
        BigFraction half = BigFraction.ONE_HALF;
        Quotient step;
        if (call.function() == ElementaryFunction.ATAN) {
            Quotient root = powers.absolutePower(field.plus(Quotient.ONE, square), half);
            step = field.times(field.plus(Quotient.ONE, turned), field.inverse(root));
        } else if (call.function() == ElementaryFunction.ASIN) {
            step = field.plus(powers.absolutePower(field.minus(Quotient.ONE, square), half), turned);
        } else {
            return Optional.empty();
        }
        return Optional.of(field.power(step, Math.abs(times)));
    }

    private int newPhase(Monomial monomial) {
        Polynomial argument = Polynomial.term(monomial, BigFraction.ONE);
        int pi = monomial.single();
        if (pi >= 0 && field.generator(pi).kind() == Generator.Kind.PI) {
            return field.add(
                    Generator.Kind.PHASE,
                    meaning.of(argument),
                    Quotient.of(argument),
                    TWELFTH,
                    twelfth(false),
                    Optional.of(twelfth(true)));
        }
        return isPiTimesWholeNumbers(monomial)
                ? field.add(
                        Generator.Kind.PHASE,
                        meaning.of(argument),
                        Quotient.of(argument),
                        2 * Monomial.UNIT,
                        Polynomial.ONE,
                        Optional.of(Polynomial.ONE))
                : phaseOf(monomial, BigFraction.ONE);
    }

    /** e^{±iπ/12} = ((√6 + √2) ± i (√6 − √2))/4. */
    private Polynomial twelfth(boolean inverse) {
        Quotient two = powers.absolutePower(Quotient.constant(BigFraction.TWO), BigFraction.ONE_HALF);
        Quotient six = powers.absolutePower(Quotient.constant(new BigFraction(6)), BigFraction.ONE_HALF);
        Quotient up = field.times(imaginary(), field.minus(six, two));
        Quotient sum = field.plus(field.plus(six, two), inverse ? up.negate() : up);
        return sum.times(BigFraction.ONE_QUARTER).numerator();
    }

    private boolean isPiTimesWholeNumbers(Monomial monomial) {
        boolean once = false;
        for (int i = 0; i < monomial.length(); i++) {
            long exponent = monomial.exponent(i);
            Generator generator = field.generator(i);
            boolean whole = generator.kind() == Generator.Kind.SYMBOL
                    && region.domains().containsKey(((Symbol) generator.meaning()).name())
                    && region.domains()
                            .get(((Symbol) generator.meaning()).name())
                            .integer();
            if (generator.kind() == Generator.Kind.PI && exponent == Monomial.UNIT) {
                once = true;
            } else if (exponent != 0 && !(whole && exponent > 0 && exponent % Monomial.UNIT == 0)) {
                return false;
            }
        }
        return once;
    }

    /** What is no polynomial is written by means of other such arguments and of single monomials. */
    private Quotient ofQuotient(Quotient u, boolean turning) {
        Generator.Kind kind = turning ? Generator.Kind.PHASE : Generator.Kind.EXPONENTIAL;
        List<Integer> same = new ArrayList<>(ofQuotients.stream()
                .filter(i -> field.generator(i).kind() == kind)
                .toList());
        List<Quotient> basis = new ArrayList<>();
        same.forEach(index -> basis.add(field.generator(index).argument()));
        int quotients = basis.size();
        basis.add(Quotient.ONE);
        (turning ? phases : exponentials)
                .keySet().stream()
                        .filter(monomial -> !monomial.isOne())
                        .sorted()
                        .forEach(monomial -> basis.add(Quotient.of(Polynomial.term(monomial, BigFraction.ONE))));
        Optional<List<BigFraction>> found = new Span(field).coefficients(u, basis);
        if (found.isEmpty()) {
            int index = field.add(kind, turning ? meaning.of(u) : exponentialOf(u), u);
            ofQuotients.add(index);
            return Quotient.of(Polynomial.generator(index));
        }
        Quotient result = Quotient.ONE;
        for (int i = 0; i < basis.size(); i++) {
            BigFraction factor = found.get().get(i);
            if (!factor.isZero()) {
                Quotient power = i < quotients
                        ? field.power(same.get(i), units(factor))
                        : product(basis.get(i).times(factor), turning);
                result = field.times(result, power);
            }
        }
        return result;
    }

    private Expression exponentialOf(Quotient u) {
        return new Call(ElementaryFunction.EXP, List.of(meaning.of(u)));
    }
}
