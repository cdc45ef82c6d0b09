package org.theoremeter.theory.symbolic;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** Joins expressions and drops what is trivially superfluous: zeros, ones, double signs, exact constants. */
public final class Tidy {
    /** Beyond so many digits a folded constant would be longer than what it replaces. */
    private static final int LONGEST_FOLD = 40;

    private Tidy() {}

    static Expression number(long value) {
        return Numeral.signed(BigDecimal.valueOf(value));
    }

    /** Returns −a, without a double minus. */
    public static Expression negated(Expression operand) {
        if (operand instanceof Negation negation) {
            return negation.operand();
        }
        return operand.equals(Numeral.ZERO) ? operand : new Negation(operand);
    }

    /** Returns a + b, without terms of 0. */
    public static Expression sum(Expression left, Expression right) {
        if (left.equals(Numeral.ZERO)) {
            return right;
        }
        if (right.equals(Numeral.ZERO)) {
            return left;
        }
        Optional<Expression> folded = fold(left, right, BigDecimal::add);
        if (folded.isPresent()) {
            return folded.get();
        }
        return right instanceof Negation negation
                ? difference(left, negation.operand())
                : new Operation(Operator.PLUS, left, right);
    }

    /** Returns a − b, without terms of 0. */
    public static Expression difference(Expression left, Expression right) {
        if (right.equals(Numeral.ZERO)) {
            return left;
        }
        if (left.equals(Numeral.ZERO)) {
            return negated(right);
        }
        Optional<Expression> folded = fold(left, right, BigDecimal::subtract);
        if (folded.isPresent()) {
            return folded.get();
        }
        return right instanceof Negation negation
                ? sum(left, negation.operand())
                : new Operation(Operator.MINUS, left, right);
    }

    /** Returns a b, without factors of 1, and 0 where a factor is. */
    public static Expression product(Expression left, Expression right) {
        if (left.equals(Numeral.ZERO) || right.equals(Numeral.ZERO)) {
            return Numeral.ZERO;
        }
        if (left.equals(Numeral.ONE)) {
            return right;
        }
        if (right.equals(Numeral.ONE)) {
            return left;
        }
        Optional<Expression> folded = fold(left, right, BigDecimal::multiply);
        if (folded.isPresent()) {
            return folded.get();
        }
        if (left instanceof Negation negation) {
            return negated(product(negation.operand(), right));
        }
        // 4 (2 x) is 8 x.
        if (right instanceof Operation operation && operation.operator() == Operator.TIMES) {
            Optional<Expression> number = fold(left, operation.left(), BigDecimal::multiply);
            if (number.isPresent()) {
                return product(number.get(), operation.right());
            }
        }
        return right instanceof Negation negation
                ? negated(product(left, negation.operand()))
                : new Operation(Operator.TIMES, left, right);
    }

    /** Returns a/b, without a divisor of 1. */
    public static Expression quotient(Expression left, Expression right) {
        if (left.equals(Numeral.ZERO) || right.equals(Numeral.ONE)) {
            return left;
        }
        return left instanceof Negation negation
                ? negated(quotient(negation.operand(), right))
                : new Operation(Operator.DIVIDE, left, right);
    }

    static Expression power(Expression base, Expression exponent) {
        if (exponent.equals(Numeral.ZERO)) {
            return Numeral.ONE;
        }
        return exponent.equals(Numeral.ONE) ? base : new Operation(Operator.POWER, base, exponent);
    }

    /** Returns the exact value of a number of either sign. */
    private static Optional<BigDecimal> exact(Expression expression) {
        if (expression instanceof Negation negation) {
            return exact(negation.operand()).map(BigDecimal::negate);
        }
        return expression instanceof Numeral numeral ? Optional.of(numeral.value()) : Optional.empty();
    }

    private static Optional<Expression> fold(Expression left, Expression right, BinaryOperator<BigDecimal> operation) {
        Optional<BigDecimal> a = exact(left);
        Optional<BigDecimal> b = exact(right);
        if (a.isEmpty() || b.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal result = operation.apply(a.get(), b.get());
        double rounded = result.doubleValue();
        boolean representable = Double.isFinite(rounded) && (rounded != 0 || result.signum() == 0);
        return representable && result.precision() <= LONGEST_FOLD
                ? Optional.of(Numeral.signed(result))
                : Optional.empty();
    }
}
