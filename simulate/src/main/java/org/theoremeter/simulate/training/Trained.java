package org.theoremeter.simulate.training;

import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.network.LinearRnn;

/**
 * Says which parameters training changes, all by one rate (theory 0).
 *
 * <p>The state of a flow is one array: W, N × N row by row, and behind it u and v if they are trained too.
 */
public enum Trained {
    /** W only. */
    WEIGHTS,
    /** W, u and v. */
    ALL;

    /** Returns the Euclidean norm of what is trained of a network: ‖W‖_F, or √(‖W‖_F² + |u|² + |v|²). */
    public double norm(LinearRnn network) {
        return norm(network.weights(), network.readIn(), network.readOut());
    }

    /** Returns that of the gradient where it was last evaluated: the speed of training. */
    public double norm(LossGradient gradient) {
        return norm(gradient.byWeights(), gradient.byReadIn(), gradient.byReadOut());
    }

    private double norm(double[] weights, double[] readIn, double[] readOut) {
        double square = Rows.dot(weights, weights);
        if (this == ALL) {
            square += Rows.dot(readIn, readIn) + Rows.dot(readOut, readOut);
        }
        return Math.sqrt(square);
    }

    /** Returns the length of the state. */
    private int dimension(int size) {
        return this == ALL ? size * size + 2 * size : size * size;
    }

    /** Returns the state of a network as a new array. */
    double[] state(LinearRnn network) {
        double[] state = new double[dimension(network.size())];
        gather(network.weights(), network.readIn(), network.readOut(), state);
        return state;
    }

    /** Writes a state into a network; what is not trained stays. */
    void write(double[] state, LinearRnn network) {
        int size = network.size();
        System.arraycopy(state, 0, network.weights(), 0, size * size);
        if (this == ALL) {
            System.arraycopy(state, size * size, network.readIn(), 0, size);
            System.arraycopy(state, size * size + size, network.readOut(), 0, size);
        }
    }

    /** Writes the negative of the evaluated gradient, in the order of the state. */
    void descent(LossGradient gradient, double[] slope) {
        gather(gradient.byWeights(), gradient.byReadIn(), gradient.byReadOut(), slope);
        for (int i = 0; i < slope.length; i++) {
            slope[i] = -slope[i];
        }
    }

    /** Makes one step of descent by the evaluated gradient, W ← W − η ∂L/∂W and so on. */
    void step(LinearRnn network, LossGradient gradient, double rate) {
        step(network.weights(), gradient.byWeights(), rate);
        if (this == ALL) {
            step(network.readIn(), gradient.byReadIn(), rate);
            step(network.readOut(), gradient.byReadOut(), rate);
        }
    }

    private void gather(double[] weights, double[] readIn, double[] readOut, double[] state) {
        System.arraycopy(weights, 0, state, 0, weights.length);
        if (this == ALL) {
            System.arraycopy(readIn, 0, state, weights.length, readIn.length);
            System.arraycopy(readOut, 0, state, weights.length + readIn.length, readOut.length);
        }
    }

    private static void step(double[] values, double[] derivatives, double rate) {
        for (int i = 0; i < values.length; i++) {
            values[i] -= rate * derivatives[i];
        }
    }
}
