package org.theoremeter.theory.symbolic.term;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.MathMlWriter;
import org.theoremeter.theory.symbolic.TexWriter;
import org.theoremeter.theory.symbolic.TreeSize;
import org.theoremeter.theory.symbolic.numeric.FieldEvaluation;

/**
 * A derivative as a side of an identity, ∂ⁿ/∂xⁿ.
 *
 * @param of what is differentiated
 * @param by the variable; it stays a free symbol of the term
 * @param order n, from 1 to 8
 */
public record Derivative(Expression of, String by, int order) implements Term {
    private static final int HIGHEST = 8;

    /**
     * Makes a derivative.
     *
     * @throws IllegalArgumentException if the order is not between 1 and 8
     */
    public Derivative {
        if (order < 1 || order > HIGHEST) {
            throw new IllegalArgumentException("found a derivative of order " + order + ", accepted: 1 to " + HIGHEST);
        }
    }

    /**
     * Differentiates.
     *
     * @return the derivative as an expression
     * @throws ArithmeticException if it grows beyond what can be worked with
     */
    public Expression expression() {
        Expression result = of;
        for (int i = 0; i < order; i++) {
            result = TreeSize.checked(result.derivative(by));
        }
        return result;
    }

    /**
     * Evaluates the derivative without the formula of it, by automatic differentiation.
     *
     * @param values a value for every free symbol
     * @return the derivative; not a number where the formula is undefined
     */
    public double automatic(Map<String, Double> values) {
        DSFactory factory = new DSFactory(1, order);
        Map<String, DerivativeStructure> at = new HashMap<>();
        values.forEach(
                (name, value) -> at.put(name, name.equals(by) ? factory.variable(0, value) : factory.constant(value)));
        return FieldEvaluation.of(of, at, factory.constant(1)).getPartialDerivative(order);
    }

    @Override
    public SortedSet<String> symbols() {
        return of.symbols();
    }

    @Override
    public double evaluate(Map<String, Double> values) {
        return expression().evaluate(values);
    }

    @Override
    public String toTex() {
        String power = order == 1 ? "" : "^{" + order + "}";
        return "\\frac{\\partial" + power + "}{\\partial " + TexWriter.symbolTex(by) + power + "} \\left(" + of.toTex()
                + "\\right)";
    }

    @Override
    public String toMathMl() {
        String partial = "<mo>&#x2202;</mo>";
        String power = "<mn>" + order + "</mn>";
        String variable = MathMlWriter.symbolMathMl(by);
        String above = order == 1 ? partial : "<msup>" + partial + power + "</msup>";
        String below = order == 1 ? variable : "<msup>" + variable + power + "</msup>";
        return MathMlWriter.row("<mfrac>" + above + MathMlWriter.row(partial + below) + "</mfrac>"
                + MathMlWriter.bracketed(of.toMathMl()));
    }

    @Override
    public String toString() {
        return "derivative of " + of + " by " + by + (order == 1 ? "" : ", order " + order);
    }
}
