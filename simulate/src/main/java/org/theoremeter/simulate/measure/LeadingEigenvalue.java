package org.theoremeter.simulate.measure;

import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.network.LinearRnn;

/**
 * Follows the eigenvalue of largest modulus through training, step by step; one a thread.
 *
 * <p>Power iteration from the last eigenvector, accepted when the residual |Wx − λx| is at rounding; a clear outlier
 * takes a few products. The start is mixed with a fixed vector, so that an eigenvalue that has overtaken the old one
 * is found. Where the iteration does not settle (no outlier, or a complex pair), all eigenvalues are computed.
 */
public final class LeadingEigenvalue {

    private static final int ITERATIONS = 200;
    private static final double RESIDUAL = 1e-14;
    private static final double MIX = 1e-3;

    private final double[] mixture;
    private double[] vector;
    private double[] image;

    /** Prepares for networks of one size, starting at n = (1, …, 1)/√N. */
    public LeadingEigenvalue(int size) {
        vector = LinearRnn.direction(size);
        image = new double[size];
        mixture = new double[size];
        for (int i = 0; i < size; i++) {
            // entries without pattern and of both signs, the same in every run
            mixture[i] = MIX / Math.sqrt(size) * Math.cos(1 + 0.5 * i * i);
        }
    }

    /**
     * Returns the real part of the eigenvalue of largest modulus.
     *
     * @param network finite, of the size prepared for
     */
    public double of(LinearRnn network) {
        double[] weights = network.weights();
        Rows.add(1, mixture, vector);
        normalise(vector);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            multiply(weights);
            double value = Rows.dot(vector, image);
            double residual = 0;
            for (int i = 0; i < image.length; i++) {
                double difference = image[i] - value * vector[i];
                residual = Math.fma(difference, difference, residual);
            }
            if (Math.sqrt(residual) <= RESIDUAL * Math.max(1, Math.abs(value))) {
                return value;
            }
            double[] swap = vector;
            vector = image;
            image = swap;
            normalise(vector);
        }
        vector = LinearRnn.direction(vector.length);
        return Spectrum.of(network.rows()).leading();
    }

    private void multiply(double[] weights) {
        int size = vector.length;
        for (int i = 0; i < size; i++) {
            double sum = 0;
            double other = 0;
            int row = i * size;
            int j = 0;
            for (; j + 1 < size; j += 2) {
                sum = Math.fma(weights[row + j], vector[j], sum);
                other = Math.fma(weights[row + j + 1], vector[j + 1], other);
            }
            if (j < size) {
                sum = Math.fma(weights[row + j], vector[j], sum);
            }
            image[i] = sum + other;
        }
    }

    private static void normalise(double[] x) {
        double norm = Rows.norm(x);
        for (int i = 0; i < x.length; i++) {
            x[i] /= norm;
        }
    }
}
