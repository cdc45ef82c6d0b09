package org.theoremeter.simulate.network;

/** Names what makes an output of the weighted sum a = W_out h + b_out. */
public enum Readout {
    /** o = 1/(1 + e^−a), for targets in [0, 1]. */
    LOGISTIC,
    /** o = a. */
    LINEAR;

    /** Returns the word by which settings name it. */
    public String word() {
        return this == LOGISTIC ? "logistic" : "linear";
    }

    /** Applies it to one number. */
    double of(double a) {
        return this == LOGISTIC ? 1 / (1 + Math.exp(-a)) : a;
    }
}
