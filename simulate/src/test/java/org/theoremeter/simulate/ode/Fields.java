package org.theoremeter.simulate.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.theoremeter.theory.dynamics.ReducedDynamics;
import org.theoremeter.theory.symbolic.Expression;

/** Fields given by formulas, and their solutions held against closed forms. */
public final class Fields {

    private static final int SAMPLES = 1000;

    private Fields() {}

    /** Solves the equation of one variable u. */
    public static Trajectory solved(String formula, double start, double horizon) {
        return solved(Map.of("u", formula), Map.of("u", start), horizon);
    }

    public static Trajectory solved(Map<String, String> formulas, Map<String, Double> start, double horizon) {
        Map<String, Expression> field = new LinkedHashMap<>();
        formulas.forEach((name, text) -> field.put(name, Expression.parse(text)));
        ReducedDynamics dynamics = ReducedDynamics.of("test", "t", field, Map.of(), Map.of(), Map.of());
        return ReducedRun.of(dynamics).run(start, Map.of(), horizon);
    }

    /**
     * Asserts that a variable follows a closed form to within its declared error (twice that: the run that it is compared
     * with has errors of its own, and is compared at other times), and that this error is small.
     */
    public static void assertFollows(Trajectory trajectory, String name, DoubleUnaryOperator truth, double small) {
        assertThat(trajectory.divergence()).isEmpty();
        double worst = 0;
        double size = 0;
        for (int i = 0; i <= SAMPLES; i++) {
            double t = i == SAMPLES ? trajectory.end() : trajectory.end() * i / SAMPLES;
            double exact = truth.applyAsDouble(t);
            worst = Math.max(worst, Math.abs(trajectory.state(name, t) - exact));
            size = Math.max(size, Math.abs(exact));
        }
        // the closed form itself has a rounding error of some units
        assertThat(worst).isLessThanOrEqualTo(2 * trajectory.error(name) + 8 * Math.ulp(size));
        assertThat(trajectory.error(name)).isLessThan(small);
    }

    /** Asserts that nothing is said of a solution from about a time on. */
    public static void assertOpen(Trajectory trajectory, double from, String reason) {
        assertThat(trajectory.undecided()).isTrue();
        assertThat(trajectory.divergence()).hasValueSatisfying(end -> {
            assertThat(end.at()).isCloseTo(from, within(1e-4));
            assertThat(end.reason()).contains(reason);
        });
    }
}
