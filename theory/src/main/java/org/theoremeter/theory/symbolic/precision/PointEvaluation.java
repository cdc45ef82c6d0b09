package org.theoremeter.theory.symbolic.precision;

import java.math.BigDecimal;
import java.util.Map;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Constant;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.ExpressionVisitor;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Numeral;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Piecewise;
import org.theoremeter.theory.symbolic.Symbol;
import org.theoremeter.theory.symbolic.precision.HighPrecisionInterval.State;
import org.theoremeter.theory.text.Quotation;

/** Evaluates a formula at a point in intervals of decimals. */
final class PointEvaluation implements ExpressionVisitor<DecimalInterval> {
    private static final int FEWEST_DIGITS = 10;
    private static final int GUARD = 30;
    private static final int LARGEST_FACTORS = 1000;
    private static final DecimalInterval UNIT = new DecimalInterval(BigDecimal.ONE.negate(), BigDecimal.ONE);

    private final Map<String, BigDecimal> point;
    private final DecimalFunctions functions;
    private final DecimalInterval.Arithmetic arithmetic;

    private PointEvaluation(Map<String, BigDecimal> point, int digits) {
        this.point = point;
        this.functions = DecimalFunctions.of(digits);
        this.arithmetic = functions.arithmetic();
    }

    static HighPrecisionInterval of(Expression expression, Map<String, BigDecimal> point, int digits) {
        if (digits < FEWEST_DIGITS) {
            throw new IllegalArgumentException("found " + digits + " digits, accepted: " + FEWEST_DIGITS + " or more");
        }
        try {
            DecimalInterval value = expression.accept(new PointEvaluation(point, digits + GUARD));
            return HighPrecisionInterval.defined(value);
        } catch (NoValue none) {
            return HighPrecisionInterval.without(none.state, none.getMessage());
        } catch (DecimalFunctions.TooLarge | ArithmeticException tooLarge) {
            // An exponent may leave the range of decimals.
            return HighPrecisionInterval.without(State.UNKNOWN, String.valueOf(tooLarge.getMessage()));
        }
    }

    /** Says that there is no value, or that it is not known whether there is one. */
    private static final class NoValue extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final State state;

