package org.theoremeter.simulate.network;

import org.theoremeter.simulate.network.ParameterBlock.Role;

/**
 * The rank-K network, x ← (1 − α) x + α tanh(m n x + b + W_in u + ε), read after the update from its latents κ = n x:
 * o = W_out κ + b_out, squashed by the read-out.
 *
 * <p>Parameters: m N×K, n K×N, b, W_in N×I, W_out O×K, b_out.
 *
 * @param units N
 * @param rank K
 * @param inputs I, 0 in the STM paper
 * @param outputs O
 * @param alpha α = Δt/τ_m, in (0, 1]
 * @param readout what makes outputs of sums
 */
public record RankKRnn(int units, int rank, int inputs, int outputs, double alpha, Readout readout)
        implements RecurrentNetwork {

    /** Checks shape, rank and step. */
    public RankKRnn {
        RecurrentNetwork.requireShape(units, inputs, outputs);
        RecurrentNetwork.requireFraction(alpha);
        if (rank < 1 || rank > units) {
            throw new IllegalArgumentException(
                    "found rank " + rank + ", accepted: from 1 to the number of units, " + units);
        }
    }

    @Override
    public String name() {
        return "rank-k-rnn";
    }

    @Override
    public ParameterLayout layout() {
        return new ParameterLayout.Builder()
                .matrix("m", Role.RECURRENT, units, rank)
                .matrix("n", Role.RECURRENT, rank, units)
                .bias("b", units, units)
                .matrix("W_in", Role.INPUT, units, inputs)
                .matrix("W_out", Role.OUTPUT, outputs, rank)
                .bias("b_out", outputs, rank)
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
        readLatents(parameters, latents(parameters, state), output);
    }

    /**
     * Reads the output from the latents alone.
     *
     * @param latents κ, of length K
     * @param output set to the O outputs
     */
    public void readLatents(double[] parameters, double[] latents, double[] output) {
        RecurrentNetwork.read(this, parameters, "W_out", latents, output);
    }

    /** Returns the columns of m, from each latent to the units: K new arrays of length N. */
    public double[][] leftVectors(double[] parameters) {
        ParameterBlock m = layout().block("m");
        double[][] vectors = new double[rank][units];
        for (int k = 0; k < rank; k++) {
            for (int i = 0; i < units; i++) {
                vectors[k][i] = parameters[m.at(i, k)];
            }
        }
        return vectors;
    }

    /** Returns the rows of n, from the units to each latent: K new arrays of length N. */
    public double[][] rightVectors(double[] parameters) {
        ParameterBlock n = layout().block("n");
        double[][] vectors = new double[rank][units];
        for (int k = 0; k < rank; k++) {
            for (int i = 0; i < units; i++) {
                vectors[k][i] = parameters[n.at(k, i)];
            }
        }
        return vectors;
    }

    /** Returns b, a new array of length N. */
    public double[] biases(double[] parameters) {
        double[] biases = new double[units];
        System.arraycopy(parameters, layout().block("b").offset(), biases, 0, units);
        return biases;
    }

    /** Returns κ = n x. */
    public double[] latents(double[] parameters, double[] state) {
        double[] latents = new double[rank];
        RecurrentNetwork.addProduct(parameters, layout().block("n"), state, latents);
        return latents;
    }

    @Override
    public double[][] jacobian(double[] parameters, double[] state, double[] input) {
        double[] active = active(parameters, state, input);
        ParameterBlock m = layout().block("m");
        ParameterBlock n = layout().block("n");
        double[][] jacobian = new double[units][units];
        for (int i = 0; i < units; i++) {
            double slope = alpha * (1 - active[i] * active[i]);
            for (int k = 0; k < units; k++) {
                double weight = 0;
                for (int l = 0; l < rank; l++) {
                    weight += parameters[m.at(i, l)] * parameters[n.at(l, k)];
                }
                jacobian[i][k] = slope * weight;
            }
            jacobian[i][i] += 1 - alpha;
        }
        return jacobian;
    }

    private double[] active(double[] parameters, double[] state, double[] input) {
        ParameterLayout layout = layout();
        double[] sums = new double[units];
        RecurrentNetwork.addProduct(parameters, layout.block("m"), latents(parameters, state), sums);
        RecurrentNetwork.addVector(parameters, layout.block("b"), sums);
        if (inputs > 0) {
            RecurrentNetwork.addProduct(parameters, layout.block("W_in"), input, sums);
        }
        for (int i = 0; i < units; i++) {
            sums[i] = Math.tanh(sums[i]);
        }
        return sums;
    }
}
