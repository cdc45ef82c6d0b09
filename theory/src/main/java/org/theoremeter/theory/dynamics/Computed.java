package org.theoremeter.theory.dynamics;

/** A quantity q(t, x; p) that is read off a state, written in Java. */
@FunctionalInterface
public interface Computed {
    /**
     * Computes the quantity; it must give equal results for equal arguments, on any thread.
     *
     * @param t the time
     * @param state x; only read
     * @param parameters p; only read
     * @return its value; not finite where it does not exist
     */
    double value(double t, double[] state, double[] parameters);
}
