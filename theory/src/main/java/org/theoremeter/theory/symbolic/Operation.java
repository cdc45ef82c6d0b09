package org.theoremeter.theory.symbolic;

import java.util.Map;

/**
 * Two expressions joined by an operator.
 *
 * @param operator the operator
 * @param left the left operand
 * @param right the right operand
 */
public record Operation(Operator operator, Expression left, Expression right) implements Expression {
    @Override
    public double evaluate(Map<String, Double> values) {
        return operator.apply(left.evaluate(values), right.evaluate(values));
    }

    @Override
    public Expression derivative(String symbol) {
        return operator.derivative(left, right, left.derivative(symbol), right.derivative(symbol));
    }

    @Override
    public Expression substitute(Map<String, Expression> replacements) {
        return new Operation(operator, left.substitute(replacements), right.substitute(replacements));
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.operation(this);
    }

    @Override
    public String toString() {
        return TextWriter.write(this);
    }
}
