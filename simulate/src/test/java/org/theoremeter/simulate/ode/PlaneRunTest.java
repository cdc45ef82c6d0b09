package org.theoremeter.simulate.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.Networks;
import org.theoremeter.simulate.Plane;
import org.theoremeter.simulate.arithmetic.Eigenvalues;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.network.Target;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.training.GradientFlow;
import org.theoremeter.simulate.training.LyapunovGradient;
import org.theoremeter.theory.Laws;
import org.theoremeter.theory.dynamics.ReducedDynamics;

/** The laws on a plane, integrated: the plateau and the pair of theory 2.3, full networks, and theory 1.7. */
class PlaneRunTest {

    private static final double CSTAR = 0.2;
    private static final double OMEGASTAR = 1;
    private static final int NEURONS = 20;
    private static final double GAIN = 0.05;
    private static final List<String> WEIGHTS = List.of("w11", "w12", "w21", "w22");
    private static final Complex TARGET_RATE = new Complex(CSTAR, OMEGASTAR);

    private static ReducedDynamics dynamics(String law) {
        return Laws.named(law).orElseThrow().dynamics().orElseThrow();
    }

    private static Trajectory oscillator(double[] weights, double horizon) {
        return ReducedRun.of(dynamics("oscillator.plane"))
                .run(
                        Map.of("w11", weights[0], "w12", weights[1], "w21", weights[2], "w22", weights[3]),
                        Map.of("cstar", CSTAR, "omegastar", OMEGASTAR),
                        horizon);
    }

    /** Returns the decay rate of the best single real mode: 1/(4c²) = (s² − ω⋆²)/(s² + ω⋆²)², s = c + c⋆. */
    private static double plateauRate() {
        // the equation is that the loss ½[1/(2c) − 2s/(s² + ω⋆²) + …] is stationary
        return new BracketingNthOrderBrentSolver(1e-14, 5)
                .solve(
                        100,
                        c -> 1 / (4 * c * c)
                                - TARGET_RATE.add(c).reciprocal().square().getRealPart(),
                        1,
                        3);
    }

    /**
     * Returns ∫(f − f⋆) K dt for a kernel K whose Laplace transform is 1/((z + c)² (z + 1)ⁿ), f = e^{−ct}: the loss's
     * slope by the loop qᵀp (n = 1) and by qᵀDp (n = 2) at the plateau, where the other directions decay at rate 1.
     */
    private static double projectedError(int n) {
        double c = plateauRate();
        Complex first = new Complex(2 * c).square().multiply(Complex.ONE.add(c).pow(n));
        Complex second = TARGET_RATE.add(c).square().multiply(TARGET_RATE.add(1).pow(n));
        return first.reciprocal().subtract(second.reciprocal()).getRealPart();
    }

    @Test
    void waitsNearTheBestRealModeWhileThePairGrowsAtTheRateOfTheTheory() {
        Trajectory trajectory = oscillator(new double[] {0, -1e-5, 1e-5, 0}, 60);
        double alpha = projectedError(1);
        for (double tau : new double[] {40, 50, 60}) {
            // W₁₁ relaxes like e^{−τ/4}, 5e-5 at 40; the pair, 1e-5·e^{ατ} < 0.01, disturbs it by its square
            assertThat(trajectory.state("w11", tau)).isCloseTo(1 - plateauRate(), within(2e-4));
        }
        double growth = Math.log(trajectory.state("w21", 50) / trajectory.state("w21", 40)) / 10;
        // α depends on W₁₁ and on the square of the pair, both as above; W₂₂ is one of the same order
        assertThat(growth).isCloseTo(alpha, within(1e-3 * alpha));
    }

