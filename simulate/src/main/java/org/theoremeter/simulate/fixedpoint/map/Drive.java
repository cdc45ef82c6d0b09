package org.theoremeter.simulate.fixedpoint.map;

import org.theoremeter.simulate.network.ParameterBlock;
import org.theoremeter.simulate.network.RecurrentNetwork;

/**
 * What a held input and the biases add to every unit.
 *
 * @param sum the sum
 * @param size the sum of the absolute values of its terms, by which its rounding is bounded
 */
record Drive(double[] sum, double[] size) {

    /**
     * Adds them.
     *
     * @param input one number a channel
     * @param weights name of the block of the input's weights
     * @param biases names of the blocks of biases
     */
    static Drive of(RecurrentNetwork network, double[] parameters, double[] input, String weights, String... biases) {
        double[] sum = new double[network.units()];
        double[] size = new double[network.units()];
        if (network.inputs() > 0) {
            ParameterBlock w = network.layout().block(weights);
            for (int i = 0; i < sum.length; i++) {
                for (int k = 0; k < input.length; k++) {
                    add(sum, size, i, parameters[w.at(i, k)] * input[k]);
                }
            }
        }
        for (String name : biases) {
            int offset = network.layout().block(name).offset();
            for (int i = 0; i < sum.length; i++) {
                add(sum, size, i, parameters[offset + i]);
            }
        }
        for (int i = 0; i < size.length; i++) {
            size[i] *= 1 + network.inputs();
        }
        return new Drive(sum, size);
    }

    private static void add(double[] sum, double[] size, int i, double term) {
        sum[i] += term;
        size[i] += Math.abs(term);
    }
}
