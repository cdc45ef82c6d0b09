package org.theoremeter.verify.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProportionTest {

    @Test
    void theIntervalIsTheExactOne() {
        // scipy 1.17.1: stats.binomtest(3, 20).proportion_ci(0.9, method="exact")
        Proportion some = new Proportion(3, 20);
        assertThat(some.lower(0.95)).isCloseTo(0.04216941, within(1e-8));
        assertThat(some.upper(0.95)).isCloseTo(0.34366380, within(1e-8));
        // none of n: 1 − α^(1/n); all of n: α^(1/n)
        assertThat(new Proportion(0, 20).upper(0.95)).isCloseTo(1 - Math.pow(0.05, 0.05), within(1e-9));
        assertThat(new Proportion(20, 20).lower(0.95)).isCloseTo(Math.pow(0.05, 0.05), within(1e-9));
        assertThat(new Proportion(0, 20).lower(0.95)).isZero();
        assertThat(new Proportion(20, 20).upper(0.95)).isEqualTo(1);
    }

    @Test
    void tailsAreThoseOfTheBinomialDistribution() {
        // P(X ≤ 1) of 3 fair trials is 1/2, P(X ≥ 3) is 1/8
        assertThat(new Proportion(1, 3).atMost(0.5)).isCloseTo(0.5, within(1e-12));
        assertThat(new Proportion(3, 3).atLeast(0.5)).isCloseTo(0.125, within(1e-12));
        assertThat(new Proportion(1, 3).atMost(1)).isZero();
        assertThat(new Proportion(1, 3).atLeast(0)).isZero();
        assertThat(new Proportion(3, 3).atMost(1)).isEqualTo(1);
        assertThat(new Proportion(0, 3).atLeast(0)).isEqualTo(1);
    }

    @Test
    void refusesCountsThatCannotBe() {
        assertThatThrownBy(() -> new Proportion(4, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Proportion(-1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Proportion(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
