package org.theoremeter.simulate.training;

import java.util.Arrays;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.network.Target;

/**
 * Computes loss and gradient on a batch of given input sequences by back-propagation through time, for the linear
 * network (theory 0.3) and for its nonlinear form (theory 1.10).
 *
 * <p>With φ(z) = tanh(σz)/σ, or φ(z) = z at σ = 0, and z_0 = 0, the network takes K steps
 *
 * <pre>
 *   z_{k+1} = (1 − Δt) z_k + Δt W φ(z_k) + Δt u x_k,   y_k = vᵀ z_{k+1}
 *   L = 1/(BK) Σ ½ (y_k − y⋆_k)²
 * </pre>
 *
 * <p>on each of B sequences, y⋆ being the target's output to the same input in the same scheme. The adjoints are
 * p_k = v (y_k − y⋆_k)/(BK) + (1 − Δt) p_{k+1} + Δt φ′(z_{k+1}) Wᵀ p_{k+1}.
 *
 * <p>Unstable is a network whose states overflow within the K steps.
 */
public final class SampledGradient implements LossGradient {

    private final int size;
    private final int steps;
    private final int batch;
    private final double step;
    private final double signal;
    private final double[][] inputs;
    private final double[][] outputs;
    private final double[][] rows;
    private final double[][] columns;

    /** z_k of sequence b at index kB + b, and φ(z_k). */
    private final double[][] states;

    private final double[][] activity;

    /** p_k of every sequence, and p_{k+1}; W φ or Wᵀ p. */
    private final double[][] adjoints;

    private final double[][] products;
    private final double[][] sums;
    private final double[] errors;
    private final double[] byWeights;
    private final double[] byReadIn;
    private final double[] byReadOut;
    private double loss;

    /**
     * Prepares a workspace.
     *
     * @param size number of neurons N
     * @param target the filter to be learned
     * @param step Δt, positive
     * @param signal σ, the size of the signal, at least 0; 0 for the linear network
     * @param inputs x, B sequences of K numbers each, shared
     * @throws IllegalArgumentException if step or signal are out of range, or the sequences are none, empty or of several
     *     lengths
     */
    public SampledGradient(int size, Target target, double step, double signal, double[][] inputs) {
        if (!(step > 0) || !(signal >= 0)) {
            throw new IllegalArgumentException(
                    "Δt is " + step + " and σ is " + signal + "; Δt must be positive and σ at least 0");
        }
        if (inputs.length == 0 || inputs[0].length == 0) {
            throw new IllegalArgumentException("there is no input; there must be at least one sequence of one step");
        }
        this.size = size;
        this.step = step;
        this.signal = signal;
        this.inputs = inputs;
        batch = inputs.length;
        steps = inputs[0].length;
        outputs = new double[batch][];
        for (int b = 0; b < batch; b++) {
            if (inputs[b].length != steps) {
                throw new IllegalArgumentException("sequence " + b + " has " + inputs[b].length + " steps, the first "
                        + steps + "; all must have as many");
            }
            outputs[b] = target.filtered(inputs[b], step);
        }
        rows = new double[size][size];
        columns = new double[size][size];
        states = new double[(steps + 1) * batch][size];
        activity = signal > 0 ? new double[steps * batch][size] : states;
        adjoints = new double[2 * batch][size];
        products = new double[batch][size];
        sums = new double[size][size];
        errors = new double[steps * batch];
        byWeights = new double[size * size];
        byReadIn = new double[size];
        byReadOut = new double[size];
    }

    @Override
    public boolean evaluate(LinearRnn network) {
        for (int i = 0; i < size; i++) {
            System.arraycopy(network.weights(), i * size, rows[i], 0, size);
        }
        Rows.transpose(rows, columns);
        forward(network);
        backward(network);
        return Double.isFinite(loss) && Double.isFinite(Rows.dot(byWeights, byWeights));
    }

    private void forward(LinearRnn network) {
        double share = 1.0 / ((double) batch * steps);
        loss = 0;
        Arrays.fill(byReadOut, 0);
        for (int k = 0; k < steps; k++) {
            int now = k * batch;
            if (signal > 0) {
                for (int b = 0; b < batch; b++) {
                    saturate(states[now + b], activity[now + b]);
                }
            }
            Rows.transposedTimes(activity, now, columns, products, 0, batch);
            for (int b = 0; b < batch; b++) {
                double[] state = states[now + b];
                double[] next = states[now + batch + b];
                double[] product = products[b];
                double input = step * inputs[b][k];
                double[] readIn = network.readIn();
                for (int i = 0; i < size; i++) {
                    next[i] = Math.fma(1 - step, state[i], Math.fma(step, product[i], input * readIn[i]));
                }
                double error = Rows.dot(network.readOut(), next) - outputs[b][k];
                errors[now + b] = share * error;
                loss = Math.fma(share * error, error / 2, loss);
                Rows.add(share * error, next, byReadOut);
            }
        }
    }

    private void saturate(double[] state, double[] saturated) {
        for (int i = 0; i < size; i++) {
            saturated[i] = Math.tanh(signal * state[i]) / signal;
        }
    }

    private void backward(LinearRnn network) {
        for (double[] row : sums) {
            Arrays.fill(row, 0);
        }
        for (double[] row : adjoints) {
            Arrays.fill(row, 0);
        }
        Arrays.fill(byReadIn, 0);
        for (int k = steps - 1; k >= 0; k--) {
            int now = k * batch;
            Rows.transposedTimes(adjoints, batch, rows, products, 0, batch);
            for (int b = 0; b < batch; b++) {
                double[] adjoint = adjoints[b];
                adjoint(k, b, network.readOut(), adjoint);
                Rows.add(step * inputs[b][k], adjoint, byReadIn);
            }
            Rows.addOuterProducts(adjoints, activity, now, batch, sums);
            for (int b = 0; b < batch; b++) {
                System.arraycopy(adjoints[b], 0, adjoints[batch + b], 0, size);
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                byWeights[i * size + j] = step * sums[i][j];
            }
        }
    }

    /** Computes p_k from p_{k+1} and Wᵀ p_{k+1}. */
    private void adjoint(int k, int b, double[] readOut, double[] adjoint) {
        double error = errors[k * batch + b];
        double[] later = adjoints[batch + b];
        double[] product = products[b];
        if (k + 1 == steps) {
            for (int i = 0; i < size; i++) {
                adjoint[i] = error * readOut[i];
            }
            return;
        }
        double[] active = activity[(k + 1) * batch + b];
        for (int i = 0; i < size; i++) {
            double saturation = signal * active[i];
            double slope = 1 - saturation * saturation;
            adjoint[i] = Math.fma(error, readOut[i], Math.fma(1 - step, later[i], step * slope * product[i]));
        }
    }

    @Override
    public double loss() {
        return loss;
    }

    @Override
    public double[] byWeights() {
        return byWeights;
    }

    @Override
    public double[] byReadIn() {
        return byReadIn;
    }

    @Override
    public double[] byReadOut() {
        return byReadOut;
    }
}
