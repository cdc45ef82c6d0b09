package org.theoremeter.theory.symbolic.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.theoremeter.theory.symbolic.region.Region;

/** Brings formulas to quotients of polynomials in generators; equal wherever the formula is defined. */
final class NormalForm implements ExpressionVisitor<Quotient> {
    private static final int LARGEST_POWER = 400;

    private final Field field = new Field();
    private final Signs signs;
    private final PowerRules powers;
    private final Exponentials exponentials;
    private final WholePowers wholePowers;
    private final Map<Expression, Quotient> known = new HashMap<>();
    private final Map<String, Integer> symbols = new HashMap<>();
    private final Map<ElementaryFunction, List<Integer>> opaque = new HashMap<>();
    private int pi = -1;

    NormalForm(Region region) {
        this.signs = new Signs(field, region);
        this.powers = new PowerRules(field, signs);
        this.exponentials = new Exponentials(field, powers, region);
        this.wholePowers = new WholePowers(this, region);
    }

    Field field() {
        return field;
    }

    Signs signs() {
        return signs;
    }

    Exponentials exponentials() {
        return exponentials;
    }

    PowerRules powers() {
        return powers;
    }

    Quotient of(Expression expression) {
        Quotient before = known.get(expression);
        if (before == null) {
            before = expression.accept(this);
            known.put(expression, before);
        }
        return before;
    }

    @Override
    public Quotient numeral(Numeral numeral) {
        BigInteger unscaled = numeral.value().unscaledValue();
        int scale = numeral.value().scale();
        BigInteger power = BigInteger.TEN.pow(Math.abs(scale));
        return Quotient.constant(
                scale >= 0 ? new BigFraction(unscaled, power) : new BigFraction(unscaled.multiply(power)));
    }

    @Override
    public Quotient symbol(Symbol symbol) {
        int index =
                symbols.computeIfAbsent(symbol.name(), name -> field.add(Generator.Kind.SYMBOL, symbol, Quotient.ZERO));
        return Quotient.of(Polynomial.generator(index));
    }

    @Override
    public Quotient constant(Constant constant) {
        if (pi < 0) {
            pi = field.add(Generator.Kind.PI, constant, Quotient.ZERO);
        }
        return Quotient.of(Polynomial.generator(pi));
    }

    @Override
    public Quotient negation(Negation negation) {
        return of(negation.operand()).negate();
    }

    @Override
    public Quotient operation(Operation operation) {
        Quotient a = of(operation.left());
        Quotient b = of(operation.right());
        return switch (operation.operator()) {
            case PLUS -> field.plus(a, b);
            case MINUS -> field.minus(a, b);
            case TIMES -> field.times(a, b);
            case DIVIDE -> field.times(a, field.inverse(b));
            case POWER -> power(a, b);
        };
    }

    private Quotient power(Quotient base, Quotient exponent) {
        if (exponent.isConstant()) {
            BigFraction number = exponent.numerator().constant();
            if (!number.getDenominator().equals(BigInteger.ONE)) {
                return root(base, number);
            }
            if (number.abs().compareTo(new BigFraction(LARGEST_POWER)) > 0) {
                throw new Unprovable("a power of " + number + " is too large");
            }
            return field.power(base, number.intValue());
        }
        if (!isNotNegative(base) || base.isZero()) {
            return wholePowers.of(base, exponent).orElseThrow(() -> new Unprovable("a power of what may be negative"));
        }
        return exponentials.exponential(field.times(exponent, powers.logarithm(base)));
    }

    boolean isNotNegative(Quotient quotient) {
        int sign = signs.of(quotient.numerator());
        for (Map.Entry<Polynomial, Integer> divisor : quotient.divisors().entrySet()) {
            sign *= divisor.getValue() % 2 == 0 ? 1 : signs.of(divisor.getKey());
        }
        return sign > 0;
    }

    /** A root is drawn of what is not negative. */
    private Quotient root(Quotient base, BigFraction exponent) {
        assume(base, false);
        return powers.absolutePower(base, exponent);
    }

    /** Takes it for granted that a quotient is not negative, or that it is positive. */
    void assume(Quotient quotient, boolean strict) {
        Polynomial sign = quotient.numerator();
        for (Map.Entry<Polynomial, Integer> divisor : quotient.divisors().entrySet()) {
            if (divisor.getValue() % 2 != 0) {
                int known = signs.of(divisor.getKey());
                if (known == 0) {
                    return;
                }
                sign = known > 0 ? sign : sign.negate();
            }
        }
        signs.assume(sign, strict);
    }

