package org.theoremeter.theory.symbolic.algebra;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
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
import org.theoremeter.theory.symbolic.Piecewise;

/**
 * Lays a formula out as one would write it by hand: one fraction a term, numbers in front, like terms and like powers
 * gathered, differences for negative terms, roots for powers of one half. Nothing is expanded or factored.
 *
 * <p>Gathering x/x to 1 forgets that x must not be 0, so that whoever uses the result compares it with the original.
 */
final class ReadableForm {
    private static final BigFraction HALF = new BigFraction(1, 2);
    /** Numbers of more binary digits are no longer worked out. */
    private static final int MOST_BITS = 256;
    /** Squares of larger numbers are not looked for under a root. */
    private static final int LARGEST_FACTOR = 1000;

    private ReadableForm() {}

    static Expression of(Expression expression) {
        return laidOut(product(expression));
    }

    /**
     * A number times powers of formulas.
     *
     * @param number the number
     * @param powers the exponent of each base; exponents of 0 are dropped
     */
    record Product(BigFraction number, Map<Expression, BigFraction> powers) {
        Product {
            Map<Expression, BigFraction> kept = new LinkedHashMap<>(number.isZero() ? Map.of() : powers);
            kept.values().removeIf(BigFraction::isZero);
            powers = Collections.unmodifiableMap(kept);
        }

        static Product of(BigFraction number) {
            return new Product(number, Map.of());
        }

        private static Product of(Expression base) {
            return new Product(BigFraction.ONE, Map.of(base, BigFraction.ONE));
        }

        Product times(Product other) {
            Map<Expression, BigFraction> all = new LinkedHashMap<>(powers);
            other.powers.forEach((base, exponent) -> all.merge(base, exponent, BigFraction::add));
            return new Product(number.multiply(other.number), all);
        }

        private Product to(int exponent) {
            Map<Expression, BigFraction> raised = new LinkedHashMap<>();
            powers.forEach((base, power) -> raised.put(base, power.multiply(exponent)));
            return new Product(number.pow(exponent), raised);
        }

        private boolean isNumber() {
            return powers.isEmpty();
        }

        private boolean hasDenominator() {
            return powers.values().stream().anyMatch(exponent -> exponent.signum() < 0);
        }
    }

    /** Takes a formula apart into a number and powers. */
    static Product product(Expression expression) {
        if (expression instanceof Numeral numeral) {
            return Product.of(fraction(numeral.value()));
        }
        if (expression instanceof Negation negation) {
            return Product.of(BigFraction.MINUS_ONE).times(product(negation.operand()));
        }
        if (expression instanceof Operation operation) {
            Expression left = operation.left();
            Expression right = operation.right();
            return switch (operation.operator()) {
                case PLUS, MINUS -> sum(expression);
                case TIMES -> product(left).times(product(right));
                case DIVIDE -> quotient(product(left), product(right), expression);
                case POWER -> power(left, right);
            };
        }
        if (expression instanceof Call call) {
            return call(call);
        }
        return expression instanceof Piecewise piecewise ? Product.of(inside(piecewise)) : Product.of(expression);
    }

