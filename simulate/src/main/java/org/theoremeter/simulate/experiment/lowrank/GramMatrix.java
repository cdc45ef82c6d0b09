package org.theoremeter.simulate.experiment.lowrank;

import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.random.RandomStreams;

/** A prescribed matrix G = XᵀX of inner products, and vectors of any number of entries that have it (theory 5.4). */
final class GramMatrix {

    /** Part of the largest eigenvalue below which a negative one is rounding. */
    private static final double ROUNDING = 1e-13;

    private final double[] eigenvalues;
    private final double[][] eigenvectors;

    /**
     * Decomposes.
     *
     * @param entries G, symmetric, one array a row
     */
    GramMatrix(double[][] entries) {
        EigenDecompositionSymmetric decomposition =
                new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(entries));
        eigenvalues = decomposition.getEigenvalues();
        eigenvectors = decomposition.getV().getData();
    }

    double smallest() {
        double smallest = Double.POSITIVE_INFINITY;
        for (double eigenvalue : eigenvalues) {
            smallest = Math.min(smallest, eigenvalue);
        }
        return smallest;
    }

    /** Returns whether no eigenvalue is negative, but for rounding: then there are vectors that have these products. */
    boolean isPositive() {
        double largest = 0;
        for (double eigenvalue : eigenvalues) {
            largest = Math.max(largest, Math.abs(eigenvalue));
        }
        return smallest() >= -ROUNDING * largest;
    }

    /**
     * Returns vectors with these inner products, X = Q Λ^½ Vᵀ with G = V Λ Vᵀ and an orthonormal frame Q.
     *
     * @param frame as many vectors as G has rows, which are orthonormalised
     */
    double[][] vectors(double[][] frame) {
        orthonormalise(frame);
        int size = frame[0].length;
        double[][] vectors = new double[eigenvalues.length][size];
        for (int c = 0; c < vectors.length; c++) {
            for (int a = 0; a < frame.length; a++) {
                Rows.add(eigenvectors[c][a] * Math.sqrt(Math.max(0, eigenvalues[a])), frame[a], vectors[c]);
            }
        }
        return vectors;
    }

    /** Returns Gaussian vectors, in whose frame no direction is special. */
    double[][] random(int size, RandomStreams streams) {
        double[] numbers = streams.gaussians("embedding", eigenvalues.length * size);
        double[][] frame = new double[eigenvalues.length][size];
        for (int a = 0; a < frame.length; a++) {
            System.arraycopy(numbers, a * size, frame[a], 0, size);
        }
        return frame;
    }

    /** Returns cosines, cos(π a (i + ½)/N), a frame that draws nothing. */
    double[][] cosines(int size) {
        double[][] frame = new double[eigenvalues.length][size];
        for (int a = 0; a < frame.length; a++) {
            for (int i = 0; i < size; i++) {
                frame[a][i] = Math.cos(Math.PI * a * (i + 0.5) / size);
            }
        }
        return frame;
    }

    /** Twice, as once leaves rounding behind. */
    private static void orthonormalise(double[][] frame) {
        for (int a = 0; a < frame.length; a++) {
            for (int pass = 0; pass < 2; pass++) {
                for (int earlier = 0; earlier < a; earlier++) {
                    Rows.add(-Rows.dot(frame[earlier], frame[a]), frame[earlier], frame[a]);
                }
                double norm = Rows.norm(frame[a]);
                for (int i = 0; i < frame[a].length; i++) {
                    frame[a][i] /= norm;
                }
            }
        }
    }
}
