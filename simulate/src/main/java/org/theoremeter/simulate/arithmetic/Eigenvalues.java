package org.theoremeter.simulate.arithmetic;

import java.util.Arrays;

/**
 * Computes the eigenvalues of a real square matrix: Householder reduction to Hessenberg form, then the implicit
 * double-shift QR iteration (Francis; EISPACK hqr; Golub and Van Loan, Matrix Computations, 7.4–7.5).
 *
 * <p>Backward stable in norm: the results are the exact eigenvalues of a matrix that differs by a few roundings of
 * its norm. A 2 × 2 block is read as two real eigenvalues or as a pair, whichever it is, and what lies below rounding
 * of the norm counts as zero, so that matrices of low rank with rounding in them converge.
 */
public final class Eigenvalues {

    private static final double ROUNDING = 0x1p-53;
    private static final int ITERATIONS = 300;

    private final double[][] h;
    private final double[] real;
    private final double[] imaginary;
    private final double floor;
    private double shifted;

    private Eigenvalues(double[][] h, double floor) {
        this.h = h;
        this.floor = floor;
        this.real = new double[h.length];
        this.imaginary = new double[h.length];
    }

    /**
     * Decomposes a matrix.
     *
     * @param rows the matrix, one array a row, every entry finite; not changed
     * @throws IllegalArgumentException if an entry is not finite
     * @throws IllegalStateException if the iteration does not converge, which no matrix is known for
     */
    public static Eigenvalues of(double[][] rows) {
        double[][] copy = new double[rows.length][];
        double squares = 0;
        for (int i = 0; i < rows.length; i++) {
            copy[i] = rows[i].clone();
            squares += Rows.dot(copy[i], copy[i]);
        }
        if (!Double.isFinite(squares)) {
            throw new IllegalArgumentException("a matrix with entries that are not finite, or overflow when squared");
        }
        reduce(copy);
        Eigenvalues eigenvalues = new Eigenvalues(copy, ROUNDING * Math.sqrt(squares));
        eigenvalues.iterate();
        return eigenvalues;
    }

    /** Returns how many there are. */
    public int size() {
        return real.length;
    }

    /** Returns the real part of one. */
    public double real(int index) {
        return real[index];
    }

    /** Returns the imaginary part of one; pairs are neighbours. */
    public double imaginary(int index) {
        return imaginary[index];
    }

    /** Returns the modulus of one. */
    public double modulus(int index) {
        return Math.hypot(real[index], imaginary[index]);
    }

    /** Brings a matrix to Hessenberg form by reflections I − 2wwᵀ from both sides. */
    private static void reduce(double[][] a) {
        int size = a.length;
        double[] w = new double[size];
        double[] product = new double[size];
        for (int k = 0; k < size - 2; k++) {
            double squares = 0;
            Arrays.fill(w, 0);
            for (int i = k + 1; i < size; i++) {
                w[i] = a[i][k];
                squares = Math.fma(w[i], w[i], squares);
            }
            double below = squares - w[k + 1] * w[k + 1];
            if (!(below > 0)) {
                continue;
            }
            w[k + 1] += Math.copySign(Math.sqrt(squares), w[k + 1]);
            double norm = Rows.norm(w);
            for (int i = k + 1; i < size; i++) {
                w[i] /= norm;
            }
            Rows.transposedTimes(a, w, product);
            for (int i = k + 1; i < size; i++) {
                Rows.add(-2 * w[i], product, a[i]);
            }
            for (double[] row : a) {
                Rows.add(-2 * Rows.dot(row, w), w, row);
            }
            for (int i = k + 2; i < size; i++) {
                a[i][k] = 0;
            }
        }
    }

    private void iterate() {
        int high = h.length - 1;
        int iteration = 0;
        while (high >= 0) {
            int low = split(high);
            if (low == high) {
                real[high] = h[high][high] + shifted;
                high--;
                iteration = 0;
            } else if (low == high - 1) {
                pair(high);
                high -= 2;
                iteration = 0;
            } else {
                iteration++;
                if (iteration > ITERATIONS) {
                    throw new IllegalStateException("the eigenvalue iteration does not converge");
                }
                step(low, high, iteration % 10 == 0);
            }
        }
    }

    /** Finds the start of the last block that does not fall apart. */
    private int split(int high) {
        for (int k = high; k > 0; k--) {
            double neighbours = Math.abs(h[k - 1][k - 1]) + Math.abs(h[k][k]);
            if (Math.abs(h[k][k - 1]) <= Math.max(ROUNDING * neighbours, floor / h.length)) {
                h[k][k - 1] = 0;
                return k;
            }
        }
        return 0;
    }

