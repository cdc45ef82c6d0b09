package org.theoremeter.simulate.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.theory.dynamics.ReducedDynamics;
import org.theoremeter.theory.symbolic.Expression;

class ReducedRunTest {

    private static final ReducedDynamics OUTLIER =
            dynamics(Map.of("c", "1/(4*c^2) - 1/(c + cstar)^2"), Map.of("outlier", "1 - c"));

    @Test
    void followsTheOutlierToItsLearningTime() {
        Trajectory trajectory = ReducedRun.of(OUTLIER).run(Map.of("c", 1.0), Map.of("cstar", 0.1), 3);
        assertThat(trajectory.end()).isEqualTo(3);
        assertThat(trajectory.divergence()).isEmpty();
        assertThat(trajectory.state("c", 0)).isEqualTo(1);
        for (double c : new double[] {0.9, 0.5, 0.2, 0.11, 0.101}) {
            // theory 1.3, an independent route: τ(c) in closed form; the error is that of c, at most a few declared
            // ones
            double tau = closedForm(c, 0.1) - closedForm(1, 0.1);
            assertThat(trajectory.state("c", tau)).isCloseTo(c, within(1e-10));
            assertThat(trajectory.observable("outlier", tau)).isCloseTo(1 - c, within(1e-10));
        }
        // the sum of some hundred steps of tolerance 1e-11
        assertThat(trajectory.error()).isPositive().isLessThan(1e-9);
    }

    @Test
    void declaredErrorBoundsTheTrueOne() {
        ReducedDynamics growth = dynamics(Map.of("x", "k*x"), Map.of());
        for (double tolerance : new double[] {1e-4, 1e-7, 1e-10}) {
            Trajectory trajectory =
                    ReducedRun.of(growth).withTolerance(tolerance).run(Map.of("x", 1.0), Map.of("k", 1.5), 4);
            double worst = 0;
            for (int i = 0; i <= 1000; i++) {
                worst = Math.max(worst, Math.abs(trajectory.state("x", i * 0.004) - Math.exp(1.5 * i * 0.004)));
            }
            // the comparison solution has errors of its own, of about a hundredth, and samples other times
            assertThat(worst).isLessThan(1.1 * trajectory.error());
            assertThat(worst).isGreaterThan(0.01 * trajectory.error());
        }
    }

    @Test
    void severalVariablesKeepTheirOrder() {
        Map<String, String> field = new LinkedHashMap<>();
        field.put("x", "-w*y");
        field.put("y", "w*x");
        Trajectory circle = ReducedRun.of(dynamics(field, Map.of("radius", "sqrt(x^2 + y^2)")))
                .run(Map.of("x", 1.0, "y", 0.0), Map.of("w", 2.0), 5);
        // 16 periods' worth of steps at tolerance 1e-11
        assertThat(circle.state("x", 4.3)).isCloseTo(Math.cos(8.6), within(1e-9));
        assertThat(circle.state("y", 4.3)).isCloseTo(Math.sin(8.6), within(1e-9));
        assertThat(circle.observable("radius", 4.3)).isCloseTo(1, within(1e-9));
    }

    @Test
    void blowUpEndsTheRun() {
        // dx/dt = x², x(0) = 2 ends at t = 1/2
        Trajectory trajectory =
                ReducedRun.of(dynamics(Map.of("x", "x^2"), Map.of())).run(Map.of("x", 2.0), Map.of(), 3);
        assertThat(trajectory.divergence()).hasValueSatisfying(end -> {
            assertThat(end.axis()).isEqualTo("t");
            assertThat(end.at()).isCloseTo(0.5, within(1e-6));
            assertThat(end.reason()).contains("blows up");
        });
        assertThat(trajectory.state("x", 0.25)).isCloseTo(4, within(1e-9));
        // the pole itself is left out: x is 200 at 0.99 of the way, and errors have grown like x², 10⁴-fold
        assertThat(trajectory.error()).isPositive().isLessThan(1e-6);
    }

    @Test
    void aSingularFieldEndsTheRun() {
        // dx/dt = −1/x from 1 reaches 0 at t = 1/2 with infinite slope
        Trajectory trajectory =
                ReducedRun.of(dynamics(Map.of("x", "-1/x"), Map.of())).run(Map.of("x", 1.0), Map.of(), 3);
        assertThat(trajectory.divergence())
                .hasValueSatisfying(end -> assertThat(end.at()).isCloseTo(0.5, within(1e-6)));

        Trajectory none = ReducedRun.of(dynamics(Map.of("x", "1/x"), Map.of())).run(Map.of("x", 0.0), Map.of(), 3);
        assertThat(none.divergence())
                .hasValueSatisfying(end -> assertThat(end.at()).isZero());
        assertThat(none.state("x", 0)).isZero();
    }

    @Test
    void aRunThatTakesTooLongIsCutOff() {
        Trajectory trajectory = ReducedRun.of(dynamics(Map.of("x", "cos(1e6*t)"), Map.of()))
                .withEvaluations(5000)
                .run(Map.of("x", 0.0), Map.of(), 3);
        assertThat(trajectory.divergence()).hasValueSatisfying(end -> {
            assertThat(end.reason()).contains("cut off after 5000 evaluations");
            assertThat(end.at()).isBetween(0.0, 1.0);
        });
    }

    @Test
    void saysWhatIsMissing() {
        ReducedRun run = ReducedRun.of(OUTLIER);
        assertThatThrownBy(() -> run.run(Map.of(), Map.of("cstar", 0.1), 1)).hasMessageContaining("state variable c");
        assertThatThrownBy(() -> run.run(Map.of("c", 1.0), Map.of(), 1)).hasMessageContaining("parameter cstar");
        assertThatThrownBy(() -> run.run(Map.of("c", Double.NaN), Map.of("cstar", 0.1), 1))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> run.run(Map.of("c", 1.0), Map.of("cstar", 0.1), 0))
                .hasMessageContaining("horizon");
        assertThatThrownBy(() -> run.withTolerance(0)).hasMessageContaining("tolerance");
        assertThatThrownBy(() -> run.withEvaluations(0)).hasMessageContaining("evaluations");
        Trajectory trajectory = run.run(Map.of("c", 1.0), Map.of("cstar", 0.1), 1);
        assertThatThrownBy(() -> trajectory.state("d", 0.5)).hasMessageContaining("no state variable d");
        assertThatThrownBy(() -> trajectory.state("c", 1.5)).hasMessageContaining("[0, 1.0], found 1.5");
    }

    @Test
    void anInterruptStopsIt() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> ReducedRun.of(OUTLIER).run(Map.of("c", 1.0), Map.of("cstar", 0.1), 3))
                    .isInstanceOf(InterruptedRun.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** F(c) of theory 1.3. */
    private static double closedForm(double c, double cstar) {
        return -4 * Math.pow(c, 3) / 9
                - 16 * cstar * c * c / 9
                - 112 * cstar * cstar * c / 27
                - 4 * Math.pow(cstar, 3) * Math.log(c - cstar)
                + 4 * Math.pow(cstar, 3) / 81 * Math.log(c + cstar / 3);
    }

    private static ReducedDynamics dynamics(Map<String, String> field, Map<String, String> observables) {
        return ReducedDynamics.of("test", "t", parsed(field), parsed(observables), Map.of(), Map.of());
    }

    private static Map<String, Expression> parsed(Map<String, String> formulas) {
        Map<String, Expression> parsed = new LinkedHashMap<>();
        formulas.forEach((name, text) -> parsed.put(name, Expression.parse(text)));
        return parsed;
    }
}
