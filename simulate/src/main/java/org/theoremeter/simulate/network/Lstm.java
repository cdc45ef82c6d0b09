package org.theoremeter.simulate.network;

import java.util.Arrays;
import org.theoremeter.simulate.network.ParameterBlock.Role;

/**
 * The LSTM (Hochreiter and Schmidhuber 1997, with forget gate): of the sums W_hh h + W_ih x + b for the gates i, f, g, o it makes
 * c ← σ(f) c + σ(i) tanh(g), h ← σ(o) tanh(c), read from h after the update.
 *
 * <p>Parameters: W_ih 4N×I, W_hh 4N×N, b (4N, one bias where PyTorch has two), W_out O×N, b_out. The state is h, then c.
 *
 * @param units N
 * @param inputs I
 * @param outputs O
 * @param readout what makes outputs of sums
 */
public record Lstm(int units, int inputs, int outputs, Readout readout) implements RecurrentNetwork {

    /** Gates of a unit. */
    public static final int GATES = 4;

    /** Checks the shape. */
    public Lstm {
        RecurrentNetwork.requireShape(units, inputs, outputs);
    }

    @Override
    public String name() {
        return "lstm";
    }

    @Override
    public int stateSize() {
        return 2 * units;
    }

    @Override
    public ParameterLayout layout() {
        return new ParameterLayout.Builder()
                .matrix("W_ih", Role.INPUT, GATES * units, inputs)
                .matrix("W_hh", Role.RECURRENT, GATES * units, units)
                .bias("b", GATES * units, units)
                .matrix("W_out", Role.OUTPUT, outputs, units)
                .bias("b_out", outputs, units)
                .build();
    }

    @Override
    public void step(double[] parameters, double[] state, double[] input, double[] next) {
        double[] gates = gates(parameters, state, input);
        for (int i = 0; i < units; i++) {
            double c = gates[units + i] * state[units + i] + gates[i] * gates[2 * units + i];
            next[units + i] = c;
            next[i] = gates[3 * units + i] * Math.tanh(c);
        }
    }

    @Override
    public void read(double[] parameters, double[] state, double[] output) {
        RecurrentNetwork.read(this, parameters, "W_out", Arrays.copyOf(state, units), output);
    }

    @Override
    public double[][] jacobian(double[] parameters, double[] state, double[] input) {
        double[] gates = gates(parameters, state, input);
        ParameterBlock w = layout().block("W_hh");
        double[][] jacobian = new double[2 * units][2 * units];
        for (int i = 0; i < units; i++) {
            double in = gates[i];
            double forget = gates[units + i];
            double candidate = gates[2 * units + i];
            double out = gates[3 * units + i];
            double old = state[units + i];
            double squashed = Math.tanh(forget * old + in * candidate);
            double slope = out * (1 - squashed * squashed);
            for (int k = 0; k < units; k++) {
                double byC = in * (1 - in) * candidate * parameters[w.at(i, k)]
                        + forget * (1 - forget) * old * parameters[w.at(units + i, k)]
                        + in * (1 - candidate * candidate) * parameters[w.at(2 * units + i, k)];
                jacobian[units + i][k] = byC;
                jacobian[i][k] = slope * byC + out * (1 - out) * squashed * parameters[w.at(3 * units + i, k)];
            }
            jacobian[units + i][units + i] = forget;
            jacobian[i][units + i] = slope * forget;
        }
        return jacobian;
    }

    /** Returns σ(i), σ(f), tanh(g), σ(o), one after another. */
    private double[] gates(double[] parameters, double[] state, double[] input) {
        ParameterLayout layout = layout();
        double[] sums = new double[GATES * units];
        RecurrentNetwork.addProduct(parameters, layout.block("W_hh"), state, sums);
        if (inputs > 0) {
            RecurrentNetwork.addProduct(parameters, layout.block("W_ih"), input, sums);
        }
        RecurrentNetwork.addVector(parameters, layout.block("b"), sums);
        for (int i = 0; i < sums.length; i++) {
            sums[i] = i / units == 2 ? Math.tanh(sums[i]) : Readout.LOGISTIC.of(sums[i]);
        }
        return sums;
    }
}
