package org.theoremeter.simulate.experiment.modes;

import java.util.List;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.network.SequenceRnn;

/**
 * Directions along which the modes are looked at.
 *
 * @param outputs u_1 to u_K, orthonormal, Q entries each
 * @param inputs v_1 to v_K, orthonormal, P entries each
 * @param neurons r_1 to r_K, unit vectors, N entries each
 */
record Frame(List<double[]> outputs, List<double[]> inputs, List<double[]> neurons) {

    Frame {
        outputs = List.copyOf(outputs);
        inputs = List.copyOf(inputs);
        neurons = List.copyOf(neurons);
    }

    int modes() {
        return neurons.size();
    }

    /** Returns a = rᵀ W_x v of a mode, counted from 0. */
    double a(SequenceRnn network, int mode) {
        return Rows.dot(neurons.get(mode), times(network.readIn(), inputs.get(mode)));
    }

    /** Returns b = rᵀ W_h r. */
    double b(SequenceRnn network, int mode) {
        return Rows.dot(neurons.get(mode), times(network.recurrent(), neurons.get(mode)));
    }

    /** Returns c = uᵀ W_y r. */
    double c(SequenceRnn network, int mode) {
        return Rows.dot(outputs.get(mode), times(network.readOut(), neurons.get(mode)));
    }

    /** Returns uᵀ W_y W_h^lag W_x v, which no choice of basis of the neurons changes. */
    double response(SequenceRnn network, int mode, int lag) {
        double[] hidden = times(network.readIn(), inputs.get(mode));
        for (int k = 0; k < lag; k++) {
            hidden = times(network.recurrent(), hidden);
        }
        return Rows.dot(outputs.get(mode), times(network.readOut(), hidden));
    }

    /** Returns |W_x v|² − |W_yᵀ u|², which is a² − c² of an aligned network. */
    double balance(SequenceRnn network, int mode) {
        double[] in = times(network.readIn(), inputs.get(mode));
        double[] out = new double[network.neurons()];
        Rows.transposedTimes(network.readOut(), outputs.get(mode), out);
        return Rows.dot(in, in) - Rows.dot(out, out);
    }

    /** Returns √(‖W_x − R a Vᵀ‖² + ‖W_h − R b Rᵀ‖² + ‖W_y − U c Rᵀ‖²), what is not aligned. */
    double leakage(SequenceRnn network) {
        SequenceRnn rest = new SequenceRnn(copy(network.readIn()), copy(network.recurrent()), copy(network.readOut()));
        for (int k = 0; k < modes(); k++) {
            subtract(a(network, k), neurons.get(k), inputs.get(k), rest.readIn());
            subtract(b(network, k), neurons.get(k), neurons.get(k), rest.recurrent());
            subtract(c(network, k), outputs.get(k), neurons.get(k), rest.readOut());
        }
        double[] all = new double[rest.dimension()];
        rest.gather(all);
        return Rows.norm(all);
    }

    /** Returns M x. */
    private static double[] times(double[][] rows, double[] x) {
        double[] product = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            product[i] = Rows.dot(rows[i], x);
        }
        return product;
    }

    private static double[][] copy(double[][] rows) {
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }

    private static void subtract(double factor, double[] left, double[] right, double[][] from) {
        for (int i = 0; i < left.length; i++) {
            Rows.add(-factor * left[i], right, from[i]);
        }
    }
}
