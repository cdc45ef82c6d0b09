package org.theoremeter.simulate.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.network.Target;

class GradientDescentTest {

    private static final double CSTAR = 0.2;

    @Test
    void isTheEulerMapOfOneMode() {
        int size = 9;
        LinearRnn network = LinearRnn.aligned(new double[size * size]);
        double rate = 0.02;
        double[] c = {1};
        GradientDescent.End end = GradientDescent.of(new LyapunovGradient(size, Target.integrator(CSTAR)), rate)
                .run(network, 200, (step, now, gradient) -> {
                    // theory 1.2 and 1.4: c ← c + η [1/(4c²) − 1/(c + c⋆)²]; 200 steps of rounding
                    double decay = 1 - Arrays.stream(now.weights()).sum() / size;
                    assertThat(decay).isCloseTo(c[0], within(1e-12));
                    c[0] += rate * (1 / (4 * c[0] * c[0]) - 1 / ((c[0] + CSTAR) * (c[0] + CSTAR)));
                    return true;
                });
        assertThat(end).isEqualTo(new GradientDescent.End(200, Optional.empty()));
        assertThat(c[0]).isCloseTo(CSTAR, within(1e-6));
    }

    @Test
    void aRateFarTooLargeEndsTheRunAtAStepThatIsTold() {
        LinearRnn network = LinearRnn.aligned(new double[25]);
        GradientDescent.End end = GradientDescent.of(new LyapunovGradient(5, Target.integrator(0.1)), 2)
                .run(network, 100, (step, now, gradient) -> true);
        // first step: c = 1 + 2·[1/4 − 1/1.21] = −0.15 < 0
        assertThat(end.step()).isZero();
        assertThat(end.instability())
                .hasValueSatisfying(reason -> assertThat(reason).contains("unstable"));
    }

    @Test
    void anInterruptStopsItBetweenTwoSteps() {
        LinearRnn network = LinearRnn.aligned(new double[4]);
        long[] last = {-1};
        try {
            assertThatThrownBy(() -> GradientDescent.of(new LyapunovGradient(2, Target.integrator(0.1)), 1e-3)
                            .run(network, 100, (step, now, gradient) -> {
                                last[0] = step;
                                if (step == 3) {
                                    Thread.currentThread().interrupt();
                                }
                                return true;
                            }))
                    .isInstanceOf(InterruptedRun.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(last[0]).isEqualTo(3);
    }

    @Test
    void refusesARateThatIsNotPositive() {
        assertThatThrownBy(() -> GradientDescent.of(new LyapunovGradient(2, Target.integrator(0.1)), 0))
                .hasMessageContaining("must be positive");
    }
}
