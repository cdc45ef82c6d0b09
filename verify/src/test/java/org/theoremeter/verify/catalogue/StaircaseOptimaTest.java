package org.theoremeter.verify.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.apache.commons.math3.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.network.Target;
import org.theoremeter.simulate.training.LyapunovGradient;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.Profile;
import org.theoremeter.verify.claim.read.ClaimReader;
import org.theoremeter.verify.claim.read.Settings;

/**
 * The numbers in the claims on the staircase (theory 2.5) are optima, and the best ones are the best: found apart from
 * training, by a library's optimiser on networks of as many neurons as modes.
 *
 * <p>With read-in and read-out e1 a network of k neurons has every response of k modes that is 1 at time 0.
 */
class StaircaseOptimaTest {

    private static Claim.Value claim(String id) {
        return (Claim.Value) Selection.of(List.of(id), new ClaimReader(Profile.QUICK, Settings.none()))
                .claims()
                .get(0);
    }

    private static Map<String, Double> given(Claim claim) {
        return new TreeMap<>(claim.header().given().values());
    }

    /** The target of a claim, by what is given there. */
    private static Target target(Map<String, Double> given) {
        double cstar = given.get("cstar");
        if (given.containsKey("ratio")) {
            double ratio = given.get("ratio");
            return Target.mean(List.of(
                    Target.integrator(cstar),
                    Target.integrator(cstar * ratio),
                    Target.integrator(cstar * ratio * ratio)));
        }
        Target first = Target.oscillator(cstar, given.get("omegastar"));
        return given.containsKey("second")
                ? Target.mean(List.of(first, Target.oscillator(cstar, given.get("second"))))
                : first;
    }

    /** The slopes of the loss vanish at the given numbers, and it curves upwards in each. */
    @ParameterizedTest
    @CsvSource({
        "oscillator.staircase, c",
        "staircase.amplitude, c",
        "staircase.one, c",
        "staircase.two, 'c,omega,b'",
        "staircase.two-nearby, 'c,omega,b'",
        "staircase.three, 'd,a,c,omega,b'",
        "staircase.three-nearby, 'd,a,c,omega,b'",
        "staircase.timescales-one, c",
        "staircase.timescales-two, 'a,c,d'"
    })
    void theGivenNumbersAreOptima(String id, String names) {
        Claim.Value claim = claim(id);
        Expression loss = claim.values().get("loss");
        Map<String, Double> at = given(claim);
        double least = loss.evaluate(at);
        for (String name : names.split(",")) {
            double slope = loss.derivative(name).evaluate(at);
            double curvature = loss.derivative(name).derivative(name).evaluate(at);
            // sixteen digits are given: the slope is off by the curvature times a few units in the last of them
            assertThat(slope).as("%s by %s", id, name).isCloseTo(0, within(1e-13 * (1 + curvature)));
            assertThat(curvature).as("%s by %s", id, name).isPositive();
            assertThat(least).isLessThan(loss.evaluate(moved(at, name)));
        }
    }

    private static Map<String, Double> moved(Map<String, Double> at, String name) {
        Map<String, Double> moved = new TreeMap<>(at);
        moved.merge(name, 1.01, (value, factor) -> value * factor);
        return moved;
    }

    /** What k neurons find from random starts: the least is the best of the claims, and the other one is among them. */
    @ParameterizedTest
    @CsvSource({
        "1, oscillator.staircase,",
        "1, staircase.one,",
        "1, staircase.timescales-one,",
        "2, staircase.timescales-two,",
        "2, staircase.two, staircase.two-nearby",
        "3, staircase.three, staircase.three-nearby"
    })
    void noOtherResponseOfAsManyModesIsBetter(int modes, String best, String nearby) {
        List<Double> found = minima(target(given(claim(best))), modes, 60);
        double least = claim(best).values().get("loss").evaluate(given(claim(best)));
        // what is left of a flat minimum where a step changes the loss by less than 1e-13 of itself
        assertThat(found.get(0)).isCloseTo(least, within(1e-5 * least));
        if (nearby != null) {
            double other = claim(nearby).values().get("loss").evaluate(given(claim(nearby)));
            assertThat(found).anySatisfy(loss -> assertThat(loss).isCloseTo(other, within(1e-5 * other)));
            assertThat(other).isGreaterThan(1.01 * least);
        }
    }

