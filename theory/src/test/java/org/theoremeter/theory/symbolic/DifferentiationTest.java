package org.theoremeter.theory.symbolic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.theory.symbolic.matrix.Jacobian;
import org.theoremeter.theory.symbolic.numeric.FieldEvaluation;
import org.theoremeter.theory.symbolic.term.Derivative;

class DifferentiationTest {
    @Test
    void differentiatesTheLossByTheDecayRate() {
        Expression loss = Expression.parse("(a^2/(2*c) - 2*a/(c + cstar) + 1/(2*cstar))/2");
        double slope = loss.derivative("c").evaluate(Map.of("a", 1.0, "c", 0.5, "cstar", 0.1));
        // By hand: (-a²/(2c²) + 2a/(c + cstar)²)/2; the tolerance is a few roundings.
        assertThat(slope).isCloseTo((-1 / (2 * 0.25) + 2 / 0.36) / 2, within(1e-14));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3*x + 2 | 3",
                "x^2 | 2*x",
                "4*x^2 | 8*x",
                "y^3 | 0",
                "-x | -1",
                "x - -x | 2",
                "exp(-c*x) | -(exp(-c*x)*c)",
                "piecewise(x < 1, x, 3) | piecewise(x < 1, 1, 0)",
            })
    void tidiesDerivatives(String text, String derivative) {
        assertThat(Expression.parse(text).derivative("x")).hasToString(derivative);
    }

    /** One formula for every function and operator, at points where it is smooth. */
    static Stream<Expression> everyRule() {
        Expression inside = Expression.parse("0.3*x*y + 0.2");
        Expression other = Expression.parse("x - y^2");
        Stream<Expression> calls = Arrays.stream(ElementaryFunction.values())
                .map(function -> new Call(function, function.arity() == 1 ? List.of(inside) : List.of(inside, other)));
        Stream<Expression> operations = Arrays.stream(Operator.values())
                .map(operator -> new Operation(operator, inside, Expression.parse("1.5*x + y")));
        Stream<Expression> others = Stream.of("-x*y", "x^3.5", "2.5^x", "x^-1", "piecewise(x < y, x*y, y^2*x)")
                .map(Expression::parse);
        return Stream.of(calls, operations, others).flatMap(s -> s);
    }

    @ParameterizedTest
    @MethodSource("everyRule")
    void agreesWithAutomaticDifferentiationAndWithDifferences(Expression expression) {
        for (double[] point : new double[][] {{0.7, 0.4}, {1.3, 1.9}, {0.2, 1.1}}) {
            Gradient gradient = automatic(expression, point);
            for (int i = 0; i < 2; i++) {
                double slope = expression.derivative(i == 0 ? "x" : "y").evaluate(values(point));
                double expected = gradient.getPartialDerivative(i);
                // Both are the same rules in another order: some roundings apart.
                assertThat(slope).isCloseTo(expected, within(1e-13 * (1 + Math.abs(expected))));
                // Differences: truncation h⁴/30 = 5e-17 times a fifth derivative (2e6 for 1/x at 0.2), rounding 1e-12.
                assertThat(slope).isCloseTo(difference(expression, point, i), within(1e-9 * (1 + Math.abs(expected))));
            }
        }
    }

    private static Map<String, Double> values(double[] point) {
        return Map.of("x", point[0], "y", point[1]);
    }

    private static double difference(Expression expression, double[] point, int index) {
        double h = 2e-4;
        double[] at = new double[4];
        double[] steps = {-2 * h, -h, h, 2 * h};
        for (int k = 0; k < 4; k++) {
            double[] moved = point.clone();
            moved[index] += steps[k];
            at[k] = expression.evaluate(values(moved));
        }
        return (at[0] - 8 * at[1] + 8 * at[2] - at[3]) / (12 * h);
    }

    @Test
    void agreesWithAutomaticDifferentiationOnRandomExpressions() {
        RandomExpressions expressions = new RandomExpressions(2, true);
        Random random = new Random(3);
        int compared = 0;
        for (int i = 0; i < 4000; i++) {
            Expression expression = expressions.next(4);
            double[] point = {0.1 + 2 * random.nextDouble(), 0.1 + 2 * random.nextDouble()};
            Gradient gradient = automatic(expression, point);
            double expected = gradient.getPartialDerivative(0);
            double slope = expression.derivative("x").evaluate(values(point));
            // A value this large comes from dividing by a rounding error, such as sin(pi), and has no digits.
            boolean defined = Math.abs(gradient.getValue()) < 1e6 && Math.abs(expected) < 1e6;
            if (defined && Double.isFinite(slope)) {
                compared++;
                // Cancellation inside a random formula may cost half of the digits.
                assertThat(slope)
                        .as("%s at x = %s, y = %s", expression, point[0], point[1])
                        .isCloseTo(expected, within(1e-8 * (1 + Math.abs(expected))));
            }
        }
        // Most random formulas are defined at a random point.
        assertThat(compared).isGreaterThan(2000);
    }

    @Test
    void givesTheMatrixOfFirstDerivatives() {
        List<Expression> field = List.of(Expression.parse("x*y"), Expression.parse("x - y^2"));
        assertThat(Jacobian.of(field, List.of("x", "y"))).hasToString("[[y, x], [1, -(2*y)]]");
    }

    @Test
    void differentiatesSeveralTimes() {
        Derivative third = new Derivative(Expression.parse("sin(2*x)"), "x", 3);
        // (sin 2x)''' = −8 cos 2x; the tolerance is a few roundings.
        assertThat(third.evaluate(Map.of("x", 0.3))).isCloseTo(-8 * Math.cos(0.6), within(1e-14));
        assertThatThrownBy(() -> new Derivative(third.of(), "x", 0)).hasMessageContaining("order 0");
        assertThatThrownBy(() -> new Derivative(third.of(), "x", 9)).hasMessageContaining("order 9");
    }

    @Test
    void givesUpOnDerivativesThatExplode() {
        Expression tower = Expression.parse("x" + "^x".repeat(100));
        assertThatThrownBy(() -> new Derivative(tower, "x", 8).expression()).isInstanceOf(ArithmeticException.class);
    }

    private static Gradient automatic(Expression expression, double[] point) {
        return FieldEvaluation.of(
                expression,
                Map.of("x", Gradient.variable(2, 0, point[0]), "y", Gradient.variable(2, 1, point[1])),
                Gradient.constant(2, 1));
    }
}