    @Test
    void letsThePairLeaveAbruptlyAndLaterTheSmallerItWas() {
        Trajectory larger = oscillator(new double[] {0, -1e-4, 1e-4, 0}, 160);
        Trajectory smaller = oscillator(new double[] {0, -1e-5, 1e-5, 0}, 160);
        double alpha = projectedError(1);
        double plateau = larger.observable("loss", 40);
        double begin = first(tau -> larger.observable("loss", tau) < 0.9 * plateau, 160);
        double end = first(tau -> larger.observable("loss", tau) < 0.1 * plateau, 160);
        // nine tenths of the plateau are lost within one e-fold of the pair, after some nine e-folds of waiting
        assertThat(end - begin).isLessThan(1 / alpha);
        assertThat(begin).isGreaterThan(7 / alpha);
        double delay = first(tau -> smaller.observable("loss", tau) < 0.5 * plateau, 160)
                - first(tau -> larger.observable("loss", tau) < 0.5 * plateau, 160);
        // theory 2.3: 1/α for every e-fold; what the two do before the plateau differs by 1e-4 squared only
        assertThat(delay).isCloseTo(Math.log(10) / alpha, within(1e-3 * Math.log(10) / alpha));
        // the slowest rate at the optimum is 0.256 (theory 2.4), and there are more than 40 left: e^{−10}
        assertThat(larger.observable("outlier", 160)).isCloseTo(1 - CSTAR, within(1e-4));
        assertThat(larger.observable("frequency", 160)).isCloseTo(OMEGASTAR, within(1e-4));
        assertThat(larger.error()).isLessThan(1e-6);
    }

