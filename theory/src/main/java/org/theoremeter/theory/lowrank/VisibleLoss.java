package org.theoremeter.theory.lowrank;

import java.util.Arrays;

/**
 * The loss of a linear network of low rank and its slopes by the visible overlaps A, b, k and d, at one point (theory 5.1).
 *
 * <p>The impulse response is that of the states q and z with dq/dt = −q + x, dz/dt = (A − I) z + b q and y = d q + kᵀ z. With
 * the target's states beside them and the two Gramians P and Q of the whole, theory 0.1 gives
 *
 * <pre>
 *   L = ½ Cᵀ P C,   ∂L/∂A = (Q P)_zz,   ∂L/∂b = (Q P)_zq,   ∂L/∂k = (P C)_z,   ∂L/∂d = (P C)_q
 * </pre>
 *
 * <p>The loss exists while every eigenvalue of A has a real part below 1, decided by the criterion of Routh and Hurwitz for
 * A − I; elsewhere loss and slopes are not numbers.
 */
final class VisibleLoss {
    private final int rank;
    private final double[][] e;
    private final double[] output;
    private final double[][] p;

    /**
     * Evaluates.
     *
     * @param a A, R × R with R from 1 to 3, A_ij = n_iᵀ m_j
     * @param b b, R entries
     * @param k k, R entries
     * @param d d
     * @param target the filter to be learned
     */
    VisibleLoss(double[][] a, double[] b, double[] k, double d, Filter target) {
        rank = b.length;
        int own = rank + 1;
        int size = own + target.size();
        e = new double[size][size];
        double[] input = new double[size];
        output = new double[size];
        e[0][0] = -1;
        input[0] = 1;
        output[0] = d;
        for (int i = 0; i < rank; i++) {
            e[i + 1][0] = b[i];
            output[i + 1] = k[i];
            System.arraycopy(a[i], 0, e[i + 1], 1, rank);
            e[i + 1][i + 1] -= 1;
        }
        for (int i = 0; i < target.size(); i++) {
            System.arraycopy(target.dynamics()[i], 0, e[own + i], own, target.size());
            input[own + i] = target.input()[i];
            output[own + i] = -target.output()[i];
        }
        p = stable(a) ? LyapunovEquation.solve(e, input) : filled(size);
    }

    private static double[][] filled(int size) {
        double[][] nothing = new double[size][size];
        for (double[] row : nothing) {
            Arrays.fill(row, Double.NaN);
        }
        return nothing;
    }

    /** Tells whether A − I is stable: s^R + c₁ s^{R−1} + … has all roots on the left. */
    private static boolean stable(double[][] a) {
        if (a.length == 1) {
            return a[0][0] < 1;
        }
        double trace = a.length;
        for (int i = 0; i < a.length; i++) {
            trace -= a[i][i];
        }
        if (a.length == 2) {
            return trace > 0 && minor(a, 0, 1) > 0;
        }
        double minors = minor(a, 0, 1) + minor(a, 0, 2) + minor(a, 1, 2);
        double last = (1 - a[0][0]) * minor(a, 1, 2)
                + a[0][1] * (-a[1][0] * (1 - a[2][2]) - a[1][2] * a[2][0])
                - a[0][2] * (a[1][0] * a[2][1] + (1 - a[1][1]) * a[2][0]);
        return trace > 0 && last > 0 && trace * minors > last;
    }

    /** Returns a principal minor of I − A. */
    private static double minor(double[][] a, int i, int j) {
        return (1 - a[i][i]) * (1 - a[j][j]) - a[i][j] * a[j][i];
    }

    /** Returns the loss L. */
    double loss() {
        double sum = 0;
        double[] moved = byOutput();
        for (int i = 0; i < output.length; i++) {
            sum += output[i] * moved[i];
        }
        return sum / 2;
    }

    private double[] byOutput() {
        double[] product = new double[output.length];
        for (int i = 0; i < output.length; i++) {
            for (int j = 0; j < output.length; j++) {
                product[i] += p[i][j] * output[j];
            }
        }
        return product;
    }

    /**
     * Returns the slopes as the symmetric matrix S with the blocks S_nm = ∂L/∂A, S_nu = ∂L/∂b, S_mv = ∂L/∂k and S_vu =
     * ∂L/∂d, for X = [m n u v] (theory 5.2); 2R + 2 square.
     */
    double[][] slopes() {
        int u = 2 * rank;
        int v = u + 1;
        double[][] s = new double[v + 1][v + 1];
        double[][] transposed = new double[e.length][e.length];
        for (int i = 0; i < e.length; i++) {
            for (int j = 0; j < e.length; j++) {
                transposed[j][i] = e[i][j];
            }
        }
        double[][] q = LyapunovEquation.solve(transposed, output);
        double[] byOutput = byOutput();
        set(s, v, u, byOutput[0]);
        for (int i = 0; i < rank; i++) {
            set(s, i, v, byOutput[i + 1]);
            set(s, rank + i, u, product(q, i + 1, 0));
            for (int j = 0; j < rank; j++) {
                set(s, rank + i, j, product(q, i + 1, j + 1));
            }
        }
        return s;
    }

    private double product(double[][] q, int row, int column) {
        double sum = 0;
        for (int k = 0; k < q.length; k++) {
            sum += q[row][k] * p[k][column];
        }
        return sum;
    }

    private static void set(double[][] s, int i, int j, double value) {
        s[i][j] = value;
        s[j][i] = value;
    }
}
