package org.theoremeter.simulate.training;

/**
 * Says what a flow trains of a network, as one array, and evaluates the gradient by it.
 *
 * @param <N> the networks
 */
public interface Trainable<N> {

    /** Returns what is trained of a network as a new array. */
    double[] state(N network);

    /** Writes a state into a network; what is not trained stays. */
    void write(double[] state, N network);

    /** Returns the same network in new arrays. */
    N copy(N network);

    /**
     * Evaluates the negative gradient, in the order of the state.
     *
     * @param slope receives it
     * @return false if the network is unstable; the slope is then meaningless
     */
    boolean descent(N network, double[] slope);

    /** Tells whether the flow conserves something besides, so that there are directions in which errors last. */
    boolean conserves();
}
