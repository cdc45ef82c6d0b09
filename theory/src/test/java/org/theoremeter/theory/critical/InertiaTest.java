package org.theoremeter.theory.critical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.matrix.Matrix;

class InertiaTest {
    private static Inertia of(String a, String b, String d) {
        Expression beside = Expression.parse(b);
        return Inertia.of(
                new Matrix(List.of(List.of(Expression.parse(a), beside), List.of(beside, Expression.parse(d)))),
                Map.of("mu", 0.25));
    }

    /** The eigenvalues of [[μ, −1], [−1, μ]] are μ ± 1, those of [[1, 1 − 2μ], …] are 2 − 2μ and 2μ. */
    @Test
    void countsSigns() {
        assertThat(of("mu", "-1", "mu")).isEqualTo(new Inertia(1, 0));
        assertThat(of("1", "1 - 2*mu", "1")).isEqualTo(new Inertia(0, 0));
        assertThat(of("1", "1", "1")).isEqualTo(new Inertia(0, 1));
        assertThat(of("0", "1", "0")).isEqualTo(new Inertia(1, 0));
        assertThat(of("0", "0", "0")).isEqualTo(new Inertia(0, 2));
    }

    /** sqrt(2)² − 2 is 0, and not 4e-16 as in double precision; −1e-20 is not 0 beside 1. */
    @Test
    void tellsSmallFromNothing() {
        assertThat(of("1", "0", "sqrt(2)*sqrt(2) - 2")).isEqualTo(new Inertia(0, 1));
        assertThat(of("1", "0", "-1e-20")).isEqualTo(new Inertia(1, 0));
    }
}
