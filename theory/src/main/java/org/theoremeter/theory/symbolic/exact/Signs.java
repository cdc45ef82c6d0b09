package org.theoremeter.theory.symbolic.exact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Relation;
import org.theoremeter.theory.symbolic.Symbol;
import org.theoremeter.theory.symbolic.enclosure.Enclosures;
import org.theoremeter.theory.symbolic.exact.LinearBounds.Bound;
import org.theoremeter.theory.symbolic.precision.HighPrecisionInterval;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;

/**
 * Shows signs of polynomials in a region: term by term, by linear inequalities between monomials, by moving symbols to an end
 * of their domain, or by high precision for constants.
 */
final class Signs {
    private static final int DIGITS = 60;
    private static final int MOST_MOVED = 5;
    private static final int MOST_FACTS = 40;
    private static final int MOST_TERMS = 100;
    /** Of so many symbols some boxes may show a sign. */
    private static final int MOST_ENCLOSED = 2;

    private static final long ENCLOSED = 10_000;

    private final Field field;
    private final Region region;
    private final Set<Bound> facts = new LinkedHashSet<>();
    private final Map<Polynomial, Integer> known = new HashMap<>();
    /** What is being decided: a root is asked for the sign of its radicand, in which the root may stand. */
    private final Set<Polynomial> asked = new HashSet<>();

    Signs(Field field, Region region) {
        this.field = field;
        this.region = region;
    }

    /** Takes it for granted that a polynomial is not negative, as of a radicand, or that it is positive. */
    void assume(Polynomial form, boolean strict) {
        if (!form.isConstant() && facts.size() < MOST_FACTS && facts.add(new Bound(form, strict))) {
            known.values().removeIf(sign -> sign == 0);
        }
    }

    /** Tells whether a polynomial is surely positive. */
    boolean isPositive(Polynomial polynomial) {
        if (polynomial.isConstant()) {
            return polynomial.constant().signum() > 0;
        }
        if (isConstantNumber(polynomial)) {
            return number(polynomial) > 0;
        }
        if (!asked.add(polynomial)) {
            return false;
        }
        try {
            return isShownPositive(polynomial);
        } finally {
            asked.remove(polynomial);
        }
    }

    private boolean isShownPositive(Polynomial polynomial) {
        boolean termwise = isTermwise(polynomial, Set.of())
                && polynomial.terms().keySet().stream().anyMatch(this::isNeverZero);
        return termwise
                || LinearBounds.follows(new Bound(polynomial, true), bounds(polynomial))
                || isProductOfPositive(polynomial)
                || isEnclosed(polynomial, Relation.GREATER);
    }

    /** Takes a polynomial apart: all factors must have a sign, and the signs must make up for each other. */
    private boolean isProductOfPositive(Polynomial polynomial) {
        Map<Polynomial, Integer> factors = factors(polynomial);
        if (factors.size() == 1 && factors.containsValue(1)) {
            return false;
        }
        int sign = leadingOf(factors) * polynomial.leading().signum();
        for (Map.Entry<Polynomial, Integer> factor : factors.entrySet()) {
            boolean positive = isPositive(factor.getKey());
            if (!positive && !isPositive(factor.getKey().negate())) {
                return false;
            }
            sign *= positive || factor.getValue() % 2 == 0 ? 1 : -1;
        }
        return sign > 0;
    }

