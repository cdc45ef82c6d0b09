package org.theoremeter.simulate.experiment;

import java.util.Arrays;
import java.util.List;

/** Holds what was measured of one observable, with its numerical error; never a NaN or an infinity. */
public sealed interface Measurement {

    /** Returns the declared bound of the absolute numerical error, the same for all values of a series or a matrix. */
    double error();

    /** Returns whether it is a single number, a series or a matrix. */
    default Observable.Shape shape() {
        return this instanceof Scalar
                ? Observable.Shape.SCALAR
                : this instanceof Series ? Observable.Shape.SERIES : Observable.Shape.MATRIX;
    }

    /**
     * A single number.
     *
     * @param value what was measured, finite
     * @param error bound of its absolute numerical error, finite and at least 0
     */
    record Scalar(double value, double error) implements Measurement {

        /**
         * Checks that the numbers are finite.
         *
         * @throws IllegalArgumentException if one is not, or the error is negative
         */
        public Scalar {
            requireFinite(value, "value");
            requireError(error);
        }
    }

    /**
     * Values along an axis; a point where the observable does not exist is left out.
     *
     * @param at positions on the axis, strictly increasing; copied
     * @param values the values there, as many; copied
     * @param error bound of the absolute numerical error of every value, finite and at least 0
     */
    record Series(double[] at, double[] values, double error) implements Measurement {

        /**
         * Copies the arrays and checks them.
         *
         * @throws IllegalArgumentException if the lengths differ, the positions do not increase, a number is not finite
         *     or the error is negative
         */
        public Series {
            at = at.clone();
            values = values.clone();
            if (at.length != values.length) {
                throw new IllegalArgumentException(at.length + " positions but " + values.length + " values");
            }
            requireIncreasing(at, "position");
            for (int i = 0; i < values.length; i++) {
                requireFinite(values[i], "value " + i);
            }
            requireError(error);
        }

        /**
         * Makes a series of single numbers, with the largest of their errors.
         *
         * @param at positions on the axis, as many as numbers
         */
        public static Series of(double[] at, List<Scalar> numbers) {
            return new Series(
                    at,
                    numbers.stream().mapToDouble(Scalar::value).toArray(),
                    numbers.stream().mapToDouble(Scalar::error).max().orElse(0));
        }

        /** Returns a copy of the positions. */
        @Override
        public double[] at() {
            return at.clone();
        }

        /** Returns a copy of the values. */
        @Override
        public double[] values() {
            return values.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Series series
                    && Arrays.equals(at, series.at)
                    && Arrays.equals(values, series.values)
                    && Double.compare(error, series.error) == 0;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * Arrays.hashCode(at) + Arrays.hashCode(values)) + Double.hashCode(error);
        }

        /** Writes both arrays and the error. */
        @Override
        public String toString() {
            return "Series[at=" + Arrays.toString(at) + ", values=" + Arrays.toString(values) + ", error=" + error
                    + "]";
        }
    }

    /**
     * Values over two axes, such as the activity of every unit at every step.
     *
     * @param rows positions on the row axis, strictly increasing; copied
     * @param columns positions on the column axis, strictly increasing; copied
     * @param values the values, {@code values[i][j]} at {@code rows[i]} and {@code columns[j]}; copied
     * @param error bound of the absolute numerical error of every value, finite and at least 0
     */
    record Matrix(double[] rows, double[] columns, double[][] values, double error) implements Measurement {

        /**
         * Copies the arrays and checks them.
         *
         * @throws IllegalArgumentException if there are not as many values as positions, positions do not increase, a
         *     number is not finite or the error is negative
         */
        public Matrix {
            rows = rows.clone();
            columns = columns.clone();
            requireIncreasing(rows, "row position");
            requireIncreasing(columns, "column position");
            if (values.length != rows.length) {
                throw new IllegalArgumentException(
                        rows.length + " row positions but " + values.length + " rows of values");
            }
            values = copy(values);
            for (int i = 0; i < values.length; i++) {
                if (values[i].length != columns.length) {
                    throw new IllegalArgumentException(
                            columns.length + " column positions but " + values[i].length + " values in row " + i);
                }
                for (int j = 0; j < columns.length; j++) {
                    requireFinite(values[i][j], "value " + j + " of row " + i);
                }
            }
            requireError(error);
        }

        /** Returns a copy of the positions of the rows. */
        @Override
        public double[] rows() {
            return rows.clone();
        }

        /** Returns a copy of the positions of the columns. */
        @Override
        public double[] columns() {
            return columns.clone();
        }

        /** Returns a copy of the values, row by row. */
        @Override
        public double[][] values() {
            return copy(values);
        }

        private static double[][] copy(double[][] values) {
            return Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Matrix matrix
                    && Arrays.equals(rows, matrix.rows)
                    && Arrays.equals(columns, matrix.columns)
                    && Arrays.deepEquals(values, matrix.values)
                    && Double.compare(error, matrix.error) == 0;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * Arrays.hashCode(rows) + Arrays.hashCode(columns)) + Arrays.deepHashCode(values);
        }

        /** Writes the size and the error; the values would fill pages. */
        @Override
        public String toString() {
            return "Matrix[" + rows.length + " rows, " + columns.length + " columns, error=" + error + "]";
        }
    }

    private static void requireIncreasing(double[] positions, String what) {
        for (int i = 0; i < positions.length; i++) {
            requireFinite(positions[i], what + " " + i);
            if (i > 0 && positions[i] <= positions[i - 1]) {
                throw new IllegalArgumentException(
                        what + "s must increase: " + positions[i - 1] + " is followed by " + positions[i]);
            }
        }
    }

    private static void requireFinite(double number, String what) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(what + " is " + number + ", a measurement is finite");
        }
    }

    private static void requireError(double error) {
        requireFinite(error, "error");
        if (error < 0) {
            throw new IllegalArgumentException("error is " + error + ", it must not be negative");
        }
    }
}
