package org.theoremeter.simulate.training;

import java.util.Arrays;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.network.SequenceRnn;

/**
 * Computes the population loss of a network that reads a sequence of white inputs, and its gradient by back-propagation
 * through time (theory 4.1); a workspace for one thread.
 *
 * <p>With inputs of unit covariance, independent in time, the loss up to a constant is that of the response to each:
 *
 * <pre>  E = ½ Σ_i ‖W_y W_h^{T−i} W_x − Σ_i‖_F²,   i = 1…T</pre>
 *
 * <p>An input at time i reaches the answer T − i steps later, so that one chain of hidden states serves all of them: H_0 =
 * W_x, H_k = W_h H_{k−1}, one column an input, E_k = W_y H_k − Σ_{T−k}, and backwards P_T = 0, P_k = W_hᵀ P_{k+1} + W_yᵀ
 * E_k:
 *
 * <pre>  ∂E/∂W_x = P_0,   ∂E/∂W_h = Σ_{k≥1} P_k H_{k−1}ᵀ,   ∂E/∂W_y = Σ_k E_k H_kᵀ</pre>
 *
 * <p>The arrays handed out belong to the workspace and are overwritten by the next evaluation.
 */
public final class SequenceGradient {

    private final double[][][] targets;
    private final double[][][] states;
    private final double[][][] errors;
    private final double[][][] adjoints;
    private final double[][] transposed;
    private final double[][] byReadIn;
    private final double[][] byRecurrent;
    private final double[][] byReadOut;
    private double loss;

    /**
     * Prepares a workspace.
     *
     * @param neurons N, positive
     * @param correlations Σ_1 to Σ_T, of output and input, each Q × P, one array a row; copied
     * @throws IllegalArgumentException if there is none, or their shapes differ
     */
    public SequenceGradient(int neurons, double[][][] correlations) {
        if (correlations.length == 0 || correlations[0].length == 0) {
            throw new IllegalArgumentException(
                    "found no correlations, accepted: one Q × P matrix for each of T ≥ 1 times");
        }
        int length = correlations.length;
        int outputs = correlations[0].length;
        int inputs = correlations[0][0].length;
        targets = new double[length][inputs][outputs];
        for (int k = 0; k < length; k++) {
            copyTransposed(correlations[length - 1 - k], outputs, targets[k]);
        }
        // one row an input, so that the long way is along a row
        states = new double[length][inputs][neurons];
        errors = new double[length][inputs][outputs];
        adjoints = new double[2][inputs][neurons];
        transposed = new double[neurons][neurons];
        byReadIn = new double[neurons][inputs];
        byRecurrent = new double[neurons][neurons];
        byReadOut = new double[outputs][neurons];
    }

    private static void copyTransposed(double[][] correlation, int outputs, double[][] to) {
        if (correlation.length != outputs) {
            throw new IllegalArgumentException(
                    "correlations have " + outputs + " and " + correlation.length + " rows, accepted: one shape");
        }
        for (int q = 0; q < outputs; q++) {
            if (correlation[q].length != to.length) {
                throw new IllegalArgumentException("correlations have " + to.length + " and " + correlation[q].length
                        + " columns, accepted: one shape");
            }
            for (int p = 0; p < to.length; p++) {
                to[p][q] = correlation[q][p];
            }
        }
    }

    /** Evaluates loss and gradient of a network of the size the workspace was made for. */
    public void evaluate(SequenceRnn network) {
        forward(network);
        clear(byRecurrent);
        clear(byReadOut);
        int inputs = states[0].length;
        int last = states.length - 1;
        for (int k = last; k >= 0; k--) {
            double[][] now = adjoints[k % 2];
            if (k == last) {
                clear(now);
            } else {
                Rows.transposedTimes(adjoints[(k + 1) % 2], 0, network.recurrent(), now, 0, inputs);
            }
            for (int p = 0; p < inputs; p++) {
                for (int q = 0; q < byReadOut.length; q++) {
                    Rows.add(errors[k][p][q], network.readOut()[q], now[p]);
                }
            }
            Rows.addOuterProducts(errors[k], states[k], 0, inputs, byReadOut);
            if (k > 0) {
                Rows.addOuterProducts(now, states[k - 1], 0, inputs, byRecurrent);
            }
        }
        for (int i = 0; i < byReadIn.length; i++) {
            for (int p = 0; p < inputs; p++) {
                byReadIn[i][p] = adjoints[0][p][i];
            }
        }
    }

    private void forward(SequenceRnn network) {
        Rows.transpose(network.recurrent(), transposed);
        loss = 0;
        for (int k = 0; k < states.length; k++) {
            if (k > 0) {
                Rows.transposedTimes(states[k - 1], 0, transposed, states[k], 0, states[k].length);
            }
            for (int p = 0; p < states[k].length; p++) {
                double[] state = states[k][p];
                if (k == 0) {
                    for (int i = 0; i < state.length; i++) {
                        state[i] = network.readIn()[i][p];
                    }
                }
                double[] error = errors[k][p];
                for (int q = 0; q < error.length; q++) {
                    error[q] = Rows.dot(network.readOut()[q], state) - targets[k][p][q];
                }
                loss += Rows.dot(error, error) / 2;
            }
        }
    }

    private static void clear(double[][] rows) {
        for (double[] row : rows) {
            Arrays.fill(row, 0);
        }
    }

    /** Returns the loss E. */
    public double loss() {
        return loss;
    }

    /** Returns ∂E/∂W_x, N × P; shared. */
    public double[][] byReadIn() {
        return byReadIn;
    }

    /** Returns ∂E/∂W_h, N × N; shared. */
    public double[][] byRecurrent() {
        return byRecurrent;
    }

    /** Returns ∂E/∂W_y, Q × N; shared. */
    public double[][] byReadOut() {
        return byReadOut;
    }

    /** Returns the gradient as a network: a view of the three. */
    public SequenceRnn all() {
        return new SequenceRnn(byReadIn, byRecurrent, byReadOut);
    }
}
