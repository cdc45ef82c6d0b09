package org.theoremeter.verify.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void standardErrorIsThatOfTheTextbook() {
        // 1, 2, 3, 4: mean 5/2, variance 5/3, standard error sqrt(5/12)
        Sample sample = new Sample(new double[] {1, 2, 3, 4});
        assertThat(sample.mean()).isEqualTo(2.5);
        assertThat(sample.standardError()).isCloseTo(Math.sqrt(5.0 / 12), within(1e-15)); // rounding
    }

    @Test
    void jackknifeOfAMeanIsItsStandardError() {
        // exact identity: the delete-one jackknife of a mean is s/sqrt(n)
        double[] values = {0.3, 1.7, -2.2, 0.9, 4.1};
        double jackknife = Sample.jackknifeError(
                values.length,
                false,
                kept -> Arrays.stream(kept)
                        .mapToDouble(i -> values[i])
                        .average()
                        .orElseThrow());
        assertThat(jackknife).isCloseTo(new Sample(values).standardError(), within(1e-14)); // rounding
    }

    @Test
    void refusesWhatIsNotFinite() {
        assertThatThrownBy(() -> new Sample(new double[] {1, Double.NaN})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Sample(new double[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotChangeWithTheArrayItCameFrom() {
        double[] values = {1, 2};
        Sample sample = new Sample(values);
        values[0] = 100;
        sample.values()[1] = 100;
        assertThat(sample.mean()).isEqualTo(1.5);
    }
}
