package org.theoremeter.simulate.mechanism;

/**
 * A map x ← F(x) of R^N without input and noise, its derivative and what is read from a state. An instance may hold
 * workspaces: one a thread.
 */
public interface AutonomousSystem {

    /** Returns N. */
    int dimension();

    /**
     * Takes one step.
     *
     * @param state x, of length N; not changed
     * @param next set to F(x); another array
     */
    void step(double[] state, double[] next);

    /**
     * Takes one step of a state and of a direction with it.
     *
     * @param state x
     * @param direction v, of length N; not changed
     * @param next set to F(x)
     * @param nextDirection set to DF(x) v; another array
     */
    void step(double[] state, double[] direction, double[] next, double[] nextDirection);

    /** Returns DF(x), N × N, one new array a row. */
    double[][] jacobian(double[] state);

    /** Returns what the system answers in a state, one number a channel. */
    double[] read(double[] state);
}
