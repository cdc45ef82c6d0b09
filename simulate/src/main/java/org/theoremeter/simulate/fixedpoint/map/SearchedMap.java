package org.theoremeter.simulate.fixedpoint.map;

import java.util.Optional;
import org.theoremeter.simulate.mechanism.AutonomousSystem;

/**
 * An autonomous map F with what a search for its fixed points asks of it beside a step: the derivative and the second derivative in
 * given arrays, and bounds by which a point found can be certified. Only the step and {@link #jacobian(double[])} must be written.
 */
public interface SearchedMap extends AutonomousSystem {

    /** How far, in units of 1 + |x_k|, the default second derivative looks: rounding / h and h² are about equal. */
    double DIFFERENCE = 6e-6;

    /** Returns a map of the same kind and numbers with workspaces of its own, for another thread. */
    SearchedMap another();

    /** Sets {@code to}, N × N, to DF(x). */
    default void jacobian(double[] state, double[][] to) {
        double[][] rows = jacobian(state);
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, to[i], 0, rows.length);
        }
    }

    /**
     * Adds Σ_i y_i ∂²F_i/∂x_j∂x_k to {@code to}, here from central differences of the derivative.
     *
     * @param state x
     * @param weights y, of length N
     * @param to N × N
     */
    default void addCurvature(double[] state, double[] weights, double[][] to) {
        int size = state.length;
        double[] moved = state.clone();
        double[][] sum = new double[size][size];
        for (int k = 0; k < size; k++) {
            double by = DIFFERENCE * (1 + Math.abs(state[k]));
            moved[k] = state[k] + by;
            double[][] above = jacobian(moved);
            moved[k] = state[k] - by;
            double[][] below = jacobian(moved);
            moved[k] = state[k];
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    sum[j][k] += weights[i] * (above[i][j] - below[i][j]) / (2 * by);
                }
            }
        }
        for (int j = 0; j < size; j++) {
            for (int k = 0; k < size; k++) {
                to[j][k] += (sum[j][k] + sum[k][j]) / 2;
            }
        }
    }

    /** Returns bounds that hold at and around a state; nothing where none are known, and then nothing is certified. */
    default Optional<Bounds> bounds(double[] state) {
        return Optional.empty();
    }

    /**
     * Bounds of what is computed and of what it may become near by, a number a component of F.
     *
     * @param value of |computed F_i(x) − x_i less the true one|
     * @param slope of Σ_k |computed (DF − I)_ik less the true one|
     * @param bend L_i: |((DF(x + d) − DF(x)) v)_i| ≤ L_i ‖d‖ ‖v‖ in the maximum norm
     * @param reach of ‖d‖ in the maximum norm, within which the bend holds
     */
    record Bounds(double[] value, double[] slope, double[] bend, double reach) {}
}
