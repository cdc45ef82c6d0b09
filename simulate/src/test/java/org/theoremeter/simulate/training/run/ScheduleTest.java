package org.theoremeter.simulate.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    /** A few operations. */
    private static final Offset<Double> ROUNDING = Offset.offset(1e-16);

    @Test
    void ratesAreThoseOfTheFormulas() {
        assertThat(new Schedule.Constant(0.3).rate(7, 10)).isEqualTo(0.3);
        Schedule steps = new Schedule.Steps(0.4, 0.5, 3);
        double[] expected = {0.4, 0.4, 0.4, 0.2, 0.2, 0.2, 0.1};
        for (int epoch = 0; epoch < expected.length; epoch++) {
            assertThat(steps.rate(epoch, 100)).isCloseTo(expected[epoch], ROUNDING);
        }
        Schedule cosine = new Schedule.Cosine(0.4);
        assertThat(cosine.rate(0, 8)).isEqualTo(0.4);
        // cos π/4, π/2 and 7π/8
        assertThat(cosine.rate(2, 8)).isCloseTo(0.2 * (1 + Math.sqrt(0.5)), ROUNDING);
        assertThat(cosine.rate(4, 8)).isCloseTo(0.2, ROUNDING);
        assertThat(cosine.rate(7, 8))
                .isCloseTo(0.2 * (1 - Math.sqrt(2 + Math.sqrt(2)) / 2), ROUNDING)
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesARateThatIsNotPositive(double rate) {
        List<ThrowingCallable> making = List.of(
                () -> new Schedule.Constant(rate),
                () -> new Schedule.Steps(rate, 0.5, 3),
                () -> new Schedule.Cosine(rate));
        for (ThrowingCallable each : making) {
            assertThatThrownBy(each)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("rate " + rate)
                    .hasMessageContaining("accepted: a positive number");
        }
    }

    @Test
    void refusesStepsThatAreNone() {
        for (double factor : new double[] {0, -1, 1.01, Double.NaN}) {
            assertThatThrownBy(() -> new Schedule.Steps(0.1, factor, 3)).hasMessageContaining("a factor of " + factor);
        }
        assertThatThrownBy(() -> new Schedule.Steps(0.1, 0.5, 0))
                .hasMessageContaining("every 0 epochs")
                .hasMessageContaining("accepted: a factor in (0, 1] and at least 1 epoch");
    }

    @Test
    void endsWhereAccuracyAndReliabilityAreHighOrTheLossIsSmall() {
        Stopping reached = new Stopping(true, 0);
        assertThat(reached.ends(1, 1, 0.81, 0.81)).isTrue();
        assertThat(reached.ends(0, 1, 0.8, 0.9)).isFalse();
        assertThat(reached.ends(0, 1, 0.9, 0.8)).isFalse();
        Stopping small = new Stopping(false, 0.25);
        assertThat(small.ends(0.49, 2, 0, 0)).isTrue();
        assertThat(small.ends(0.5, 2, 1, 1)).isFalse();
        assertThat(Stopping.NEVER.ends(0, 1, 1, 1)).isFalse();
        // to be given up a loss has to exceed, not to reach
        assertThat(new Stopping(false, 0, 100).givesUp(100)).isFalse();
        assertThat(new Stopping(false, 0, 100).givesUp(Math.nextUp(100.0))).isTrue();
        assertThat(Stopping.NEVER.givesUp(Double.MAX_VALUE)).isFalse();
        assertThatThrownBy(() -> new Stopping(false, 0, Double.NaN)).hasMessageContaining("NaN, accepted: above 0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    void refusesALossFractionOutside(double fraction) {
        assertThatThrownBy(() -> new Stopping(false, fraction))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("loss fraction of " + fraction)
                .hasMessageContaining("accepted: a number in [0, 1)");
    }
}
