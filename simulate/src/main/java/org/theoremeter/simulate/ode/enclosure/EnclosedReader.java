package org.theoremeter.simulate.ode.enclosure;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Reads formulas without case distinctions for enclosure. */
public final class EnclosedReader implements ExpressionVisitor<Enclosed> {

    private static final Window NOTHING = new Window(new double[0], new double[0]);

    private final List<String> variables;
    private final Map<String, Double> constants;
    /** What occurs twice is one node. */
    private final Map<Expression, Enclosed> known = new HashMap<>();

    /**
     * Prepares to read.
     *
     * @param variables the time, then the state
     * @param constants the values of all other symbols
     */
    public EnclosedReader(List<String> variables, Map<String, Double> constants) {
        this.variables = variables;
        this.constants = constants;
    }

    @Override
    public Enclosed numeral(Numeral numeral) {
        double value = numeral.value().doubleValue();
        return new Enclosed.Fixed(value, new BigDecimal(value).compareTo(numeral.value()) == 0);
    }

    @Override
    public Enclosed symbol(Symbol symbol) {
        int index = variables.indexOf(symbol.name());
        return index < 0 ? new Enclosed.Fixed(constants.get(symbol.name()), true) : new Enclosed.Variable(index);
    }

    @Override
    public Enclosed constant(Constant constant) {
        return new Enclosed.Fixed(Math.PI, false);
    }

    @Override
    public Enclosed negation(Negation negation) {
        return joined(Operator.MINUS, new Enclosed.Fixed(0, true), of(negation.operand()), false);
    }

    @Override
    public Enclosed operation(Operation operation) {
        return joined(
                operation.operator(),
                of(operation.left()),
                of(operation.right()),
                operation.left().equals(operation.right()));
    }

    private static Enclosed joined(Operator operator, Enclosed a, Enclosed b, boolean same) {
        return folded(new EnclosedOperation(operator, a, b, same), a, b);
    }

    /** Replaces what depends on nothing by its value. */
    private static Enclosed folded(Enclosed whole, Enclosed... parts) {
        for (Enclosed part : parts) {
            if (!(part instanceof Enclosed.Fixed)) {
                return whole;
            }
        }
        whole.over(NOTHING);
        return new Enclosed.Fixed((whole.low + whole.high) / 2, whole.rounding());
    }

    @Override
    public Enclosed call(Call call) {
        List<Enclosed> arguments = call.arguments().stream().map(this::of).toList();
        Enclosed x = arguments.get(0);
        return switch (call.function()) {
            case MIN, MAX -> new Enclosed.Extreme(call.function() == ElementaryFunction.MAX, arguments);
            case TRANSPOSE, TRACE, DET -> x;
            default -> folded(new EnclosedFunction(call.function(), x), x);
        };
    }

    @Override
    public Enclosed piecewise(Piecewise piecewise) {
        throw new IllegalArgumentException(
                "a case distinction is decided before its formula is enclosed: " + piecewise);
    }

    /** Reads a formula. */
    public Enclosed of(Expression formula) {
        Enclosed node = known.get(formula);
        if (node == null) {
            node = formula.accept(this);
            known.put(formula, node);
        }
        return node;
    }
}
