package org.theoremeter.simulate.network;

import org.theoremeter.simulate.network.ParameterBlock.Role;

/**
 * The tanh rate network of theory 1.10, z ← (1 − Δt) z + Δt (W tanh(σz)/σ + U x), y = V z, read after the update. Without
 * biases, as there.
 *
 * <p>Parameters: U N×I, W N×N, V O×N.
 *
 * @param units N
 * @param inputs I
 * @param outputs O
 * @param alpha Δt in units of the neurons' time constant, in (0, 1]
 * @param sigma σ, the size of the signal in units of where neurons saturate, positive
 * @param readout what makes outputs of sums
 */
public record TanhRnn(int units, int inputs, int outputs, double alpha, double sigma, Readout readout)
        implements RecurrentNetwork {

    /** Checks shape, step and signal. */
    public TanhRnn {
        RecurrentNetwork.requireShape(units, inputs, outputs);
        RecurrentNetwork.requireFraction(alpha);
        if (!(sigma > 0 && sigma < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("found σ = " + sigma + ", accepted: a positive number");
        }
    }

    @Override
    public String name() {
        return "tanh-rnn";
    }

    @Override
    public ParameterLayout layout() {
        return new ParameterLayout.Builder()
                .matrix("U", Role.INPUT, units, inputs)
                .matrix("W", Role.RECURRENT, units, units)
                .matrix("V", Role.OUTPUT, outputs, units)
                .build();
    }

    @Override
    public void step(double[] parameters, double[] state, double[] input, double[] next) {
        double[] active = new double[units];
        for (int i = 0; i < units; i++) {
            active[i] = Math.tanh(sigma * state[i]) / sigma;
        }
        double[] sums = new double[units];
        RecurrentNetwork.addProduct(parameters, layout().block("W"), active, sums);
        if (inputs > 0) {
            RecurrentNetwork.addProduct(parameters, layout().block("U"), input, sums);
        }
        for (int i = 0; i < units; i++) {
            next[i] = (1 - alpha) * state[i] + alpha * sums[i];
        }
    }

    @Override
    public void read(double[] parameters, double[] state, double[] output) {
        RecurrentNetwork.read(this, parameters, "V", state, output);
    }

    @Override
    public double[][] jacobian(double[] parameters, double[] state, double[] input) {
        ParameterBlock w = layout().block("W");
        double[][] jacobian = new double[units][units];
        for (int k = 0; k < units; k++) {
            double active = Math.tanh(sigma * state[k]);
            for (int i = 0; i < units; i++) {
                jacobian[i][k] = alpha * parameters[w.at(i, k)] * (1 - active * active);
            }
            jacobian[k][k] += 1 - alpha;
        }
        return jacobian;
    }
}
