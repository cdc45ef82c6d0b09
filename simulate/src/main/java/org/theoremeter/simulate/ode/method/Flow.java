package org.theoremeter.simulate.ode.method;

/** A smooth field dx/dt = f(t, x) with its Jacobian. */
public interface Flow {

    /** Writes f(t, x). */
    void derivative(double time, double[] state, double[] slope);

    /** Returns rows i of ∂f_i/∂x_j. */
    double[][] jacobian(double time, double[] state);
}
