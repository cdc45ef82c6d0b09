package org.theoremeter.theory.critical;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.numeric.FieldEvaluation;

/**
 * How many eigenvalues of a symmetric matrix are negative and how many vanish: as many as pivots of symmetric elimination
 * (Sylvester's law of inertia), which with 60 digits tells −10⁻¹¹ from 0.
 *
 * @param negative how many are negative
 * @param zero how many vanish
 */
record Inertia(int negative, int zero) {
    static final int DIGITS = 60;
    /** Pivots below this, relative to the largest entry, vanish. */
    private static final double ZERO = 1e-30;

    static Inertia of(Dfp[][] matrix) {
        return of(matrix, ZERO);
    }

    /** Counts at a point of the parameters. */
    static Inertia of(Matrix matrix, Map<String, Double> point) {
        Dfp one = new DfpField(DIGITS).getOne();
        Map<String, Dfp> at = new HashMap<>();
        point.forEach((name, value) -> at.put(name, one.newInstance(value)));
        int n = matrix.height();
        Dfp[][] values = new Dfp[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                values[i][j] = FieldEvaluation.of(matrix.entry(i, j), at, one);
            }
        }
        return of(values);
    }

    /**
     * Counts.
     *
     * @param matrix the matrix, which is used up
     * @param zero pivots below this, relative to the largest entry, vanish
     */
    static Inertia of(Dfp[][] matrix, double zero) {
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < matrix.length; i++) {
            left.add(i);
        }
        double small = zero * largest(matrix, left);
        int negative = 0;
        while (!left.isEmpty()) {
            int pivot = left.get(0);
            for (int i : left) {
                pivot = size(matrix[i][i]) > size(matrix[pivot][pivot]) ? i : pivot;
            }
            if (!(size(matrix[pivot][pivot]) > small)) {
                if (!(largest(matrix, left) > small)) {
                    return new Inertia(negative, left.size());
                }
                pivot = withDiagonal(matrix, left);
            }
            negative += matrix[pivot][pivot].toDouble() < 0 ? 1 : 0;
            left.remove(Integer.valueOf(pivot));
            for (int i : left) {
                Dfp factor = matrix[i][pivot].divide(matrix[pivot][pivot]);
                for (int j : left) {
                    matrix[i][j] = matrix[i][j].subtract(factor.multiply(matrix[pivot][j]));
                }
            }
        }
        return new Inertia(negative, 0);
    }

    /** Adds a row and its column to another, which changes no sign, so that the largest entry comes onto the diagonal. */
    private static int withDiagonal(Dfp[][] matrix, List<Integer> indices) {
        int row = indices.get(0);
        int column = row;
        for (int i : indices) {
            for (int j : indices) {
                if (size(matrix[i][j]) > size(matrix[row][column])) {
                    row = i;
                    column = j;
                }
            }
        }
        for (int k : indices) {
            matrix[row][k] = matrix[row][k].add(matrix[column][k]);
        }
        for (int k : indices) {
            matrix[k][row] = matrix[k][row].add(matrix[k][column]);
        }
        return row;
    }

    private static double largest(Dfp[][] matrix, List<Integer> indices) {
        double largest = 0;
        for (int i : indices) {
            for (int j : indices) {
                largest = Math.max(largest, size(matrix[i][j]));
            }
        }
        return largest;
    }

    private static double size(Dfp value) {
        return Math.abs(value.toDouble());
    }
}
