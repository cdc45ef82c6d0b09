package org.theoremeter.theory.symbolic.algebra.rewrite;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;

/**
 * A number times powers of formulas.
 *
 * @param number the number
 * @param powers the exponent of each base; exponents of 0 are dropped, and all if the number is 0
 */
public record PowerProduct(BigFraction number, Map<Expression, BigFraction> powers) {
    static final BigFraction HALF = new BigFraction(1, 2);
    static final PowerProduct ZERO = of(BigFraction.ZERO);
    static final PowerProduct ONE = of(BigFraction.ONE);

    /** Squares of larger numbers are not looked for under a root. */
    private static final int LARGEST_FACTOR = 1000;

    public PowerProduct {
        Map<Expression, BigFraction> kept = new LinkedHashMap<>(number.isZero() ? Map.of() : powers);
        kept.values().removeIf(BigFraction::isZero);
        powers = Collections.unmodifiableMap(kept);
    }

    static PowerProduct of(BigFraction number) {
        return new PowerProduct(number, Map.of());
    }

    static PowerProduct of(Expression base) {
        return new PowerProduct(BigFraction.ONE, Map.of(base, BigFraction.ONE));
    }

    PowerProduct times(PowerProduct other) {
        Map<Expression, BigFraction> all = new LinkedHashMap<>(powers);
        other.powers.forEach((base, exponent) -> all.merge(base, exponent, BigFraction::add));
        return new PowerProduct(number.multiply(other.number), all);
    }

    PowerProduct times(BigFraction factor) {
        return new PowerProduct(number.multiply(factor), powers);
    }

    /** Raises to a whole power; the number must not be 0 if that is negative. */
    PowerProduct to(int exponent) {
        Map<Expression, BigFraction> raised = new LinkedHashMap<>();
        powers.forEach((base, power) -> raised.put(base, power.multiply(exponent)));
        return new PowerProduct(number.pow(exponent), raised);
    }

    /** Halves every exponent, which is the root where the number and every base are positive. */
    public PowerProduct root() {
        Map<Expression, BigFraction> halved = new LinkedHashMap<>();
        powers.forEach((base, power) -> halved.put(base, power.multiply(HALF)));
        return rootOf(number).times(new PowerProduct(BigFraction.ONE, halved));
    }

    /** Returns the root of a positive number, √(a/b) as √(a b)/b with squares taken out. */
    private static PowerProduct rootOf(BigFraction number) {
        BigInteger outside = BigInteger.ONE;
        BigInteger inside = number.getNumerator().multiply(number.getDenominator());
        for (int factor = 2; factor <= LARGEST_FACTOR; factor++) {
            BigInteger square = BigInteger.valueOf((long) factor * factor);
            while (inside.mod(square).signum() == 0) {
                inside = inside.divide(square);
                outside = outside.multiply(BigInteger.valueOf(factor));
            }
        }
        BigInteger exact = inside.sqrt();
        if (exact.multiply(exact).equals(inside)) {
            outside = outside.multiply(exact);
            inside = BigInteger.ONE;
        }
        PowerProduct rational = of(new BigFraction(outside, number.getDenominator()));
        return inside.equals(BigInteger.ONE)
                ? rational
                : rational.times(new PowerProduct(BigFraction.ONE, Map.of(ReadableForm.whole(inside), HALF)));
    }

    boolean isNumber() {
        return powers.isEmpty();
    }

    boolean hasDenominator() {
        return powers.values().stream().anyMatch(exponent -> exponent.signum() < 0);
    }

    /** Tells whether it is positive exactly where its one base is. */
    boolean isOddPower() {
        return powers.size() == 1
                && powers.values().stream()
                        .allMatch(power -> power.getDenominator().equals(BigInteger.ONE)
                                && power.getNumerator().testBit(0));
    }

    /** Returns the sum of which this is a mere multiple, if it is one. */
    Optional<Expression> sum() {
        return powers.size() == 1
                ? powers.entrySet().stream()
                        .filter(only -> only.getValue().equals(BigFraction.ONE) && isSum(only.getKey()))
                        .map(Map.Entry::getKey)
                        .findFirst()
                : Optional.empty();
    }

    static boolean isSum(Expression expression) {
        return expression instanceof Operation operation
                && (operation.operator() == Operator.PLUS || operation.operator() == Operator.MINUS);
    }
}
