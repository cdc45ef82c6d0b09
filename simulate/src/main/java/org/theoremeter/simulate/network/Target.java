package org.theoremeter.simulate.network;

import java.util.List;
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

    /**
     * Builds the mean of targets, f⋆ = (1/n) Σ f⋆_i, whose states are those of all.
     *
     * @param parts f⋆_1 … f⋆_n
     * @throws IllegalArgumentException if there are none
     */
    public static Target mean(List<Target> parts) {
        int size = parts.stream().mapToInt(Target::size).sum();
        double[][] dynamics = new double[size][size];
        double[] input = new double[size];
        double[] output = new double[size];
        int first = 0;
        for (Target part : parts) {
            for (int i = 0; i < part.size(); i++) {
                System.arraycopy(part.dynamics[i], 0, dynamics[first + i], first, part.size());
                input[first + i] = part.input[i];
                output[first + i] = part.output[i] / parts.size();
            }
            first += part.size();
        }
        return of(dynamics, input, output);
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

    /**
     * Returns the target's output to an input in discrete time, y⋆_k = Δt Σ_j f⋆_j x_{k−j}, from rest.
     *
     * @param input x_0 … x_{K−1}
     * @param step Δt
     */
    public double[] filtered(double[] input, double step) {
        double[] filtered = new double[input.length];
        double[] state = new double[size()];
        double[] next = new double[size()];
        for (int k = 0; k < input.length; k++) {
            for (int i = 0; i < next.length; i++) {
                next[i] = state[i] + step * (product(dynamics[i], state) + this.input[i] * input[k]);
            }
            System.arraycopy(next, 0, state, 0, next.length);
            filtered[k] = product(output, state);
        }
        return filtered;
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
