package org.theoremeter.verify.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void standard_error_is_that_of_the_textbook() {
        // 1, 2, 3, 4: mean 5/2, variance 5/3, standard error sqrt(5/12)
        Sample sample = new Sample(new double[] {1, 2, 3, 4});
        assertThat(sample.mean()).isEqualTo(2.5);
        assertThat(sample.standardError()).isCloseTo(Math.sqrt(5.0 / 12), within(1e-15)); // rounding
    }

    @Test
    void student_quantiles_are_those_of_the_tables() {
        // Fisher & Yates, table III: t(0.95, 7) = 1.895, t(0.95, 9) = 1.833, t(0.975, 4) = 2.776; three decimals
        // printed
        assertThat(Sample.studentQuantile(8, 0.95)).isCloseTo(1.895, within(5e-4));
        assertThat(Sample.studentQuantile(10, 0.95)).isCloseTo(1.833, within(5e-4));
        assertThat(Sample.studentQuantile(5, 0.975)).isCloseTo(2.776, within(5e-4));
    }

    @Test
    void jackknife_of_a_mean_is_its_standard_error() {
        // exact identity: the delete-one jackknife of a mean is s/sqrt(n)
        double[] values = {0.3, 1.7, -2.2, 0.9, 4.1};
        double jackknife = Sample.jackknifeError(
                values.length,
                kept -> Arrays.stream(kept)
                        .mapToDouble(i -> values[i])
                        .average()
                        .orElseThrow());
        assertThat(jackknife).isCloseTo(new Sample(values).standardError(), within(1e-14)); // rounding
    }

    @Test
    void the_interval_covers_the_true_mean_as_often_as_it_says() {
        // 4000 normal samples of 8: the two-sided 90 % interval misses 10 % of the time; binomial standard deviation
        // sqrt(0.1 * 0.9/4000) = 0.0047, so that a band of 5 of them has a false alarm in 2 million
        Random random = new Random(7);
        int missed = 0;
        int draws = 4000;
        for (int draw = 0; draw < draws; draw++) {
            double[] values =
                    random.doubles(8).map(unused -> random.nextGaussian()).toArray();
            Sample sample = new Sample(values);
            double half = sample.quantile(0.95) * sample.standardError();
            missed += Math.abs(sample.mean()) > half ? 1 : 0;
        }
        assertThat(missed / (double) draws).isCloseTo(0.1, within(5 * 0.0047));
    }

    @Test
    void refuses_what_is_not_finite() {
        assertThatThrownBy(() -> new Sample(new double[] {1, Double.NaN})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Sample(new double[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void does_not_change_with_the_array_it_came_from() {
        double[] values = {1, 2};
        Sample sample = new Sample(values);
        values[0] = 100;
        sample.values()[1] = 100;
        assertThat(sample.mean()).isEqualTo(1.5);
    }
}
