package org.theoremeter.theory.symbolic.algebra.rewrite;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.Constant;
import org.theoremeter.theory.symbolic.ElementaryFunction;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Numeral;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;

/**
 * Lays a formula out as one would write it by hand: one fraction a term, numbers in front, like terms and like powers
 * gathered, differences for negative terms, roots for powers of one half. Nothing is expanded or factored.
 *
 * <p>Gathering x/x to 1 forgets that x must not be 0, so that whoever uses the result compares it with the original.
 */
public final class ReadableForm {
    private ReadableForm() {}

    /**
     * Lays a formula out.
     *
     * @throws IllegalArgumentException if it holds a number beyond the range of double precision
     */
    public static Expression of(Expression expression) {
        return laidOut(Decomposition.of(expression));
    }

    /** A number is multiplied into a sum unless that would only spread a denominator. */
    public static Expression laidOut(PowerProduct product) {
        Optional<Expression> sum = product.sum();
        if (sum.isEmpty()) {
            return term(product);
        }
        List<PowerProduct> terms = Decomposition.terms(sum.get(), product.number());
        boolean whole = product.number().getDenominator().equals(BigInteger.ONE);
        boolean mixed = terms.stream().anyMatch(term -> term.number().signum() > 0);
        boolean fractions = terms.stream().anyMatch(PowerProduct::hasDenominator);
        return fractions || (whole && mixed) ? chain(terms) : term(product);
    }

    /** Joins terms in one order whatever theirs: those that carry no sign first, short ones before long ones. */
    static Expression chain(List<PowerProduct> terms) {
        List<PowerProduct> ordered = terms.stream()
                .map(term -> term.number().signum() < 0 ? turned(term).orElse(term) : term)
                .sorted(Comparator.<PowerProduct, Boolean>comparing(
                                term -> term.number().signum() < 0)
                        .thenComparing(term -> bare(term).length())
                        .thenComparing(ReadableForm::bare))
                .toList();
        Expression total = signed(ordered.get(0));
        for (PowerProduct next : ordered.subList(1, ordered.size())) {
            boolean negative = next.number().signum() < 0;
            Expression size = signed(new PowerProduct(next.number().abs(), next.powers()));
            total = new Operation(negative ? Operator.MINUS : Operator.PLUS, total, size);
        }
        return total;
    }

    /** Returns the text of a term without its number. */
    static String bare(PowerProduct term) {
        return signed(new PowerProduct(BigFraction.ONE, term.powers())).toString();
    }

    private static Expression term(PowerProduct product) {
        return signed(product.number().signum() < 0 ? turned(product).orElse(product) : product);
    }

    /** Hands a negative sign on to a factor that is a difference, if there is one. */
    private static Optional<PowerProduct> turned(PowerProduct product) {
        return product.powers().entrySet().stream()
                .filter(entry -> PowerProduct.isSum(entry.getKey())
                        && entry.getValue().abs().equals(BigFraction.ONE)
                        && Decomposition.terms(entry.getKey(), BigFraction.ONE).stream()
                                .anyMatch(term -> term.number().signum() < 0))
                .findFirst()
                .map(entry -> {
                    Map<Expression, BigFraction> powers = new LinkedHashMap<>(product.powers());
                    powers.remove(entry.getKey());
                    powers.put(chain(Decomposition.terms(entry.getKey(), BigFraction.MINUS_ONE)), entry.getValue());
                    return new PowerProduct(product.number().negate(), powers);
                });
    }

    private static Expression signed(PowerProduct product) {
        List<Expression> above = new ArrayList<>();
        List<Expression> below = new ArrayList<>();
        BigInteger numerator = product.number().getNumerator().abs();
        if (!numerator.equals(BigInteger.ONE)) {
            above.add(whole(numerator));
        }
        if (!product.number().getDenominator().equals(BigInteger.ONE)) {
            below.add(whole(product.number().getDenominator()));
        }
        product.powers().entrySet().stream()
                .sorted(Comparator.comparing(entry -> rank(entry.getKey(), entry.getValue())))
                .forEach(entry -> (entry.getValue().signum() > 0 ? above : below)
                        .add(raised(entry.getKey(), entry.getValue().abs())));
        Expression top = multiplied(above);
        Expression size = below.isEmpty() ? top : new Operation(Operator.DIVIDE, top, multiplied(below));
        return product.number().signum() < 0 ? new Negation(size) : size;
    }

    /** Symbols come first in the order of their names, sums and roots last. */
    private static String rank(Expression base, BigFraction exponent) {
        boolean root = !exponent.getDenominator().equals(BigInteger.ONE);
        int order = base instanceof Constant || base instanceof Numeral ? 0 : PowerProduct.isSum(base) ? 2 : 1;
        return (root ? order + 3 : order) + base.toString();
    }

    private static Expression multiplied(List<Expression> factors) {
        return factors.stream()
                .reduce((left, right) -> new Operation(Operator.TIMES, left, right))
                .orElse(whole(BigInteger.ONE));
    }

    private static Expression raised(Expression base, BigFraction exponent) {
        if (exponent.equals(BigFraction.ONE)) {
            return base;
        }
        return exponent.equals(PowerProduct.HALF)
                ? new Call(ElementaryFunction.SQRT, List.of(base))
                : new Operation(Operator.POWER, base, signed(PowerProduct.of(exponent)));
    }

    /** Returns a whole number that is not negative. */
    static Expression whole(BigInteger number) {
        return new Numeral(new BigDecimal(number));
    }
}
