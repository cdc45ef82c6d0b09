package org.theoremeter.simulate.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.simulate.Networks;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.network.Target;

/** What training changes: W alone, or W, u and v. */
class TrainedTest {

    private static final Target TARGET = Target.integrator(0.2);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void alongTheFlowEveryParameterMovesAgainstItsDerivative(boolean discrete) {
        int size = 4;
        LossGradient loss =
                discrete ? new ImpulseResponseGradient(size, TARGET, 0.1, 300) : new LyapunovGradient(size, TARGET);
        double tau = 0.37;
        double h = 5e-3;
        LinearRnn[] around = new LinearRnn[5];
        GradientFlow.of(loss, 1e-12, Trained.ALL).run(Networks.random(size, 0.4, 5), 1, stretch -> {
            for (int i = 0; i < around.length; i++) {
                double at = tau + (i - 2) * h;
                if (stretch.from() <= at && at <= stretch.to()) {
                    around[i] = stretch.network(at);
                }
            }
            return true;
        });
        // fourth order in h on both sides: (5e-3)⁴ = 6e-10, times derivatives of the fifth order of up to a few
        // hundred;
        // the dense output errs by 1e-12 over h
        check(around, h, size * size, "W", loss, LinearRnn::weights);
        check(around, h, size, "u", loss, LinearRnn::readIn);
        check(around, h, size, "v", loss, LinearRnn::readOut);
    }

