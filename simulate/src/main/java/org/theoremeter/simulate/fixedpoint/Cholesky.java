package org.theoremeter.simulate.fixedpoint;

/** Solves (H + λ 1) x = b for a symmetric matrix, in place and without allocation, where H + λ 1 is positive definite. */
final class Cholesky {

    private final double[][] lower;
    private final double[] pivots;

    Cholesky(int size) {
        lower = new double[size][size];
        pivots = new double[size];
    }

    /**
     * Factors.
     *
     * @param rows H, of which the lower triangle is used
     * @param shift λ
     * @return whether H + λ 1 is positive definite as far as rounding tells
     */
    boolean factor(double[][] rows, double shift) {
        for (int i = 0; i < lower.length; i++) {
            double[] row = lower[i];
            for (int j = 0; j < i; j++) {
                row[j] = (rows[i][j] - dot(row, lower[j], j)) * pivots[j];
            }
            double pivot = rows[i][i] + shift - dot(row, row, i);
            if (!(pivot > 0) || pivot == Double.POSITIVE_INFINITY) {
                return false;
            }
            row[i] = Math.sqrt(pivot);
            pivots[i] = 1 / row[i];
        }
        return true;
    }

    /** Replaces b by the solution. */
    void solve(double[] b) {
        for (int i = 0; i < b.length; i++) {
            b[i] = (b[i] - dot(lower[i], b, i)) * pivots[i];
        }
        for (int i = b.length - 1; i >= 0; i--) {
            double[] row = lower[i];
            double x = b[i] * pivots[i];
            b[i] = x;
            for (int j = 0; j < i; j++) {
                b[j] = Math.fma(-x, row[j], b[j]);
            }
        }
    }

    /** Returns the inner product of the first entries, in four strands. */
    private static double dot(double[] x, double[] y, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int k = 0;
        for (; k + 3 < count; k += 4) {
            s0 = Math.fma(x[k], y[k], s0);
            s1 = Math.fma(x[k + 1], y[k + 1], s1);
            s2 = Math.fma(x[k + 2], y[k + 2], s2);
            s3 = Math.fma(x[k + 3], y[k + 3], s3);
        }
        for (; k < count; k++) {
            s0 = Math.fma(x[k], y[k], s0);
        }
        return (s0 + s1) + (s2 + s3);
    }
}
