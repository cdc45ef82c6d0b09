package org.theoremeter.simulate.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/**
 * Holds independent samples against an exact distribution by the inequality of Dvoretzky, Kiefer, Wolfowitz and Massart:
 * for any distribution function F and any n, P(sup |F_n − F| > d) ≤ 2 exp(−2 n d²). The bound here has a false-alarm rate
 * of 1e-6; seeds are fixed, so that a test either holds or does not.
 */
public final class EmpiricalLaw {

    private static final double FALSE_ALARM = 1e-6;

    private EmpiricalLaw() {}

    static double bound(int samples) {
        return Math.sqrt(Math.log(2 / FALSE_ALARM) / (2 * samples));
    }

    /** Checks samples of a continuous distribution. */
    public static void assertContinuous(double[] samples, DoubleUnaryOperator distribution) {
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double distance = 0;
        for (int i = 0; i < n; i++) {
            double exact = distribution.applyAsDouble(sorted[i]);
            distance = Math.max(distance, Math.max((i + 1.0) / n - exact, exact - (double) i / n));
        }
        assertThat(distance).isLessThan(bound(n));
    }

    /** Checks samples of a distribution on the whole numbers from low to high, given by its probabilities. */
    static void assertDiscrete(int[] samples, int low, int high, IntToDoubleFunction probability) {
        assertThat(Arrays.stream(samples).allMatch(sample -> sample >= low && sample <= high))
                .isTrue();
        double exact = 0;
        for (int value = low; value <= high; value++) {
            exact += probability.applyAsDouble(value);
            int edge = value;
            double share = (double) Arrays.stream(samples)
                            .filter(sample -> sample <= edge)
                            .count()
                    / samples.length;
            assertThat(Math.abs(share - exact)).as("P(X <= %d)", value).isLessThan(bound(samples.length));
        }
        // not of the samples: the probabilities given must be a distribution
        assertThat(Math.abs(exact - 1)).isLessThan(1e-12);
    }
}
