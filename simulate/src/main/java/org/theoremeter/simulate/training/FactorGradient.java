package org.theoremeter.simulate.training;

import org.theoremeter.simulate.network.LowRankRnn;

/**
 * Computes the population loss of a linear network of low rank and its gradient by the factors of the weights, ∂L/∂m = G_W n
 * and ∂L/∂n = G_Wᵀ m with G_W = ∂L/∂W (theory 5.2); a workspace for one thread.
 *
 * <p>The arrays handed out belong to the workspace and are overwritten by the next evaluation.
 */
public interface FactorGradient {

    /**
     * Evaluates loss and gradient.
     *
     * @param network of the size and rank the workspace was made for
     * @return false if the network is unstable, so that the loss does not exist; the other results are then meaningless
     */
    boolean evaluate(LowRankRnn network);

    /** Returns the loss L. */
    double loss();

    /** Returns the columns of ∂L/∂X, X = [m n u v], 2R + 2 arrays of N entries; shared. */
    double[][] byColumns();
}
