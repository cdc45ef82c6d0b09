package org.theoremeter.simulate;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.random.RandomStreams;

/**
 * A plane in the space of N neurons, into which networks of two neurons are put.
 *
 * @param basis N × 2, with orthonormal columns: the images of (1, 0) and (0, 1)
 */
public record Plane(RealMatrix basis) {

    /** Draws a plane that has no direction in common with the axes. */
    public static Plane random(RandomStreams streams, int size) {
        RealMatrix columns = new Array2DRowRealMatrix(size, 2);
        columns.setColumn(0, streams.gaussians("first", size));
        columns.setColumn(1, streams.gaussians("second", size));
        return new Plane(new QRDecomposition(columns).getQ().getSubMatrix(0, size - 1, 0, 1));
    }

    /** Puts a network of two neurons on the plane; off it there are no weights. */
    public LinearRnn embed(LinearRnn small) {
        RealMatrix weights = basis.multiply(Networks.matrix(small)).multiplyTransposed(basis);
        return new LinearRnn(flat(weights), basis.operate(small.readIn()), basis.operate(small.readOut()));
    }

    /** Returns the entries of an N × N matrix, given row by row, on the plane. */
    public double[] project(double[] matrix) {
        return flat(basis.transposeMultiply(Networks.matrix(matrix)).multiply(basis));
    }

    /** Returns the Frobenius norm of what a matrix has off the plane. */
    public double off(double[] matrix) {
        RealMatrix inside = basis.multiply(Networks.matrix(project(matrix))).multiplyTransposed(basis);
        return Networks.matrix(matrix).subtract(inside).getFrobeniusNorm();
    }

    private static double[] flat(RealMatrix matrix) {
        int width = matrix.getColumnDimension();
        double[] flat = new double[matrix.getRowDimension() * width];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = matrix.getEntry(i / width, i % width);
        }
        return flat;
    }
}
