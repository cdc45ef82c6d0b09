package org.theoremeter.simulate.mechanism;

import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.network.LeakyRnn;
import org.theoremeter.simulate.network.ParameterBlock;
import org.theoremeter.simulate.network.ParameterLayout;

/**
 * The leaky firing-rate network without input and noise, r ← (1 − α) r + α tanh(W_rec r + b), b the sum of both biases.
 */
public final class LeakyDynamics implements AutonomousSystem {

    private final LeakyRnn network;
    private final double[] parameters;
    private final double[][] columns;
    private final double[] bias;
    private final double[] sums;
    private final double[] products;

    /**
     * Reads the weights.
     *
     * @param parameters flat vector, as laid out by the network; copied
     * @throws IllegalArgumentException if it has another length
     */
    public LeakyDynamics(LeakyRnn network, double[] parameters) {
        ParameterLayout layout = layout(network.layout(), parameters);
        int units = network.units();
        this.network = network;
        this.parameters = parameters.clone();
        this.columns = new double[units][units];
        this.bias = new double[units];
        this.sums = new double[units];
        this.products = new double[units];
        ParameterBlock w = layout.block("W_rec");
        for (int i = 0; i < units; i++) {
            bias[i] = parameters[layout.block("b_in").offset() + i]
                    + parameters[layout.block("b_rec").offset() + i];
            for (int k = 0; k < units; k++) {
                columns[k][i] = parameters[w.at(i, k)];
            }
        }
    }

    /** Refuses a vector that does not have the layout's length. */
    static ParameterLayout layout(ParameterLayout layout, double[] parameters) {
        if (parameters.length != layout.size()) {
            throw new IllegalArgumentException(
                    "found " + parameters.length + " parameters, accepted: " + layout.size() + ", as laid out");
        }
        return layout;
    }

    @Override
    public int dimension() {
        return network.units();
    }

    @Override
    public void step(double[] state, double[] next) {
        Rows.transposedTimes(columns, state, sums);
        double alpha = network.alpha();
        for (int i = 0; i < next.length; i++) {
            next[i] = (1 - alpha) * state[i] + alpha * Math.tanh(sums[i] + bias[i]);
        }
    }

    @Override
    public void step(double[] state, double[] direction, double[] next, double[] nextDirection) {
        Rows.transposedTimes(columns, state, sums);
        Rows.transposedTimes(columns, direction, products);
        double alpha = network.alpha();
        for (int i = 0; i < next.length; i++) {
            double active = Math.tanh(sums[i] + bias[i]);
            next[i] = (1 - alpha) * state[i] + alpha * active;
            nextDirection[i] = (1 - alpha) * direction[i] + alpha * (1 - active * active) * products[i];
        }
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