    /** Holds the speed of one array along a trajectory against differences of the loss at its middle. */
    private static void check(
            LinearRnn[] around,
            double h,
            int count,
            String name,
            LossGradient loss,
            Function<LinearRnn, double[]> part) {
        for (int i = 0; i < count; i++) {
            double near = part.apply(around[3])[i] - part.apply(around[1])[i];
            double far = part.apply(around[4])[i] - part.apply(around[0])[i];
            double[] direction = new double[count];
            direction[i] = 1;
            double[] losses = new double[5];
            for (int j = 0; j < losses.length; j++) {
                loss.evaluate(Networks.moved(around[2], Map.of(name, direction), (j - 2) * 1e-3));
                losses[j] = loss.loss();
            }
            double slope = (8 * (losses[3] - losses[1]) - (losses[4] - losses[0])) / (12 * 1e-3);
            assertThat((8 * near - far) / (12 * h)).as(name + i).isCloseTo(-slope, within(1e-7));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.05, 1", "0.4, 3", "0.8, 2"})
    void declaredErrorBoundsTheTrueOneWhenAllIsTrained(double gain, long seed) {
        LinearRnn start = Networks.random(10, gain, seed);
        List<double[]> reference = course(start, 1e-13).states();
        // at gain 0.4 and 1e-10 the errors carried along with the speed would come to 0.4 of the true one only
        for (double tolerance : new double[] {1e-6, 1e-8, 1e-10}) {
            Course course = course(start, tolerance);
            double worst = 0;
            for (int i = 0; i < reference.size(); i++) {
                double[] difference = course.states().get(i).clone();
                Rows.add(-1, reference.get(i), difference);
                worst = Math.max(worst, Rows.norm(difference));
            }
            assertThat(worst).isLessThan(course.error());
            // the bound is of use: within a thousand tolerances
            assertThat(course.error()).isLessThan(1e3 * tolerance);
        }
    }

    private record Course(List<double[]> states, double error) {}

    private static Course course(LinearRnn start, double tolerance) {
        List<double[]> states = new ArrayList<>();
        double[] error = new double[1];
        GradientFlow.of(new LyapunovGradient(start.size(), Target.integrator(0.1)), tolerance, Trained.ALL)
                .run(start, 3, stretch -> {
                    for (int next = states.size(); next <= 60 && next * 0.05 <= stretch.to(); next++) {
                        states.add(Trained.ALL.state(stretch.network(next * 0.05)));
                    }
                    error[0] = Math.max(error[0], stretch.error());
                    return true;
                });
        return new Course(states, error[0]);
    }

    @ParameterizedTest
    @CsvSource({"6, 0.3, false", "9, 0.8, false", "5, 0.3, true"})
    void theFlowOfTheWeightsIsBitForBitThatOfAnIntegratorOfWAlone(int size, double gain, boolean discrete) {
        LinearRnn start = Networks.random(size, gain, 2);
        double tolerance = 1e-9;
        double horizon = 1.5;
        // the flow as it was before u and v could be trained, with the integrator and nothing else
        LossGradient gradient = gradient(size, discrete);
        OrdinaryDifferentialEquation slope = new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return size * size;
            }

            @Override
            public double[] computeDerivatives(double tau, double[] weights) {
                assertThat(gradient.evaluate(new LinearRnn(weights, start.readIn(), start.readOut())))
                        .isTrue();
                return Arrays.stream(gradient.byWeights()).map(x -> -x).toArray();
            }
        };
        DormandPrince853Integrator integrator =
                new DormandPrince853Integrator(1e-13 * horizon, horizon, tolerance / size, 0);
        List<double[]> expected = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        gradient.evaluate(start);
        double[] carried = {0, Rows.norm(gradient.byWeights())};
        integrator.addStepHandler(step -> {
            double now = Rows.norm(step.getCurrentState().getPrimaryDerivative());
            carried[0] = carried[0] * (now / carried[1]) + tolerance;
            carried[1] = now;
            errors.add(carried[0]);
            double from = step.getPreviousState().getTime();
            double to = step.getCurrentState().getTime();
            expected.add(step.getInterpolatedState(from + 0.3 * (to - from)).getPrimaryState());
        });
        integrator.integrate(slope, new ODEState(0, start.weights()), horizon);

        List<double[]> found = new ArrayList<>();
        List<Double> declared = new ArrayList<>();
        GradientFlow.of(gradient(size, discrete), tolerance).run(start, horizon, stretch -> {
            LinearRnn network = stretch.network(stretch.from() + 0.3 * (stretch.to() - stretch.from()));
            assertThat(network.readIn()).isEqualTo(start.readIn());
            assertThat(network.readOut()).isEqualTo(start.readOut());
            found.add(network.weights());
            declared.add(stretch.error());
            return true;
        });
        assertThat(found).hasSizeGreaterThan(10).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i)).isEqualTo(expected.get(i));
        }
        assertThat(declared).isEqualTo(errors);
    }

    @Test
    void withoutReadOutOnlyTheReadOutCanLearn() {
        double[] silent = new double[4];
        for (Trained trained : Trained.values()) {
            LinearRnn start = new LinearRnn(new double[16], LinearRnn.direction(4), silent.clone());
            LinearRnn[] end = new LinearRnn[1];
            GradientFlow.of(new LyapunovGradient(4, TARGET), 1e-9, trained).run(start, 0.1, stretch -> {
                end[0] = stretch.network(stretch.to());
                return true;
            });
            // f = 0: ∂L/∂W and ∂L/∂u vanish with v, ∂L/∂v does not
            assertThat(Arrays.equals(end[0].readOut(), silent)).isEqualTo(trained == Trained.WEIGHTS);
            assertThat(start.readOut()).isEqualTo(silent);
        }
    }

    @Test
    void descentMovesWhatIsTrainedAndNothingElse() {
        int size = 5;
        double rate = 0.03;
        for (Trained trained : Trained.values()) {
            LinearRnn network = Networks.random(size, 0.3, 8);
            LinearRnn expected = network.copy();
            GradientDescent.of(new LyapunovGradient(size, TARGET), rate, trained)
                    .run(network, 20, (step, now, gradient) -> {
                        // bit for bit: the same product and difference
                        assertThat(now.weights()).isEqualTo(expected.weights());
                        assertThat(now.readIn()).isEqualTo(expected.readIn());
                        assertThat(now.readOut()).isEqualTo(expected.readOut());
                        move(expected.weights(), gradient.byWeights(), rate);
                        if (trained == Trained.ALL) {
                            move(expected.readIn(), gradient.byReadIn(), rate);
                            move(expected.readOut(), gradient.byReadOut(), rate);
                        }
                        return true;
                    });
        }
    }

    private static void move(double[] values, double[] derivatives, double rate) {
        for (int i = 0; i < values.length; i++) {
            values[i] -= rate * derivatives[i];
        }
    }

    private static LossGradient gradient(int size, boolean discrete) {
        return discrete ? new ImpulseResponseGradient(size, TARGET, 0.1, 300) : new LyapunovGradient(size, TARGET);
    }
}
