package org.theoremeter.simulate.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.simulate.Networks;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.network.Target;

/** The gradient of theory 0.1 against Lyapunov equations, quadrature, differences and the law of one mode. */
class LyapunovGradientTest {

    private static final Target INTEGRATOR = Target.integrator(0.1);
    private static final Target OSCILLATOR = Target.oscillator(0.2, 1);

    record Example(LinearRnn network, Target target) {}

    static List<Example> examples() {
        return List.of(
                new Example(Networks.random(1, 0.3, 1), INTEGRATOR),
                new Example(Networks.random(5, 0.3, 1), INTEGRATOR),
                new Example(Networks.random(6, 0.9, 2), INTEGRATOR),
                new Example(Networks.random(6, 0.9, 2), OSCILLATOR),
                // each neuron drives the next three times as strongly as it decays: far from normal
                new Example(Networks.chain(6, 3, 0, 3), INTEGRATOR),
                new Example(Networks.chain(5, 1.5, 0.1, 4), OSCILLATOR));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void solvesTheLyapunovEquationsOfTheTheory(Example example) {
        Lyapunov expected = new Lyapunov(example);
        LyapunovGradient gradient = evaluated(example);
        // the equations have condition numbers up to some thousands
        double relative = 1e-10;
        assertThat(gradient.loss()).isCloseTo(expected.loss, within(relative * expected.loss));
        assertClose(gradient.byWeights(), expected.byWeights, relative);
        assertClose(gradient.byReadIn(), expected.byReadIn, relative);
        assertClose(gradient.byReadOut(), expected.byReadOut, relative);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void lossIsTheIntegralOfTheSquaredError(Example example) {
        LyapunovGradient gradient = evaluated(example);
        // Gauss–Legendre of order 20 on unit panels up to t = 200, where e^{−2·0.1·t} is 4e-18
        assertThat(gradient.loss()).isCloseTo(quadrature(example), within(1e-10 * gradient.loss()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void agreesWithCentralDifferencesInEveryEntry(Example example) {
        // the chain amplifies a step by 3⁵: truncation (243 · 1e-5)⁴ = 3e-11; rounding of the loss over the step, about
        // 1e-9
        LyapunovGradient gradient = evaluated(example);
        assertThat(Differences.worst(gradient, example.network(), 1e-5)).isLessThan(1e-7);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void conservesToRounding(Example example) {
        LyapunovGradient gradient = evaluated(example);
        // theory 0.5 holds exactly; rounding of sums of N products and of the inverse
        assertThat(Differences.conservationResidual(gradient, example.network()))
                .isLessThan(1e-13);
    }

    @Test
    void givesTheLossOfOneModeAndItsSlope() {
        LyapunovGradient gradient = new LyapunovGradient(30, INTEGRATOR);
        for (double c : new double[] {20, 3, 1, 0.5, 0.1001, 0.05, 1e-3, 1e-5}) {
            double[] weights = new double[900];
            Arrays.fill(weights, (1 - c) / 30);
            assertThat(gradient.evaluate(LinearRnn.aligned(weights))).isTrue();
            // theory 1.1 with a = 1, and 1.2: ∂L/∂W = −(∂L/∂c) n nᵀ with ∂L/∂c = −1/(4c²) + 1/(c + c⋆)²
            double loss = 0.5 * (1 / (2 * c) - 2 / (c + 0.1) + 1 / 0.2);
            double slope = 1 / (4 * c * c) - 1 / ((c + 0.1) * (c + 0.1));
            // the loss is a difference of numbers of size 1/c + 5; of c, 1 − c keeps an absolute 1e-16
            double rounding = 1e-13 * (1 / c + 5);
            assertThat(gradient.loss()).isCloseTo(loss, within(rounding + 1e-16 / (c * c) * 10));
            for (double entry : gradient.byWeights()) {
                assertThat(entry).isCloseTo(slope / 30, within(rounding / c + 1e-15 / (c * c * c)));
            }
        }
    }

    @Test
    void findsAModeThatItsFirstGuessMissed() {
        // two modes, f = v₁ e^{−t/2} + v₂ u₂ e^{−dt}: u hardly excites the second, which is far too slow or fast for
        // the first shift
        for (double d : new double[] {1e-4, 1e4}) {
            double weak = 1e-3;
            double strong = 5;
            LinearRnn network =
                    new LinearRnn(new double[] {0.5, 0, 0, 1 - d}, new double[] {1, weak}, new double[] {1, strong});
            LyapunovGradient gradient = new LyapunovGradient(2, INTEGRATOR);
            assertThat(gradient.evaluate(network)).as("d = " + d).isTrue();
            double b = weak * strong;
            // ½∫(e^{−t/2} + b e^{−dt} − e^{−0.1t})² dt, term by term
            double expected =
                    0.5 * (1 / (2 * 0.5) + b * b / (2 * d) + 1 / 0.2 + 2 * b / (0.5 + d) - 2 / 0.6 - 2 * b / (d + 0.1));
            // 1 − d keeps 1e-16 absolute of d, relative 1e-12
            assertThat(gradient.loss()).isCloseTo(expected, within(1e-11 * expected));
            assertThat(Differences.conservationResidual(gradient, network)).isLessThan(1e-12);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.01, 1", "0.02, 1", "0.02, 2", "0.05, 3", "0.01, 5", "0.007, 5", "0.003, 0.5", "1e-5, 0"})
    void takesTargetsThatAreDampedWeakly(double cstar, double omegastar) {
        LyapunovGradient gradient = new LyapunovGradient(2, Target.oscillator(cstar, omegastar));
        double ofTarget = 1 / (4 * cstar) + cstar / (4 * (cstar * cstar + omegastar * omegastar));
        double s = 1 + cstar;
        // ½∫(e^{−t} − e^{−c⋆t} cos ω⋆t)² dt, term by term
        double expected = 0.5 * (0.5 - 2 * s / (s * s + omegastar * omegastar) + ofTarget);
        assertThat(gradient.evaluate(network(0, 0))).isTrue();
        // thousands of terms: some hundred roundings
        assertThat(gradient.loss()).isCloseTo(expected, within(1e-12 * expected));
        // at the target both are damped weakly, and nothing is left of either but rounding
        assertThat(gradient.evaluate(network(1 - cstar, omegastar))).isTrue();
        assertThat(gradient.loss()).isCloseTo(0, within(1e-12 * ofTarget));
    }

    private static LinearRnn network(double diagonal, double omega) {
        return new LinearRnn(
                new double[] {diagonal, -omega, omega, diagonal}, new double[] {1, 0}, new double[] {1, 0});
    }

    @Test
    void findsAWeaklyDampedPairStableAndAGrowingOneNot() {
        LyapunovGradient gradient = new LyapunovGradient(2, OSCILLATOR);
        for (double omega : new double[] {0.3, 1, 2, 5}) {
            assertThat(gradient.evaluate(network(0.98, omega)))
                    .as("ω = " + omega)
                    .isTrue();
            assertThat(gradient.evaluate(network(1.02, omega)))
                    .as("ω = " + omega)
                    .isFalse();
        }
    }

    @Test
    void doesNotBlameTheNetworkForATargetThatRingsForTooLong() {
        LyapunovGradient gradient = new LyapunovGradient(2, Target.oscillator(1e-4, 2));
        assertThatThrownBy(() -> gradient.evaluate(network(0, 0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the target")
                .hasMessageContaining("16384 terms");
    }

    @Test
    void saysWhenTheNetworkIsUnstable() {
        LyapunovGradient gradient = new LyapunovGradient(10, INTEGRATOR);
        for (double c : new double[] {0, -1e-6, -0.01, -0.316, -1, -50}) {
            double[] weights = new double[100];
            Arrays.fill(weights, (1 - c) / 10);
            assertThat(gradient.evaluate(LinearRnn.aligned(weights)))
                    .as("c = " + c)
                    .isFalse();
        }
        // and recovers
        assertThat(gradient.evaluate(LinearRnn.aligned(new double[100]))).isTrue();
    }

    @Test
    void doesNotPassWhatIsNotFinite() {
        LyapunovGradient gradient = new LyapunovGradient(2, INTEGRATOR);
        assertThat(gradient.evaluate(LinearRnn.aligned(new double[] {Double.NaN, 0, 0, 0})))
                .isFalse();
        assertThat(gradient.evaluate(LinearRnn.aligned(new double[] {1e300, 1e300, 1e300, 1e300})))
                .isFalse();
    }

    private static LyapunovGradient evaluated(Example example) {
        LyapunovGradient gradient = new LyapunovGradient(example.network().size(), example.target());
        assertThat(gradient.evaluate(example.network())).isTrue();
        return gradient;
    }

    private static void assertClose(double[] found, double[] expected, double relative) {
        double scale = new ArrayRealVector(expected).getLInfNorm();
        assertThat(found).containsExactly(expected, within(relative * scale));
    }

    private static double quadrature(Example example) {
        LinearRnn network = example.network();
        int size = network.size();
        RealMatrix m = Networks.matrix(network).subtract(MatrixUtils.createRealIdentityMatrix(size));
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(20, 0, 1);
        RealVector state = new ArrayRealVector(network.readIn());
        RealVector target = new ArrayRealVector(example.target().input());
        RealMatrix a = new Array2DRowRealMatrix(example.target().dynamics());
        RealMatrix stepM = MatrixUtils.matrixExponential(m);
        RealMatrix stepA = MatrixUtils.matrixExponential(a);
        double sum = 0;
        RealMatrix[] within = new RealMatrix[20];
        RealMatrix[] withinTarget = new RealMatrix[20];
        for (int i = 0; i < 20; i++) {
            within[i] = MatrixUtils.matrixExponential(m.scalarMultiply(rule.getPoint(i)));
            withinTarget[i] = MatrixUtils.matrixExponential(a.scalarMultiply(rule.getPoint(i)));
        }
        for (int panel = 0; panel < 200; panel++) {
            for (int i = 0; i < 20; i++) {
                double error = within[i].operate(state).dotProduct(new ArrayRealVector(network.readOut()))
                        - withinTarget[i]
                                .operate(target)
                                .dotProduct(new ArrayRealVector(example.target().output()));
                sum += rule.getWeight(i) * error * error / 2;
            }
            state = stepM.operate(state);
            target = stepA.operate(target);
        }
        return sum;
    }

    /** Theory 0.1 as it stands: the two equations as linear systems of (N + k)² unknowns. */
    private static final class Lyapunov {

        final double loss;
        final double[] byWeights;
        final double[] byReadIn;
        final double[] byReadOut;

        Lyapunov(Example example) {
            int n = example.network().size();
            int k = example.target().size();
            RealMatrix e = MatrixUtils.createRealMatrix(n + k, n + k);
            e.setSubMatrix(
                    Networks.matrix(example.network())
                            .subtract(MatrixUtils.createRealIdentityMatrix(n))
                            .getData(),
                    0,
                    0);
            e.setSubMatrix(example.target().dynamics(), n, n);
            RealVector b = new ArrayRealVector(
                    example.network().readIn(), example.target().input());
            RealVector c = new ArrayRealVector(
                    new ArrayRealVector(example.network().readOut()),
                    new ArrayRealVector(example.target().output()).mapMultiply(-1));
            RealMatrix p = solve(e, b.outerProduct(b));
            RealMatrix q = solve(e.transpose(), c.outerProduct(c));
            loss = c.dotProduct(p.operate(c)) / 2;
            RealMatrix qp = q.multiply(p);
            byWeights = new double[n * n];
            for (int i = 0; i < n; i++) {
                System.arraycopy(qp.getRow(i), 0, byWeights, i * n, n);
            }
            byReadIn = q.operate(b).getSubVector(0, n).toArray();
            byReadOut = p.operate(c).getSubVector(0, n).toArray();
        }

        /** Solves E X + X Eᵀ + S = 0. */
        private static RealMatrix solve(RealMatrix e, RealMatrix s) {
            int size = e.getRowDimension();
            RealMatrix system = MatrixUtils.createRealMatrix(size * size, size * size);
            RealVector right = new ArrayRealVector(size * size);
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    int row = i * size + j;
                    right.setEntry(row, -s.getEntry(i, j));
                    for (int l = 0; l < size; l++) {
                        system.addToEntry(row, l * size + j, e.getEntry(i, l));
                        system.addToEntry(row, i * size + l, e.getEntry(j, l));
                    }
                }
            }
            RealVector solution = new LUDecomposition(system).getSolver().solve(right);
            RealMatrix x = MatrixUtils.createRealMatrix(size, size);
            for (int i = 0; i < size * size; i++) {
                x.setEntry(i / size, i % size, solution.getEntry(i));
            }
            return x;
        }
    }

    @Test
    void differencesNoticeAWrongGradient() {
        // the check above can fail: a gradient that is off by 1e-5 in one entry is found out
        LinearRnn network = Networks.random(4, 0.3, 9);
        LyapunovGradient gradient = new LyapunovGradient(4, INTEGRATOR);
        gradient.evaluate(network);
        LossGradient wrong = new Shifted(gradient, 1e-5);
        assertThat(Differences.worst(wrong, network, 1e-5)).isGreaterThan(1e-7);
        assertThat(Differences.conservationResidual(wrong, network)).isGreaterThan(1e-13);
    }

    private record Shifted(LossGradient gradient, double shift) implements LossGradient {

        @Override
        public boolean evaluate(LinearRnn network) {
            return gradient.evaluate(network);
        }

        @Override
        public double loss() {
            return gradient.loss();
        }

        @Override
        public double[] byWeights() {
            double[] wrong = gradient.byWeights().clone();
            wrong[1] += shift;
            return wrong;
        }

        @Override
        public double[] byReadIn() {
            return gradient.byReadIn();
        }

        @Override
        public double[] byReadOut() {
            return gradient.byReadOut();
        }
    }
}
