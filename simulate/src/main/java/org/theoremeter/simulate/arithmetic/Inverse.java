package org.theoremeter.simulate.arithmetic;

/** Inverts square matrices in place by Gauss–Jordan elimination with row pivoting; one workspace a thread. */
public final class Inverse {

    private final int[] pivots;

    /** Prepares for matrices of one size. */
    public Inverse(int size) {
        pivots = new int[size];
    }

    /**
     * Replaces a matrix by its inverse.
     *
     * @param rows the matrix, one array a row; the rows are exchanged among each other
     * @return whether the matrix was regular; if not, its content is lost
     */
    public boolean invert(double[][] rows) {
        int size = pivots.length;
        for (int k = 0; k < size; k++) {
            int pivot = largest(rows, k);
            double value = rows[pivot][k];
            if (value == 0 || !Double.isFinite(value)) {
                return false;
            }
            pivots[k] = pivot;
            double[] row = rows[pivot];
            rows[pivot] = rows[k];
            rows[k] = row;
            row[k] = 1;
            for (int j = 0; j < size; j++) {
                row[j] /= value;
            }
            for (int i = 0; i < size; i++) {
                if (i != k) {
                    double factor = rows[i][k];
                    rows[i][k] = 0;
                    Rows.add(-factor, row, rows[i]);
                }
            }
        }
        // exchanging rows of the matrix exchanged columns of the inverse: undo in reverse order
        for (int k = size - 1; k >= 0; k--) {
            int pivot = pivots[k];
            if (pivot != k) {
                for (double[] row : rows) {
                    double swap = row[k];
                    row[k] = row[pivot];
                    row[pivot] = swap;
                }
            }
        }
        return true;
    }

    private static int largest(double[][] rows, int k) {
        int best = k;
        for (int i = k + 1; i < rows.length; i++) {
            if (Math.abs(rows[i][k]) > Math.abs(rows[best][k])) {
                best = i;
            }
        }
        return best;
    }
}