    /** Returns the first time of a change, known to occur once. */
    private static double first(DoublePredicate after, double horizon) {
        double low = 0;
        double high = horizon;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (after.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    @Test
    void isWhatANetworkDoesWhoseWeightsLieInThePlane() {
        double[] weights = {0.02, 0.06, -0.09, -0.01};
        double horizon = 35;
        Trajectory trajectory = oscillator(weights, horizon);
        Plane plane = Plane.random(RandomStreams.of(5), NEURONS);
        LinearRnn start = plane.embed(new LinearRnn(weights, new double[] {1, 0}, new double[] {1, 0}));
        double[] worst = new double[2];
        GradientFlow.End end = flow(1e-7).run(start, horizon, stretch -> {
            double[] full = stretch.network(stretch.to()).weights();
            double[] onPlane = plane.project(full);
            double squares = 0;
            for (int i = 0; i < 4; i++) {
                String name = WEIGHTS.get(i);
                squares += Math.pow(onPlane[i] - trajectory.state(name, stretch.to()), 2);
            }
            // theory 0.4: exact, so that what both declare as their numerical error covers the difference
            assertThat(Math.sqrt(squares)).isLessThan(stretch.error() + 2 * trajectory.error());
            // off the plane there is rounding only, which may grow like the pair, e^{0.106·35} = 40
            assertThat(plane.off(full)).isLessThan(1e-12);
            worst[0] = Math.max(worst[0], stretch.error());
            worst[1] = trajectory.observable("frequency", stretch.to());
            return true;
        });
        assertThat(end.tau()).isEqualTo(horizon);
        // the errors that cover the difference are small, and the transition was passed
        assertThat(worst[0]).isLessThan(1e-4);
        assertThat(worst[1]).isGreaterThan(0.9);
    }

    private static GradientFlow flow(double tolerance) {
        Target target = Target.of(
                new double[][] {{-CSTAR, -OMEGASTAR}, {OMEGASTAR, -CSTAR}}, new double[] {1, 0}, new double[] {1, 0});
        return GradientFlow.of(new LyapunovGradient(NEURONS, target), tolerance);
    }

    @Test
    void isWhatANetworkDoesFromSmallRandomWeightsUpToTheRotationOfItsPlane() {
        double[] weights = RandomStreams.of(6).gaussians("weights", NEURONS * NEURONS);
        Arrays.setAll(weights, i -> GAIN / Math.sqrt(NEURONS) * weights[i]);
        RealMatrix w = Networks.matrix(weights);
        RealVector u = MatrixUtils.createRealIdentityMatrix(NEURONS).getColumnVector(0);
        RealVector difference = w.getRowVector(0).subtract(w.getColumnVector(0));
        Plane plane = new Plane(columns(u, difference.unitVector()));
        Trajectory trajectory = oscillator(plane.project(weights), 60);
        double predicted = first(tau -> trajectory.observable("frequency", tau) > 0.5, 60);
        double[] found = new double[3];
        flow(1e-7).run(new LinearRnn(weights, u.toArray(), u.toArray()), 60, stretch -> {
            if (found[0] == 0 && frequency(stretch.network(stretch.to())) > 0.5) {
                found[0] = stretch.from()
                        + first(
                                after -> frequency(stretch.network(stretch.from() + after)) > 0.5,
                                stretch.to() - stretch.from());
            }
            found[1] = stretch.to();
            found[2] = frequency(stretch.network(stretch.to()));
            return found[0] == 0 || stretch.to() < found[0] + 12;
        });
        // Where the pair is small it grows like e^{(α + α₂ D)τ}, D the symmetric part of the weights among the other
        // directions. The plane keeps dᵀDd; the rest of Dd, of squared length g²/2 (1 − 2/N) in the mean, turns the
        // direction, which gains the second order α₂² |Dd|² τ² in the exponent: the network is early by that over α.
        double alpha = projectedError(1);
        double turning = Math.pow(projectedError(2) * GAIN * predicted, 2) / 2 / alpha;
        assertThat(turning).isLessThan(0.2);
        // the square of a random vector of 19 entries, and the terms of order g² τ: a factor of three
        assertThat(found[0]).isCloseTo(predicted, within(3 * turning));
        // theory 2.3: 1e-3 after the transition
        assertThat(found[2]).isCloseTo(trajectory.observable("frequency", found[1]), within(1e-3));
    }

    private static RealMatrix columns(RealVector first, RealVector second) {
        RealMatrix columns = new Array2DRowRealMatrix(first.getDimension(), 2);
        columns.setColumnVector(0, first);
        columns.setColumnVector(1, second);
        return columns;
    }

    private static double frequency(LinearRnn network) {
        Eigenvalues eigenvalues = Eigenvalues.of(network.rows());
        double most = 0;
        for (int i = 0; i < eigenvalues.size(); i++) {
            most = Math.max(most, eigenvalues.imaginary(i));
        }
        return most;
    }

    @Test
    void withoutFullOverlapTheIntegratorCreepsAndItsSecondEigenvalueRunsAway() {
        double overlap = 0.5;
        Trajectory trajectory = ReducedRun.of(dynamics("integrator.plane"))
                .run(
                        Map.of("w11", 0.0, "w12", 0.0, "w21", 0.0, "w22", 0.0),
                        Map.of("cstar", CSTAR, "overlap", overlap),
                        40);
        double[] outlier = new double[3];
        double[] second = new double[3];
        for (int i = 0; i < 3; i++) {
            double tau = new double[] {10, 20, 40}[i];
            outlier[i] = trajectory.observable("rightmost", tau);
            second[i] = trajectory.observable("leftmost", tau);
            double k = 1 - second[i];
            // theory 1.7: f(0) = ρ; the best that a fast mode (ρ − 1) e^{−kt} beside e^{−c⋆t} does is (1 − ρ)²/(4k),
            // less
            // what a change of the slow mode takes of it, at most its projection on e^{−c⋆t} and t e^{−c⋆t}: 8c⋆/k of
            // it
            double loss = (1 - overlap) * (1 - overlap) / (4 * k);
            assertThat(trajectory.observable("loss", tau)).isBetween((1 - 8 * CSTAR / k) * loss, 1.05 * loss);
        }
        assertThat(outlier).isSorted();
        assertThat(outlier[2]).isBetween(0.9 * (1 - CSTAR), 1 - CSTAR);
        assertThat(second[2]).isLessThan(second[1]).isLessThan(-0.5);
        assertThat(second[1]).isLessThan(second[0]);
    }
}