    private boolean isNeverZero(Monomial monomial) {
        for (int i = 0; i < monomial.length(); i++) {
            if (monomial.exponent(i) != 0 && !isNeverZero(field.generator(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isNeverZero(Generator generator) {
        return switch (generator.kind()) {
            case PI, EXPONENTIAL -> true;
            case ROOT, ABSOLUTE -> {
                Polynomial base = generator.argument().numerator();
                yield isPositive(base) || isPositive(base.negate());
            }
            case SYMBOL -> {
                Domain domain = domain(generator);
                Polynomial itself = Polynomial.generator(generator.index());
                yield domain.lower() > 0
                        || (domain.lower() == 0 && domain.lowerOpen())
                        || domain.upper() < 0
                        || (domain.upper() == 0 && domain.upperOpen())
                        || facts.contains(new Bound(itself, true))
                        || facts.contains(new Bound(itself.negate(), true));
            }
            case IMAGINARY, PHASE, LOGARITHM, OPAQUE -> false;
        };
    }

    /** Returns 1 if a polynomial is surely not negative, −1 if it is surely not positive, and 0 if neither was shown. */
    int of(Polynomial polynomial) {
        Integer before = known.get(polynomial);
        if (before != null) {
            return before;
        }
        // An exponential asks for the sign of its argument, which may ask for that of an exponential.
        known.put(polynomial, 0);
        int sign = isNotNegative(polynomial) ? 1 : isNotNegative(polynomial.negate()) ? -1 : 0;
        known.put(polynomial, sign);
        return sign;
    }

    private boolean isNotNegative(Polynomial polynomial) {
        if (polynomial.isConstant()) {
            return polynomial.constant().signum() >= 0;
        }
        if (isConstantNumber(polynomial)) {
            return number(polynomial) > 0;
        }
        return isTermwise(polynomial, Set.of())
                || LinearBounds.follows(new Bound(polynomial, false), bounds(polynomial))
                || isTermwiseOnceMoved(polynomial, 0, Set.of())
                || isProductOfSigned(polynomial)
                || isEnclosed(polynomial, Relation.AT_LEAST);
    }

    /** Takes a polynomial apart: squares do not matter, and the signs of what is left must make up for each other. */
    private boolean isProductOfSigned(Polynomial polynomial) {
        Map<Polynomial, Integer> factors = factors(polynomial);
        if (factors.size() == 1 && factors.containsValue(1)) {
            return false;
        }
        int sign = leadingOf(factors) * polynomial.leading().signum();
        for (Map.Entry<Polynomial, Integer> factor : factors.entrySet()) {
            sign *= factor.getValue() % 2 == 0 ? 1 : of(factor.getKey());
        }
        return sign > 0;
    }

    private Map<Polynomial, Integer> factors(Polynomial polynomial) {
        return field.isComplex(polynomial)
                ? Map.of(polynomial, 1)
                : new Factorisation(field)
                        .of(polynomial.times(polynomial.content().reciprocal()));
    }

    /** Returns the sign of the leading coefficient of a product: the library may have taken out a sign. */
    private int leadingOf(Map<Polynomial, Integer> factors) {
        Polynomial product = Polynomial.ONE;
        for (Map.Entry<Polynomial, Integer> factor : factors.entrySet()) {
            product = field.times(product, field.power(factor.getKey(), factor.getValue()));
        }
        return product.leading().signum();
    }

    /** Looks at all of the region by subdivision, where there are few symbols and nothing else. */
    private boolean isEnclosed(Polynomial polynomial, Relation relation) {
        boolean symbols = polynomial.generators().stream()
                .allMatch(index -> field.generator(index).kind() == Generator.Kind.SYMBOL
                        && region.domains()
                                .containsKey(((Symbol) field.generator(index).meaning()).name()));
        if (!symbols || polynomial.generators().size() > MOST_ENCLOSED || polynomial.size() > MOST_TERMS) {
            return false;
        }
        Expression meaning = new Meaning(field).of(polynomial);
        return Enclosures.in(region)
                .withBudget(ENCLOSED)
                .holds(new Condition(relation, meaning, Expression.number(0)))
                .isShown();
    }

    private int number(Polynomial polynomial) {
        return HighPrecisionInterval.of(new Meaning(field).of(polynomial), Map.of(), DIGITS)
                .sign();
    }

    private boolean isConstantNumber(Polynomial polynomial) {
        return polynomial.generators().stream()
                .allMatch(index -> field.generator(index).meaning().symbols().isEmpty());
    }

    private boolean isTermwise(Polynomial polynomial, Set<Integer> notNegative) {
        return polynomial.terms().entrySet().stream()
                .allMatch(term ->
                        sign(term.getKey(), notNegative) * term.getValue().signum() > 0);
    }

    private int sign(Monomial monomial, Set<Integer> notNegative) {
        int sign = 1;
        for (int i = 0; i < monomial.length(); i++) {
            long exponent = monomial.exponent(i);
            if (exponent % (2 * Monomial.UNIT) != 0) {
                sign *= notNegative.contains(i) ? 1 : sign(field.generator(i));
            } else if (exponent != 0 && field.generator(i).isComplex()) {
                return 0;
            }
        }
        return sign;
    }

    private int sign(Generator generator) {
        if (generator.isNeverNegative()) {
            return 1;
        }
        if (generator.kind() != Generator.Kind.SYMBOL) {
            return 0;
        }
        Polynomial itself = Polynomial.generator(generator.index());
        Domain domain = domain(generator);
        return domain.lower() >= 0 || isFact(itself) ? 1 : domain.upper() <= 0 || isFact(itself.negate()) ? -1 : 0;
    }

    private boolean isFact(Polynomial polynomial) {
        return facts.contains(new Bound(polynomial, false)) || facts.contains(new Bound(polynomial, true));
    }

    private Domain domain(Generator symbol) {
        return region.domains().getOrDefault(((Symbol) symbol.meaning()).name(), Domain.reals());
    }

    /** Returns what is known of the monomials that occur: of facts, of domains, and of monomials by themselves. */
    private List<Bound> bounds(Polynomial polynomial) {
        List<Bound> bounds = new ArrayList<>(facts);
        Set<Monomial> monomials = new LinkedHashSet<>(polynomial.terms().keySet());
        facts.forEach(fact -> monomials.addAll(fact.form().terms().keySet()));
        for (Monomial monomial : monomials) {
            int sign = monomial.isOne() ? 0 : sign(monomial, Set.of());
            if (sign != 0) {
                bounds.add(new Bound(Polynomial.term(monomial, new BigFraction(sign)), isNeverZero(monomial)));
            }
            int single = monomial.single();
            if (single >= 0) {
                bounds.addAll(ends(field.generator(single)));
            }
        }
        facts.forEach(fact -> bounds.addAll(multiples(fact, polynomial)));
        return bounds;
    }

    /** Returns a fact times positive monomials, as far as that brings in no monomials that the polynomial does not have. */
    private List<Bound> multiples(Bound fact, Polynomial polynomial) {
        Set<Monomial> there = new HashSet<>(polynomial.terms().keySet());
        there.add(Monomial.ONE);
        Set<Monomial> factors = new LinkedHashSet<>();
        for (Monomial wanted : polynomial.terms().keySet()) {
            for (Monomial term : fact.form().terms().keySet()) {
                Monomial factor = wanted.times(term.inverse());
                boolean whole = true;
                for (int i = 0; i < factor.length(); i++) {
                    whole &= factor.exponent(i) >= 0;
                }
                if (whole && !factor.isOne() && sign(factor, Set.of()) > 0) {
                    factors.add(factor);
                }
            }
        }
        List<Bound> multiples = new ArrayList<>();
        for (Monomial factor : factors) {
            Polynomial product = field.times(fact.form(), Polynomial.term(factor, BigFraction.ONE));
            if (there.containsAll(product.terms().keySet())) {
                multiples.add(new Bound(product, fact.strict() && isNeverZero(factor)));
            }
        }
        return multiples;
    }

    /** Returns what is known not to be negative of a symbol or an exponential by itself. */
    private List<Bound> ends(Generator generator) {
        return switch (generator.kind()) {
            case SYMBOL -> endsOfSymbol(generator);
            case EXPONENTIAL -> endsOfExponential(generator);
            default -> List.of();
        };
    }

    private List<Bound> endsOfExponential(Generator exponential) {
        Polynomial beyondOne = Polynomial.generator(exponential.index()).plus(Polynomial.ONE.negate());
        int sign = exponential.argument().isPolynomial()
                ? of(exponential.argument().numerator())
                : 0;
        return sign == 0 ? List.of() : List.of(new Bound(sign > 0 ? beyondOne : beyondOne.negate(), false));
    }

    private List<Bound> endsOfSymbol(Generator symbol) {
        Domain domain = domain(symbol);
        Polynomial itself = Polynomial.generator(symbol.index());
        List<Bound> ends = new ArrayList<>();
        if (Double.isFinite(domain.lower())) {
            Polynomial above = itself.plus(Polynomial.constant(new BigFraction(-domain.lower())));
            ends.add(new Bound(above, domain.lowerOpen()));
        }
        if (Double.isFinite(domain.upper())) {
            Polynomial below = itself.negate().plus(Polynomial.constant(new BigFraction(domain.upper())));
            ends.add(new Bound(below, domain.upperOpen()));
        }
        return ends;
    }

    /** Tries x = end ± t, t ≥ 0, for one symbol after the other; t takes the place of x. */
    private boolean isTermwiseOnceMoved(Polynomial polynomial, int from, Set<Integer> moved) {
        if (moved.size() == MOST_MOVED || polynomial.size() > MOST_TERMS) {
            return false;
        }
        for (int index : polynomial.generators()) {
            Generator generator = field.generator(index);
            if (index < from || !isWhole(polynomial, index)) {
                continue;
            }
            Set<Integer> more = new HashSet<>(moved);
            more.add(index);
            for (Bound bound : ends(generator)) {
                Polynomial end = bound.form();
                Polynomial shifted = generator.kind() == Generator.Kind.EXPONENTIAL
                                && end.leading().signum() < 0
                        ? moved(turned(polynomial, index), index, end.negate())
                        : moved(polynomial, index, end);
                if (isTermwise(shifted, more) || isTermwiseOnceMoved(shifted, index + 1, more)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isWhole(Polynomial polynomial, int index) {
        return polynomial.terms().keySet().stream()
                .allMatch(m -> m.exponent(index) >= 0 && m.exponent(index) % Monomial.UNIT == 0);
    }

    /** Writes 1/x for a positive x below 1, times the power of x that does away with divisors. */
    private static Polynomial turned(Polynomial polynomial, int index) {
        long degree = polynomial.terms().keySet().stream()
                .mapToLong(monomial -> monomial.exponent(index))
                .max()
                .orElse(0);
        Map<Monomial, BigFraction> terms = new HashMap<>();
        polynomial
                .terms()
                .forEach((monomial, coefficient) ->
                        terms.put(monomial.with(index, degree - monomial.exponent(index)), coefficient));
        return Polynomial.of(terms);
    }

    /** Solves end(x) = t for x, and writes t for x. */
    private Polynomial moved(Polynomial polynomial, int index, Polynomial end) {
        Polynomial itself = Polynomial.generator(index);
        BigFraction slope = end.terms().get(Monomial.of(index, Monomial.UNIT));
        Polynomial constant = end.plus(itself.times(slope).negate());
        Polynomial place = itself.plus(constant.negate()).times(slope.reciprocal());
        Polynomial sum = Polynomial.ZERO;
        for (Map.Entry<Monomial, BigFraction> term : polynomial.terms().entrySet()) {
            int exponent = Math.toIntExact(term.getKey().exponent(index) / Monomial.UNIT);
            Polynomial rest = Polynomial.term(term.getKey().with(index, 0), term.getValue());
            sum = sum.plus(field.times(rest, field.power(place, exponent)));
        }
        return sum;
    }
}
