package org.theoremeter.theory.lowrank;

/**
 * A filter f(t) = kᵀ e^{At} b of numbers (theory 0.1).
 *
 * @param dynamics A, stable, one array a row; shared
 * @param input b; shared
 * @param output k; shared
 */
record Filter(double[][] dynamics, double[] input, double[] output) {
    /** Returns the leaky integrator e^{−c⋆t} (theory 1). */
    static Filter integrator(double cstar) {
        return new Filter(new double[][] {{-cstar}}, new double[] {1}, new double[] {1});
    }

    /** Returns the damped oscillator e^{−c⋆t} cos ω⋆t (theory 2). */
    static Filter oscillator(double cstar, double omegastar) {
        double[] first = {1, 0};
        return new Filter(new double[][] {{-cstar, -omegastar}, {omegastar, -cstar}}, first, first);
    }

    int size() {
        return input.length;
    }
}
