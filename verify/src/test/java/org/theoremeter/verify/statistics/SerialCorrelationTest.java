package org.theoremeter.verify.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SerialCorrelationTest {

    @Test
    void the_ratio_of_rising_numbers_is_that_of_their_ranks() {
        // nine steps of 1, and Σ (i − 5.5)² = 82.5
        SerialCorrelation rising = SerialCorrelation.of(new double[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 512});
        assertThat(rising.ratio()).isCloseTo(9 / 82.5, within(1e-12));
        assertThat(rising.chance()).isLessThan(1e-3);
    }

    @Test
    void little_is_said_of_few_or_equal_numbers() {
        assertThat(SerialCorrelation.of(new double[] {1, 2, 3, 4}).chance()).isEqualTo(1);
        assertThat(SerialCorrelation.of(new double[12]).chance()).isEqualTo(1);
    }

    /** Whatever the distribution: ranks know none. */
    @Test
    void independent_numbers_are_seldom_alike() {
        Random random = new Random(1);
        for (int n : new int[] {10, 20, 100}) {
            int alarms = 0;
            for (int i = 0; i < 20_000; i++) {
                double[] values =
                        random.doubles(n).map(u -> Math.pow(u, -1 / 1.2)).toArray();
                alarms += SerialCorrelation.of(values).chance() < 0.01 ? 1 : 0;
            }
            // 200 ± 14 at the nominal level; the normal approximation is a little off for few
            assertThat(alarms).as("of %d numbers", n).isBetween(100, 260);
        }
    }

    @Test
    void a_chain_is_noticed() {
        Random random = new Random(2);
        int noticed = (int) IntStream.range(0, 200)
                .filter(i -> {
                    double[] chain = new double[100];
                    chain[0] = random.nextGaussian();
                    for (int k = 1; k < chain.length; k++) {
                        chain[k] = 0.8 * chain[k - 1] + 0.6 * random.nextGaussian();
                    }
                    return SerialCorrelation.of(chain).chance() < 1e-4;
                })
                .count();
        assertThat(noticed).isGreaterThan(195);
    }
}
