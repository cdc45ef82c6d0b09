package org.theoremeter.theory.critical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.theory.symbolic.Expression;

class MonomialFitTest {
    private static final List<Map<String, Double>> POINTS = List.of(
            Map.of("a", 0.3, "b", 2.0),
            Map.of("a", 1.7, "b", 0.4),
            Map.of("a", 0.9, "b", 1.1),
            Map.of("a", 2.2, "b", 3.1),
            Map.of("a", 0.5, "b", 0.7));

    private static double[] values(Expression formula) {
        return POINTS.stream().mapToDouble(formula::evaluate).toArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "3*b",
                "-2*a^2/b",
                "a^(3/2)*b^(-1/3)",
                "sqrt(2)*a",
                "5/7",
                "pi^2/(4*a^2)",
                "-sqrt(3/5)/pi*b",
                "0"
            })
    void recognisesMonomials(String text) {
        Expression formula = Expression.parse(text);
        Expression found = MonomialFit.of(POINTS, values(formula)).orElseThrow();
        for (Map<String, Double> point : POINTS) {
            double value = formula.evaluate(point);
            // rounding of a few operations
            assertThat(Math.abs(found.evaluate(point) - value)).isLessThanOrEqualTo(1e-14 * Math.abs(value));
        }
        assertThat(found.symbols()).isEqualTo(formula.symbols());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a + b", "a + 1e-5", "exp(a)", "2.718281828459045*a", "a^0.3781"})
    void recognisesNothingElse(String text) {
        assertThat(MonomialFit.of(POINTS, values(Expression.parse(text)))).isEmpty();
    }

    @Test
    void recognisesConstantsWithoutParameters() {
        assertThat(MonomialFit.of(List.of(Map.of()), new double[] {-0.375})).contains(Expression.parse("-(3/8)"));
        assertThat(MonomialFit.of(List.of(Map.of()), new double[] {Math.E})).isEmpty();
    }

    @Test
    void doesNotTakeLogarithmsOfNegativeParameters() {
        List<Map<String, Double>> points = List.of(Map.of("a", -1.0), Map.of("a", 2.0), Map.of("a", 3.0));
        assertThat(MonomialFit.of(points, new double[] {-1, 2, 3})).isEmpty();
    }
}
