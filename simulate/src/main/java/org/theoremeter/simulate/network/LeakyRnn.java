package org.theoremeter.simulate.network;

import org.theoremeter.simulate.network.ParameterBlock.Role;

/**
 * The leaky firing-rate network, r ← (1 − α) r + α tanh(W_rec r + b_rec + W_in x + b_in + ε), whose output of a step,
 * W_out r + b_out squashed by the read-out, is read <em>before</em> the update (the STM paper's reference network).
 *
 * <p>Parameters: W_in N×I, b_in, W_rec N×N, b_rec, W_out O×N, b_out. The two biases act as their sum but are drawn and decay
 * apart, as in PyTorch.
 *
 * @param units N
 * @param inputs I
 * @param outputs O
 * @param alpha α = Δt/τ_m, in (0, 1]
 * @param readout what makes outputs of sums
 */
public record LeakyRnn(int units, int inputs, int outputs, double alpha, Readout readout) implements RecurrentNetwork {

    /** Checks shape and step. */
    public LeakyRnn {
        RecurrentNetwork.requireShape(units, inputs, outputs);
        RecurrentNetwork.requireFraction(alpha);
    }

    @Override
    public String name() {
        return "leaky-rnn";
    }

    @Override
    public boolean readsBefore() {
        return true;
    }

    @Override
    public ParameterLayout layout() {
        return new ParameterLayout.Builder()
                .matrix("W_in", Role.INPUT, units, inputs)
                .bias("b_in", units, Math.max(1, inputs))
                .matrix("W_rec", Role.RECURRENT, units, units)
                .bias("b_rec", units, units)
                .matrix("W_out", Role.OUTPUT, outputs, units)
                .bias("b_out", outputs, units)
                .build();
    }

    @Override
    public void step(double[] parameters, double[] state, double[] input, double[] next) {
        double[] active = active(parameters, state, input);
        for (int i = 0; i < units; i++) {
            next[i] = (1 - alpha) * state[i] + alpha * active[i];
        }
    }

    @Override
    public void read(double[] parameters, double[] state, double[] output) {
        RecurrentNetwork.read(this, parameters, "W_out", state, output);
    }

    @Override
    public double[][] jacobian(double[] parameters, double[] state, double[] input) {
        double[] active = active(parameters, state, input);
        ParameterBlock w = layout().block("W_rec");
        double[][] jacobian = new double[units][units];
        for (int i = 0; i < units; i++) {
            double slope = alpha * (1 - active[i] * active[i]);
            for (int k = 0; k < units; k++) {
                jacobian[i][k] = slope * parameters[w.at(i, k)];
            }
            jacobian[i][i] += 1 - alpha;
        }
        return jacobian;
    }

    /** Returns tanh(W_rec r + b_rec + W_in x + b_in). */
    private double[] active(double[] parameters, double[] state, double[] input) {
        ParameterLayout layout = layout();
        double[] sums = new double[units];
        if (inputs > 0) {
            RecurrentNetwork.addProduct(parameters, layout.block("W_in"), input, sums);
        }
        RecurrentNetwork.addVector(parameters, layout.block("b_in"), sums);
        RecurrentNetwork.addProduct(parameters, layout.block("W_rec"), state, sums);
        RecurrentNetwork.addVector(parameters, layout.block("b_rec"), sums);
        for (int i = 0; i < units; i++) {
            sums[i] = Math.tanh(sums[i]);
        }
        return sums;
    }
}
