package org.theoremeter.theory.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.region.Domain;

class ReducedDynamicsTest {
    /** Read-in and read-out trained together, theory 1.6. */
    private static ReducedDynamics pair() {
        Map<String, Expression> field = new LinkedHashMap<>();
        field.put("c", Expression.parse("a^2/(4*c^2) - a/(c + cstar)^2"));
        field.put("a", Expression.parse("2*a*(1/(c + cstar) - a/(2*c))"));
        return ReducedDynamics.of(
                "pair",
                "tau",
                field,
                Map.of("outlier", Expression.parse("1 - c"), "shifted", Expression.parse("a + tau*gain")),
                Map.of(),
                Map.of("c", Domain.parse("(0, inf)")));
    }

    private static ReducedDynamics pairInJava() {
        return ReducedDynamics.fromCode(
                "pair",
                "tau",
                List.of("c", "a"),
                List.of("cstar", "gain"),
                (t, x, p, out) -> {
                    double s = x[0] + p[0];
                    out[0] = x[1] * x[1] / (4 * x[0] * x[0]) - x[1] / (s * s);
                    out[1] = 2 * x[1] * (1 / s - x[1] / (2 * x[0]));
                },
                Map.of("L", (t, x, p) -> x[1] * x[1] + p[1]),
                Map.of("outlier", Expression.parse("1 - c"), "twice", Expression.parse("2*L + tau")),
                Map.of(),
                Map.of());
    }

    @Test
    void namesItsStateAndParameters() {
        ReducedDynamics pair = pair();
        assertThat(pair.state()).containsExactly("c", "a");
        assertThat(pair.parameters()).containsExactly("cstar", "gain");
        assertThat(pair.time()).isEqualTo("tau");
        assertThat(pair.observables()).containsExactlyInAnyOrder("outlier", "shifted");
        assertThat(pair.formulas()).containsOnlyKeys("c", "a");
        assertThat(pairInJava().formulas()).isEmpty();
    }

    @Test
    void computesTheSameFromFormulasAndFromJava() {
        double[] x = {0.4, 1.2};
        double[] p = {0.1, 0.05};
        double[] fromFormulas = new double[2];
        double[] fromJava = new double[2];
        pair().derivative(3, x, p, fromFormulas);
        pairInJava().derivative(3, x, p, fromJava);
        // The same arithmetic in another order.
        assertThat(fromFormulas).containsExactly(fromJava, within(1e-14));
        assertThat(pair().observable("outlier", 3, x, p)).isEqualTo(1 - 0.4);
        assertThat(pair().observable("shifted", 3, x, p)).isEqualTo(1.2 + 3 * 0.05);
        double[][] symbolic = pair().jacobian(3, x, p);
        double[][] differences = pairInJava().jacobian(3, x, p);
        for (int i = 0; i < 2; i++) {
            // Central differences: step 6e-6, truncation and rounding each about 1e-10 times derivatives of order 10.
            assertThat(differences[i]).containsExactly(symbolic[i], within(1e-8));
        }
    }

    @Test
    void readsOffWhatCodeComputes() {
        double[] x = {0.4, 1.2};
        double[] p = {0.1, 0.05};
        assertThat(pairInJava().observable("twice", 3, x, p)).isEqualTo(2 * (1.2 * 1.2 + 0.05) + 3);
        ReducedDynamics other =
                pairInJava().observing("other", Map.of("both", Expression.parse("L - a"), "a", Expression.parse("a")));
        assertThat(other.name()).isEqualTo("other");
        assertThat(other.observables()).containsExactlyInAnyOrder("both", "a");
        assertThat(other.observable("both", 3, x, p)).isEqualTo(1.2 * 1.2 + 0.05 - 1.2);
        double[] rate = new double[2];
        double[] same = new double[2];
        other.derivative(3, x, p, rate);
        pairInJava().derivative(3, x, p, same);
        assertThat(rate).containsExactly(same);
        assertThatThrownBy(() -> pairInJava().observing("other", Map.of("o", Expression.parse("L + gap"))))
                .hasMessageContaining("undefined symbols [gap]");
    }

    @Test
    void allocatesNothingPerCall() {
        ReducedDynamics pair = pair();
        double[] x = {0.4, 1.2};
        double[] p = {0.1, 0.05};
        double[] out = new double[2];
        int calls = 50_000;
        for (int i = 0; i < calls; i++) {
            pair.derivative(0, x, p, out);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int i = 0; i < calls; i++) {
            pair.derivative(0, x, p, out);
        }
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        // Less than a byte a call: what remains is the measurement itself.
        assertThat(allocated).isLessThan(calls);
    }

    @Test
    void refusesWhatDoesNotFit() {
        Expression field = Expression.parse("-x");
        assertThatThrownBy(() -> ReducedDynamics.of("d", "t", Map.of(), Map.of(), Map.of(), Map.of()))
                .hasMessageContaining("at least one");
        assertThatThrownBy(() -> ReducedDynamics.of("d", "x", Map.of("x", field), Map.of(), Map.of(), Map.of()))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> ReducedDynamics.fromCode(
                        "d",
                        "t",
                        List.of("x"),
                        List.of(),
                        (t, x, p, out) -> out[0] = -x[0],
                        Map.of(),
                        Map.of("o", Expression.parse("x + gain")),
                        Map.of(),
                        Map.of()))
                .hasMessageContaining("gain");
        assertThatThrownBy(() -> pair().observable("loss", 0, new double[2], new double[2]))
                .hasMessageContaining("'loss'")
                .hasMessageContaining("outlier");
        assertThatThrownBy(() -> pair().derivative(0, new double[2], new double[3], new double[2]))
                .hasMessageContaining("3 parameters");
    }
}
