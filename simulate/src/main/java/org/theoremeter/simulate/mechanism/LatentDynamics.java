package org.theoremeter.simulate.mechanism;

import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.network.RankKRnn;

/**
 * The latents κ = n x of a rank-K network without input and noise, κ ← (1 − α) κ + α n tanh(m κ + b), a map of R^K. Exact: the
 * state follows κ through a filter of its own, so that fixed points, cycles and what is drawn to them are those of the network (theory 3.9).
 */
public final class LatentDynamics implements AutonomousSystem {

    private final RankKRnn network;
    private final double[] parameters;
    private final double[][] left;
    private final double[][] right;
    private final double[] bias;
    private final double[] active;
    private final double[] slopes;

    /**
     * Reads the weights.
     *
     * @param parameters flat vector, as laid out by the network; copied
     * @throws IllegalArgumentException if it has another length
     */
    public LatentDynamics(RankKRnn network, double[] parameters) {
        LeakyDynamics.layout(network.layout(), parameters);
        this.network = network;
        this.parameters = parameters.clone();
        this.left = network.leftVectors(parameters);
        this.right = network.rightVectors(parameters);
        this.bias = network.biases(parameters);
        this.active = new double[network.units()];
        this.slopes = new double[network.units()];
    }

    @Override
    public int dimension() {
        return network.rank();
    }

    @Override
    public void step(double[] state, double[] next) {
        activate(state);
        double alpha = network.alpha();
        for (int k = 0; k < next.length; k++) {
            next[k] = (1 - alpha) * state[k] + alpha * Rows.dot(right[k], active);
        }
    }

    @Override
    public void step(double[] state, double[] direction, double[] next, double[] nextDirection) {
        step(state, next);
        Rows.transposedTimes(left, direction, slopes);
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] *= 1 - active[i] * active[i];
        }
        double alpha = network.alpha();
        for (int k = 0; k < next.length; k++) {
            nextDirection[k] = (1 - alpha) * direction[k] + alpha * Rows.dot(right[k], slopes);
        }
    }

    /** Sets the activities to tanh(m κ + b). */
    private void activate(double[] state) {
        Rows.transposedTimes(left, state, active);
        for (int i = 0; i < active.length; i++) {
            active[i] = Math.tanh(active[i] + bias[i]);
        }
    }

    @Override
    public double[][] jacobian(double[] state) {
        activate(state);
        int rank = state.length;
        double alpha = network.alpha();
        double[][] jacobian = new double[rank][rank];
        for (int l = 0; l < rank; l++) {
            for (int i = 0; i < slopes.length; i++) {
                slopes[i] = left[l][i] * (1 - active[i] * active[i]);
            }
            for (int k = 0; k < rank; k++) {
                jacobian[k][l] = alpha * Rows.dot(right[k], slopes) + (k == l ? 1 - alpha : 0);
            }
        }
        return jacobian;
    }

    @Override
    public double[] read(double[] state) {
        double[] output = new double[network.outputs()];
        network.readLatents(parameters, state, output);
        return output;
    }
}
