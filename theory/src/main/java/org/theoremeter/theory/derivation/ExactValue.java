package org.theoremeter.theory.derivation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.Constant;
import org.theoremeter.theory.symbolic.ElementaryFunction;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.ExpressionVisitor;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Numeral;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Piecewise;
import org.theoremeter.theory.symbolic.Symbol;

/**
 * Evaluates formulas at rational points without rounding, where the value is rational: sums, products, quotients, whole
 * powers, roots of squares, and functions at the arguments at which they are 0 or 1.
 */
final class ExactValue implements ExpressionVisitor<Optional<BigFraction>> {
    private static final int LARGEST_EXPONENT = 100;
    private static final int LONGEST_BITS = 20_000;

    private final Map<String, BigFraction> point;

    private ExactValue(Map<String, BigFraction> point) {
        this.point = point;
    }

    /** Returns the value, or nothing where it is undefined, irrational as far as is known, or too long. */
    static Optional<BigFraction> of(Expression expression, Map<String, BigFraction> point) {
        return expression.accept(new ExactValue(point));
    }

    /** Returns a decimal as a fraction. */
    static BigFraction fraction(BigDecimal decimal) {
        return decimal.scale() > 0
                ? new BigFraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                : new BigFraction(decimal.toBigInteger());
    }

    @Override
    public Optional<BigFraction> numeral(Numeral numeral) {
        return Optional.of(fraction(numeral.value()));
    }

    @Override
    public Optional<BigFraction> symbol(Symbol symbol) {
        return Optional.ofNullable(point.get(symbol.name()));
    }

    @Override
    public Optional<BigFraction> constant(Constant constant) {
        return Optional.empty();
    }

    @Override
    public Optional<BigFraction> negation(Negation negation) {
        return negation.operand().accept(this).map(BigFraction::negate);
    }

    @Override
    public Optional<BigFraction> operation(Operation operation) {
        Optional<BigFraction> left = operation.left().accept(this);
        Optional<BigFraction> right = operation.right().accept(this);
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        BigFraction a = left.get();
        BigFraction b = right.get();
        return switch (operation.operator()) {
            case PLUS -> bounded(a.add(b));
            case MINUS -> bounded(a.subtract(b));
            case TIMES -> bounded(a.multiply(b));
            case DIVIDE -> b.isZero() ? Optional.empty() : bounded(a.divide(b));
            case POWER -> power(a, b);
        };
    }

    private static Optional<BigFraction> power(BigFraction base, BigFraction exponent) {
        if (exponent.equals(BigFraction.ONE_HALF)) {
            return root(base);
        }
        boolean whole = exponent.getDenominator().equals(BigInteger.ONE)
                && exponent.getNumerator().abs().bitLength() < Integer.SIZE - 1;
        if (!whole) {
            return Optional.empty();
        }
        int power = exponent.getNumerator().intValueExact();
        boolean defined = !base.isZero() || power > 0;
        return defined && Math.abs(power) <= LARGEST_EXPONENT ? bounded(base.pow(power)) : Optional.empty();
    }

    private static Optional<BigFraction> root(BigFraction square) {
        if (square.getNumerator().signum() < 0) {
            return Optional.empty();
        }
        BigFraction root = new BigFraction(
                square.getNumerator().sqrt(), square.getDenominator().sqrt());
        return root.multiply(root).equals(square) ? Optional.of(root) : Optional.empty();
    }

    private static Optional<BigFraction> bounded(BigFraction value) {
        boolean isShort = value.getNumerator().bitLength() <= LONGEST_BITS
                && value.getDenominator().bitLength() <= LONGEST_BITS;
        return isShort ? Optional.of(value) : Optional.empty();
    }

    @Override
    public Optional<BigFraction> call(Call call) {
        List<Optional<BigFraction>> arguments =
                call.arguments().stream().map(argument -> argument.accept(this)).toList();
        if (arguments.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        BigFraction x = arguments.get(0).get();
        BigFraction y = arguments.get(arguments.size() - 1).get();
        return switch (call.function()) {
            case ABS -> Optional.of(x.abs());
            case SIGN -> Optional.of(new BigFraction(x.signum()));
            case MIN -> Optional.of(x.compareTo(y) <= 0 ? x : y);
            case MAX -> Optional.of(x.compareTo(y) >= 0 ? x : y);
            case SQRT -> root(x);
            default -> atSpecialArgument(call.function(), x);
        };
    }

    private static Optional<BigFraction> atSpecialArgument(ElementaryFunction function, BigFraction x) {
        return switch (function) {
            case EXP, COS, COSH -> x.isZero() ? Optional.of(BigFraction.ONE) : Optional.empty();
            case SIN, TAN, SINH, TANH, ASIN, ATAN -> x.isZero() ? Optional.of(BigFraction.ZERO) : Optional.empty();
            case LN, ACOS -> x.equals(BigFraction.ONE) ? Optional.of(BigFraction.ZERO) : Optional.empty();
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<BigFraction> piecewise(Piecewise piecewise) {
        for (Piecewise.Branch branch : piecewise.branches()) {
            Optional<BigFraction> left = branch.condition().left().accept(this);
            Optional<BigFraction> right = branch.condition().right().accept(this);
            if (left.isEmpty() || right.isEmpty()) {
                return Optional.empty();
            }
            if (branch.condition()
                    .relation()
                    .holds(left.get().subtract(right.get()).signum(), 0)) {
                return branch.value().accept(this);
            }
        }
        return piecewise.otherwise().accept(this);
    }
}
