package org.theoremeter.simulate.arithmetic;

import java.util.Arrays;

/**
 * Multiplies matrices that are held as arrays of rows.
 *
 * <p>The loops add a few scaled rows to one or two others. Their bodies are kept so small that the compiler still
 * unrolls and vectorises them: four rows onto one for a product with a vector, two onto two for a product of
 * matrices. Longer bodies run at scalar speed. All sums have a fixed order, so results are reproducible bit for bit.
 */
public final class Rows {

    /** Rows of the right factor that are used while they are in the cache. */
    private static final int BLOCK = 64;

    private Rows() {}

    /**
     * Multiplies by the transpose: y = Rᵀ x, that is, y = Σ_i x_i R_i.
     *
     * @param rows the matrix R, one array a row, as many as x has entries
     * @param x the factor
     * @param y receives the product, as long as a row
     */
    public static void transposedTimes(double[][] rows, double[] x, double[] y) {
        Arrays.fill(y, 0);
        int i = 0;
        for (; i + 3 < x.length; i += 4) {
            add(x[i], x[i + 1], x[i + 2], x[i + 3], rows[i], rows[i + 1], rows[i + 2], rows[i + 3], y);
        }
        for (; i < x.length; i++) {
            add(x[i], rows[i], y);
        }
    }

    /**
     * Multiplies several vectors at once by the transpose, y_a = Rᵀ x_a = Σ_i x_a,i R_i, so that the matrix is read
     * from memory once.
     *
     * @param x the factors, one array each
     * @param from index in x of the first
     * @param rows the matrix R, one array a row
     * @param y receives the products
     * @param to index in y of the first; the products must not overlap the factors
     * @param count how many
     */
    public static void transposedTimes(double[][] x, int from, double[][] rows, double[][] y, int to, int count) {
        for (int a = 0; a < count; a++) {
            Arrays.fill(y[to + a], 0);
        }
        for (int start = 0; start < rows.length; start += BLOCK) {
            int end = Math.min(rows.length, start + BLOCK);
            for (int a = 0; a < count; a += 2) {
                double[] x0 = x[from + a];
                double[] y0 = y[to + a];
                if (a + 1 == count) {
                    for (int i = start; i < end; i++) {
                        add(x0[i], rows[i], y0);
                    }
                    continue;
                }
                double[] x1 = x[from + a + 1];
                double[] y1 = y[to + a + 1];
                int i = start;
                for (; i + 1 < end; i += 2) {
                    add(x0[i], x0[i + 1], x1[i], x1[i + 1], rows[i], rows[i + 1], y0, y1);
                }
                if (i < end) {
                    add(x0[i], rows[i], y0);
                    add(x1[i], rows[i], y1);
                }
            }
        }
    }

    /**
     * Adds outer products: G ← G + Σ_k p_k h_kᵀ.
     *
     * @param p the left vectors, as long as G has rows
     * @param h the right vectors, as long as a row of G
     * @param offset index in h that goes with the first of p
     * @param count how many pairs
     * @param g the sum, one array a row
     */
    public static void addOuterProducts(double[][] p, double[][] h, int offset, int count, double[][] g) {
        for (int start = 0; start < count; start += BLOCK) {
            int end = Math.min(count, start + BLOCK);
            int i = 0;
            for (; i + 1 < g.length; i += 2) {
                double[] g0 = g[i];
                double[] g1 = g[i + 1];
                int k = start;
                for (; k + 1 < end; k += 2) {
                    add(p[k][i], p[k + 1][i], p[k][i + 1], p[k + 1][i + 1], h[offset + k], h[offset + k + 1], g0, g1);
                }
                if (k < end) {
                    add(p[k][i], h[offset + k], g0);
                    add(p[k][i + 1], h[offset + k], g1);
                }
            }
            if (i < g.length) {
                for (int k = start; k < end; k++) {
                    add(p[k][i], h[offset + k], g[i]);
                }
            }
        }
    }

    /** Adds a multiple of one array to another: y ← y + a x. */
    public static void add(double a, double[] x, double[] y) {
        for (int j = 0; j < y.length; j++) {
            y[j] = Math.fma(a, x[j], y[j]);
        }
    }

    /** Returns the inner product, summed in four strands so that it is fast and the rounding small. */
    public static double dot(double[] x, double[] y) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < x.length; i += 4) {
            s0 = Math.fma(x[i], y[i], s0);
            s1 = Math.fma(x[i + 1], y[i + 1], s1);
            s2 = Math.fma(x[i + 2], y[i + 2], s2);
            s3 = Math.fma(x[i + 3], y[i + 3], s3);
        }
        for (; i < x.length; i++) {
            s0 = Math.fma(x[i], y[i], s0);
        }
        return (s0 + s1) + (s2 + s3);
    }

    /**
     * Returns the Euclidean norm, of a matrix held in one array the Frobenius norm; the scale must be far from
     * overflow.
     */
    public static double norm(double[] x) {
        return Math.sqrt(dot(x, x));
    }

    /** Writes the transpose of a square matrix. */
    public static void transpose(double[][] from, double[][] to) {
        for (int i = 0; i < from.length; i++) {
            for (int j = 0; j < from.length; j++) {
                to[j][i] = from[i][j];
            }
        }
    }

    private static void add(
            double a0,
            double a1,
            double a2,
            double a3,
            double[] x0,
            double[] x1,
            double[] x2,
            double[] x3,
            double[] y) {
        for (int j = 0; j < y.length; j++) {
            y[j] = Math.fma(a0, x0[j], Math.fma(a1, x1[j], Math.fma(a2, x2[j], Math.fma(a3, x3[j], y[j]))));
        }
    }

    private static void add(
            double a0, double a1, double b0, double b1, double[] x0, double[] x1, double[] y, double[] z) {
        for (int j = 0; j < y.length; j++) {
            double left = x0[j];
            double right = x1[j];
            y[j] = Math.fma(a0, left, Math.fma(a1, right, y[j]));
            z[j] = Math.fma(b0, left, Math.fma(b1, right, z[j]));
        }
    }
}
