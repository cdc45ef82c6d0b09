package org.theoremeter.simulate.fixedpoint.map;

import java.util.Arrays;
import org.theoremeter.simulate.network.LeakyRnn;
import org.theoremeter.simulate.network.PiecewiseLinearRnn;
import org.theoremeter.simulate.network.RankKRnn;
import org.theoremeter.simulate.network.RecurrentNetwork;
import org.theoremeter.simulate.network.TanhRnn;

/**
 * The map of a network without noise whose input is held, from the network's own step and derivative; what is known of a kind
 * beyond that is in the classes that extend it.
 */
public class NetworkMap implements SearchedMap {

    private final RecurrentNetwork network;
    private final double[] parameters;
    private final double[] input;

    /** Holds a network's parameters and input; shared. */
    NetworkMap(RecurrentNetwork network, double[] parameters, double[] input) {
        this.network = network;
        this.parameters = parameters;
        this.input = input;
    }

    /** Shares what another holds. */
    NetworkMap(NetworkMap other) {
        this(other.network, other.parameters, other.input);
    }

    /**
     * Returns the map of a network.
     *
     * @param parameters flat vector, as laid out by the network; copied
     * @param input what is held, one number a channel; copied
     * @throws IllegalArgumentException if either has another length
     */
    public static NetworkMap of(RecurrentNetwork network, double[] parameters, double[] input) {
        requireLength("parameters", parameters.length, network.layout().size());
        requireLength("inputs", input.length, network.inputs());
        double[] weights = parameters.clone();
        double[] held = input.clone();
        if (network instanceof LeakyRnn leaky) {
            return RateMap.of(leaky, weights, held);
        }
        if (network instanceof RankKRnn rank) {
            return RateMap.of(rank, weights, held);
        }
        if (network instanceof TanhRnn tanh) {
            return CurrentMap.of(tanh, weights, held);
        }
        if (network instanceof PiecewiseLinearRnn piecewise) {
            return PiecewiseMap.of(piecewise, weights, held);
        }
        return new NetworkMap(network, weights, held);
    }

    private static void requireLength(String what, int found, int accepted) {
        if (found != accepted) {
            throw new IllegalArgumentException("found " + found + " " + what + ", accepted: " + accepted);
        }
    }

    @Override
    public SearchedMap another() {
        return this;
    }

    @Override
    public int dimension() {
        return network.stateSize();
    }

    @Override
    public void step(double[] state, double[] next) {
        network.step(parameters, state, input, next);
    }

    @Override
    public void step(double[] state, double[] direction, double[] next, double[] nextDirection) {
        step(state, next);
        double[][] derivative = jacobian(state);
        for (int i = 0; i < nextDirection.length; i++) {
            nextDirection[i] = 0;
            for (int k = 0; k < direction.length; k++) {
                nextDirection[i] += derivative[i][k] * direction[k];
            }
        }
    }

    @Override
    public double[][] jacobian(double[] state) {
        return network.jacobian(parameters, state, input);
    }

    @Override
    public double[] read(double[] state) {
        double[] output = new double[network.outputs()];
        network.read(parameters, state, output);
        return output;
    }

    /** Returns what is held as input, a new array. */
    public double[] input() {
        return Arrays.copyOf(input, input.length);
    }

    /** Names the network. */
    @Override
    public String toString() {
        return network.name() + " of " + network.units() + " units";
    }
}
