package org.theoremeter.simulate;

import java.util.Map;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.random.RandomStreams;

/** Networks that several tests use, always the same. */
public final class Networks {

    private Networks() {}

    /** A network with random weights of a gain and independent random read-in and read-out of about unit length. */
    public static LinearRnn random(int size, double gain, long seed) {
        RandomStreams streams = RandomStreams.of(seed);
        return new LinearRnn(
                scaled(streams.gaussians("weights", size * size), gain / Math.sqrt(size)),
                scaled(streams.gaussians("read-in", size), 1 / Math.sqrt(size)),
                scaled(streams.gaussians("read-out", size), 1 / Math.sqrt(size)));
    }

    /** A network far from normal: a chain in which every neuron drives the next, and random weights of a gain. */
    public static LinearRnn chain(int size, double strength, double gain, long seed) {
        LinearRnn network = random(size, gain, seed);
        for (int i = 0; i + 1 < size; i++) {
            network.weights()[(i + 1) * size + i] += strength;
        }
        return network;
    }

    public static RealMatrix matrix(LinearRnn network) {
        return new Array2DRowRealMatrix(network.rows());
    }

    public static RealMatrix matrix(double[] rowByRow) {
        int size = (int) Math.round(Math.sqrt(rowByRow.length));
        return matrix(new LinearRnn(rowByRow, new double[size], new double[size]));
    }

    /** A copy in which one parameter array is moved by a multiple of a direction: {@code W}, {@code u} or {@code v}. */
    public static LinearRnn moved(LinearRnn network, Map<String, double[]> direction, double step) {
        return new LinearRnn(
                moved(network.weights(), direction.get("W"), step),
                moved(network.readIn(), direction.get("u"), step),
                moved(network.readOut(), direction.get("v"), step));
    }

    private static double[] moved(double[] values, double[] direction, double step) {
        double[] moved = values.clone();
        for (int i = 0; direction != null && i < moved.length; i++) {
            moved[i] += step * direction[i];
        }
        return moved;
    }

    private static double[] scaled(double[] values, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return values;
    }
}