    /** Tells whether a quotient is surely positive. */
    boolean isPositive(Quotient quotient) {
        boolean negated = false;
        for (Map.Entry<Polynomial, Integer> divisor : quotient.divisors().entrySet()) {
            if (divisor.getValue() % 2 != 0) {
                int sign = signs.of(divisor.getKey());
                if (sign == 0) {
                    return false;
                }
                negated ^= sign < 0;
            }
        }
        return signs.isPositive(negated ? quotient.numerator().negate() : quotient.numerator());
    }

    @Override
    public Quotient call(Call call) {
        Quotient x = of(call.arguments().get(0));
        return switch (call.function()) {
            case EXP -> exponentials.exponential(x);
            case LN -> logarithm(x);
            case SQRT -> x.isZero() ? x : root(x, BigFraction.ONE_HALF);
            case ABS -> absolute(x);
            case SIN, COS, TAN -> circular(call.function(), x);
            case SINH, COSH, TANH -> hyperbolic(call.function(), x);
            case ACOS ->
                field.minus(constant(Constant.PI).times(BigFraction.ONE_HALF), opaque(ElementaryFunction.ASIN, x));
            case ASIN, ATAN -> opaque(call.function(), x);
            case MIN -> extreme(x, of(call.arguments().get(1)), BigFraction.MINUS_ONE);
            case MAX -> extreme(x, of(call.arguments().get(1)), BigFraction.ONE);
            case SIGN -> opaque(call.function(), x);
            case TRANSPOSE, TRACE, DET -> x;
            case INVERSE -> field.inverse(x);
        };
    }

    private Quotient logarithm(Quotient x) {
        if (x.isZero()) {
            throw new Unprovable("the logarithm of zero");
        }
        assume(x, true);
        return powers.logarithm(x);
    }

    private Quotient absolute(Quotient x) {
        return x.isZero() ? x : powers.absolutePower(x, BigFraction.ONE);
    }

    /** max(x, y) = (x + y + |x − y|)/2. */
    private Quotient extreme(Quotient x, Quotient y, BigFraction sign) {
        Quotient distance = absolute(field.minus(x, y));
        return field.plus(field.plus(x, y), distance.times(sign)).times(BigFraction.ONE_HALF);
    }

    private Quotient circular(ElementaryFunction function, Quotient x) {
        Quotient forth = exponentials.phase(x);
        Quotient back = exponentials.phase(x.negate());
        Quotient cosine = field.plus(forth, back).times(BigFraction.ONE_HALF);
        if (function == ElementaryFunction.COS) {
            return cosine;
        }
        Quotient turned = field.minus(forth, back).times(BigFraction.ONE_HALF.negate());
        Quotient sine = field.times(exponentials.imaginary(), turned);
        return function == ElementaryFunction.SIN ? sine : field.times(sine, field.inverse(cosine));
    }

    private Quotient hyperbolic(ElementaryFunction function, Quotient x) {
        Quotient grows = exponentials.exponential(x);
        Quotient decays = exponentials.exponential(x.negate());
        Quotient sine = field.minus(grows, decays).times(BigFraction.ONE_HALF);
        Quotient cosine = field.plus(grows, decays).times(BigFraction.ONE_HALF);
        return switch (function) {
            case SINH -> sine;
            case COSH -> cosine;
            default -> field.times(sine, field.inverse(cosine));
        };
    }

    /** An odd function that stays as it is; equal arguments give the same generator. */
    private Quotient opaque(ElementaryFunction function, Quotient x) {
        if (x.isZero()) {
            return Quotient.ZERO;
        }
        List<Integer> same = opaque.computeIfAbsent(function, unknown -> new ArrayList<>());
        for (int index : same) {
            Quotient argument = field.generator(index).argument();
            if (field.minus(argument, x).isZero()) {
                return Quotient.of(Polynomial.generator(index));
            }
            if (field.plus(argument, x).isZero()) {
                return Quotient.of(Polynomial.generator(index)).negate();
            }
        }
        Expression meaning = new Call(function, List.of(new Meaning(field).of(x)));
        int index = field.add(Generator.Kind.OPAQUE, meaning, x);
        same.add(index);
        return Quotient.of(Polynomial.generator(index));
    }

    @Override
    public Quotient piecewise(Piecewise piecewise) {
        throw new Unprovable("a case distinction is left");
    }
}
