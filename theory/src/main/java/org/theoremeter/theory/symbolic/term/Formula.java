package org.theoremeter.theory.symbolic.term;

import java.util.Map;
import java.util.SortedSet;
import org.theoremeter.theory.symbolic.Expression;

/**
 * A formula as a side of an identity.
 *
 * @param expression the formula
 */
public record Formula(Expression expression) implements Term {
    @Override
    public SortedSet<String> symbols() {
        return expression.symbols();
    }

    @Override
    public double evaluate(Map<String, Double> values) {
        return expression.evaluate(values);
    }

    @Override
    public String toTex() {
        return expression.toTex();
    }

    @Override
    public String toMathMl() {
        return expression.toMathMl();
    }

    @Override
    public String toString() {
        return expression.toString();
    }
}