    /**
     * Beside an optimum of two modes the loss is q · Bp in the couplings to and from one more neuron, and B is that of theory
     * 2.5: of rank one, so that training leaves it one way only.
     */
    @ParameterizedTest
    @ValueSource(strings = {"staircase.two", "staircase.two-nearby"})
    void aStairIsLeftOneWay(String id) {
        Map<String, Double> given = given(claim(id));
        Target target = target(given);
        double[] w = pair(given.get("c"), given.get("omega"), given.get("b"));
        double[][] coupled = new double[2][];
        LyapunovGradient three = new LyapunovGradient(3, target);
        for (int i = 0; i < 2; i++) {
            // without p the loss does not depend on q, and its slopes by p are those of q · Bp exactly
            double[] weights = {w[0], w[1], 0, w[2], w[3], 0, 0, 0, 0};
            weights[3 * i + 2] = 1;
            assertThat(three.evaluate(network(weights))).isTrue();
            coupled[i] = Arrays.copyOfRange(three.byWeights(), 6, 8);
        }
        RealMatrix m = new Array2DRowRealMatrix(new double[][] {{w[0] - 1, w[1]}, {w[2], w[3] - 1}});
        // (−I − M)⁻¹, of which the signs cancel
        double[] in = resolvent(m, -1).getColumn(0);
        double[] out = resolvent(m, -1).getRow(0);
        LyapunovGradient two = new LyapunovGradient(2, target);
        assertThat(two.evaluate(network(w))).isTrue();
        // ν = ∫(f − f⋆)f dt is how the loss changes with the length of the read-out
        double difference = error(target, m, 1) - two.byReadOut()[0];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                // rounding, for the numbers of the claims have sixteen digits
                assertThat(coupled[i][j]).isCloseTo(difference * out[i] * in[j], within(1e-12));
            }
        }
        // or nothing would be left of what is compared
        assertThat(Math.abs(difference)).isGreaterThan(1e-3);
    }

    /** W of two neurons with the response e^{−ct}(cos ωt + b sin ωt): W₁₁ by its slope at 0, then by trace and determinant. */
    private static double[] pair(double c, double omega, double b) {
        double off = omega * Math.sqrt(1 + b * b);
        return new double[] {1 - c + b * omega, -off, off, 1 - c - b * omega};
    }

    /** Returns (zI − M)⁻¹. */
    private static RealMatrix resolvent(RealMatrix m, double z) {
        RealMatrix shifted = MatrixUtils.createRealIdentityMatrix(m.getRowDimension())
                .scalarMultiply(z)
                .subtract(m);
        return MatrixUtils.inverse(shifted);
    }

    /** Returns E(z), the Laplace transform of f − f⋆. */
    private static double error(Target target, RealMatrix m, double z) {
        RealVector state =
                resolvent(new Array2DRowRealMatrix(target.dynamics()), z).operate(new ArrayRealVector(target.input()));
        return resolvent(m, z).getEntry(0, 0) - state.dotProduct(new ArrayRealVector(target.output()));
    }

    /** With an amplitude of its own, a mode a e^{−ct} is one neuron with a read-out of a. */
    @Test
    void noOtherModeOfAnyAmplitudeIsBetter() {
        Claim.Value claim = claim("staircase.amplitude");
        LyapunovGradient gradient = new LyapunovGradient(1, target(given(claim)));
        double best = claim.values().get("loss").evaluate(given(claim));
        double least = Double.POSITIVE_INFINITY;
        for (double c = 0.05; c < 5; c += 0.02) {
            for (double a = -3; a < 3; a += 0.02) {
                LinearRnn mode = new LinearRnn(new double[] {1 - c}, new double[] {1}, new double[] {a});
                assertThat(gradient.evaluate(mode)).isTrue();
                least = Math.min(least, gradient.loss());
            }
        }
        // the nearest point is as near as 0.01 in each: (δc² + δa²)/2 = 1e-4 at curvatures below 1
        assertThat(least).isBetween(best, best + 1e-4);
    }

    /** The minima that k neurons reach from random starts, the least first. */
    private static List<Double> minima(Target target, int modes, int starts) {
        LyapunovGradient gradient = new LyapunovGradient(modes, target);
        Random random = new Random(1);
        List<Double> minima = new ArrayList<>();
        for (int start = 0; start < starts; start++) {
            double[] weights = random.doubles((long) modes * modes, -3, 1).toArray();
            if (!gradient.evaluate(network(weights))) {
                continue;
            }
            minima.add(minimum(gradient, weights));
        }
        minima.sort(null);
        return minima;
    }

    private static double minimum(LyapunovGradient gradient, double[] start) {
        PointValuePair found = new NonLinearConjugateGradientOptimizer(
                        NonLinearConjugateGradientOptimizer.Formula.POLAK_RIBIERE, new SimpleValueChecker(1e-13, 1e-16))
                .optimize(
                        new MaxEval(100_000),
                        GoalType.MINIMIZE,
                        new InitialGuess(start),
                        // an unstable network is worse than any
                        new ObjectiveFunction(weights -> gradient.evaluate(network(weights)) ? gradient.loss() : 1e3),
                        new ObjectiveFunctionGradient(weights -> gradient.evaluate(network(weights))
                                ? gradient.byWeights().clone()
                                : new double[weights.length]));
        return found.getValue();
    }

    private static LinearRnn network(double[] weights) {
        double[] e1 = new double[(int) Math.round(Math.sqrt(weights.length))];
        e1[0] = 1;
        return new LinearRnn(weights, e1, e1);
    }
}
