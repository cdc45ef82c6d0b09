package org.theoremeter.theory.symbolic.matrix;

import java.util.List;
import org.theoremeter.theory.symbolic.Expression;

/** The matrix of first derivatives of a vector field. */
public final class Jacobian {
    private Jacobian() {}

    /**
     * Differentiates every component by every variable.
     *
     * @param field the components f₁ … f_m
     * @param variables the names x₁ … x_n
     * @return m rows of n entries, ∂f_i/∂x_j
     */
    public static List<List<Expression>> of(List<Expression> field, List<String> variables) {
        return field.stream()
                .map(component -> variables.stream().map(component::derivative).toList())
                .toList();
    }
}
