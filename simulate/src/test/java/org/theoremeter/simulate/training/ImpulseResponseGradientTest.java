package org.theoremeter.simulate.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.simulate.Networks;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.network.Target;

/** The gradient of theory 0.2 against its definition, differences, the conservation law and continuous time. */
class ImpulseResponseGradientTest {

    private static final Target TARGET = Target.integrator(0.2);

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "3, 2", "4, 63", "4, 64", "5, 65", "5, 66", "6, 130", "7, 300"})
    void isTheDerivativeOfEveryPowerOfA(int size, int steps) {
        LinearRnn network = Networks.random(size, 0.6, steps);
        double dt = 0.1;
        ImpulseResponseGradient gradient = new ImpulseResponseGradient(size, TARGET, dt, steps);
        assertThat(gradient.evaluate(network)).isTrue();

        // ∂f_k/∂W = Δt Σ_{j<k} (Aᵀ)ʲ v (A^{k−1−j} u)ᵀ, so ∂L/∂W = Δt² Σ_k e_k Σ_{j<k} …; all by matrix powers
        RealMatrix a = MatrixUtils.createRealIdentityMatrix(size)
                .scalarMultiply(1 - dt)
                .add(Networks.matrix(network).scalarMultiply(dt));
        RealVector[] h = powers(a, network.readIn(), steps);
        RealVector[] q = powers(a.transpose(), network.readOut(), steps);
        RealMatrix byWeights = MatrixUtils.createRealMatrix(size, size);
        RealVector byReadIn = new ArrayRealVector(size);
        RealVector byReadOut = new ArrayRealVector(size);
        double loss = 0;
        for (int k = 0; k < steps; k++) {
            double error = q[k].dotProduct(new ArrayRealVector(network.readIn())) - Math.pow(1 - dt * 0.2, k);
            loss += dt * error * error / 2;
            byReadIn = byReadIn.add(q[k].mapMultiply(dt * error));
            byReadOut = byReadOut.add(h[k].mapMultiply(dt * error));
            for (int j = 0; j < k; j++) {
                byWeights = byWeights.add(q[j].outerProduct(h[k - 1 - j]).scalarMultiply(dt * dt * error));
            }
        }
        // 300 steps of rounding
        assertThat(gradient.loss()).isCloseTo(loss, within(1e-13));
        assertThat(gradient.byReadIn()).containsExactly(byReadIn.toArray(), within(1e-13));
        assertThat(gradient.byReadOut()).containsExactly(byReadOut.toArray(), within(1e-13));
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                assertThat(gradient.byWeights()[i * size + j]).isCloseTo(byWeights.getEntry(i, j), within(1e-13));
            }
        }
    }

    @Test
    void agreesWithCentralDifferencesInEveryEntry() {
        LinearRnn network = Networks.chain(6, 2, 0.1, 7);
        ImpulseResponseGradient gradient = new ImpulseResponseGradient(6, TARGET, 0.1, 200);
        // truncation of fourth order in the step is negligible; rounding of the loss over the step is about 1e-9
        assertThat(Differences.worst(gradient, network, 1e-5)).isLessThan(1e-7);
    }

    @Test
    void conservesToRoundingEvenWhenTheResponseIsCutShort() {
        for (int steps : new int[] {1, 5, 100, 1000}) {
            LinearRnn network = Networks.random(9, 0.9, steps);
            ImpulseResponseGradient gradient = new ImpulseResponseGradient(9, TARGET, 0.05, steps);
            // theory 0.5 holds for the truncated loss too; the rounding of a thousand steps remains
            assertThat(Differences.conservationResidual(gradient, network)).isLessThan(1e-12);
        }
    }

    @Test
    void tendsToContinuousTimeAtFirstOrder() {
        LinearRnn network = Networks.random(8, 0.5, 1);
        LyapunovGradient continuous = new LyapunovGradient(8, TARGET);
        assertThat(continuous.evaluate(network)).isTrue();
        double[] errors = new double[2];
        for (int i = 0; i < 2; i++) {
            double dt = 0.02 / (1 << i);
            // e^{−0.2·150} = 1e-13 of the target is cut off
            ImpulseResponseGradient discrete = new ImpulseResponseGradient(8, TARGET, dt, (int) (150 / dt));
            assertThat(discrete.evaluate(network)).isTrue();
            errors[i] = new ArrayRealVector(discrete.byWeights())
                    .subtract(new ArrayRealVector(continuous.byWeights()))
                    .getNorm();
        }
        double order = Math.log(errors[0] / errors[1]) / Math.log(2);
        // the next order contributes a relative Δt = 0.01
        assertThat(order).isCloseTo(1, within(0.03));
    }

    @Test
    void saysWhenTheResponseOverflows() {
        double[] weights = {50, 0, 0, 50};
        // A = 1 + 0.1·49 = 5.9, and 5.9⁵⁰⁰ = 10³⁸⁵
        assertThat(new ImpulseResponseGradient(2, TARGET, 0.1, 500).evaluate(LinearRnn.aligned(weights)))
                .isFalse();
    }

    @Test
    void refusesAStepOrLengthOutOfRange() {
        assertThatThrownBy(() -> new ImpulseResponseGradient(2, TARGET, 0, 10)).hasMessageContaining("Δt is 0.0");
        assertThatThrownBy(() -> new ImpulseResponseGradient(2, TARGET, 0.1, 0)).hasMessageContaining("K is 0");
    }

    private static RealVector[] powers(RealMatrix a, double[] start, int count) {
        RealVector[] powers = new RealVector[count];
        powers[0] = new ArrayRealVector(start);
        for (int k = 1; k < count; k++) {
            powers[k] = a.operate(powers[k - 1]);
        }
        return powers;
    }
}
