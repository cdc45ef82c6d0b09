package org.theoremeter.simulate.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeStepTest {

    @Test
    void multiplesBecomeSteps() {
        TimeStep step = new TimeStep(5);
        assertThat(step.steps("delay", 0)).isZero();
        assertThat(step.steps("delay", 30)).isEqualTo(6);
        assertThat(step.steps("delay", 400)).isEqualTo(80);
        assertThat(step.steps("delay", 5e6)).isEqualTo(1_000_000);
    }

    @Test
    void decimalFractionsMayBeRounded() {
        // 0.3 / 0.1 is less than 3 in doubles
        assertThat(0.3 / 0.1).isLessThan(3);
        assertThat(new TimeStep(0.1).steps("delay", 0.3)).isEqualTo(3);
        for (int steps = 0; steps < 2000; steps++) {
            assertThat(new TimeStep(0.7).steps("delay", 0.7 * steps)).isEqualTo(steps);
        }
    }

    @Test
    void whatLiesBetweenIsRefusedWithItsNeighbours() {
        assertRefused(
                new TimeStep(5), 12, "delay: found 12.0 ms, accepted: multiples of 5 ms; nearest: 10 ms and 15 ms");
        assertRefused(
                new TimeStep(5), 0.001, "delay: found 0.001 ms, accepted: multiples of 5 ms; nearest: 0 ms and 5 ms");
        assertRefused(
                new TimeStep(0.1),
                0.25,
                "delay: found 0.25 ms, accepted: multiples of 0.1 ms; nearest: 0.2 ms and 0.3 ms");
        // a millionth of a step off is no rounding
        assertRefused(
                new TimeStep(5),
                10.000005,
                "delay: found 10.000005 ms, accepted: multiples of 5 ms; nearest: 10 ms and 15 ms");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-5, 5_000_005, Double.NaN, Double.POSITIVE_INFINITY})
    void timesOutOfBoundsAreRefused(double time) {
        assertRefused(
                new TimeStep(5),
                time,
                "delay: found " + time + " ms, accepted: multiples of 5 ms from 0 ms to 5000000 ms");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aStepIsPositive(double milliseconds) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeStep(milliseconds))
                .withMessage("time step: found " + milliseconds + " ms, accepted: (0, inf)");
    }

    private static void assertRefused(TimeStep step, double time, String message) {
        assertThatThrownBy(() -> step.steps("delay", time))
                .isInstanceOfSatisfying(
                        ArgumentException.class, e -> assertThat(e.parameter()).isEqualTo("delay"))
                .hasMessage(message);
    }
}
