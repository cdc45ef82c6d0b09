package org.theoremeter.theory.symbolic.term;

import java.util.Map;
import java.util.SortedSet;
import org.theoremeter.theory.symbolic.Endpoint;
import org.theoremeter.theory.symbolic.Expression;

/** One side of an identity: a formula, or what is to be computed from one. */
public sealed interface Term permits Formula, DefiniteIntegral, Derivative, InfiniteSum, LimitValue, TaylorPolynomial {
    /** Returns the side that is a formula as it stands. */
    static Term formula(Expression expression) {
        return new Formula(expression);
    }

    /**
     * Returns the integral of an expression.
     *
     * @throws IllegalArgumentException if a limit contains the variable
     */
    static Term integral(Expression integrand, String variable, Endpoint from, Endpoint to) {
        return new DefiniteIntegral(integrand, variable, from, to);
    }

    /**
     * Returns the derivative of an expression.
     *
     * @throws IllegalArgumentException if the order is not one that {@link Derivative} takes
     */
    static Term derivative(Expression of, String by, int order) {
        return new Derivative(of, by, order);
    }

    /** Returns the free symbols, in the order of their names. */
    SortedSet<String> symbols();

    /**
     * Evaluates in double precision.
     *
     * @param values a value for every free symbol
     * @return the value; not finite where the term is undefined or its value could not be established
     * @throws IllegalArgumentException if a free symbol has no value; it names the symbol
     */
    double evaluate(Map<String, Double> values);

    /** Returns the term as TeX for math mode. */
    String toTex();

    /** Returns the term as presentation MathML, without the {@code math} element around it. */
    String toMathMl();
}
