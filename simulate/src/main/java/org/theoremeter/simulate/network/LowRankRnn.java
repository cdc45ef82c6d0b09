package org.theoremeter.simulate.network;

import java.util.Arrays;

/**
 * The linear network dh/dt = −h + W h + u x, y = vᵀ h whose weights W = m nᵀ have rank R (theory 5), by its factors.
 *
 * <p>The arrays are held and handed out without copying: training changes them in place.
 *
 * @param left the columns of m, R arrays of N entries; shared
 * @param right the columns of n, as many; shared
 * @param readIn u, N entries; shared
 * @param readOut v, N entries; shared
 */
public record LowRankRnn(double[][] left, double[][] right, double[] readIn, double[] readOut) {

    /**
     * Checks that the sizes match.
     *
     * @throws IllegalArgumentException if they do not
     */
    public LowRankRnn {
        int size = readIn.length;
        boolean fits = size > 0 && readOut.length == size && left.length > 0 && right.length == left.length;
        for (int r = 0; fits && r < left.length; r++) {
            fits = left[r].length == size && right[r].length == size;
        }
        if (!fits) {
            throw new IllegalArgumentException("m has " + left.length + " and n " + right.length + " columns, u "
                    + size + " and v " + readOut.length
                    + " entries; accepted: R at least 1 of either, and N at least 1 entries in each");
        }
    }

    /** Returns the number of neurons N. */
    public int size() {
        return readIn.length;
    }

    /** Returns R. */
    public int rank() {
        return left.length;
    }

    /** Returns the columns of X = [m n u v], 2R + 2 arrays of N entries; shared. */
    public double[][] columns() {
        int rank = rank();
        double[][] columns = Arrays.copyOf(left, 2 * rank + 2);
        System.arraycopy(right, 0, columns, rank, rank);
        columns[2 * rank] = readIn;
        columns[2 * rank + 1] = readOut;
        return columns;
    }

    /**
     * Returns the network with the columns X = [m n u v].
     *
     * @param columns an even number of arrays, at least 4; shared
     */
    public static LowRankRnn of(double[][] columns) {
        int rank = columns.length / 2 - 1;
        return new LowRankRnn(
                Arrays.copyOf(columns, rank),
                Arrays.copyOfRange(columns, rank, 2 * rank),
                columns[2 * rank],
                columns[2 * rank + 1]);
    }

    /** Returns the same network in new arrays. */
    public LowRankRnn copy() {
        return of(Arrays.stream(columns()).map(double[]::clone).toArray(double[][]::new));
    }

    /** Writes W = m nᵀ, row by row in one array of N² entries. */
    public void writeWeights(double[] weights) {
        int size = size();
        Arrays.fill(weights, 0);
        for (int r = 0; r < rank(); r++) {
            for (int i = 0; i < size; i++) {
                double factor = left[r][i];
                for (int j = 0; j < size; j++) {
                    weights[i * size + j] = Math.fma(factor, right[r][j], weights[i * size + j]);
                }
            }
        }
    }
}
