package org.theoremeter.verify.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;

/**
 * One number from each of several seeds.
 *
 * @param values the numbers, finite, at least one; copied
 * @param foundInOrder whether the numbers were found in this order, in a user's table, so that each may depend on the one before;
 *     seeds that we draw are independent
 */
public record Sample(double[] values, boolean foundInOrder) {

    /** Holds the numbers of independent seeds. */
    public Sample(double[] values) {
        this(values, false);
    }

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

    /**
     * Returns the standard error of the mean, s/√n, wider by what neighbours seem to have in common where they may; needs at least
     * two values.
     */
    public double standardError() {
        return Math.sqrt(StatUtils.variance(values) / values.length) * widening();
    }

    /** Returns the factor by which neighbours that are alike widen an interval; 1 for independent seeds. */
    public double widening() {
        return foundInOrder ? SerialCorrelation.widening(values) : 1;
    }

    /**
     * Returns the skewness √n Σ d³/(Σ d²)^(3/2), d = x − x̄, at most (n − 2)/√(n − 1) in size; 0 if all values are one number.
     */
    public double skewness() {
        double mean = mean();
        double squares = 0;
        double cubes = 0;
        for (double value : values) {
            double off = value - mean;
            squares += off * off;
            cubes += off * off * off;
        }
        return squares > 0 ? Math.sqrt(values.length) * cubes / Math.pow(squares, 1.5) : 0;
    }

    /**
     * Returns how much farther the values reach from their median on one side than on the other, at least 1; 1 where the middle
     * half of them is one number, so that there is no tail to speak of.
     */
    public double lopsidedness() {
        double[] sorted = values();
        Arrays.sort(sorted);
        int n = sorted.length;
        if (!(sorted[n / 4] < sorted[n - 1 - n / 4])) {
            return 1;
        }
        double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        double up = sorted[n - 1] - median;
        double down = median - sorted[0];
        return Math.max(up / down, down / up);
    }

    /**
     * Returns the delete-one jackknife standard error of a statistic of n seeds, √[(n − 1)/n Σ (θ₍ᵢ₎ − θ̄)²].
     *
     * @param n the number of seeds, at least 2
     * @param foundInOrder whether seeds may depend on their neighbours, as those of a user's table may
     * @param statistic the statistic of the seeds that are kept, given their indices
     */
    public static double jackknifeError(int n, boolean foundInOrder, ToDoubleFunction<int[]> statistic) {
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
        return (n - 1) * new Sample(deleted, foundInOrder).standardError();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sample sample
                && foundInOrder == sample.foundInOrder
                && Arrays.equals(values, sample.values);
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
