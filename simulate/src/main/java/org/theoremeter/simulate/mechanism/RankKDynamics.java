package org.theoremeter.simulate.mechanism;

import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.network.RankKRnn;

/** The rank-K network without input and noise, x ← (1 − α) x + α tanh(m n x + b). */
public final class RankKDynamics implements AutonomousSystem {

    private final RankKRnn network;
    private final double[] parameters;
    /** m, one array a latent: K × N. */
    private final double[][] left;
    /** n, one array a latent: K × N. */
    private final double[][] right;

    private final double[] bias;
    private final double[] latents;
    private final double[] sums;
    private final double[] products;

    /**
     * Reads the weights.
     *
     * @param parameters flat vector, as laid out by the network; copied
     * @throws IllegalArgumentException if it has another length
     */
    public RankKDynamics(RankKRnn network, double[] parameters) {
        LeakyDynamics.layout(network.layout(), parameters);
        this.network = network;
        this.parameters = parameters.clone();
        this.left = network.leftVectors(parameters);
        this.right = network.rightVectors(parameters);
        this.bias = network.biases(parameters);
        this.latents = new double[network.rank()];
        this.sums = new double[network.units()];
        this.products = new double[network.units()];
    }

    @Override
    public int dimension() {
        return network.units();
    }

    @Override
    public void step(double[] state, double[] next) {
        multiply(state, sums);
        double alpha = network.alpha();
        for (int i = 0; i < next.length; i++) {
            next[i] = (1 - alpha) * state[i] + alpha * Math.tanh(sums[i] + bias[i]);
        }
    }

    @Override
    public void step(double[] state, double[] direction, double[] next, double[] nextDirection) {
        multiply(state, sums);
        multiply(direction, products);
        double alpha = network.alpha();
        for (int i = 0; i < next.length; i++) {
            double active = Math.tanh(sums[i] + bias[i]);
            next[i] = (1 - alpha) * state[i] + alpha * active;
            nextDirection[i] = (1 - alpha) * direction[i] + alpha * (1 - active * active) * products[i];
        }
    }

    /** Sets {@code to} to m n x. */
    private void multiply(double[] x, double[] to) {
        for (int k = 0; k < latents.length; k++) {
            latents[k] = Rows.dot(right[k], x);
        }
        Rows.transposedTimes(left, latents, to);
    }

    @Override
    public double[][] jacobian(double[] state) {
        return network.jacobian(parameters, state, new double[network.inputs()]);
    }

    @Override
    public double[] read(double[] state) {
        double[] output = new double[network.outputs()];
        network.read(parameters, state, output);
        return output;
    }
}
