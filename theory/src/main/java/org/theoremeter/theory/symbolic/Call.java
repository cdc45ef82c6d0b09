package org.theoremeter.theory.symbolic;

import java.util.List;
import java.util.Map;

/**
 * A function applied to its arguments.
 *
 * @param function the function
 * @param arguments as many as the function takes
 */
public record Call(ElementaryFunction function, List<Expression> arguments) implements Expression {
    /**
     * Applies a function.
     *
     * @throws IllegalArgumentException if there are more or fewer arguments than the function takes
     */
    public Call {
        arguments = List.copyOf(arguments);
        if (arguments.size() != function.arity()) {
            throw new IllegalArgumentException(
                    function.text() + " takes " + function.arity() + " arguments, found " + arguments.size());
        }
    }

    @Override
    public double evaluate(Map<String, Double> values) {
        double first = arguments.get(0).evaluate(values);
        return function.apply(
                first, arguments.size() == 1 ? first : arguments.get(1).evaluate(values));
    }

    @Override
    public Expression derivative(String symbol) {
        List<Expression> derivatives =
                arguments.stream().map(argument -> argument.derivative(symbol)).toList();
        return derivatives.stream().allMatch(Numeral.ZERO::equals)
                ? Numeral.ZERO
                : function.derivative(arguments, derivatives);
    }

    @Override
    public Expression substitute(Map<String, Expression> replacements) {
        return new Call(
                function,
                arguments.stream()
                        .map(argument -> argument.substitute(replacements))
                        .toList());
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.call(this);
    }

    @Override
    public String toString() {
        return TextWriter.write(this);
    }
}
