package org.theoremeter.verify.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;

/**
 * One number from each of several independent seeds.
 *
 * @param values the numbers, finite, at least one; copied
 */
public record Sample(double[] values) {

    /** Copies the values and requires them to be finite. */
    public Sample {
        values = values.clone();
        if (values.length == 0 || !Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "a sample has at least one value, all finite: " + Arrays.toString(values));
        }
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    /** Returns the number of values. */
    public int size() {
        return values.length;
    }

    /** Returns the mean. */
    public double mean() {
        return StatUtils.mean(values);
    }

    /** Returns whether all values are one and the same number. */
    public boolean constant() {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    /** Returns the standard error of the mean, s/√n; needs at least two values. */
    public double standardError() {
        return Math.sqrt(StatUtils.variance(values) / values.length);
    }

    /**
     * Returns the delete-one jackknife standard error of a statistic of n seeds, √[(n − 1)/n Σ (θ₍ᵢ₎ − θ̄)²].
     *
     * @param n the number of seeds, at least 2
     * @param statistic the statistic of the seeds that are kept, given their indices
     */
    public static double jackknifeError(int n, ToDoubleFunction<int[]> statistic) {
        double[] deleted = new double[n];
        for (int left = 0; left < n; left++) {
            int[] kept = new int[n - 1];
            for (int i = 0, k = 0; i < n; i++) {
                if (i != left) {
                    kept[k++] = i;
                }
            }
            deleted[left] = statistic.applyAsDouble(kept);
        }
        return Math.sqrt((n - 1.0) * (n - 1.0) / n * StatUtils.variance(deleted));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sample sample && Arrays.equals(values, sample.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
