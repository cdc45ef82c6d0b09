package org.theoremeter.simulate.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.simulate.Networks;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.network.Target;

class GradientFlowTest {

    private static final Target TARGET = Target.integrator(0.3);

    @Test
    void lowersTheLossTowardsTheTarget() {
        LossGradient gradient = new LyapunovGradient(8, TARGET);
        LinearRnn start = LinearRnn.aligned(new double[64]);
        double[] last = new double[1];
        GradientFlow.End end = GradientFlow.of(gradient, 1e-9).run(start, 5, stretch -> {
            last[0] = decay(stretch.network(stretch.to()));
            return true;
        });
        assertThat(end).isEqualTo(new GradientFlow.End(5, Optional.empty()));
        // rate 1/(4·0.3³) = 9 at the optimum: after 5 the distance is far below the tolerance
        assertThat(last[0]).isCloseTo(0.3, within(1e-8));
        // the start is not touched
        assertThat(start.weights()).containsOnly(0);
    }

    @Test
    void declaredErrorBoundsTheTrueOneAndFollowsTheTolerance() {
        LinearRnn start = Networks.random(10, 0.4, 3);
        List<double[]> reference = course(start, 1e-13).networks();
        for (double tolerance : new double[] {1e-6, 1e-8, 1e-10}) {
            Course course = course(start, tolerance);
            double worst = 0;
            for (int i = 0; i < reference.size(); i++) {
                double squares = 0;
                for (int j = 0; j < reference.get(i).length; j++) {
                    squares += Math.pow(course.networks().get(i)[j] - reference.get(i)[j], 2);
                }
                worst = Math.max(worst, Math.sqrt(squares));
            }
            assertThat(worst).isLessThan(course.error());
            // the bound is of use: within a thousand tolerances
            assertThat(course.error()).isLessThan(1e3 * tolerance);
        }
    }

    @Test
    void anUnstableStartEndsTheRunAtOnce() {
        double[] weights = new double[16];
        Arrays.fill(weights, 1.1 / 4);
        GradientFlow.End end = GradientFlow.of(new LyapunovGradient(4, TARGET), 1e-9)
                .run(LinearRnn.aligned(weights), 1, stretch -> {
                    throw new AssertionError("there is nothing to follow");
                });
        assertThat(end.tau()).isZero();
        assertThat(end.instability())
                .hasValueSatisfying(reason -> assertThat(reason).contains("unstable"));
    }

    @Test
    void aFlowIntoInstabilityEndsWithItsTime() {
        // a made-up gradient that pushes W₁₁ to 1 in finite time, where the network ends: dw/dτ = 1, from 0
        GradientFlow.End end = GradientFlow.of(new Push(), 1e-9)
                .run(new LinearRnn(new double[1], new double[] {1}, new double[] {1}), 3, stretch -> true);
        assertThat(end.instability()).isPresent();
        // the integrator creeps up to the edge until its steps are 1e-13 of the horizon
        assertThat(end.tau()).isCloseTo(1, within(1e-6));
    }

    @Test
    void aSlopeTooSteepToSquareEndsTheFlowLikeInstability() {
        // one weight that grows at unit speed up to 1, beyond which the slope is finite and its square is not
        LossGradient cliff = new LossGradient() {
            private final double[] slope = new double[1];

            @Override
            public boolean evaluate(LinearRnn network) {
                slope[0] = network.weights()[0] < 1 ? -1 : 1e200;
                return true;
            }

            @Override
            public double loss() {
                return 0;
            }

            @Override
            public double[] byWeights() {
                return slope;
            }

            @Override
            public double[] byReadIn() {
                return new double[1];
            }

            @Override
            public double[] byReadOut() {
                return new double[1];
            }
        };
        GradientFlow.End end = GradientFlow.of(cliff, 1e-8).run(LinearRnn.aligned(new double[1]), 3, stretch -> true);
        assertThat(end.instability()).isPresent();
        assertThat(end.tau()).isCloseTo(1, within(1e-6)).isLessThanOrEqualTo(1);
    }

    @Test
    void noStretchEndsInAnUnstableNetwork() {
        // whichever evaluation is the first to fail, be it the one at the end of a step that was already accepted
        for (int evaluation = 2; evaluation < 60; evaluation++) {
            Push push = new Push();
            push.evaluations = evaluation;
            GradientFlow.End end = GradientFlow.of(push, 1e-9)
                    .run(new LinearRnn(new double[1], new double[] {1}, new double[] {1}), 0.9, stretch -> {
                        assertThat(push.evaluations).isPositive();
                        return true;
                    });
            assertThat(end.instability().isPresent()).isEqualTo(push.evaluations <= 0);
        }
    }

    @Test
    void stopsWhereItsFollowerStops() {
        GradientFlow.End end = GradientFlow.of(new LyapunovGradient(4, TARGET), 1e-9)
                .run(LinearRnn.aligned(new double[16]), 5, stretch -> stretch.to() < 1);
        assertThat(end.instability()).isEmpty();
        assertThat(end.tau()).isBetween(1.0, 3.0);
    }

    @Test
    void anInterruptStopsIt() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> GradientFlow.of(new LyapunovGradient(4, TARGET), 1e-9)
                            .run(LinearRnn.aligned(new double[16]), 5, stretch -> true))
                    .isInstanceOf(InterruptedRun.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private record Course(List<double[]> networks, double error) {}

    private static Course course(LinearRnn start, double tolerance) {
        List<double[]> networks = new ArrayList<>();
        double[] error = new double[1];
        GradientFlow.of(new LyapunovGradient(start.size(), TARGET), tolerance).run(start, 2, stretch -> {
            for (int next = networks.size(); next <= 40 && next * 0.05 <= stretch.to(); next++) {
                networks.add(stretch.network(next * 0.05).weights());
            }
            error[0] = Math.max(error[0], stretch.error());
            return true;
        });
        return new Course(networks, error[0]);
    }

    private static double decay(LinearRnn network) {
        return 1 - Arrays.stream(network.weights()).sum() / network.size();
    }

    private static final class Push implements LossGradient {

        /** How many evaluations there are before all fail. */
        private int evaluations = Integer.MAX_VALUE;

        @Override
        public boolean evaluate(LinearRnn network) {
            evaluations--;
            return evaluations > 0 && network.weights()[0] < 1;
        }

        @Override
        public double loss() {
            return 0;
        }

        @Override
        public double[] byWeights() {
            return new double[] {-1};
        }

        @Override
        public double[] byReadIn() {
            return new double[1];
        }

        @Override
        public double[] byReadOut() {
            return new double[1];
        }
    }
}
