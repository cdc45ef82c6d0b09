package org.theoremeter.simulate.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.simulate.Plane;
import org.theoremeter.simulate.arithmetic.Eigenvalues;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.network.Target;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.theory.Laws;
import org.theoremeter.theory.dynamics.ReducedDynamics;

/** The laws on a plane, compiled from formulas, against the numerical gradient of theory 0.1 at random points. */
class PlaneLawTest {

    private static final int SAMPLES = 400;

    /** Every sampled network decays at least so fast. */
    private static final double SLOWEST = 0.1;

    /**
     * Relative to the norm of the gradient, and to the loss. Both routes are exact but for rounding: the gradient of the
     * network drops terms of relative size (1e-9)² only. The formulas divide by squares of det M, a difference of
     * products of up to 9 that may be as small as 0.1², which multiplies a rounding of 1e-16 by 2·18/0.01, to 4e-13;
     * twenty times that covers the other operations of both routes. Found at the worst is 3e-14.
     */
    private static final double ROUNDING = 1e-11;

    /** A law with the network and the target that it speaks of. */
    private record Setting(String name) {

        ReducedDynamics dynamics() {
            return Laws.named(name).orElseThrow().dynamics().orElseThrow();
        }

        double[] draw(UniformRandomProvider random) {
            double cstar = random.nextDouble(0.02, 0.98);
            boolean oscillator = name.equals("oscillator.plane");
            return new double[] {cstar, oscillator ? random.nextDouble(0.05, 3) : random.nextDouble(-1, 1)};
        }

        Target target(double[] parameters) {
            double c = parameters[0];
            double omega = parameters[1];
            return name.equals("oscillator.plane")
                    ? Target.of(new double[][] {{-c, -omega}, {omega, -c}}, new double[] {1, 0}, new double[] {1, 0})
                    : Target.integrator(c);
        }

        LinearRnn network(double[] weights, double[] parameters) {
            double overlap = name.equals("oscillator.plane") ? 1 : parameters[1];
            return new LinearRnn(
                    weights, new double[] {1, 0}, new double[] {overlap, Math.sqrt(1 - overlap * overlap)});
        }
    }

    static Stream<Arguments> settings() {
        return Stream.of("integrator.plane", "oscillator.plane")
                .flatMap(law -> Stream.of(2, 12).map(size -> Arguments.of(law, size)));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void formulasAgreeWithTheGradientOfTheNetwork(String law, int size) {
        Setting setting = new Setting(law);
        ReducedDynamics dynamics = setting.dynamics();
        assertThat(dynamics.parameters()).hasSize(2).startsWith("cstar");
        RandomStreams streams = RandomStreams.of(17).child(law).child(size);
        Plane plane = Plane.random(streams, size);
        UniformRandomProvider random = streams.stream("points");
        double worst = 0;
        int pairs = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
            double[] weights = stable(random);
            double[] parameters = setting.draw(random);
            LinearRnn small = setting.network(weights, parameters);
            LinearRnn network = size == 2 ? small : plane.embed(small);
            LyapunovGradient gradient = new LyapunovGradient(size, setting.target(parameters));
            assertThat(gradient.evaluate(network)).isTrue();
            double[] byWeights = gradient.byWeights();
            double norm = Rows.norm(byWeights);
            double[] field = new double[4];
            dynamics.derivative(0, weights, parameters, field);
            double[] onPlane = size == 2 ? byWeights : plane.project(byWeights);
            for (int i = 0; i < 4; i++) {
                worst = Math.max(worst, Math.abs(field[i] + onPlane[i]) / norm);
            }
            if (size > 2) {
                // theory 0.4: nothing pulls off the plane
                worst = Math.max(worst, plane.off(byWeights) / norm);
            }
            double loss = dynamics.observable("loss", 0, weights, parameters);
            assertThat(loss).isCloseTo(gradient.loss(), within(ROUNDING * gradient.loss()));
            pairs += dynamics.observable("frequency", 0, weights, parameters) > 0 ? 1 : 0;
        }
        assertThat(worst).isLessThan(ROUNDING);
        // real and complex eigenvalues both occur
        assertThat(pairs).isBetween(SAMPLES / 10, SAMPLES * 9 / 10);
    }

    /** Draws weights in (−2, 2) until the network decays fast enough. */
    private static double[] stable(UniformRandomProvider random) {
        while (true) {
            double[] weights = DoubleStream.generate(() -> random.nextDouble(-2, 2))
                    .limit(4)
                    .toArray();
            Eigenvalues eigenvalues = Eigenvalues.of(
                    new double[][] {Arrays.copyOfRange(weights, 0, 2), Arrays.copyOfRange(weights, 2, 4)});
            if (Math.max(eigenvalues.real(0), eigenvalues.real(1)) < 1 - SLOWEST) {
                return weights;
            }
        }
    }
}
