package org.theoremeter.theory.oscillator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hipparchus.complex.Complex;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.theory.Laws;
import org.theoremeter.theory.dynamics.ReducedDynamics;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.numeric.FieldEvaluation;
import org.theoremeter.theory.symbolic.term.DefiniteIntegral;

class OscillatorLawsTest {
    private static final ReducedDynamics PLANE =
            Laws.named("oscillator.plane").orElseThrow().dynamics().orElseThrow();

    /** Theory 2.1: the loss of e^{−ct} cos ωt. */
    private static final Expression PAIR_LOSS = Expression.parse("(1/(4*c) + c/(4*(c^2 + omega^2))"
            + " - (c + cstar)/((c + cstar)^2 + (omega - omegastar)^2)"
            + " - (c + cstar)/((c + cstar)^2 + (omega + omegastar)^2)"
            + " + 1/(4*cstar) + cstar/(4*(cstar^2 + omegastar^2)))/2");

    /** Returns −∂L/∂W as W₁₁, W₁₂, W₂₁, W₂₂. */
    private static double[] field(double[] weights, double cstar, double omegastar) {
        double[] field = new double[4];
        PLANE.derivative(0, weights, new double[] {cstar, omegastar}, field);
        return field;
    }

    private static double observable(String name, double[] weights, double cstar, double omegastar) {
        return PLANE.observable(name, 0, weights, new double[] {cstar, omegastar});
    }

    private static double[] balanced(double c, double omega) {
        return new double[] {1 - c, -omega, omega, 1 - c};
    }

    @Test
    void namesItsSymbols() {
        assertThat(PLANE.state()).containsExactly("w11", "w12", "w21", "w22");
        assertThat(PLANE.parameters()).containsExactly("cstar", "omegastar");
        assertThat(PLANE.observables()).containsExactly("rightmost", "leftmost", "outlier", "frequency", "loss");
        assertThat(Laws.named("oscillator.plane").orElseThrow().start())
                .hasToString("{w11=w11_0, w12=w12_0, w21=w21_0, w22=w22_0}");
    }

    @ParameterizedTest
    @CsvSource({"0.9, 0.1, 0.2, 1", "0.5, 0.7, 0.2, 1", "0.3, 1.4, 0.1, 0.6", "1.4, 2, 0.4, 0.3"})
    void onABalancedPairItIsTheChainRuleOfItsLoss(double c, double omega, double cstar, double omegastar) {
        Map<String, Double> at = Map.of("c", c, "omega", omega, "cstar", cstar, "omegastar", omegastar);
        double[] weights = balanced(c, omega);
        double[] field = field(weights, cstar, omegastar);
        double scale = Math.sqrt(Arrays.stream(field).map(x -> x * x).sum());
        // rounding of formulas that cancel a digit or two
        assertThat(observable("loss", weights, cstar, omegastar))
                .isCloseTo(PAIR_LOSS.evaluate(at), within(1e-13 / cstar));
        // W₁₁ = W₂₂ = 1 − c, so that ∂L/∂c = −G₁₁ − G₂₂
        assertThat(field[0] + field[3]).isCloseTo(PAIR_LOSS.derivative("c").evaluate(at), within(1e-12 * scale));
        // two weights share ω = W₂₁ = −W₁₂: dω/dτ is half of −∂L/∂ω
        double descent = -PAIR_LOSS.derivative("omega").evaluate(at) / 2;
        assertThat(field[2]).isCloseTo(descent, within(1e-12 * scale));
        assertThat(field[1]).isCloseTo(-descent, within(1e-12 * scale));
    }

    @ParameterizedTest
    @CsvSource({"0.9, 0.1, 0.2, 1", "0.5, 0.7, 0.2, 1", "0.3, 1.4, 0.1, 0.6"})
    void onABalancedPairItProjectsTheErrorOnTheSlopesOfTheResponse(
            double c, double omega, double cstar, double omegastar) {
        Map<String, Double> at = Map.of("c", c, "omega", omega, "cstar", cstar, "omegastar", omegastar);
        String error = "(exp(-c*t)*cos(omega*t) - exp(-cstar*t)*cos(omegastar*t))";
        // theory 2.2: ∂f/∂W₁₁, ∂f/∂W₁₂, ∂f/∂W₂₁, ∂f/∂W₂₂
        List<String> slopes = List.of(
                "exp(-c*t)*(t*cos(omega*t) + sin(omega*t)/omega)/2",
                "exp(-c*t)*t*sin(omega*t)/2",
                "-exp(-c*t)*t*sin(omega*t)/2",
                "exp(-c*t)*(t*cos(omega*t) - sin(omega*t)/omega)/2");
        double[] field = field(balanced(c, omega), cstar, omegastar);
        for (int i = 0; i < 4; i++) {
            double slope = DefiniteIntegral.of(Expression.parse(error + "*" + slopes.get(i)), "t", "0", "inf")
                    .evaluate(at);
            // the quadrature's twelve digits are of the integral of the modulus, of order 1/c³
            assertThat(field[i]).isCloseTo(-slope, within(1e-11 / Math.pow(c, 3)));
        }
    }

