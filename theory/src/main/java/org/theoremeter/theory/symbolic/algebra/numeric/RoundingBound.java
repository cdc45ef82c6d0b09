package org.theoremeter.theory.symbolic.algebra.numeric;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.Constant;
import org.theoremeter.theory.symbolic.ElementaryFunction;
import org.theoremeter.theory.symbolic.ExpressionVisitor;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Numeral;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.Piecewise;
import org.theoremeter.theory.symbolic.Symbol;
import org.theoremeter.theory.symbolic.bytecode.Power;

/**
 * Evaluates a formula together with a bound on the rounding error, so that cancellation is not taken for a difference.
 *
 * @param values a value for every free symbol, taken as exact
 */
record RoundingBound(Map<String, Double> values) implements ExpressionVisitor<Bounded> {
    /** Where an argument moves by less than half a cosine, that cosine stays above half of itself: the slope is below 4 times its own. */
    private static final double MOST_SLOPE = 4;

    @Override
    public Bounded numeral(Numeral numeral) {
        double value = numeral.evaluate(values);
        boolean exact = new BigDecimal(value).compareTo(numeral.value()) == 0;
        return exact ? Bounded.exact(value) : new Bounded(value, Math.ulp(value));
    }

    @Override
    public Bounded symbol(Symbol symbol) {
        return Bounded.exact(symbol.evaluate(values));
    }

    @Override
    public Bounded constant(Constant constant) {
        return new Bounded(Math.PI, Math.ulp(Math.PI));
    }

    @Override
    public Bounded negation(Negation negation) {
        Bounded operand = negation.operand().accept(this);
        return new Bounded(-operand.value(), operand.error());
    }

    @Override
    public Bounded operation(Operation operation) {
        Bounded a = operation.left().accept(this);
        Bounded b = operation.right().accept(this);
        double value = operation.operator().apply(a.value(), b.value());
        double before = switch (operation.operator()) {
            case PLUS, MINUS -> a.error() + b.error();
            case TIMES -> Math.abs(a.value()) * b.error() + Math.abs(b.value()) * a.error();
            case DIVIDE ->
                b.error() > 0 && b.error() >= Math.abs(b.value())
                        ? Double.POSITIVE_INFINITY
                        : (a.error() + Math.abs(value) * b.error()) / Math.abs(b.value());
            case POWER ->
                spread(x -> Math.pow(x, b.value()), a)
                        + spread(y -> Math.pow(a.value(), y), b)
                        + ofProduct(a.value(), b.value());
        };
        return Bounded.rounded(value, before);
    }

    /** Returns how far the product by which a power is evaluated may be off, as it shows in the power. */
    private static double ofProduct(double base, double exponent) {
        if (!Power.isProduct(exponent)) {
            return 0;
        }
        double factors = Math.abs(exponent);
        double product = Math.abs(Operator.POWER.apply(base, factors));
        double error = (factors - 1) * Math.ulp(product);
        if (exponent > 0) {
            return error;
        }
        return Double.isInfinite(product) ? 1 / Double.MAX_VALUE : error / product / product;
    }

    @Override
    public Bounded call(Call call) {
        ElementaryFunction function = call.function();
        Bounded x = call.arguments().get(0).accept(this);
        if (function.arity() == 1) {
            return Bounded.rounded(function.apply(x.value(), 0), inherited(function, x));
        }
        Bounded y = call.arguments().get(1).accept(this);
        return new Bounded(function.apply(x.value(), y.value()), Math.max(x.error(), y.error()));
    }

    /** A first-order bound does not know that an argument may have turned around, or left the domain. */
    private static double inherited(ElementaryFunction function, Bounded x) {
        return switch (function) {
            case SIN, COS -> Math.min(x.error(), 2);
            case TAN -> {
                double cosine = Math.abs(Math.cos(x.value()));
                yield x.error() < cosine / 2 ? MOST_SLOPE * x.error() / cosine / cosine : Double.POSITIVE_INFINITY;
            }
            case LN, INVERSE ->
                x.error() > 0 && x.error() >= Math.abs(x.value())
                        ? Double.POSITIVE_INFINITY
                        : spread(v -> function.apply(v, 0), x);
            case SIGN -> x.error() > 0 && x.error() >= Math.abs(x.value()) ? 2 : 0;
            default -> spread(v -> function.apply(v, 0), x);
        };
    }

    /** Returns how far a function moves as its argument moves within its error; outside its domain it does not count. */
    private static double spread(DoubleUnaryOperator function, Bounded at) {
        if (at.error() == 0) {
            return 0;
        }
        double centre = function.applyAsDouble(at.value());
        double above = Math.abs(function.applyAsDouble(at.value() + at.error()) - centre);
        double below = Math.abs(function.applyAsDouble(at.value() - at.error()) - centre);
        return Math.max(Double.isNaN(above) ? 0 : above, Double.isNaN(below) ? 0 : below);
    }

    @Override
    public Bounded piecewise(Piecewise piecewise) {
        for (Piecewise.Branch branch : piecewise.branches()) {
            Bounded left = branch.condition().left().accept(this);
            Bounded right = branch.condition().right().accept(this);
            if (Double.isNaN(left.value()) || Double.isNaN(right.value())) {
                return Bounded.exact(Double.NaN);
            }
            double error = left.error() + right.error();
            boolean doubtful = error > 0 && Math.abs(left.value() - right.value()) <= error;
            if (branch.condition().relation().holds(left.value(), right.value())) {
                Bounded value = branch.value().accept(this);
                return doubtful ? new Bounded(value.value(), Double.POSITIVE_INFINITY) : value;
            }
            if (doubtful) {
                return new Bounded(piecewise.evaluate(values), Double.POSITIVE_INFINITY);
            }
        }
        return piecewise.otherwise().accept(this);
    }
}
