package org.theoremeter.theory.symbolic.numeric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.hipparchus.CalculusFieldElement;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.Constant;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.ExpressionVisitor;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Numeral;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Piecewise;
import org.theoremeter.theory.symbolic.Symbol;
import org.theoremeter.theory.text.Quotation;

/**
 * Evaluates a formula in any of Hipparchus's fields: {@code Gradient} and {@code DerivativeStructure} differentiate
 * automatically, {@code Dfp} computes with as many digits as asked for, {@code Complex} leaves the real line.
 *
 * @param values a value for every free symbol
 * @param one the field's one, from which its other numbers are made
 * @param <T> the field
 */
public record FieldEvaluation<T extends CalculusFieldElement<T>>(Map<String, T> values, T one)
        implements ExpressionVisitor<T> {
    private static final BigInteger CHUNK = BigInteger.TEN.pow(15);
    private static final double HALF = 0.5;

    /**
     * Evaluates.
     *
     * @param expression the formula
     * @param values a value for every free symbol
     * @param one the field's one
     * @return the value; not a number where the formula is undefined
     * @throws IllegalArgumentException if a free symbol has no value; it names the symbol
     */
    public static <T extends CalculusFieldElement<T>> T of(Expression expression, Map<String, T> values, T one) {
        return expression.accept(new FieldEvaluation<>(values, one));
    }

    @Override
    public T numeral(Numeral numeral) {
        BigDecimal value = numeral.value();
        T digits = whole(value.unscaledValue());
        if (value.scale() == 0) {
            return digits;
        }
        T power = whole(BigInteger.TEN.pow(Math.abs(value.scale())));
        return value.scale() > 0 ? digits.divide(power) : digits.multiply(power);
    }

    /** Makes a whole number of any length out of pieces that double precision holds exactly. */
    private T whole(BigInteger number) {
        BigInteger[] parts = number.divideAndRemainder(CHUNK);
        T low = one.newInstance(parts[1].doubleValue());
        return parts[0].signum() == 0
                ? low
                : whole(parts[0]).multiply(CHUNK.doubleValue()).add(low);
    }

    @Override
    public T symbol(Symbol symbol) {
        T value = values.get(symbol.name());
        if (value == null) {
            throw new IllegalArgumentException("undefined symbol " + Quotation.of(symbol.name()));
        }
        return value;
    }

    @Override
    public T constant(Constant constant) {
        return one.getPi();
    }

    @Override
    public T negation(Negation negation) {
        return negation.operand().accept(this).negate();
    }

    @Override
    public T operation(Operation operation) {
        T a = operation.left().accept(this);
        T b = operation.right().accept(this);
        return switch (operation.operator()) {
            case PLUS -> a.add(b);
            case MINUS -> a.subtract(b);
            case TIMES -> a.multiply(b);
            case DIVIDE -> a.divide(b);
            case POWER -> power(a, b);
        };
    }

    /** Whole powers and roots go without the logarithm, which a base that is not positive lacks. */
    private static <T extends CalculusFieldElement<T>> T power(T base, T exponent) {
        double real = exponent.getReal();
        boolean plain = exponent.equals(exponent.newInstance(real));
        if (plain && real == Math.rint(real) && Math.abs(real) < Integer.MAX_VALUE) {
            return base.pow((int) real);
        }
        return plain && real == HALF ? base.sqrt() : base.pow(exponent);
    }

    @Override
    public T call(Call call) {
        List<T> arguments =
                call.arguments().stream().map(argument -> argument.accept(this)).toList();
        T x = arguments.get(0);
        T y = arguments.get(arguments.size() - 1);
        return switch (call.function()) {
            case EXP -> x.exp();
            case LN -> x.log();
            case SQRT -> x.sqrt();
            case ABS -> x.abs();
            case SIN -> x.sin();
            case COS -> x.cos();
            case TAN -> x.tan();
            case SINH -> x.sinh();
            case COSH -> x.cosh();
            case TANH -> x.tanh();
            case ASIN -> x.asin();
            case ACOS -> x.acos();
            case ATAN -> x.atan();
            case MIN -> x.getReal() <= y.getReal() ? x : y;
            case MAX -> x.getReal() >= y.getReal() ? x : y;
            case SIGN -> x.sign();
            case TRANSPOSE, TRACE, DET -> x;
            case INVERSE -> x.reciprocal();
        };
    }

    @Override
    public T piecewise(Piecewise piecewise) {
        for (Piecewise.Branch branch : piecewise.branches()) {
            double left = branch.condition().left().accept(this).getReal();
            double right = branch.condition().right().accept(this).getReal();
            if (Double.isNaN(left) || Double.isNaN(right)) {
                return one.newInstance(Double.NaN);
            }
            if (branch.condition().relation().holds(left, right)) {
                return branch.value().accept(this);
            }
        }
        return piecewise.otherwise().accept(this);
    }
}
