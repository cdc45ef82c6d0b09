package org.theoremeter.theory.symbolic.matrix;

import java.util.List;
import org.theoremeter.theory.symbolic.Expression;

/** The matrix of second derivatives of a formula. */
public final class Hessian {
    private Hessian() {}

    /**
     * Differentiates twice by every pair of variables.
     *
     * @param of a formula
     * @param variables the names x₁ … x_n
     * @return the n × n matrix with entries ∂²f/∂x_i∂x_j
     */
    public static Matrix of(Expression of, List<String> variables) {
        List<Expression> gradient = variables.stream().map(of::derivative).toList();
        return new Matrix(Jacobian.of(gradient, variables));
    }
}
