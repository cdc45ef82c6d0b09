package org.theoremeter.verify.results;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Arrays;
import java.util.Objects;

/**
 * The counts that thresholds were fitted to, over the control and the axis along which the thresholds lie.
 *
 * @param of what is counted
 * @param x the horizontal axis' label
 * @param y the vertical axis' label
 * @param logarithmicX whether the values of x are spread evenly in their logarithm
 * @param logarithmicY whether those of y are
 * @param columns the values of x, rising; copied
 * @param rows the values of y, rising; copied
 * @param fulfilled successes[row][column]; copied
 * @param runs trials[row][column], 0 where nothing was counted; copied
 */
@JsonPropertyOrder({"of", "x", "y", "logarithmicX", "logarithmicY", "columns", "rows", "fulfilled", "runs"})
public record PhaseCounts(
        String of,
        String x,
        String y,
        boolean logarithmicX,
        boolean logarithmicY,
        double[] columns,
        double[] rows,
        int[][] fulfilled,
        int[][] runs) {

    /**
     * Copies the numbers.
     *
     * @throws IllegalArgumentException if there are not as many counts as there are cells, a cell has more successes than trials, or a
     *     logarithmic axis is given a number that is not positive
     */
    public PhaseCounts {
        columns = rising(columns, x, logarithmicX);
        rows = rising(rows, y, logarithmicY);
        fulfilled = copy(fulfilled);
        runs = copy(runs);
        int wide = columns.length;
        if (runs.length != rows.length
                || fulfilled.length != rows.length
                || Arrays.stream(runs).anyMatch(row -> row.length != wide)
                || Arrays.stream(fulfilled).anyMatch(row -> row.length != wide)) {
            throw new IllegalArgumentException("found counts of " + of + " that are not " + rows.length + " rows of "
                    + wide + ", accepted: one for each pair of values");
        }
        for (int i = 0; i < runs.length; i++) {
            for (int j = 0; j < wide; j++) {
                if (fulfilled[i][j] < 0 || fulfilled[i][j] > runs[i][j]) {
                    throw new IllegalArgumentException("found " + fulfilled[i][j] + " " + of + " of " + runs[i][j]
                            + " runs, accepted: from 0 to all of them");
                }
            }
        }
    }

    private static double[] rising(double[] values, String axis, boolean logarithmic) {
        for (int i = 0; i < values.length; i++) {
            boolean shown = Double.isFinite(values[i]) && (!logarithmic || values[i] > 0);
            if (!shown || (i > 0 && !(values[i] > values[i - 1]))) {
                throw new IllegalArgumentException("found " + axis + " = " + values[i]
                        + ", accepted: finite and rising, on a logarithmic axis above 0");
            }
        }
        return values.clone();
    }

    private static int[][] copy(int[][] counts) {
        return Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
    }

    /** Returns a copy of the values of x. */
    @Override
    public double[] columns() {
        return columns.clone();
    }

    /** Returns a copy of the values of y. */
    @Override
    public double[] rows() {
        return rows.clone();
    }

    /** Returns a copy of the successes. */
    @Override
    public int[][] fulfilled() {
        return copy(fulfilled);
    }

    /** Returns a copy of the trials. */
    @Override
    public int[][] runs() {
        return copy(runs);
    }

    /** Compares names and numbers by value. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PhaseCounts that
                && of.equals(that.of)
                && x.equals(that.x)
                && y.equals(that.y)
                && logarithmicX == that.logarithmicX
                && logarithmicY == that.logarithmicY
                && Arrays.equals(columns, that.columns)
                && Arrays.equals(rows, that.rows)
                && Arrays.deepEquals(fulfilled, that.fulfilled)
                && Arrays.deepEquals(runs, that.runs);
    }

    /** Agrees with {@link #equals(Object)}. */
    @Override
    public int hashCode() {
        return Objects.hash(of, x, y, Arrays.deepHashCode(fulfilled), Arrays.deepHashCode(runs));
    }
}
