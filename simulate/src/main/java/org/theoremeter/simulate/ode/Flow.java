package org.theoremeter.simulate.ode;

/** A smooth field dx/dt = f(t, x) with its Jacobian. */
interface Flow {

    /** Writes f(t, x). */
    void derivative(double time, double[] state, double[] slope);

    /** Returns rows i of ∂f_i/∂x_j. */
    double[][] jacobian(double time, double[] state);
}
