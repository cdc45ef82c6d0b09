package org.theoremeter.theory.symbolic;

import java.util.Map;

/**
 * A unary minus.
 *
 * @param operand what is negated
 */
public record Negation(Expression operand) implements Expression {
    @Override
    public double evaluate(Map<String, Double> values) {
        return -operand.evaluate(values);
    }

    @Override
    public Expression derivative(String symbol) {
        return Tidy.negated(operand.derivative(symbol));
    }

    @Override
    public Expression substitute(Map<String, Expression> replacements) {
        return new Negation(operand.substitute(replacements));
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.negation(this);
    }

    @Override
    public String toString() {
        return TextWriter.write(this);
    }
}
