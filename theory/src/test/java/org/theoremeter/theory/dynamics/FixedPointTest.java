package org.theoremeter.theory.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.complex.Complex;
import org.junit.jupiter.api.Test;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.region.Domain;

class FixedPointTest {
    private static ReducedDynamics dynamics(String... pairs) {
        Map<String, Expression> field = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            field.put(pairs[i], Expression.parse(pairs[i + 1]));
        }
        return ReducedDynamics.of("system", "t", field, Map.of(), Map.of(), Map.of());
    }

    @Test
    void findsTheTargetOfTheIntegrator() {
        List<FixedPoint> points = dynamics("c", "1/(4*c^2) - 1/(c + cstar)^2")
                .fixedPoints(new double[] {0.1}, Map.of("c", Domain.parse("(0, 1)")));
        assertThat(points).singleElement().satisfies(point -> {
            // Brent to 1e-15 relative, on a field whose slope is −1/(4 c⋆³) = −250.
            assertThat(point.state()[0]).isCloseTo(0.1, within(1e-14));
            assertThat(point.eigenvalues().get(0).getRealPart()).isCloseTo(-250, within(1e-9));
            assertThat(point.stability()).isEqualTo(Stability.STABLE);
        });
    }

    @Test
    void findsAllZerosOnALineButNoPoles() {
        // Zeros at −1, 0 and 1 with slopes f′ = (1 − 3x²)/(x − 2) at a zero; the sign also changes at the pole 2.
        List<FixedPoint> points =
                dynamics("x", "x*(1 - x^2)/(x - 2)").fixedPoints(new double[0], Map.of("x", Domain.reals()));
        assertThat(points)
                .extracting(FixedPoint::stability)
                .containsExactly(Stability.UNSTABLE, Stability.STABLE, Stability.UNSTABLE);
        double[] zeros = {-1, 0, 1};
        for (int i = 0; i < 3; i++) {
            assertThat(points.get(i).state()[0]).isCloseTo(zeros[i], within(1e-14));
        }
    }

    @Test
    void findsTheFixedPointsOfADampedOscillatorInTwoWells() {
        ReducedDynamics wells = dynamics("x", "v", "v", "x - x^3 - damping*v");
        Map<String, Domain> box = Map.of("x", Domain.parse("(-3, 3)"), "v", Domain.parse("(-3, 3)"));
        List<FixedPoint> points = wells.fixedPoints(new double[] {0.5}, box);
        assertThat(points)
                .extracting(FixedPoint::stability)
                .containsExactly(Stability.STABLE, Stability.SADDLE, Stability.STABLE);
        // At ±1: λ² + 0.5 λ + 2 = 0; at 0: λ² + 0.5 λ − 1 = 0. Tolerances: Newton to 1e-12, then the eigensolver.
        Complex spiral = points.get(0).eigenvalues().get(0);
        assertThat(spiral.getRealPart()).isCloseTo(-0.25, within(1e-10));
        assertThat(spiral.getImaginaryPart()).isCloseTo(Math.sqrt(2 - 0.0625), within(1e-10));
        assertThat(points.get(1).eigenvalues().get(0).getRealPart())
                .isCloseTo((-0.5 + Math.sqrt(4.25)) / 2, within(1e-10));
        assertThat(wells.fixedPoints(new double[] {0}, box))
                .extracting(FixedPoint::stability)
                .containsExactly(Stability.MARGINAL, Stability.SADDLE, Stability.MARGINAL);
    }

    @Test
    void findsTheSameFromJava() {
        ReducedDynamics wells = ReducedDynamics.fromCode(
                "wells",
                "t",
                List.of("x", "v"),
                List.of(),
                (t, x, p, out) -> {
                    out[0] = x[1];
                    out[1] = x[0] - x[0] * x[0] * x[0] - 0.5 * x[1];
                },
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of());
        Map<String, Domain> box = Map.of("x", Domain.parse("(-3, 3)"), "v", Domain.parse("(-3, 3)"));
        assertThat(wells.fixedPoints(new double[0], box))
                .extracting(FixedPoint::stability)
                .containsExactly(Stability.STABLE, Stability.SADDLE, Stability.STABLE);
    }

    @Test
    void looksOnlyWhereItIsTold() {
        ReducedDynamics logistic = dynamics("x", "x*(1 - x)");
        assertThat(logistic.fixedPoints(new double[0], Map.of("x", Domain.parse("(0, 5)"))))
                .hasSize(1);
        assertThat(logistic.fixedPoints(new double[0], Map.of("x", Domain.parse("[0, 5)"))))
                .hasSize(2);
        assertThat(logistic.fixedPoints(new double[0], Map.of("x", Domain.parse("(2, 5)"))))
                .isEmpty();
        assertThatThrownBy(() -> logistic.fixedPoints(new double[0], Map.of())).hasMessageContaining("'x'");
        assertThatThrownBy(() -> dynamics("x", "t - x").fixedPoints(new double[0], Map.of("x", Domain.reals())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("depends on t");
    }

    @Test
    void keepsItsStateToItself() {
        double[] state = {1, 2};
        FixedPoint point = new FixedPoint(state, List.of(), Stability.MARGINAL);
        state[0] = 9;
        point.state()[1] = 9;
        assertThat(point.state()).containsExactly(1, 2);
        assertThat(point).isEqualTo(new FixedPoint(new double[] {1, 2}, List.of(), Stability.MARGINAL));
    }
}
