package org.theoremeter.verify.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class TStatisticTest {

    @Test
    void criticalValuesAreThoseOfExponentialSamples() {
        // numpy 2, default_rng(7): −quantile of T over 2·10⁶ samples of 5 and 10⁶ of 8 exponentials; the density of T
        // at
        // the quantiles makes their standard errors 0.4 % and 0.5 % at 0.95, 0.9 % at 0.9875; five of them
        assertThat(TStatistic.of(5).critical(0.95)).isCloseTo(4.5967, within(0.02 * 4.6));
        assertThat(TStatistic.of(8).critical(0.95)).isCloseTo(3.4560, within(0.025 * 3.5));
        assertThat(TStatistic.of(5).critical(0.9875)).isCloseTo(8.6512, within(0.045 * 8.7));
        assertThat(TStatistic.of(8).critical(0.9875)).isCloseTo(5.9176, within(0.045 * 5.9));
    }

    @Test
    void neverFallBelowStudentsAndTendToIt() {
        for (int n : new int[] {2, 3, 5, 10, 100, 999, 1001, 100_000}) {
            double student = new TDistribution(n - 1.0).inverseCumulativeProbability(0.95);
            assertThat(TStatistic.of(n).critical(0.95)).as("n = %d", n).isGreaterThanOrEqualTo(student);
        }
        // (2 z² + 1)·2/(6 √n) with z = 1.645: 0.0068 at n = 100 000
        assertThat(TStatistic.of(100_000).critical(0.95)).isCloseTo(1.6449, within(0.01));
    }

    @Test
    void joinWhereTheExpansionTakesOver() {
        // third-order terms are of size 1/n: below 1 %
        double below = TStatistic.of(1000).critical(0.95);
        assertThat(TStatistic.of(1001).critical(0.95)).isCloseTo(below, within(0.01 * below));
    }

    @Test
    void tailAndCriticalValueAreInverse() {
        for (double confidence : new double[] {0.9, 0.95, 0.99, 0.999}) {
            double critical = TStatistic.of(8).critical(confidence);
            assertThat(TStatistic.of(8).tail(critical))
                    .isCloseTo(1 - confidence, within(1e-6)); // the solver's accuracy
        }
        assertThat(TStatistic.of(8).tail(-1)).isGreaterThan(0.5);
    }

    @Test
    void skewedSeedsExceedThemAsOftenAsStated() {
        // 4000 samples of 8; binomial standard deviation √(0.05·0.95/4000) = 0.0034; 5 of them: a false alarm in 2
        // million
        Random random = new Random(7);
        int exceeded = 0;
        int draws = 4000;
        for (int draw = 0; draw < draws; draw++) {
            double[] values = random.doubles(8).map(u -> -Math.log(1 - u) - 1).toArray();
            Sample sample = new Sample(values);
            exceeded += sample.mean() < -TStatistic.of(8).critical(0.95) * sample.standardError() ? 1 : 0;
        }
        assertThat(exceeded / (double) draws).isCloseTo(0.05, within(5 * 0.0034));
    }

    /** The lognormal of σ = 1, as numpy has it: 5.7, 5.6 and 5.3 % for 5, 8 and 20 seeds, 8.8, 9.6 and 9.8 % without. */
    @Test
    void theSkewedEndReachesAsFarAsLognormalSeedsNeed() {
        Random random = new Random(11);
        int draws = 20_000;
        for (int n : new int[] {5, 8, 20}) {
            TStatistic statistic = TStatistic.of(n);
            int exceeded = 0;
            int without = 0;
            for (int draw = 0; draw < draws; draw++) {
                double[] values = random.doubles(n)
                        .map(u -> Math.exp(random.nextGaussian()) - Math.exp(0.5))
                        .toArray();
                Sample sample = new Sample(values);
                double t = -sample.mean() / sample.standardError();
                exceeded += t > statistic.critical(0.95) * statistic.reach(sample.skewness()) ? 1 : 0;
                without += t > statistic.critical(0.95) ? 1 : 0;
            }
            // binomial standard deviation 0.0017
            assertThat(exceeded / (double) draws).as("n = %d", n).isLessThan(0.0625);
            assertThat(without / (double) draws).as("n = %d", n).isGreaterThan(0.08);
        }
        assertThat(TStatistic.of(20).reach(-1)).isEqualTo(1);
    }

    @Test
    void exponentialSeedsAreSeldomAsLopsidedAndThoseWithoutVarianceOften() {
        Random random = new Random(12);
        double heaviest = TStatistic.of(40).heaviest();
        int alarms = 0;
        int noticed = 0;
        for (int draw = 0; draw < 10_000; draw++) {
            double[] uniform = random.doubles(40).toArray();
            alarms +=
                    new Sample(Arrays.stream(uniform).map(u -> -Math.log(1 - u)).toArray()).lopsidedness() > heaviest
                            ? 1
                            : 0;
            noticed += new Sample(Arrays.stream(uniform)
                                            .map(u -> Math.pow(1 - u, -1 / 1.2))
                                            .toArray())
                                    .lopsidedness()
                            > heaviest
                    ? 1
                    : 0;
        }
        assertThat(alarms).isLessThan(25); // 10 at one in a thousand
        assertThat(noticed).isGreaterThan(7_000); // 76 % by numpy
    }

    @Test
    void oneSeedHasNone() {
        assertThatThrownBy(() -> TStatistic.of(1)).isInstanceOf(IllegalArgumentException.class);
    }
}
