package org.theoremeter.verify.statistics;

import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Plans how many seeds would decide whether a mean lies inside an interval of acceptance.
 *
 * <p>Given n seeds with mean m and deviation s, the mean of n′ &gt; n seeds, among them the first n, will be m + s √((n′ −
 * n)/(n n′)) T with T Student's of n − 1 degrees of freedom (a flat prior). It decides if its interval, of half-width h(n′),
 * lies inside the acceptance or is disjoint from it. The plan is the smallest n′, among steps of a
 * twelfth, that decides with a probability of
 * {@value #ASSURANCE}.
 */
public final class SeedPlan {

    /** The probability with which the named number of seeds is to decide. */
    static final double ASSURANCE = 0.8;

    private static final int MOST = 100_000;

    /** The numbers that may be named: all small ones, then steps of a twelfth. */
    private static final int[] NUMBERS =
            IntStream.iterate(3, n -> n <= MOST, n -> n + Math.max(1, n / 12)).toArray();

    private final int n;
    private final double mean;
    private final double deviation;
    private final double low;
    private final double high;

    /**
     * Describes what is known.
     *
     * @param n how many seeds there are, at least 2
     * @param mean their mean
     * @param deviation their standard deviation
     * @param low the lower edge of acceptance, possibly −∞
     * @param high the upper edge of acceptance
     */
    public SeedPlan(int n, double mean, double deviation, double low, double high) {
        this.n = n;
        this.mean = mean;
        this.deviation = deviation;
        this.low = low;
        this.high = high;
    }

    /**
     * Returns how many seeds would decide; empty if even {@value #MOST} would not.
     *
     * @param halfWidth half-width of the interval of so many seeds of this deviation, numerical error included
     */
    public OptionalInt seeds(IntToDoubleFunction halfWidth) {
        int low = 0;
        int high = NUMBERS.length - 1;
        if (!decides(NUMBERS[high], halfWidth)) {
            return OptionalInt.empty();
        }
        while (low < high) {
            int middle = (low + high) / 2;
            if (decides(NUMBERS[middle], halfWidth)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return OptionalInt.of(NUMBERS[low]);
    }

    private boolean decides(int seeds, IntToDoubleFunction halfWidth) {
        return seeds > n && probability(seeds, halfWidth.applyAsDouble(seeds)) >= ASSURANCE;
    }

    /** Returns the probability that so many seeds decide. */
    private double probability(int seeds, double half) {
        double scale = deviation * Math.sqrt((double) (seeds - n) / ((double) n * seeds));
        double inside = below(high - half, scale) - below(low + half, scale);
        double outside = below(low - half, scale) + 1 - below(high + half, scale);
        return Math.max(0, inside) + outside;
    }

    private double below(double edge, double scale) {
        if (Double.isInfinite(edge)) {
            return edge > 0 ? 1 : 0;
        }
        return new TDistribution(null, n - 1.0).cumulativeProbability((edge - mean) / scale);
    }
}