    @Test
    void keepsAntisymmetricWeightsAntisymmetricAndHalvesTheSlopeOfTheirFrequency() {
        // W₁₂ = −W₂₁ = −ω with any W₁₁, W₂₂: three equations, with dω/dτ = −½ ∂L/∂ω
        Expression loss = PLANE.observableFormulas()
                .get("loss")
                .substitute(Map.of("w12", Expression.parse("-omega"), "w21", Expression.symbol("omega")));
        Expression slope = loss.derivative("omega");
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            double[] w = stable(random);
            double omega = w[2];
            w[1] = -omega;
            double[] field = field(w, 0.2, 1);
            double expected =
                    -slope.evaluate(Map.of("w11", w[0], "w22", w[3], "omega", omega, "cstar", 0.2, "omegastar", 1.0))
                            / 2;
            double scale = Math.sqrt(Arrays.stream(field).map(x -> x * x).sum());
            // rounding of formulas that cancel a digit or two
            assertThat(field[2]).isCloseTo(expected, within(1e-12 * scale));
            assertThat(field[1]).isCloseTo(-field[2], within(1e-12 * scale));
        }
    }

    /** Draws weights with M₁₁, M₂₂ in (−1.4, −0.1) and M₁₂ M₂₁ < 0: stable, with real or complex eigenvalues. */
    private static double[] stable(Random random) {
        double sign = random.nextBoolean() ? 1 : -1;
        return new double[] {
            0.9 - 1.3 * random.nextDouble(),
            -sign * 1.2 * random.nextDouble(),
            sign * 1.2 * random.nextDouble(),
            0.9 - 1.3 * random.nextDouble()
        };
    }

    @Test
    void conservesTheAsymmetryOfTheWeightsToAnyNumberOfDigits() {
        // dΓ/dτ by the chain rule, in 60 digits: 1e-50 is far below what double precision could hide
        Expression conserved = PLANE.conserved().get("asymmetry");
        DfpField digits = new DfpField(60);
        Random random = new Random(2);
        for (int i = 0; i < 20; i++) {
            double[] w = stable(random);
            Map<String, Dfp> values = new HashMap<>();
            for (int j = 0; j < 4; j++) {
                values.put(PLANE.state().get(j), digits.newDfp(w[j]));
            }
            values.put("cstar", digits.newDfp(0.05 + random.nextDouble()));
            values.put("omegastar", digits.newDfp(2 * random.nextDouble()));
            Dfp change = digits.getZero();
            Dfp size = digits.getZero();
            for (String weight : PLANE.state()) {
                Dfp speed = FieldEvaluation.of(PLANE.formulas().get(weight), values, digits.getOne());
                Dfp term = FieldEvaluation.of(conserved.derivative(weight), values, digits.getOne())
                        .multiply(speed);
                change = change.add(term);
                size = size.add(term.abs());
            }
            assertThat(size.toDouble()).isPositive();
            assertThat(change.abs().divide(size).toDouble()).isLessThan(1e-50);
        }
    }

    @Test
    void readsTheEigenvaluesOffTheWeights() {
        Random random = new Random(3);
        int complex = 0;
        for (int i = 0; i < 200; i++) {
            double[] w = new double[4];
            Arrays.setAll(w, j -> random.nextGaussian());
            Complex[] eigenvalues = new EigenDecompositionNonSymmetric(new Array2DRowRealMatrix(
                            new double[][] {{w[0], w[1]}, {w[2], w[3]}}))
                    .getEigenvalues();
            Complex first = eigenvalues[0];
            Complex second = eigenvalues[1];
            complex += first.getImaginaryPart() != 0 ? 1 : 0;
            // rounding, whose square root counts where the two nearly coincide
            assertThat(observable("rightmost", w, 0.2, 1))
                    .isCloseTo(Math.max(first.getRealPart(), second.getRealPart()), within(1e-7));
            assertThat(observable("leftmost", w, 0.2, 1))
                    .isCloseTo(Math.min(first.getRealPart(), second.getRealPart()), within(1e-7));
            assertThat(observable("frequency", w, 0.2, 1)).isCloseTo(Math.abs(first.getImaginaryPart()), within(1e-7));
            Complex larger = first.norm() > second.norm() ? first : second;
            assertThat(observable("outlier", w, 0.2, 1)).isCloseTo(larger.getRealPart(), within(1e-7));
        }
        assertThat(complex).isBetween(40, 160);
    }

    @Test
    void isAtRestAtTheTargetWithTheCurvatureOfTheGramMatrix() {
        double[] optimum = balanced(0.2, 1);
        assertThat(observable("loss", optimum, 0.2, 1)).isCloseTo(0, within(1e-15));
        // rounding at a curvature of 8
        assertThat(field(optimum, 0.2, 1)).containsExactly(new double[4], within(1e-14));
        double[][] jacobian = PLANE.jacobian(0, optimum, new double[] {0.2, 1});
        double[] curvatures = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(jacobian)).getEigenvalues();
        Arrays.sort(curvatures);
        // theory 2.4: the eigenvalues of the Gram matrix of ∂f/∂W, to one unit of the fifth decimal given there; the
        // zero
        // is that of the family of optima with one product W₁₂ W₂₁
        assertThat(curvatures).containsExactly(new double[] {-8.19478, -7.77530, -0.25588, 0}, within(1e-5));
    }

    @Test
    void isNoNumberWhereTheNetworkIsUnstable() {
        assertThat(field(new double[] {1.1, 0, 0, 0.5}, 0.2, 1)).containsOnly(Double.NaN);
        assertThat(field(new double[] {1.2, -1, 1, 0.9}, 0.2, 1)).containsOnly(Double.NaN);
        assertThat(observable("loss", new double[] {1.1, 0, 0, 0.5}, 0.2, 1)).isNaN();
    }
}
