package org.theoremeter.theory.linear;

import java.util.List;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.matrix.Matrix;

/**
 * A filter f(t) = kᵀ e^{At} b, realised by a linear system of n states whose entries are formulas (theory 0.1).
 *
 * @param dynamics A, n × n
 * @param input b, n × 1
 * @param output k, n × 1
 */
public record LinearSystem(Matrix dynamics, Matrix input, Matrix output) {
    /**
     * Makes a system.
     *
     * @throws IllegalArgumentException if A is not square, or b or k is not a column of as many entries
     */
    public LinearSystem {
        int size = dynamics.height();
        boolean columns = input.width() == 1 && output.width() == 1;
        if (dynamics.width() != size || input.height() != size || output.height() != size || !columns) {
            throw new IllegalArgumentException("found A " + dynamics.shape() + ", b " + input.shape() + " and k "
                    + output.shape() + ", accepted: A square, b and k columns of as many entries as A has rows");
        }
    }

    /** Returns the leaky integrator e^{−c⋆t}, of one state (theory 1). */
    public static LinearSystem integrator(Expression cstar) {
        Matrix one = Matrix.identity(1);
        return new LinearSystem(Matrix.of(new Negation(cstar)), one, one);
    }

    /** Returns the damped oscillator e^{−c⋆t} cos ω⋆t, of two states (theory 2). */
    public static LinearSystem oscillator(Expression cstar, Expression omegastar) {
        Expression decay = new Negation(cstar);
        Matrix turning = new Matrix(List.of(List.of(decay, new Negation(omegastar)), List.of(omegastar, decay)));
        Matrix first = Matrix.column(List.of(Expression.number(1), Expression.number(0)));
        return new LinearSystem(turning, first, first);
    }

    /** Returns the number of states n. */
    public int size() {
        return dynamics.height();
    }

    /** Returns the system (Aᵀ, k, b), which has the same response. */
    LinearSystem dual() {
        return new LinearSystem(dynamics.transpose(), /* input= */ output, /* output= */ input);
    }
}
