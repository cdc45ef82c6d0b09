package org.theoremeter.theory.symbolic;

import java.util.List;
import org.hipparchus.analysis.differentiation.Gradient;

/** Evaluates an expression in x and y with its gradient by forward differentiation, the second route to a derivative. */
final class AutomaticDifferentiation implements ExpressionVisitor<Gradient> {
    private final Gradient x;
    private final Gradient y;

    AutomaticDifferentiation(double x, double y) {
        this.x = Gradient.variable(2, 0, x);
        this.y = Gradient.variable(2, 1, y);
    }

    @Override
    public Gradient numeral(Numeral numeral) {
        return Gradient.constant(2, numeral.value().doubleValue());
    }

    @Override
    public Gradient symbol(Symbol symbol) {
        return symbol.name().equals("x") ? x : y;
    }

    @Override
    public Gradient constant(Constant constant) {
        return Gradient.constant(2, Math.PI);
    }

    @Override
    public Gradient negation(Negation negation) {
        return negation.operand().accept(this).negate();
    }

    @Override
    public Gradient operation(Operation operation) {
        Gradient a = operation.left().accept(this);
        Gradient b = operation.right().accept(this);
        return switch (operation.operator()) {
            case PLUS -> a.add(b);
            case MINUS -> a.subtract(b);
            case TIMES -> a.multiply(b);
            case DIVIDE -> a.divide(b);
            case POWER -> power(a, b);
        };
    }

    /** The library takes the logarithm of the base even where the exponent does not vary. */
    private static Gradient power(Gradient a, Gradient b) {
        boolean fixed = b.getPartialDerivative(0) == 0 && b.getPartialDerivative(1) == 0;
        return fixed ? a.pow(b.getValue()) : a.pow(b);
    }

    @Override
    public Gradient call(Call call) {
        List<Gradient> arguments =
                call.arguments().stream().map(argument -> argument.accept(this)).toList();
        Gradient a = arguments.get(0);
        Gradient b = arguments.get(arguments.size() - 1);
        return switch (call.function()) {
            case EXP -> a.exp();
            case LN -> a.log();
            case SQRT -> a.sqrt();
            case ABS -> a.abs();
            case SIN -> a.sin();
            case COS -> a.cos();
            case TAN -> a.tan();
            case SINH -> a.sinh();
            case COSH -> a.cosh();
            case TANH -> a.tanh();
            case ASIN -> a.asin();
            case ACOS -> a.acos();
            case ATAN -> a.atan();
            case MIN -> a.getValue() <= b.getValue() ? a : b;
            case MAX -> a.getValue() >= b.getValue() ? a : b;
            case SIGN -> a.sign();
        };
    }

    @Override
    public Gradient piecewise(Piecewise piecewise) {
        for (Piecewise.Branch branch : piecewise.branches()) {
            Condition condition = branch.condition();
            double left = condition.left().accept(this).getValue();
            double right = condition.right().accept(this).getValue();
            if (condition.relation().holds(left, right)) {
                return branch.value().accept(this);
            }
        }
        return piecewise.otherwise().accept(this);
    }
}
