package org.theoremeter.simulate.experiment.mechanism;

/** A map z ← f(z) of one or two latent variables. */
sealed interface LatentMap permits Rotor, Passage, Flip, Wells {

    /** Returns how many variables there are. */
    int dimension();

    /** Takes one step of the first variables of z. */
    void step(double[] z, double[] next);

    /** Sets the derivative ∂next/∂z, one array a row, in the upper left corner. */
    void derivative(double[] z, double[][] to);
}
