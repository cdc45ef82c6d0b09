package org.theoremeter.simulate.network;

import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.theoremeter.simulate.network.ParameterBlock.Role;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.theory.text.Quotation;

/** Names how a network's parameters are drawn; every block has a stream of its own. */
public enum Initialisation {
    /**
     * What the network's source takes. Leaky network: {@link #XAVIER}. Rank-K network: m, n ~ N(0, 1/N), b = 0,
     * W_out ~ N(0, 1/K), b_out ~ N(0, 1). LSTM: all uniform in ±1/√N (PyTorch's default), 1 added to the forget gate's bias.
     * Tanh and piecewise-linear network: {@link #GAUSSIAN}; A = 0.9.
     */
    PUBLISHED,
    /**
     * Weights uniform in ±√(6/(rows + columns)) (Xavier and Glorot), biases uniform in ±1/√fan-in (PyTorch's default), the
     * recurrent diagonal zero, where weights go from units to the same units.
     */
    XAVIER,
    /**
     * Recurrent weights N(0, g²/columns) with gain g, input and output weights N(0, 1/columns), biases zero. For rank K,
     * m ~ N(0, g²/N).
     */
    GAUSSIAN;

    /** Diagonal of a piecewise-linear network's A. */
    private static final double DECAY = 0.9;

    /** Returns the word by which settings name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the initialisation of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Initialisation of(String word) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "found " + Quotation.of(word) + ", accepted: " + String.join(", ", words())));
    }

    /** Returns the words of all. */
    public static String[] words() {
        return Arrays.stream(values()).map(Initialisation::word).toArray(String[]::new);
    }

    /**
     * Draws parameters.
     *
     * @param gain g, for {@link #GAUSSIAN}
     */
    public double[] draw(RecurrentNetwork network, double gain, RandomStreams streams) {
        double[] parameters = new double[network.layout().size()];
        RandomStreams own = streams.child("initial-parameters");
        for (ParameterBlock block : network.layout().blocks()) {
            fill(network, block, gain, own, parameters);
        }
        if (network instanceof Lstm && this == PUBLISHED) {
            int forget = network.layout().block("b").offset() + network.units();
            for (int i = 0; i < network.units(); i++) {
                parameters[forget + i] += 1;
            }
        }
        return parameters;
    }

    private void fill(
            RecurrentNetwork network, ParameterBlock block, double gain, RandomStreams streams, double[] parameters) {
        if (block.role() == Role.DECAY) {
            Arrays.fill(parameters, block.offset(), block.offset() + block.size(), DECAY);
            return;
        }
        double[] range = range(network, block, gain);
        if (range[0] > 0) {
            UniformRandomProvider source = streams.stream(block.name());
            for (int i = block.offset(); i < block.offset() + block.size(); i++) {
                parameters[i] = range[0] * (2 * source.nextDouble() - 1);
            }
        } else if (range[1] > 0) {
            double[] normals = streams.gaussians(block.name(), block.size());
            for (int i = 0; i < normals.length; i++) {
                parameters[block.offset() + i] = range[1] * normals[i];
            }
        }
        // a rank-K network's m and n may be square, but go to latents and from them
        if (block.role() == Role.RECURRENT
                && block.rows() == block.columns()
                && !(network instanceof RankKRnn)
                && (range[0] > 0 || network.zeroDiagonal())) {
            for (int i = 0; i < block.rows(); i++) {
                parameters[block.at(i, i)] = 0;
            }
        }
    }

    /** Returns the half width of a uniform distribution and the deviation of a normal one; at most one is not zero. */
    private double[] range(RecurrentNetwork network, ParameterBlock block, double gain) {
        boolean bias = block.role() == Role.BIAS;
        if (this == PUBLISHED && network instanceof Lstm) {
            return new double[] {1 / Math.sqrt(network.units()), 0};
        }
        if (this == PUBLISHED && network instanceof RankKRnn) {
            double deviation = block.name().equals("b_out") ? 1 : bias ? 0 : deviation(network, block, 1);
            return new double[] {0, deviation};
        }
        if (this == XAVIER || (this == PUBLISHED && network instanceof LeakyRnn)) {
            double fan = bias ? block.fanIn() : (block.rows() + block.columns()) / 6.0;
            return new double[] {1 / Math.sqrt(fan), 0};
        }
        return new double[] {0, bias ? 0 : deviation(network, block, gain)};
    }

    private static double deviation(RecurrentNetwork network, ParameterBlock block, double gain) {
        // m of a rank-K network has K columns but belongs to sums over N units
        int fan = block.name().equals("m") && network instanceof RankKRnn ? block.rows() : block.columns();
        return (block.role() == Role.RECURRENT ? gain : 1) / Math.sqrt(fan);
    }
}