    private static BigFraction fraction(BigDecimal value) {
        return value.scale() <= 0
                ? new BigFraction(value.toBigIntegerExact())
                : new BigFraction(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    /** A division by nothing but 0 stays as it is. */
    private static Product quotient(Product above, Product below, Expression original) {
        return below.number().isZero() ? Product.of(original) : above.times(below.to(-1));
    }

    private static Product call(Call call) {
        Expression first = call.arguments().get(0);
        if (call.function() == ElementaryFunction.SQRT) {
            return rootOf(product(first), HALF);
        }
        if (call.function() == ElementaryFunction.INVERSE) {
            return quotient(Product.of(BigFraction.ONE), product(first), call);
        }
        return Product.of(new Call(
                call.function(), call.arguments().stream().map(ReadableForm::of).toList()));
    }

    private static Product power(Expression base, Expression exponent) {
        Product inside = product(base);
        Product above = product(exponent);
        if (!above.isNumber()) {
            return Product.of(new Operation(Operator.POWER, laidOut(inside), laidOut(above)));
        }
        BigFraction number = above.number();
        boolean whole = number.getDenominator().equals(BigInteger.ONE);
        boolean small = (bits(inside.number()) + 1) * number.abs().doubleValue() <= MOST_BITS;
        boolean undefined = inside.number().isZero() && number.signum() <= 0;
        if (!small || undefined) {
            return Product.of(new Operation(Operator.POWER, laidOut(inside), laidOut(above)));
        }
        return whole ? inside.to(number.intValue()) : rootOf(inside, number);
    }

    private static double bits(BigFraction number) {
        return Math.max(
                number.getNumerator().abs().subtract(BigInteger.ONE).bitLength(),
                number.getDenominator().subtract(BigInteger.ONE).bitLength());
    }

    /** The root of a product is the product of the roots only where all are positive: it stays one formula. */
    private static Product rootOf(Product inside, BigFraction exponent) {
        if (inside.isNumber() && inside.number().signum() > 0) {
            return exponent.equals(HALF) ? root(inside.number()) : power(inside.number(), exponent);
        }
        return new Product(BigFraction.ONE, Map.of(laidOut(inside), exponent));
    }

    private static Product power(BigFraction number, BigFraction exponent) {
        return number.equals(BigFraction.ONE)
                ? Product.of(number)
                : new Product(BigFraction.ONE, Map.of(number(number), exponent));
    }

    /** Returns the root of a positive number, √(a/b) as √(a b)/b with the largest square taken out. */
    static Product root(BigFraction number) {
        if (number.isZero()) {
            return Product.of(number);
        }
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
        return Product.of(new BigFraction(outside, number.getDenominator()))
                .times(power(new BigFraction(inside), HALF));
    }

    private static Expression inside(Piecewise piecewise) {
        return new Piecewise(
                piecewise.branches().stream()
                        .map(branch -> new Piecewise.Branch(branch.condition(), of(branch.value())))
                        .toList(),
                of(piecewise.otherwise()));
    }

    /** Gathers the terms of a sum, and takes out their greatest common number. */
    private static Product sum(Expression expression) {
        List<Product> terms = gathered(terms(expression, BigFraction.ONE));
        if (terms.isEmpty()) {
            return Product.of(BigFraction.ZERO);
        }
        if (terms.size() == 1) {
            return terms.get(0);
        }
        boolean negative = terms.stream().allMatch(term -> term.number().signum() < 0);
        BigFraction content = terms.stream()
                .map(term -> term.number().abs())
                .reduce(ReadableForm::commonDivisor)
                .orElseThrow();
        BigFraction factor = negative ? content.negate() : content;
        List<Product> reduced = terms.stream()
                .map(term -> new Product(term.number().divide(factor), term.powers()))
                .toList();
        return new Product(factor, Map.of(chain(reduced), BigFraction.ONE));
    }

    private static BigFraction commonDivisor(BigFraction a, BigFraction b) {
        BigInteger denominator = a.getDenominator()
                .multiply(b.getDenominator())
                .divide(a.getDenominator().gcd(b.getDenominator()));
        BigInteger first = a.getNumerator().multiply(denominator.divide(a.getDenominator()));
        BigInteger second = b.getNumerator().multiply(denominator.divide(b.getDenominator()));
        return new BigFraction(first.gcd(second), denominator);
    }

    /** Returns the terms of a sum, each multiplied by a number; sums inside a mere multiple are opened too. */
    private static List<Product> terms(Expression expression, BigFraction factor) {
        if (expression instanceof Negation negation) {
            return terms(negation.operand(), factor.negate());
        }
        if (expression instanceof Operation operation
                && (operation.operator() == Operator.PLUS || operation.operator() == Operator.MINUS)) {
            List<Product> all = new ArrayList<>(terms(operation.left(), factor));
            all.addAll(terms(operation.right(), operation.operator() == Operator.PLUS ? factor : factor.negate()));
            return all;
        }
        Product product = product(expression);
        BigFraction number = product.number().multiply(factor);
        return loneSum(product)
                .map(sum -> terms(sum, number))
                .orElseGet(() -> List.of(new Product(number, product.powers())));
    }

    private static Optional<Expression> loneSum(Product product) {
        if (product.powers().size() != 1) {
            return Optional.empty();
        }
        Map.Entry<Expression, BigFraction> only =
                product.powers().entrySet().iterator().next();
        return only.getValue().equals(BigFraction.ONE) && isSum(only.getKey())
                ? Optional.of(only.getKey())
                : Optional.empty();
    }

    private static boolean isSum(Expression expression) {
        return expression instanceof Operation operation
                && (operation.operator() == Operator.PLUS || operation.operator() == Operator.MINUS);
    }

    private static List<Product> gathered(List<Product> terms) {
        Map<Map<Expression, BigFraction>, BigFraction> numbers = new LinkedHashMap<>();
        terms.forEach(term -> numbers.merge(term.powers(), term.number(), BigFraction::add));
        numbers.values().removeIf(BigFraction::isZero);
        return numbers.entrySet().stream()
                .map(entry -> new Product(entry.getValue(), entry.getKey()))
                .toList();
    }

    static Expression laidOut(Product product) {
        Optional<Expression> sum = loneSum(product);
        if (sum.isEmpty()) {
            return term(product);
        }
        List<Product> terms = gathered(terms(sum.get(), product.number()));
        boolean whole = product.number().getDenominator().equals(BigInteger.ONE);
        boolean fractions = terms.stream().anyMatch(Product::hasDenominator);
        boolean lone = product.number().abs().equals(BigFraction.ONE);
        return lone && product.number().signum() > 0 || fractions || whole && !lone ? chain(terms) : term(product);
    }

    /** Joins terms, beginning with one that carries no sign if there is any. */
    private static Expression chain(List<Product> terms) {
        List<Product> ordered = terms.stream()
                .sorted(Comparator.comparing(term -> term.number().signum() < 0))
                .toList();
        Expression total = term(ordered.get(0));
        for (Product next : ordered.subList(1, ordered.size())) {
            boolean negative = next.number().signum() < 0;
            Expression size = term(new Product(next.number().abs(), next.powers()));
            total = new Operation(negative ? Operator.MINUS : Operator.PLUS, total, size);
        }
        return total;
    }

    private static Expression term(Product product) {
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
        int order = base instanceof Constant || base instanceof Numeral ? 0 : isSum(base) ? 2 : 1;
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
        return exponent.equals(HALF)
                ? new Call(ElementaryFunction.SQRT, List.of(base))
                : new Operation(Operator.POWER, base, number(exponent));
    }

    private static Expression number(BigFraction number) {
        return term(Product.of(number));
    }

    private static Expression whole(BigInteger number) {
        return new Numeral(new BigDecimal(number));
    }
}
