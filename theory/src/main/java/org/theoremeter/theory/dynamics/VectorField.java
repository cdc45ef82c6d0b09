package org.theoremeter.theory.dynamics;

/** The right-hand side of dx/dt = f(t, x; p), written in Java. */
@FunctionalInterface
public interface VectorField {
    /**
     * Computes the derivative of the state.
     *
     * @param t the time
     * @param state x; only read
     * @param parameters p; only read
     * @param out where dx/dt is written, as long as the state
     */
    void derivative(double t, double[] state, double[] parameters, double[] out);
}