    /** Reads the two eigenvalues of a 2 × 2 block, without cancellation when they are real. */
    private void pair(int high) {
        double x = h[high][high];
        double half = (h[high - 1][high - 1] - x) / 2;
        double product = h[high][high - 1] * h[high - 1][high];
        double discriminant = half * half + product;
        double root = Math.sqrt(Math.abs(discriminant));
        x += shifted;
        if (discriminant >= 0) {
            double larger = half + Math.copySign(root, half);
            real[high - 1] = x + larger;
            real[high] = larger == 0 ? x : x - product / larger;
        } else {
            real[high - 1] = x + half;
            real[high] = x + half;
            imaginary[high - 1] = root;
            imaginary[high] = -root;
        }
    }

    /**
     * Makes one double QR step on the block from low to high, with an exceptional shift when the usual one has not
     * helped.
     */
    private void step(int low, int high, boolean exceptional) {
        double x = h[high][high];
        double y = h[high - 1][high - 1];
        double w = h[high][high - 1] * h[high - 1][high];
        if (exceptional) {
            shifted += x;
            for (int i = 0; i <= high; i++) {
                h[i][i] -= x;
            }
            double s = Math.abs(h[high][high - 1]) + Math.abs(h[high - 1][high - 2]);
            x = 0.75 * s;
            y = x;
            w = -0.4375 * s * s;
        }
        // first column of (H − x)(H − y) − w, up to a factor
        double[] column = new double[3];
        int start = start(low, high, x, y, w, column);
        for (int i = start + 2; i <= high; i++) {
            h[i][i - 2] = 0;
            if (i > start + 2) {
                h[i][i - 3] = 0;
            }
        }
        for (int k = start; k < high; k++) {
            boolean three = k + 1 < high;
            double scale = 1;
            if (k > start) {
                column[0] = h[k][k - 1];
                column[1] = h[k + 1][k - 1];
                column[2] = three ? h[k + 2][k - 1] : 0;
                scale = Math.abs(column[0]) + Math.abs(column[1]) + Math.abs(column[2]);
                if (scale == 0) {
                    continue;
                }
                column[0] /= scale;
                column[1] /= scale;
                column[2] /= scale;
            }
            double norm = Math.copySign(
                    Math.sqrt(column[0] * column[0] + column[1] * column[1] + column[2] * column[2]), column[0]);
            if (norm == 0) {
                continue;
            }
            if (k > start) {
                h[k][k - 1] = -norm * scale;
            } else if (low < start) {
                h[k][k - 1] = -h[k][k - 1];
            }
            reflect(low, high, k, norm, column);
        }
    }

    /** Finds where two consecutive small elements let the step begin, and its first column there. */
    private int start(int low, int high, double x, double y, double w, double[] column) {
        int m = high - 2;
        while (true) {
            double z = h[m][m];
            double r = x - z;
            double s = y - z;
            double p = (r * s - w) / h[m + 1][m] + h[m][m + 1];
            double q = h[m + 1][m + 1] - z - r - s;
            double t = h[m + 2][m + 1];
            double scale = Math.abs(p) + Math.abs(q) + Math.abs(t);
            column[0] = p / scale;
            column[1] = q / scale;
            column[2] = t / scale;
            if (m == low) {
                return m;
            }
            double before = Math.abs(h[m][m - 1]) * (Math.abs(column[1]) + Math.abs(column[2]));
            double around = Math.abs(column[0]) * (Math.abs(h[m - 1][m - 1]) + Math.abs(z) + Math.abs(h[m + 1][m + 1]));
            if (before <= ROUNDING * around) {
                return m;
            }
            m--;
        }
    }

    /** Applies the reflection that maps the column onto its first axis, from the left and from the right. */
    private void reflect(int low, int high, int k, double norm, double[] column) {
        double p = column[0] + norm;
        double x = p / norm;
        double y = column[1] / norm;
        double z = column[2] / norm;
        double q = column[1] / p;
        double r = column[2] / p;
        boolean three = k + 1 < high;
        double[] h0 = h[k];
        double[] h1 = h[k + 1];
        double[] h2 = three ? h[k + 2] : new double[high + 1];
        for (int j = k; j <= high; j++) {
            double sum = h0[j] + q * h1[j] + r * h2[j];
            h0[j] -= sum * x;
            h1[j] -= sum * y;
            h2[j] -= sum * z;
        }
        int end = Math.min(high, k + 3);
        for (int i = low; i <= end; i++) {
            double[] row = h[i];
            double sum = x * row[k] + y * row[k + 1];
            if (three) {
                sum += z * row[k + 2];
                row[k + 2] -= sum * r;
            }
            row[k + 1] -= sum * q;
            row[k] -= sum;
        }
    }
}
