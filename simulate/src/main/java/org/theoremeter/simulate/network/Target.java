package org.theoremeter.simulate.network;

import org.theoremeter.simulate.arithmetic.Eigenvalues;

/**
 * The filter to be learned, f⋆(t) = k⋆ᵀ e^{A⋆t} b⋆, as a small linear system (theory 0.1).
 *
 * <p>In discrete time it is f⋆_k = k⋆ᵀ (I + Δt A⋆)ᵏ b⋆ (theory 0.2).
 */
public final class Target {

    private final double[][] dynamics;
    private final double[] input;
    private final double[] output;
    private final double rate;

    private Target(double[][] dynamics, double[] input, double[] output) {
        this.dynamics = dynamics;
        this.input = input;
        this.output = output;
        this.rate = slowest(dynamics);
    }

    /**
     * Builds a target from its realisation; the arrays are copied.
     *
     * @param dynamics A⋆, square, every eigenvalue with negative real part
     * @param input b⋆
     * @param output k⋆
     * @throws IllegalArgumentException if the sizes do not match or A⋆ is not stable
     */
    public static Target of(double[][] dynamics, double[] input, double[] output) {
        int size = dynamics.length;
        double[][] copy = new double[size][];
        for (int i = 0; i < size; i++) {
            copy[i] = dynamics[i].clone();
            if (copy[i].length != size) {
                throw new IllegalArgumentException("A⋆ must be square, row " + i + " has " + copy[i].length);
            }
        }
        if (size == 0 || input.length != size || output.length != size) {
            throw new IllegalArgumentException(
                    "b⋆ has " + input.length + " and k⋆ " + output.length + " entries, A⋆ has " + size + " rows");
        }
        return new Target(copy, input.clone(), output.clone());
    }

    /**
     * Builds the leaky integrator f⋆(t) = e^{−c⋆t} (theory 1).
     *
     * @param cstar decay rate, positive
     * @throws IllegalArgumentException if it is not
     */
    public static Target integrator(double cstar) {
        return of(new double[][] {{-cstar}}, new double[] {1}, new double[] {1});
    }

    /**
     * Builds the damped oscillator f⋆(t) = e^{−c⋆t} cos ω⋆t (theory 2), of two states.
     *
     * @param cstar decay rate, positive
     * @param omegastar angular frequency
     * @throws IllegalArgumentException if the decay rate is not positive
     */
    public static Target oscillator(double cstar, double omegastar) {
        return of(new double[][] {{-cstar, -omegastar}, {omegastar, -cstar}}, new double[] {1, 0}, new double[] {1, 0});
    }

    /** Returns the number of states. */
    public int size() {
        return input.length;
    }

    /** Returns a copy of A⋆, one array a row. */
    public double[][] dynamics() {
        double[][] copy = new double[size()][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = dynamics[i].clone();
        }
        return copy;
    }

    /** Returns a copy of b⋆. */
    public double[] input() {
        return input.clone();
    }

    /** Returns a copy of k⋆. */
    public double[] output() {
        return output.clone();
    }

    /** Returns the modulus of the eigenvalue of A⋆ nearest to zero: the slowest rate of the target. */
    public double rate() {
        return rate;
    }

    /**
     * Returns the impulse response in discrete time, f⋆_0 … f⋆_{K−1} (theory 0.2).
     *
     * @param step Δt
     * @param count K
     */
    public double[] response(double step, int count) {
        double[] response = new double[count];
        double[] state = input.clone();
        double[] next = new double[size()];
        for (int k = 0; k < count; k++) {
            response[k] = product(output, state);
            for (int i = 0; i < next.length; i++) {
                next[i] = Math.fma(step, product(dynamics[i], state), state[i]);
            }
            System.arraycopy(next, 0, state, 0, next.length);
        }
        return response;
    }

    private static double product(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum = Math.fma(x[i], y[i], sum);
        }
        return sum;
    }

    private static double slowest(double[][] dynamics) {
        double rate = Double.POSITIVE_INFINITY;
        Eigenvalues eigenvalues = Eigenvalues.of(dynamics);
        for (int i = 0; i < eigenvalues.size(); i++) {
            if (!(eigenvalues.real(i) < 0)) {
                throw new IllegalArgumentException("the target is not stable: A⋆ has an eigenvalue with real part "
                        + eigenvalues.real(i) + ", accepted: all below 0");
            }
            rate = Math.min(rate, eigenvalues.modulus(i));
        }
        return rate;
    }
}
