package org.theoremeter.simulate.training;

import org.theoremeter.simulate.network.LinearRnn;

/**
 * A loss in discrete time with temporal consistency (theory 7.3), and its exact gradient; a workspace for one thread.
 *
 * <p>On white noise of variance 1/Δ the state of h ← A h + Δ u x, A = I + ΔM, has the covariance S, and with the adjoint Y
 *
 * <pre>
 *   S = A S Aᵀ + Δ uuᵀ,   Y = Aᵀ Y A + MᵀM,
 *   P = ν E|h_{k+1} − h_k|²/Δ² = ν (tr M S Mᵀ + |u|²/Δ) = ν uᵀ(ΔY + I/Δ)u
 *   ∂P/∂W = 2ν (M S + Δ Y A S),   ∂P/∂u = 2ν (ΔY + I/Δ) u
 * </pre>
 *
 * <p>Both equations are solved by doubling. What is penalised does not depend on the read-out.
 */
public final class ConsistentGradient implements LossGradient {

    private static final int DOUBLINGS = 60;

    /** What the last doubling may still add, relative. */
    private static final double REMAINDER = 1e-16;

    private final LossGradient base;
    private final double strength;
    private final double dt;
    private final int size;
    private final double[] step;
    private final double[] drift;
    private final double[] covariance;
    private final double[] adjoint;
    private final double[] power;
    private final double[] left;
    private final double[] right;
    private final double[] gradient;
    private final double[] byReadIn;
    private double loss;

    /**
     * Prepares.
     *
     * @param base the loss in discrete time without the penalty
     * @param size N
     * @param strength ν, at least 0
     * @param dt Δ
     */
    public ConsistentGradient(LossGradient base, int size, double strength, double dt) {
        this.base = base;
        this.strength = strength;
        this.dt = dt;
        this.size = size;
        int length = size * size;
        step = new double[length];
        drift = new double[length];
        covariance = new double[length];
        adjoint = new double[length];
        power = new double[length];
        left = new double[length];
        right = new double[length];
        gradient = new double[length];
        byReadIn = new double[size];
    }

    @Override
    public boolean evaluate(LinearRnn network) {
        if (!base.evaluate(network)) {
            return false;
        }
        double[] weights = network.weights();
        double[] readIn = network.readIn();
        double drive = 0;
        for (int i = 0; i < size; i++) {
            drive += readIn[i] * readIn[i];
            for (int j = 0; j < size; j++) {
                int at = i * size + j;
                drift[at] = weights[at] - (i == j ? 1 : 0);
                step[at] = (i == j ? 1 : 0) + dt * drift[at];
                covariance[at] = dt * readIn[i] * readIn[j];
            }
        }
        multiply(drift, true, drift, false, adjoint);
        if (!solve(covariance, false) || !solve(adjoint, true)) {
            return false;
        }
        multiply(drift, false, covariance, false, left);
        double movement = drive / dt;
        for (int i = 0; i < left.length; i++) {
            movement += left[i] * drift[i];
        }
        loss = base.loss() + strength * movement;
        multiply(step, false, covariance, false, power);
        multiply(adjoint, false, power, false, right);
        double[] byBase = base.byWeights();
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = byBase[i] + 2 * strength * (left[i] + dt * right[i]);
        }
        for (int i = 0; i < size; i++) {
            double sum = readIn[i] / dt;
            for (int j = 0; j < size; j++) {
                sum += dt * adjoint[i * size + j] * readIn[j];
            }
            byReadIn[i] = base.byReadIn()[i] + 2 * strength * sum;
        }
        return Double.isFinite(loss);
    }

    /** Replaces Q by the solution of X = A X Aᵀ + Q, or of X = Aᵀ X A + Q: X ← X + B X Bᵀ, B ← B², from B = A on. */
    private boolean solve(double[] solution, boolean transposed) {
        System.arraycopy(step, 0, power, 0, power.length);
        for (int i = 0; i < DOUBLINGS; i++) {
            multiply(power, transposed, solution, false, left);
            multiply(left, false, power, !transposed, right);
            double added = 0;
            double all = 0;
            for (int j = 0; j < solution.length; j++) {
                solution[j] += right[j];
                added += Math.abs(right[j]);
                all += Math.abs(solution[j]);
            }
            if (added <= REMAINDER * all) {
                return true;
            }
            if (!Double.isFinite(all)) {
                return false;
            }
            multiply(power, false, power, false, left);
            System.arraycopy(left, 0, power, 0, power.length);
        }
        return false;
    }

    /** Writes the product of two matrices, either transposed or not, into a third. */
    private void multiply(double[] a, boolean aTransposed, double[] b, boolean bTransposed, double[] product) {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double sum = 0;
                for (int k = 0; k < size; k++) {
                    sum += a[aTransposed ? k * size + i : i * size + k] * b[bTransposed ? j * size + k : k * size + j];
                }
                product[i * size + j] = sum;
            }
        }
    }

    @Override
    public double loss() {
        return loss;
    }

    @Override
    public double[] byWeights() {
        return gradient;
    }

    @Override
    public double[] byReadIn() {
        return byReadIn;
    }

    @Override
    public double[] byReadOut() {
        return base.byReadOut();
    }
}
