package org.theoremeter.theory.lazy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.theory.Laws;

/** The laws of the lazy limit against the Gram function in time, and against its moments (theory 1.11). */
class LazyLawsTest {

    private static double value(String law, String name, Map<String, Double> parameters) {
        return Laws.named(law).orElseThrow().values().get(name).evaluate(parameters);
    }

    /** K(t,t′)/s² = (1/g) e^{−(t+t′)} √(tt′) I₁(2g√(tt′)), the Bessel function by its integral over an angle. */
    private static double kernel(double gain, double t, double other) {
        double root = Math.sqrt(t * other);
        // the trapezoidal rule on a period is exact to rounding for so many points
        int points = 400;
        double sum = 0;
        for (int i = 0; i < points; i++) {
            double cosine = Math.cos(2 * Math.PI * i / points);
            sum += Math.exp(2 * gain * root * cosine - t - other) * cosine;
        }
        return root * sum / points / gain;
    }

    private static double integral(DoubleUnaryOperator f, int to) {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(20);
        double sum = 0;
        for (int start = 0; start < to; start++) {
            int from = start;
            sum += rule.integrate(x -> f.applyAsDouble(from + (x + 1) / 2)) / 2;
        }
        return sum;
    }

    @Test
    void theGramFunctionIsTheSumOverMoments() {
        double gain = 0.8;
        double t = 1.7;
        double other = 2.9;
        double sum = 0;
        double term = Math.exp(-t - other);
        for (int k = 1; k < 60; k++) {
            term *= t * other / ((double) k * k);
            sum += k * Math.pow(gain, 2 * (k - 1)) * term;
        }
        assertThat(kernel(gain, t, other)).isCloseTo(sum, within(1e-13)); // rounding
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.8})
    void theTraceIsTheIntegralOfTheGramFunction(double gain) {
        double trace = integral(t -> kernel(gain, t, t), 100); // what is left is below e^{−2·0.2·100}
        assertThat(value("lazy.kernel-trace", "trace", Map.of("gain", gain))).isCloseTo(trace, within(1e-10 * trace));
    }

    /**
     * In time: with nodes t_i of weights w_i, the least change is √(eᵀ K⁻¹ e) for e_i = e^{−c⋆t_i} − e^{−t_i}, no moments taken.
     * Eigenvalues that rounding has made are left out; what they would add is below the tolerance.
     */
    @ParameterizedTest
    @CsvSource({"0.8, 0.6, 0", "0.9, 0.5, 0", "0.9, 0.6, 0.5", "0.7, 0.9, 0.3"})
    void theLeastChangeSolvesTheIntegralEquation(double gain, double cstar, double omegastar) {
        int nodes = 120;
        double end = 60;
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(nodes);
        RealMatrix kernel = new Array2DRowRealMatrix(nodes, nodes);
        double[] errors = new double[nodes];
        for (int i = 0; i < nodes; i++) {
            double t = end * (1 + rule.getPoint(i)) / 2;
            double root = Math.sqrt(rule.getWeight(i) * end / 2);
            errors[i] = root * (Math.exp(-cstar * t) * Math.cos(omegastar * t) - Math.exp(-t));
            for (int j = 0; j < nodes; j++) {
                double other = end * (1 + rule.getPoint(j)) / 2;
                kernel.setEntry(i, j, root * Math.sqrt(rule.getWeight(j) * end / 2) * kernel(gain, t, other));
            }
        }
        SingularValueDecomposition modes = new SingularValueDecomposition(kernel);
        double[] along = modes.getUT().operate(errors);
        double square = 0;
        for (int i = 0; i < nodes && modes.getSingularValues()[i] > 1e-11; i++) {
            square += along[i] * along[i] / modes.getSingularValues()[i];
        }
        double change = omegastar == 0
                ? value("lazy.integrator", "change", Map.of("gain", gain, "cstar", cstar))
                : value("lazy.oscillator", "change", Map.of("gain", gain, "cstar", cstar, "omegastar", omegastar));
        assertThat(Math.sqrt(square)).isCloseTo(change, within(1e-3 * change));
    }

    @Test
    void theOscillatorWithoutFrequencyIsTheIntegrator() {
        Map<String, Double> point = Map.of("gain", 0.8, "cstar", 0.3);
        double oscillator = value("lazy.oscillator", "change", Map.of("gain", 0.8, "cstar", 0.3, "omegastar", 0.0));
        assertThat(oscillator).isCloseTo(value("lazy.integrator", "change", point), within(1e-14));
    }

    @Test
    void theLawOfTheOscillatorIsTheSumOverItsMoments() {
        Complex power = Complex.ONE;
        double sum = 0;
        for (int k = 1; k < 400; k++) {
            power = power.multiply(new Complex(0.4, 0.5)).divide(0.9);
            sum += 0.81 * power.getReal() * power.getReal() / k;
        }
        double law = value("lazy.oscillator", "change", Map.of("gain", 0.9, "cstar", 0.6, "omegastar", 0.5));
        assertThat(law).isCloseTo(Math.sqrt(sum), within(1e-13)); // rounding
    }

    @Test
    void outsideTheBulkThereIsNoLeastChange() {
        assertThat(value("lazy.integrator", "change", Map.of("gain", 0.6, "cstar", 0.3)))
                .isNaN();
        assertThat(value("lazy.oscillator", "change", Map.of("gain", 0.6, "cstar", 0.6, "omegastar", 0.5)))
                .isNaN();
    }

    @Test
    void theLawOfMomentsTendsToThatOfAllInALargeNetwork() {
        double many = value(
                "lazy.moments",
                "change",
                Map.of("gain", 0.8, "cstar", 0.3, "length", 1.0, "neurons", 1e12, "moments", 60.0));
        // (0.7/0.8)^{2·61}/61 of what the sum has left
        assertThat(many).isCloseTo(value("lazy.integrator", "change", Map.of("gain", 0.8, "cstar", 0.3)), within(1e-7));
        double first = value(
                "lazy.moments",
                "change",
                Map.of("gain", 0.8, "cstar", 0.3, "length", 2.0, "neurons", 100.0, "moments", 1.0));
        // the first moment is 0 ± s g/√N, its slope s
        assertThat(first).isCloseTo(Math.sqrt(0.49 + 4 * 0.64 / 100), within(1e-14));
    }

    @Test
    void ofLongVectorsTheMomentsOfTheStartAreWhatIsToBeUndone() {
        Map<String, Double> point =
                Map.of("gain", 0.8, "cstar", 0.9999999, "length", 30.0, "neurons", 50.0, "moments", 3.0);
        // s²g²/N (1 + 1/2 + 1/3), and a target without moments
        assertThat(value("lazy.moments", "square", point)).isCloseTo(900 * 0.64 / 50 * 11 / 6, within(1e-9));
    }

    /** In discrete time of step 1 with the kernel diag(k g^{2(k−1)}): what descent in small steps has changed. */
    @Test
    void theLawOfFlowIsThatOfDescentInTheMoments() {
        double gain = 0.8;
        double end = 30;
        double square = 0;
        int steps = 30_000;
        for (int k = 1; k <= LazyLaws.TERMS; k++) {
            double slope = Math.sqrt(k) * Math.pow(gain, k - 1);
            double wanted = Math.sqrt(Math.pow(0.84, 2 * k) + 9 * Math.pow(gain, 2 * k) / 500);
            double weight = 0;
            for (int n = 0; n < steps; n++) {
                double middle = weight + end / steps / 2 * slope * (wanted - slope * weight);
                weight += end / steps * slope * (wanted - slope * middle);
            }
            square += weight * weight;
        }
        double law = value(
                "lazy.flow",
                "change",
                Map.of("gain", gain, "cstar", 0.16, "length", 3.0, "neurons", 500.0, "time", end));
        assertThat(law).isCloseTo(Math.sqrt(square), within(1e-6 * law)); // the square of the step
    }
}
