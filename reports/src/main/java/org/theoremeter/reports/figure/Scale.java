package org.theoremeter.reports.figure;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.theoremeter.reports.document.Figure.Axis;

/**
 * Maps the values of one axis to places in the drawing.
 *
 * <p>A value is first reduced: v/10ᵏ on a linear axis, with k = 0 unless the values are very large or small, and log₁₀ v on a
 * logarithmic one. Reduced values from low to high then take the room from {@code from} to {@code to}.
 *
 * @param logarithmic whether equal ratios take equal room
 * @param power k, 0 on a logarithmic axis
 * @param low the reduced value at {@code from}
 * @param high the reduced value at {@code to}, greater than low
 * @param from where the axis begins, in pixels
 * @param to where it ends, in pixels; may be less than from, as heights grow downwards
 */
record Scale(boolean logarithmic, int power, double low, double high, double from, double to) {

    /** Relative spread below which tick labels could not tell values apart; such a curve is drawn as the constant it is. */
    private static final double CONSTANT = 1e-6;

    /** Decades below and above a constant on a logarithmic axis. */
    private static final double AROUND_LOGARITHM = 0.5;

    /** Part of its magnitude shown below and above a constant on a linear axis. */
    private static final double AROUND_CONSTANT = 0.1;

    private static final double LEAST_PLAIN = 1e-3;

    private static final double GREATEST_PLAIN = 1e5;

    /** Beyond this a power of ten is out of range, or has lost digits of its own. */
    private static final int GREATEST_POWER = 300;

    /**
     * Returns a scale that shows all values and a little more.
     *
     * @param axis the axis
     * @param values finite, at least one; positive on a logarithmic axis
     * @param margin part of the spread that is left free at either end
     * @param from where the axis begins, in pixels
     * @param to where it ends
     */
    static Scale of(Axis axis, double[] values, double margin, double from, double to) {
        return of(axis.logarithmic(), values, margin, from, to);
    }

    /** Returns a linear scale from the least value to the greatest. */
    static Scale linear(double[] values, double from, double to) {
        return of(false, values, 0, from, to);
    }

    private static Scale of(boolean logarithmic, double[] values, double margin, double from, double to) {
        int power = logarithmic ? 0 : power(values);
        double[] reduced = Arrays.stream(values)
                .map(value -> reduce(logarithmic, power, value))
                .toArray();
        double low = DoubleStream.of(reduced).min().orElseThrow();
        double high = DoubleStream.of(reduced).max().orElseThrow();
        double spread = high - low;
        double pad = margin * spread;
        if (spread <= CONSTANT * (logarithmic ? 1 : Math.max(Math.abs(low), Math.abs(high)))) {
            pad = logarithmic ? AROUND_LOGARITHM : low == 0 ? 1 : AROUND_CONSTANT * Math.abs(low);
        }
        return new Scale(logarithmic, power, low - pad, high + pad, from, to);
    }

    /** Returns the same values from another place to another. */
    Scale within(double otherFrom, double otherTo) {
        return new Scale(logarithmic, power, low, high, otherFrom, otherTo);
    }

    /** Returns the place of a value, in pixels. */
    double at(double value) {
        return place(reduce(logarithmic, power, value));
    }

    /** Returns the place of a reduced value, in pixels. */
    double place(double reduced) {
        return from + (reduced - low) / (high - low) * (to - from);
    }

    private static double reduce(boolean logarithmic, int power, double value) {
        if (logarithmic) {
            return Math.log10(value);
        }
        if (power > 0) {
            return value / Math.pow(10, power);
        }
        // in two steps, as the power that lifts the smallest numbers is itself out of range
        int first = Math.min(-power, GREATEST_POWER);
        return value * Math.pow(10, first) * Math.pow(10, -power - first);
    }

    private static int power(double[] values) {
        double greatest = Arrays.stream(values).map(Math::abs).max().orElse(0);
        if (greatest == 0 || (greatest >= LEAST_PLAIN && greatest < GREATEST_PLAIN)) {
            return 0;
        }
        return (int) Math.floor(Math.log10(greatest));
    }
}
