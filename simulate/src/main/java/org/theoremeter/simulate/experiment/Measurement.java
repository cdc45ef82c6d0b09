package org.theoremeter.simulate.experiment;

import java.util.Arrays;

/** Holds what was measured of one observable, with its numerical error; never a NaN or an infinity. */
public sealed interface Measurement {

    /** Returns the declared bound of the absolute numerical error, the same for all points of a series. */
    double error();

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
            for (int i = 0; i < at.length; i++) {
                requireFinite(at[i], "position " + i);
                requireFinite(values[i], "value " + i);
                if (i > 0 && at[i] <= at[i - 1]) {
                    throw new IllegalArgumentException(
                            "positions must increase: " + at[i - 1] + " is followed by " + at[i]);
                }
            }
            requireError(error);
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
