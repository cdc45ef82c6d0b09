package org.theoremeter.simulate.network;

import org.theoremeter.simulate.network.ParameterBlock.Role;

/**
 * The piecewise-linear network (PLRNN), z ← A z + W max(z, 0) + C s + h, with A diagonal and W without diagonal, read linearly
 * after the update.
 *
 * <p>Parameters: A (its diagonal), W N×N (the diagonal is there but stays zero), C N×I, h, W_out O×N, b_out.
 *
 * @param units N
 * @param inputs I
 * @param outputs O
 * @param readout what makes outputs of sums
 */
public record PiecewiseLinearRnn(int units, int inputs, int outputs, Readout readout) implements RecurrentNetwork {

    /** Checks the shape. */
    public PiecewiseLinearRnn {
        RecurrentNetwork.requireShape(units, inputs, outputs);
    }

    @Override
    public String name() {
        return "plrnn";
    }

    @Override
    public boolean zeroDiagonal() {
        return true;
    }

    @Override
    public ParameterLayout layout() {
        return new ParameterLayout.Builder()
                .decay("A", units)
                .matrix("W", Role.RECURRENT, units, units)
                .matrix("C", Role.INPUT, units, inputs)
                .bias("h", units, units)
                .matrix("W_out", Role.OUTPUT, outputs, units)
                .bias("b_out", outputs, units)
                .build();
    }

    @Override
    public void step(double[] parameters, double[] state, double[] input, double[] next) {
        ParameterLayout layout = layout();
        double[] active = new double[units];
        for (int i = 0; i < units; i++) {
            active[i] = Math.max(state[i], 0);
            next[i] = parameters[layout.block("A").offset() + i] * state[i];
        }
        RecurrentNetwork.addProduct(parameters, layout.block("W"), active, next);
        if (inputs > 0) {
            RecurrentNetwork.addProduct(parameters, layout.block("C"), input, next);
        }
        RecurrentNetwork.addVector(parameters, layout.block("h"), next);
    }

    @Override
    public void read(double[] parameters, double[] state, double[] output) {
        RecurrentNetwork.read(this, parameters, "W_out", state, output);
    }

    /** At z = 0 the slope of max(z, 0) is taken as 0. */
    @Override
    public double[][] jacobian(double[] parameters, double[] state, double[] input) {
        ParameterBlock w = layout().block("W");
        double[][] jacobian = new double[units][units];
        for (int k = 0; k < units; k++) {
            for (int i = 0; i < units; i++) {
                jacobian[i][k] = state[k] > 0 ? parameters[w.at(i, k)] : 0;
            }
            jacobian[k][k] += parameters[layout().block("A").offset() + k];
        }
        return jacobian;
    }
}
