package org.theoremeter.verify.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SerialCorrelationTest {

    @Test
    void theRatioOfRisingNumbersIsThatOfTheirRanks() {
        // nine steps of 1, and Σ (i − 5.5)² = 82.5
        SerialCorrelation rising = SerialCorrelation.of(new double[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 512});
        assertThat(rising.ratio()).isCloseTo(9 / 82.5, within(1e-12));
        assertThat(rising.chance()).isLessThan(1e-3);
    }

    @Test
    void littleIsSaidOfFewOrEqualNumbers() {
        assertThat(SerialCorrelation.of(new double[] {1, 2, 3, 4}).chance()).isEqualTo(1);
        assertThat(SerialCorrelation.of(new double[12]).chance()).isEqualTo(1);
    }

    /** Whatever the distribution: ranks know none. */
    @Test
    void independentNumbersAreSeldomAlike() {
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
    void aChainIsNoticed() {
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

    @Test
    void alternatingNumbersAndFewWidenNothing() {
        assertThat(SerialCorrelation.widening(new double[] {1, -1, 1, -1, 1, -1}))
                .isEqualTo(1);
        assertThat(SerialCorrelation.widening(new double[] {1, 2, 3})).isEqualTo(1);
        assertThat(SerialCorrelation.widening(new double[] {2, 2, 2, 2, 2})).isEqualTo(1);
    }

    @Test
    void aChainWidensAnIntervalByWhatItsMeanVariesMoreAndItsSpreadLess() {
        double[] values = {0, 1, 1, 2, 2, 3, 3, 4};
        double mean = 2;
        double squares = 4 + 1 + 1 + 0 + 0 + 1 + 1 + 4;
        double products = 2 + 1 + 0 + 0 + 0 + 1 + 2; // (−2)(−1), (−1)(−1), (−1)·0, 0·0, 0·1, 1·1, 1·2
        double correlation = Math.min(0.8, (products / squares + 1 / 8.0) / (1 - 3.5 / 8));
        double[][] together = new double[8][8];
        double variance = 0;
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 8; j++) {
                together[i][j] = Math.pow(correlation, Math.abs(i - j));
                variance += together[i][j] / 8; // n var(mean), by the whole matrix of covariances
            }
        }
        double spread = (8 - variance) / 7; // E s² = (n − n var(mean))/(n − 1)
        assertThat(IntStream.range(0, 8).mapToDouble(i -> values[i]).sum() / 8).isEqualTo(mean);
        assertThat(SerialCorrelation.widening(values)).isCloseTo(1.1 * Math.sqrt(variance / spread), within(1e-12));
    }

    /** What is lost where nothing had to be paid for. */
    @Test
    void independentNumbersAreWidenedByLittle() {
        Random random = new Random(3);
        double twenty = IntStream.range(0, 4000)
                .mapToDouble(i -> SerialCorrelation.widening(
                        random.doubles(20).map(u -> random.nextGaussian()).toArray()))
                .average()
                .orElseThrow();
        // 1.07 by numpy; the standard error of 4000 is 0.004
        assertThat(twenty).isBetween(1.05, 1.09);
    }
}
