package org.theoremeter.simulate.random;

/** White noise in discrete time, x_k ~ N(0, 1/Δt), so that Σ Δt ⟨x_j x_k⟩ = 1 (theory 0 and 0.3). */
public final class WhiteNoise {

    private WhiteNoise() {}

    /**
     * Draws sequences, each from a stream of its own: a larger batch begins with the smaller one.
     *
     * @param streams where the streams are opened
     * @param sequences how many, at least 0
     * @param steps length of each, at least 0
     * @param step Δt, positive
     */
    public static double[][] draw(RandomStreams streams, int sequences, int steps, double step) {
        double[][] inputs = new double[sequences][];
        double deviation = 1 / Math.sqrt(step);
        for (int b = 0; b < sequences; b++) {
            inputs[b] = streams.child("input").child(b).gaussians("white-noise", steps);
            for (int k = 0; k < steps; k++) {
                inputs[b][k] *= deviation;
            }
        }
        return inputs;
    }
}