        NoValue(State state, String message) {
            super(message);
            this.state = state;
        }
    }

    private static NoValue noValue(boolean surely, String message) {
        return new NoValue(surely ? State.UNDEFINED : State.UNKNOWN, message);
    }

    @Override
    public DecimalInterval numeral(Numeral numeral) {
        return DecimalInterval.point(numeral.value());
    }

    @Override
    public DecimalInterval symbol(Symbol symbol) {
        BigDecimal value = point.get(symbol.name());
        if (value == null) {
            throw new IllegalArgumentException("the symbol " + Quotation.of(symbol.name()) + " has no value");
        }
        return DecimalInterval.point(value);
    }

    @Override
    public DecimalInterval constant(Constant constant) {
        return functions.pi();
    }

    @Override
    public DecimalInterval negation(Negation negation) {
        return negation.operand().accept(this).negate();
    }

    @Override
    public DecimalInterval operation(Operation operation) {
        DecimalInterval a = operation.left().accept(this);
        DecimalInterval b = operation.right().accept(this);
        return switch (operation.operator()) {
            case PLUS -> arithmetic.plus(a, b);
            case MINUS -> arithmetic.minus(a, b);
            case TIMES -> arithmetic.times(a, b);
            case DIVIDE -> quotient(a, b);
            case POWER -> power(a, b);
        };
    }

    private DecimalInterval quotient(DecimalInterval a, DecimalInterval b) {
        if (b.containsZero()) {
            throw noValue(b.isZero(), "division by zero");
        }
        return arithmetic.divide(a, b);
    }

    private DecimalInterval power(DecimalInterval base, DecimalInterval exponent) {
        boolean whole = exponent.isPoint() && isWhole(exponent.lower());
        if (whole && exponent.lower().abs().compareTo(BigDecimal.valueOf(LARGEST_FACTORS)) <= 0) {
            int factors = exponent.lower().intValueExact();
            DecimalInterval product = arithmetic.power(base, Math.abs(factors));
            return factors >= 0 ? product : quotient(DecimalInterval.ONE, product);
        }
        if (base.isPositive()) {
            return functions.exp(arithmetic.times(exponent, functions.ln(base)));
        }
        if (base.upper().signum() < 0 && whole) {
            DecimalInterval size = power(base.negate(), exponent);
            boolean odd = exponent.lower().toBigInteger().testBit(0);
            return odd ? size.negate() : size;
        }
        if (base.isZero() && exponent.isPositive()) {
            return DecimalInterval.ZERO;
        }
        boolean negative = base.upper().signum() < 0 && exponent.isPoint();
        boolean pole = base.isZero() && exponent.upper().signum() < 0;
        if (base.lower().signum() >= 0 && exponent.isPositive()) {
            DecimalInterval top = power(DecimalInterval.point(base.upper()), exponent);
            return new DecimalInterval(BigDecimal.ZERO, top.upper());
        }
        throw noValue(negative || pole, "a power of what is not positive");
    }

    private static boolean isWhole(BigDecimal value) {
        return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
    }

    @Override
    public DecimalInterval call(Call call) {
        DecimalInterval x = call.arguments().get(0).accept(this);
        return switch (call.function()) {
            case EXP -> functions.exp(x);
            case LN -> logarithm(x);
            case SQRT -> root(x);
            case ABS -> x.abs();
            case SIN -> functions.sin(x);
            case COS -> functions.cos(x);
            case TAN -> quotient(functions.sin(x), functions.cos(x));
            case SINH -> functions.sinh(x);
            case COSH -> functions.cosh(x);
            case TANH -> functions.tanh(x);
            case ASIN -> inverseSine(x);
            case ACOS -> arithmetic.minus(quarter(), inverseSine(x));
            case ATAN -> functions.atan(x);
            case MIN -> smaller(x, call.arguments().get(1).accept(this));
            case MAX ->
                smaller(x.negate(), call.arguments().get(1).accept(this).negate())
                        .negate();
            case SIGN -> sign(x);
            case TRANSPOSE, TRACE, DET -> x;
            case INVERSE -> quotient(DecimalInterval.ONE, x);
        };
    }

    private DecimalInterval quarter() {
        return arithmetic.over(functions.pi(), 2);
    }

    private DecimalInterval logarithm(DecimalInterval x) {
        if (!x.isPositive()) {
            throw noValue(x.upper().signum() <= 0, "the logarithm of what is not positive");
        }
        return functions.ln(x);
    }

    private DecimalInterval root(DecimalInterval x) {
        if (x.lower().signum() < 0) {
            throw noValue(x.upper().signum() < 0, "the root of what is negative");
        }
        return arithmetic.sqrt(x);
    }

    private DecimalInterval inverseSine(DecimalInterval x) {
        if (x.magnitude().compareTo(BigDecimal.ONE) > 0) {
            boolean surely =
                    x.lower().compareTo(BigDecimal.ONE) > 0 || x.upper().compareTo(BigDecimal.ONE.negate()) < 0;
            throw noValue(surely, "the inverse sine of more than 1");
        }
        return new DecimalInterval(
                inverseSine(x.lower()).lower(), inverseSine(x.upper()).upper());
    }

    private DecimalInterval inverseSine(BigDecimal x) {
        DecimalInterval at = DecimalInterval.point(x);
        if (x.abs().compareTo(BigDecimal.ONE) == 0) {
            return x.signum() > 0 ? quarter() : quarter().negate();
        }
        DecimalInterval square = DecimalInterval.point(BigDecimal.ONE.subtract(x.multiply(x)));
        return functions.atan(arithmetic.divide(at, arithmetic.sqrt(square)));
    }

    private static DecimalInterval smaller(DecimalInterval x, DecimalInterval y) {
        return new DecimalInterval(x.lower().min(y.lower()), x.upper().min(y.upper()));
    }

    private static DecimalInterval sign(DecimalInterval x) {
        if (x.isZero()) {
            return DecimalInterval.ZERO;
        }
        if (x.containsZero()) {
            return UNIT;
        }
        return DecimalInterval.whole(x.lower().signum());
    }

    @Override
    public DecimalInterval piecewise(Piecewise piecewise) {
        for (Piecewise.Branch branch : piecewise.branches()) {
            if (holds(branch.condition())) {
                return branch.value().accept(this);
            }
        }
        return piecewise.otherwise().accept(this);
    }

    private boolean holds(Condition condition) {
        DecimalInterval left = condition.left().accept(this);
        DecimalInterval right = condition.right().accept(this);
        int lowest = left.lower().compareTo(right.upper());
        int highest = left.upper().compareTo(right.lower());
        boolean same = left.isPoint() && right.isPoint() && lowest == 0;
        boolean apart = lowest > 0 || highest < 0;
        boolean decided = same
                || apart
                || switch (condition.relation()) {
                    case LESS, AT_LEAST -> lowest >= 0;
                    case GREATER, AT_MOST -> highest <= 0;
                    case EQUAL -> false;
                };
        if (!decided) {
            throw noValue(false, "the condition " + condition + " could not be decided");
        }
        return switch (condition.relation()) {
            case LESS -> highest < 0;
            case AT_MOST -> highest <= 0;
            case GREATER -> lowest > 0;
            case AT_LEAST -> lowest >= 0;
            case EQUAL -> same;
        };
    }
}
