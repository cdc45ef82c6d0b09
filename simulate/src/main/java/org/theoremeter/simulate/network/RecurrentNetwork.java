package org.theoremeter.simulate.network;

import java.util.Arrays;

/**
 * Describes a nonlinear recurrent network: its shape, its parameters in one flat vector, and one step of its dynamics without
 * noise, on one sample, in double precision with {@link Math}: what the batch arithmetic of training is held against, and what
 * measures of the dynamics (Jacobians, fixed points) use.
 */
public sealed interface RecurrentNetwork permits LeakyRnn, TanhRnn, PiecewiseLinearRnn, Lstm, RankKRnn {

    /** Returns the name of the kind, such as {@code leaky-rnn}. */
    String name();

    /** Returns N, the number of units. */
    int units();

    /** Returns the number of input channels, possibly 0. */
    int inputs();

    /** Returns the number of output channels. */
    int outputs();

    /** Returns how outputs are made of the read sum. */
    Readout readout();

    /** Returns the layout of the parameters. */
    ParameterLayout layout();

    /** Returns the length of the state: N, or 2N (h, then c) for the LSTM. */
    default int stateSize() {
        return units();
    }

    /** Tells whether the output of a step is read from the state before the step's update, not after it. */
    default boolean readsBefore() {
        return false;
    }

    /** Tells whether units have no weights onto themselves, so that these stay zero in training. */
    default boolean zeroDiagonal() {
        return false;
    }

    /**
     * Takes one step without noise.
     *
     * @param parameters flat vector, as laid out
     * @param state state before it
     * @param input one number a channel
     * @param next set to the state after it; not the array of the state
     */
    void step(double[] parameters, double[] state, double[] input, double[] next);

    /** Sets {@code output} to what is read from a state. */
    void read(double[] parameters, double[] state, double[] output);

    /** Returns the Jacobian ∂next/∂state of a step, row by row. */
    double[][] jacobian(double[] parameters, double[] state, double[] input);

    /** Adds W x of a block of the parameters to {@code to}. */
    static void addProduct(double[] parameters, ParameterBlock w, double[] x, double[] to) {
        for (int i = 0; i < w.rows(); i++) {
            double sum = 0;
            for (int k = 0; k < w.columns(); k++) {
                sum += parameters[w.at(i, k)] * x[k];
            }
            to[i] += sum;
        }
    }

    /** Adds a block of one column to {@code to}. */
    static void addVector(double[] parameters, ParameterBlock b, double[] to) {
        for (int i = 0; i < b.rows(); i++) {
            to[i] += parameters[b.offset() + i];
        }
    }

    /** Sets outputs from W_out x + b_out, the block of the bias being optional. */
    static void read(RecurrentNetwork network, double[] parameters, String weights, double[] x, double[] output) {
        Arrays.fill(output, 0);
        addProduct(parameters, network.layout().block(weights), x, output);
        network.layout().blocks().stream()
                .filter(block -> block.name().equals("b_out"))
                .forEach(block -> addVector(parameters, block, output));
        for (int i = 0; i < output.length; i++) {
            output[i] = network.readout().of(output[i]);
        }
    }

    /** Refuses sizes below 1 (below 0 for inputs). */
    static void requireShape(int units, int inputs, int outputs) {
        if (units < 1 || inputs < 0 || outputs < 1) {
            throw new IllegalArgumentException("found " + units + " units, " + inputs + " inputs and " + outputs
                    + " outputs, accepted: at least 1, 0 and 1");
        }
    }

    /** Refuses a step that is not in (0, 1]. */
    static void requireFraction(double alpha) {
        if (!(alpha > 0 && alpha <= 1)) {
            throw new IllegalArgumentException("found α = Δt/τ_m = " + alpha + ", accepted: a number in (0, 1]");
        }
    }
}
