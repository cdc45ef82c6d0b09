package org.theoremeter.theory.symbolic.algebra.rewrite;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.ElementaryFunction;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Numeral;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.Piecewise;

/** Takes formulas apart into products of powers, and sums into such products, gathering what is alike. */
public final class Decomposition {
    /** Numbers of more binary digits are not worked out. */
    private static final int MOST_BITS = 256;

    private Decomposition() {}

    /** Takes a formula apart into a number and powers. */
    public static PowerProduct of(Expression expression) {
        if (expression instanceof Numeral numeral) {
            return PowerProduct.of(fraction(numeral.value()));
        }
        if (expression instanceof Negation negation) {
            return of(negation.operand()).times(BigFraction.MINUS_ONE);
        }
        if (expression instanceof Operation operation) {
            Expression left = operation.left();
            Expression right = operation.right();
            return switch (operation.operator()) {
                case PLUS, MINUS -> sum(expression);
                case TIMES -> of(left).times(of(right));
                case DIVIDE -> quotient(of(left), of(right), expression);
                case POWER -> power(left, right);
            };
        }
        if (expression instanceof Call call) {
            return call(call);
        }
        return PowerProduct.of(expression instanceof Piecewise piecewise ? inside(piecewise) : expression);
    }

    private static BigFraction fraction(BigDecimal value) {
        return value.scale() <= 0
                ? new BigFraction(value.toBigIntegerExact())
                : new BigFraction(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    /** A division by nothing but 0 stays as it is. */
    private static PowerProduct quotient(PowerProduct above, PowerProduct below, Expression original) {
        return below.number().isZero() ? PowerProduct.of(original) : above.times(below.to(-1));
    }

    private static PowerProduct call(Call call) {
        Expression first = call.arguments().get(0);
        if (call.function() == ElementaryFunction.SQRT) {
            return root(of(first), PowerProduct.HALF);
        }
        if (call.function() == ElementaryFunction.INVERSE) {
            return quotient(PowerProduct.ONE, of(first), call);
        }
        return PowerProduct.of(new Call(
                call.function(), call.arguments().stream().map(ReadableForm::of).toList()));
    }

    private static Expression inside(Piecewise piecewise) {
        return new Piecewise(
                piecewise.branches().stream()
                        .map(branch -> new Piecewise.Branch(branch.condition(), ReadableForm.of(branch.value())))
                        .toList(),
                ReadableForm.of(piecewise.otherwise()));
    }

    private static PowerProduct power(Expression base, Expression exponent) {
        PowerProduct inside = of(base);
        PowerProduct above = of(exponent);
        BigFraction number = above.number();
        boolean small = (bits(inside.number()) + 1) * number.abs().doubleValue() <= MOST_BITS;
        boolean undefined = inside.number().isZero() && number.signum() <= 0;
        if (!above.isNumber() || !small || undefined) {
            return PowerProduct.of(
                    new Operation(Operator.POWER, ReadableForm.laidOut(inside), ReadableForm.laidOut(above)));
        }
        boolean whole = number.getDenominator().equals(BigInteger.ONE);
        return whole ? inside.to(number.intValue()) : root(inside, number);
    }

    private static double bits(BigFraction number) {
        return Math.max(
                number.getNumerator().abs().subtract(BigInteger.ONE).bitLength(),
                number.getDenominator().subtract(BigInteger.ONE).bitLength());
    }

    /**
     * The root of a product is the product of the roots only where all are positive: it stays one formula. An odd power
     * of a single formula is positive only where that formula is.
     */
    private static PowerProduct root(PowerProduct inside, BigFraction exponent) {
        if (inside.number().isZero() && exponent.signum() > 0) {
            return PowerProduct.ZERO;
        }
        boolean square = exponent.getDenominator().equals(BigInteger.TWO);
        boolean positive = inside.number().signum() > 0;
        return square && positive && (inside.isOddPower() || inside.isNumber())
                ? inside.root().to(exponent.getNumerator().intValue())
                : new PowerProduct(BigFraction.ONE, Map.of(ReadableForm.laidOut(inside), exponent));
    }

    /** Gathers the terms of a sum, and takes out their greatest common number. */
    private static PowerProduct sum(Expression expression) {
        List<PowerProduct> terms = terms(expression, BigFraction.ONE);
        if (terms.size() < 2) {
            return terms.isEmpty() ? PowerProduct.ZERO : terms.get(0);
        }
        BigFraction content = terms.stream()
                .map(term -> term.number().abs())
                .reduce(Decomposition::commonDivisor)
                .orElseThrow();
        // The sign goes with the first term, so that a − b and b − a are multiples of one sum.
        PowerProduct first =
                terms.stream().min(Comparator.comparing(ReadableForm::bare)).orElseThrow();
        BigFraction factor = first.number().signum() < 0 ? content.negate() : content;
        List<PowerProduct> reduced =
                terms.stream().map(term -> term.times(factor.reciprocal())).toList();
        return PowerProduct.of(ReadableForm.chain(reduced)).times(factor);
    }

    private static BigFraction commonDivisor(BigFraction a, BigFraction b) {
        BigInteger denominator = a.getDenominator()
                .multiply(b.getDenominator())
                .divide(a.getDenominator().gcd(b.getDenominator()));
        BigInteger first = a.getNumerator().multiply(denominator.divide(a.getDenominator()));
        BigInteger second = b.getNumerator().multiply(denominator.divide(b.getDenominator()));
        return new BigFraction(first.gcd(second), denominator);
    }

    /** Returns the terms of a multiple of a sum, like terms gathered; sums that are terms are opened too. */
    static List<PowerProduct> terms(Expression expression, BigFraction factor) {
        Map<Map<Expression, BigFraction>, BigFraction> numbers = new LinkedHashMap<>();
        opened(expression, factor).forEach(term -> numbers.merge(term.powers(), term.number(), BigFraction::add));
        numbers.values().removeIf(BigFraction::isZero);
        return numbers.entrySet().stream()
                .map(entry -> new PowerProduct(entry.getValue(), entry.getKey()))
                .toList();
    }

    private static List<PowerProduct> opened(Expression expression, BigFraction factor) {
        if (expression instanceof Negation negation) {
            return opened(negation.operand(), factor.negate());
        }
        if (PowerProduct.isSum(expression) && expression instanceof Operation operation) {
            boolean plus = operation.operator() == Operator.PLUS;
            List<PowerProduct> all = new ArrayList<>(opened(operation.left(), factor));
            all.addAll(opened(operation.right(), plus ? factor : factor.negate()));
            return all;
        }
        PowerProduct product = of(expression).times(factor);
        return product.sum().map(sum -> opened(sum, product.number())).orElseGet(() -> List.of(product));
    }
}
