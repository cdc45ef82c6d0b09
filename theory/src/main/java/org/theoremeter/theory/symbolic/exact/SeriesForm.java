package org.theoremeter.theory.symbolic.exact;

import java.math.BigInteger;
import java.util.ArrayList;
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
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.Piecewise;
import org.theoremeter.theory.symbolic.Symbol;
import org.theoremeter.theory.symbolic.exact.SeriesArithmetic.Series;

/** Expands formulas in powers of one of their symbols, which is small and positive. */
final class SeriesForm implements ExpressionVisitor<Series> {
    private static final String ARGUMENT = "argument_of_the_expansion";

    private final NormalForm form;
    private final SeriesArithmetic arithmetic;
    private final String variable;

    SeriesForm(NormalForm form, SeriesArithmetic arithmetic, String variable) {
        this.form = form;
        this.arithmetic = arithmetic;
        this.variable = variable;
    }

    private Series free(Expression expression) {
        return arithmetic.constant(form.of(expression));
    }

    private boolean isFree(Expression expression) {
        return !expression.symbols().contains(variable);
    }

    @Override
    public Series numeral(Numeral numeral) {
        return free(numeral);
    }

    @Override
    public Series symbol(Symbol symbol) {
        return symbol.name().equals(variable) ? arithmetic.variable() : free(symbol);
    }

    @Override
    public Series constant(Constant constant) {
        return free(constant);
    }

    @Override
    public Series negation(Negation negation) {
        return arithmetic.scaled(negation.operand().accept(this), Quotient.ONE.negate());
    }

    @Override
    public Series operation(Operation operation) {
        if (isFree(operation)) {
            return free(operation);
        }
        Series a = operation.left().accept(this);
        if (operation.operator() == Operator.POWER) {
            return power(a, operation.right());
        }
        Series b = operation.right().accept(this);
        return switch (operation.operator()) {
            case PLUS -> arithmetic.plus(a, b);
            case MINUS -> arithmetic.plus(a, arithmetic.scaled(b, Quotient.ONE.negate()));
            case TIMES -> arithmetic.times(a, b);
            default -> arithmetic.times(a, arithmetic.power(b, BigFraction.MINUS_ONE));
        };
    }

    private Series power(Series base, Expression exponent) {
        if (isFree(exponent)) {
            Quotient power = form.of(exponent);
            if (power.isConstant()) {
                return power(base, power.numerator().constant());
            }
        }
        return function(ElementaryFunction.EXP, arithmetic.times(exponent.accept(this), arithmetic.logarithm(base)));
    }

    /** Whole positive powers are products, for which no first coefficient needs to be known. */
    private Series power(Series base, BigFraction exponent) {
        boolean whole = exponent.getDenominator().equals(BigInteger.ONE);
        if (!whole || exponent.signum() < 0 || exponent.getNumerator().bitLength() > Byte.SIZE) {
            return arithmetic.power(base, exponent);
        }
        Series result = arithmetic.constant(Quotient.ONE);
        for (int i = 0; i < exponent.intValue(); i++) {
            result = arithmetic.times(result, base);
        }
        return result;
    }

    @Override
    public Series call(Call call) {
        if (isFree(call)) {
            return free(call);
        }
        Series argument = call.arguments().get(0).accept(this);
        return switch (call.function()) {
            case SQRT -> arithmetic.power(argument, BigFraction.ONE_HALF);
            case LN -> arithmetic.logarithm(argument);
            case INVERSE -> arithmetic.power(argument, BigFraction.MINUS_ONE);
            case TRANSPOSE, TRACE, DET -> argument;
            case ABS -> absolute(argument);
            case TAN -> {
                Series cosine = function(ElementaryFunction.COS, argument);
                Series sine = function(ElementaryFunction.SIN, argument);
                yield arithmetic.times(sine, arithmetic.power(cosine, BigFraction.MINUS_ONE));
            }
            case EXP, SIN, COS, SINH, COSH, TANH, ATAN -> function(call.function(), argument);
            case ASIN, ACOS, SIGN, MIN, MAX -> throw new Unprovable("a kink or an edge");
        };
    }

    private Series absolute(Series argument) {
        if (form.isPositive(argument.first())) {
            return argument;
        }
        if (form.isPositive(argument.first().negate())) {
            return arithmetic.scaled(argument, Quotient.ONE.negate());
        }
        throw new Unprovable("the sign of a first coefficient was not shown");
    }

    /** Composes a function that is analytic everywhere on the real line. */
    private Series function(ElementaryFunction function, Series argument) {
        if (argument.valuation() < 0 || argument.end() <= 0) {
            throw new Unprovable("a function of what is unbounded");
        }
        Quotient centre = argument.coefficient(0);
        if (arithmetic.hasLogarithm(centre)) {
            throw new Unprovable("a function of a logarithm");
        }
        Series rest = arithmetic.plus(argument, arithmetic.constant(centre.negate()));
        Map<String, Expression> there = Map.of(ARGUMENT, new Meaning(form.field()).of(centre));
        Expression derivative = new Call(function, List.of(Expression.symbol(ARGUMENT)));
        List<Quotient> outer = new ArrayList<>();
        BigFraction factorial = BigFraction.ONE;
        for (int k = 0; k < argument.end(); k++) {
            Quotient value = form.of(derivative.substitute(there));
            outer.add(value.times(factorial.reciprocal()));
            factorial = factorial.multiply(k + 1);
            derivative = derivative.derivative(ARGUMENT);
        }
        return arithmetic.composed(outer, rest);
    }

    @Override
    public Series piecewise(Piecewise piecewise) {
        throw new Unprovable("a case distinction");
    }
}
