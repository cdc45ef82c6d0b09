package org.theoremeter.theory.dynamics;

/** A vector field with its Jacobian. */
interface Field extends VectorField {
    /** Returns rows i of ∂f_i/∂x_j. */
    double[][] jacobian(double t, double[] state, double[] parameters);
}
