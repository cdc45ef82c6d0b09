package org.theoremeter.theory.symbolic.algebra.rewrite;

import java.math.BigDecimal;
import java.util.Map;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.Constant;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.ExpressionVisitor;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Numeral;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Piecewise;
import org.theoremeter.theory.symbolic.Symbol;

/**
 * Estimates how large a formula becomes when it is expanded in exact arithmetic, before anything tries: {@code 9^9^9^9}
 * or {@code (a + b)^5000} would not be stopped by a time limit.
 */
public final class ExactSize implements ExpressionVisitor<ExactSize.Size> {
    private static final double MOST_TERMS = 100_000;
    private static final double MOST_BITS = 200_000;
    private static final double LARGEST_EXPONENT = 40;

    private ExactSize() {}

    /**
     * What is estimated.
     *
     * @param terms the number of terms
     * @param bits the length of the numbers in them
     * @param magnitude the binary logarithm of the value, symbols counting as 1; at least 0
     */
    record Size(double terms, double bits, double magnitude) {
        private static final Size ATOM = new Size(1, 1, 0);

        private Size checked() {
            if (!(terms <= MOST_TERMS) || !(bits <= MOST_BITS)) {
                throw new TooLarge();
            }
            return this;
        }
    }

    /** Says that a formula is too large for exact arithmetic. */
    public static final class TooLarge extends RuntimeException {
        TooLarge() {
            super("the formula is too large for exact arithmetic");
        }
    }

    /**
     * Checks a formula.
     *
     * @throws TooLarge if it would grow beyond 100,000 terms or 200,000 bits
     */
    public static void check(Expression expression) {
        expression.accept(new ExactSize());
    }

    /**
     * Returns how many terms a formula may have when it is expanded.
     *
     * @throws TooLarge if it would grow beyond 100,000 terms or 200,000 bits
     */
    static double terms(Expression expression) {
        return expression.accept(new ExactSize()).terms;
    }

    /** Tells whether exact arithmetic can hold so many terms. */
    public static boolean holds(double terms) {
        return terms <= MOST_TERMS;
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    @Override
    public Size numeral(Numeral numeral) {
        BigDecimal value = numeral.value();
        double bits = value.unscaledValue().bitLength() + Math.abs(value.scale()) * log2(10);
        return new Size(1, 1 + bits, Math.max(0, log2(value.doubleValue()))).checked();
    }

    @Override
    public Size symbol(Symbol symbol) {
        return Size.ATOM;
    }

    @Override
    public Size constant(Constant constant) {
        return new Size(1, 1, 2);
    }

    @Override
    public Size negation(Negation negation) {
        return negation.operand().accept(this);
    }

    @Override
    public Size operation(Operation operation) {
        Size a = operation.left().accept(this);
        Size b = operation.right().accept(this);
        Size size = switch (operation.operator()) {
            case PLUS, MINUS -> new Size(a.terms + b.terms, a.bits + b.bits, Math.max(a.magnitude, b.magnitude) + 1);
            case TIMES -> new Size(a.terms * b.terms, a.bits + b.bits, a.magnitude + b.magnitude);
            // A divisor may be small, but no smaller than its digits allow.
            case DIVIDE -> new Size(a.terms * b.terms, a.bits + b.bits, a.magnitude + b.bits);
            case POWER -> power(a, b, factor(operation.right(), b));
        };
        return size.checked();
    }

    /** Returns the largest size that an exponent may have, its own if it is a number. */
    private static double factor(Expression exponent, Size size) {
        return exponent.symbols().isEmpty()
                ? Math.max(1, Math.abs(exponent.evaluate(Map.of())))
                : Math.pow(2, size.magnitude);
    }

    private static Size power(Size base, Size exponent, double factor) {
        if (!(factor <= Math.pow(2, LARGEST_EXPONENT))) {
            throw new TooLarge();
        }
        double terms = base.terms > 1 ? Math.pow(base.terms, factor) : 1;
        return new Size(terms, base.bits * factor + exponent.bits, base.magnitude * factor);
    }

    @Override
    public Size call(Call call) {
        double bits = 0;
        double magnitude = 0;
        for (Expression argument : call.arguments()) {
            Size size = argument.accept(this);
            bits += size.bits;
            magnitude = Math.max(magnitude, size.magnitude);
        }
        // Exponentials stay symbols in exact arithmetic, so that only their arguments have a length.
        return new Size(1, bits, Math.pow(2, Math.min(magnitude, LARGEST_EXPONENT)) + 1).checked();
    }

    @Override
    public Size piecewise(Piecewise piecewise) {
        throw new IllegalStateException("a case distinction is not translated");
    }
}
