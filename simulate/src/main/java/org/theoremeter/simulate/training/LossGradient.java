package org.theoremeter.simulate.training;

import org.theoremeter.simulate.network.LinearRnn;

/**
 * Computes the loss of a network and its gradient, over all inputs or over given ones; a workspace for one thread.
 *
 * <p>The arrays handed out belong to the workspace and are overwritten by the next evaluation.
 */
public interface LossGradient {

    /**
     * Evaluates loss and gradient.
     *
     * @param network of the size the workspace was made for
     * @return false if the network is unstable, so that the loss does not exist; the other results are then meaningless
     */
    boolean evaluate(LinearRnn network);

    /** Returns the loss L. */
    double loss();

    /** Returns ∂L/∂W, N × N, row by row in one array; shared. */
    double[] byWeights();

    /** Returns ∂L/∂u, N entries; shared. */
    double[] byReadIn();

    /** Returns ∂L/∂v, N entries; shared. */
    double[] byReadOut();
}
