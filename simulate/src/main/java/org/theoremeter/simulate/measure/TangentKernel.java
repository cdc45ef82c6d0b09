package org.theoremeter.simulate.measure;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.network.LinearRnn;

/**
 * The tangent kernel of the recurrent weights of a linear network in discrete time (theory 1.9 with the scheme of 0.2),
 * K_{kl} = ⟨∂f_k/∂W, ∂f_l/∂W⟩ for k, l below the number of steps.
 *
 * <p>The slopes D_k = ∂f_k/∂W obey D_0 = 0 and D_{k+1} = Aᵀ D_k + Δt v h_kᵀ with A = I + Δt (W − I), h_0 = u and
 * h_{k+1} = A h_k.
 */
public final class TangentKernel {

    private final double[][] entries;
    private final double step;

    private TangentKernel(double[][] entries, double step) {
        this.entries = entries;
        this.step = step;
    }

    /**
     * Computes the kernel of a network.
     *
     * @param network stable
     * @param step Δt, positive
     * @param steps number K of steps of the impulse response
     */
    public static TangentKernel of(LinearRnn network, double step, int steps) {
        int size = network.size();
        double[][] columns = new double[size][size];
        double[][] rows = network.rows();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                columns[j][i] = step * rows[i][j];
            }
        }
        for (int i = 0; i < size; i++) {
            columns[i][i] += 1 - step;
        }
        double[][] slopes = new double[steps][];
        double[][] slope = new double[size][size];
        double[][] next = new double[size][size];
        double[] state = network.readIn().clone();
        double[] later = new double[size];
        for (int k = 0; k < steps; k++) {
            InterruptedRun.check();
            slopes[k] = flat(slope);
            Rows.transposedTimes(columns, 0, slope, next, 0, size);
            for (int i = 0; i < size; i++) {
                Rows.add(step * network.readOut()[i], state, next[i]);
            }
            double[][] swap = slope;
            slope = next;
            next = swap;
            Rows.transposedTimes(columns, state, later);
            System.arraycopy(later, 0, state, 0, size);
        }
        double[][] entries = new double[steps][steps];
        for (int k = 0; k < steps; k++) {
            for (int l = 0; l <= k; l++) {
                entries[k][l] = Rows.dot(slopes[k], slopes[l]);
                entries[l][k] = entries[k][l];
            }
        }
        return new TangentKernel(entries, step);
    }

    private static double[] flat(double[][] rows) {
        int size = rows.length;
        double[] flat = new double[size * size];
        for (int i = 0; i < size; i++) {
            System.arraycopy(rows[i], 0, flat, i * size, size);
        }
        return flat;
    }

    /** Returns the Frobenius norm of the difference to another kernel of as many steps, over the norm of this one. */
    public double changeTo(TangentKernel other) {
        double difference = 0;
        double norm = 0;
        for (int k = 0; k < entries.length; k++) {
            double[] row = entries[k].clone();
            Rows.add(-1, other.entries[k], row);
            difference += Rows.dot(row, row);
            norm += Rows.dot(entries[k], entries[k]);
        }
        return Math.sqrt(difference / norm);
    }

    /**
     * The loss while the kernel is that of the start: de/dτ = −Δt K e, so that L = ½ Δt |exp(−Δt K τ) e(0)|², by the
     * eigenvectors of K.
     */
    public final class FrozenLoss {

        private final double[] rates;
        private final double[] squares;

        private FrozenLoss(double[] errors) {
            RealMatrix kernel = new Array2DRowRealMatrix(entries, false);
            EigenDecompositionSymmetric modes = new EigenDecompositionSymmetric(kernel);
            rates = modes.getEigenvalues();
            squares = modes.getVT().operate(errors);
            for (int i = 0; i < squares.length; i++) {
                squares[i] *= squares[i];
                // what is below zero is rounding: the kernel is a Gram matrix
                rates[i] = Math.max(0, rates[i]);
            }
        }

        /**
         * Returns the Frobenius norm of the change of the weights at a training time τ, not negative: √(Σ e²(1 − e^{−κτ})²/k) over
         * the modes of K, k being their eigenvalue and κ = Δt k.
         */
        public double weightChange(double tau) {
            double square = 0;
            for (int i = 0; i < rates.length; i++) {
                if (rates[i] > 0) {
                    double learned = Math.expm1(-step * rates[i] * tau);
                    square += squares[i] * learned * learned / rates[i];
                }
            }
            return Math.sqrt(square);
        }

        /** Returns the loss at a training time τ, not negative. */
        public double at(double tau) {
            double loss = 0;
            for (int i = 0; i < rates.length; i++) {
                loss += squares[i] * Math.exp(-2 * step * rates[i] * tau);
            }
            return step * loss / 2;
        }
    }

    /**
     * Predicts the loss as if the kernel stayed.
     *
     * @param errors f_k − f⋆_k at the start, as many as the kernel has steps
     */
    public FrozenLoss frozenLoss(double[] errors) {
        return new FrozenLoss(Arrays.copyOf(errors, entries.length));
    }
}
