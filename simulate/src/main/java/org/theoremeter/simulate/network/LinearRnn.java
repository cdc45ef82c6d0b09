package org.theoremeter.simulate.network;

import java.util.Arrays;

/**
 * The linear network dh/dt = −h + W h + u x, y = vᵀ h (theory 0).
 *
 * <p>The arrays are held and handed out without copying: training changes them in place.
 *
 * @param weights W, N × N, row by row in one array; shared
 * @param readIn u, N entries; shared
 * @param readOut v, N entries; shared
 */
public record LinearRnn(double[] weights, double[] readIn, double[] readOut) {

    /**
     * Checks that the sizes match.
     *
     * @throws IllegalArgumentException if they do not
     */
    public LinearRnn {
        int size = readIn.length;
        if (size == 0 || readOut.length != size || weights.length != size * size) {
            throw new IllegalArgumentException("W has " + weights.length + ", u " + readIn.length + " and v "
                    + readOut.length + " entries; they must be N², N and N with N at least 1");
        }
    }

    /**
     * Builds a network whose read-in and read-out are both n = (1, …, 1)/√N, so that uᵀv = 1.
     *
     * <p>For weights with an isotropic distribution this is no loss of generality.
     *
     * @param weights W, N × N, row by row; shared
     * @throws IllegalArgumentException if it is not square
     */
    public static LinearRnn aligned(double[] weights) {
        double[] direction = direction((int) Math.round(Math.sqrt(weights.length)));
        return new LinearRnn(weights, direction, direction.clone());
    }

    /** Returns the unit vector n = (1, …, 1)/√N. */
    public static double[] direction(int size) {
        double[] direction = new double[size];
        Arrays.fill(direction, 1 / Math.sqrt(size));
        return direction;
    }

    /** Returns the number of neurons N. */
    public int size() {
        return readIn.length;
    }

    /** Returns the same network in new arrays. */
    public LinearRnn copy() {
        return new LinearRnn(weights.clone(), readIn.clone(), readOut.clone());
    }

    /** Returns the weights as a new array of rows. */
    public double[][] rows() {
        double[][] rows = new double[size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(weights, i * rows.length, (i + 1) * rows.length);
        }
        return rows;
    }
}
