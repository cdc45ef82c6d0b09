package org.theoremeter.theory.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.numeric.FieldEvaluation;

class PlaneSystemTest {
    private static final Matrix WEIGHTS = Samples.symbols("w", 2, 2);
    private static final int SAMPLES = 100;

    /** A system all of whose entries are symbols: w, u, v and a, b, k. */
    private static PlaneSystem general(int size) {
        LinearSystem target = new LinearSystem(
                Samples.symbols("a", size, size), Samples.symbols("b", size, 1), Samples.symbols("k", size, 1));
        return PlaneSystem.of(WEIGHTS, Samples.symbols("u", 2, 1), Samples.symbols("v", 2, 1), target);
    }

    private static Map<String, Double> sample(Random random, int size) {
        Map<String, Double> values = new HashMap<>();
        Samples.put(values, "w", Samples.stable(random, 2).add(MatrixUtils.createRealIdentityMatrix(2)));
        Samples.put(values, "u", Samples.gaussian(random, 2, 1));
        Samples.put(values, "v", Samples.gaussian(random, 2, 1));
        Samples.put(values, "a", Samples.stable(random, size));
        Samples.put(values, "b", Samples.gaussian(random, size, 1));
        Samples.put(values, "k", Samples.gaussian(random, size, 1));
        return values;
    }

    private static RealMatrix numbers(Map<String, Double> values, String name, int height, int width) {
        return Samples.evaluate(Samples.symbols(name, height, width), values);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theLossIsTheIntegralOfTheSquaredError(int size) {
        Expression loss = general(size).loss();
        Random random = new Random(10 + size);
        for (int sample = 0; sample < SAMPLES; sample++) {
            Map<String, Double> values = sample(random, size);
            RealMatrix e = MatrixUtils.createRealMatrix(2 + size, 2 + size);
            RealMatrix m = numbers(values, "w", 2, 2).subtract(MatrixUtils.createRealIdentityMatrix(2));
            e.setSubMatrix(m.getData(), 0, 0);
            e.setSubMatrix(numbers(values, "a", size, size).getData(), 2, 2);
            RealMatrix input = stacked(numbers(values, "u", 2, 1), numbers(values, "b", size, 1));
            RealMatrix output = stacked(
                    numbers(values, "v", 2, 1), numbers(values, "k", size, 1).scalarMultiply(-1));
            RealMatrix gramian = Samples.integral(e, input, e, input);
            double expected = output.transposeMultiply(gramian).multiply(output).getEntry(0, 0) / 2;
            // network and target nearly cancel nowhere in these samples, so that the digits are those of the Gramians
            assertThat(loss.evaluate(values)).isCloseTo(expected, within(1e-12 * expected));
        }
    }

    private static RealMatrix stacked(RealMatrix above, RealMatrix below) {
        RealMatrix stacked = new Array2DRowRealMatrix(above.getRowDimension() + below.getRowDimension(), 1);
        stacked.setSubMatrix(above.getData(), 0, 0);
        stacked.setSubMatrix(below.getData(), above.getRowDimension(), 0);
        return stacked;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theGradientIsTheDerivativeOfTheLoss(int size) {
        PlaneSystem system = general(size);
        Expression loss = system.loss();
        List<String> names = List.of("w11", "w12", "w21", "w22");
        Random random = new Random(20 + size);
        for (int sample = 0; sample < SAMPLES; sample++) {
            Map<String, Double> values = sample(random, size);
            RealMatrix gradient = Samples.evaluate(system.gradient(), values);
            double norm = gradient.getFrobeniusNorm();
            Map<String, Gradient> variables = new HashMap<>();
            values.forEach((name, value) -> variables.put(
                    name,
                    names.contains(name)
                            ? Gradient.variable(4, names.indexOf(name), value)
                            : Gradient.constant(4, value)));
            Gradient automatic = FieldEvaluation.of(loss, variables, Gradient.constant(4, 1));
            for (int i = 0; i < 4; i++) {
                double entry = gradient.getEntry(i / 2, i % 2);
                // both are exact: rounding, times what the two formulas cancel
                assertThat(entry).isCloseTo(automatic.getPartialDerivative(i), within(1e-12 * norm));
                // fourth order: h⁴/30 = 3e-14 times a fifth derivative of 5!/0.25⁵ = 1e5 at the slowest mode; rounding
                // is
                // 1e-16/h = 1e-13 times the loss
                assertThat(entry).isCloseTo(difference(loss, values, names.get(i)), within(1e-8 * norm));
            }
        }
    }

    private static double difference(Expression loss, Map<String, Double> values, String name) {
        double h = 1e-3;
        List<Double> at = new ArrayList<>();
        for (double step : new double[] {-2 * h, -h, h, 2 * h}) {
            Map<String, Double> moved = new HashMap<>(values);
            moved.merge(name, step, Double::sum);
            at.add(loss.evaluate(moved));
        }
        return (at.get(0) - 8 * at.get(1) + 8 * at.get(2) - at.get(3)) / (12 * h);
    }

    @ParameterizedTest
    @CsvSource({
        // diag(M) and M₁₂ M₂₁: one real eigenvalue on the right, two, a pair on the right, on the axis, at zero
        "0.5, -1, 0, false",
        "0.5, 0.5, 0, false",
        "0.1, 0.1, -1, false",
        "0.5, -0.5, -1, false",
        "0, -1, 0, false",
        "-0.5, -1, 0.6, false",
        "-0.5, -1, 0.4, true",
        "0.5, -1, -0.6, true",
        "-0.1, -0.1, -1, true",
    })
    void isDefinedWhereTheNetworkIsStable(double m11, double m22, double product, boolean stable) {
        Expression one = general(1).whereStable(Expression.number(1));
        double value = one.evaluate(Map.of("w11", 1 + m11, "w12", product, "w21", 1.0, "w22", 1 + m22));
        assertThat(Double.isNaN(value)).isEqualTo(!stable);
    }

    @Test
    void refusesOtherShapes() {
        Matrix column = Samples.symbols("u", 2, 1);
        LinearSystem target = LinearSystem.integrator(Expression.symbol("cstar"));
        assertThatThrownBy(() -> PlaneSystem.of(Samples.symbols("w", 3, 3), column, column, target))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 × 3");
        assertThatThrownBy(() -> PlaneSystem.of(WEIGHTS, Samples.symbols("u", 3, 1), column, target))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("b a matrix of 3 × 1");
        Matrix third = Samples.symbols("b", 3, 1);
        LinearSystem large = new LinearSystem(Samples.symbols("a", 3, 3), third, third);
        assertThatThrownBy(() -> PlaneSystem.of(WEIGHTS, column, column, large))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 states");
    }
}
