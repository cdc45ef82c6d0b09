package org.theoremeter.theory.oscillator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.theory.law.Law;
import org.theoremeter.theory.linear.LinearSystem;
import org.theoremeter.theory.linear.PlaneLaw;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.region.Domain;

/**
 * The laws of the damped oscillator, theory 2.2 and 2.4.
 *
 * <p>Symbols: {@code cstar} the decay rate of the target and {@code omegastar} its angular frequency, both in units of
 * the inverse neuronal time constant; {@code tau} training time; {@code w11} to {@code w22} the weights on the plane;
 * {@code dt} the time step of a network in discrete time.
 */
public final class OscillatorLaws {
    /**
     * 16 times the Gram matrix of the slopes of the response at the optimum, which by the sum and the difference of W₁₁ and
     * W₂₂ and the difference of W₁₂ and W₂₁, all over √2, are t e^{−ct} cos ωt, e^{−ct} sin ωt/ω and t e^{−ct} sin ωt over
     * √2 (theory 2.4).
     */
    private static final Map<String, String> GRAM = Map.of(
            "g11", "1/cstar^3 + (cstar^3 - 3*cstar*omegastar^2)/z^3",
            "g12", "2*cstar/z^2",
            "g13", "(3*cstar^2*omegastar - omegastar^3)/z^3",
            "g22", "2/(cstar*z)",
            "g23", "(1/cstar^2 - (cstar^2 - omegastar^2)/z^2)/omegastar",
            "g33", "1/cstar^3 - (cstar^3 - 3*cstar*omegastar^2)/z^3");

    private static final List<Map<String, String>> CONTINUOUS = List.of(Map.of("z", "cstar^2 + omegastar^2"));

    /**
     * 4/Δt³ times the same in discrete time, where e^{(−c + iω)t} is μᵏ with μ = a + ie, so that the slopes are
     * Δt k Re μ^{k−1}, Δt Im μᵏ/e and Δt k Im μ^{k−1} over √2. Their products are sums of kʲ|μ|^{2(k−1)} and of
     * kʲμ^{2(k−1)}, polynomials in s = 1/(1 − |μ|²) and x + iy = 1/(1 − μ²); for j = 2 the latter is
     * 2(x + iy)³ − (x + iy)².
     */
    private static final Map<String, String> DISCRETE_GRAM = Map.of(
            "g11", "2*s^3 - s^2 + real",
            "g12", "2*a*x*y/e + x^2 - y^2 + s^2",
            "g13", "2*(3*x^2*y - y^3) - 2*x*y",
            "g22", "(s - x)/e^2",
            "g23", "a*(s^2 - x^2 + y^2)/e + 2*x*y",
            "g33", "2*s^3 - s^2 - real");

    private static final List<Map<String, String>> DISCRETE = List.of(
            Map.of("real", "2*(x^3 - 3*x*y^2) - x^2 + y^2"),
            Map.of(
                    "s", "1/(1 - a^2 - e^2)",
                    "x", "(1 - a^2 + e^2)/((1 - a^2 + e^2)^2 + 4*a^2*e^2)",
                    "y", "2*a*e/((1 - a^2 + e^2)^2 + 4*a^2*e^2)"),
            Map.of("a", "1 - dt*cstar", "e", "dt*omegastar"));

    private static final List<Law> ALL = List.of(plane(), criticalRate());

    private OscillatorLaws() {}

    /** Returns the laws, in the order of the theory. */
    public static List<Law> all() {
        return ALL;
    }

    private static Law criticalRate() {
        Map<String, Domain> parameters = new LinkedHashMap<>();
        parameters.put("cstar", Domain.parse("(0, inf)"));
        parameters.put("omegastar", Domain.parse("(0, inf)"));
        parameters.put("dt", Domain.parse("(0, 1)"));
        Map<String, Expression> values = new LinkedHashMap<>();
        values.put("rate", rate("32", GRAM, CONTINUOUS));
        values.put("discrete-rate", rate("8/dt^3", DISCRETE_GRAM, DISCRETE));
        return new Law(
                "oscillator.critical-rate",
                "2.4",
                "Gradient descent settles at the balanced optimum below 2 over the largest eigenvalue of the Gram matrix.",
                parameters,
                values,
                Optional.empty(),
                Map.of());
    }

    /**
     * Returns a number over the largest eigenvalue of a symmetric 3 × 3 matrix, by the cosine of a third of an angle: with
     * the trace t, the sum n of the principal minors and the determinant d, the eigenvalues are t/3 + 2p cos(φ/3 + 2πk/3)
     * where p² = t²/9 − n/3 and 2p³ cos φ = d − tn/3 + 2t³/27.
     */
    private static Expression rate(String above, Map<String, String> gram, List<Map<String, String>> meanings) {
        Expression rate = Expression.parse(
                        above + "/(t/3 + 2*p*cos(acos(max(-1, min(1, (d - t*n/3 + 2*t^3/27)/(2*p^3))))/3))")
                .substitute(parsed(Map.of("p", "sqrt(t^2/9 - n/3)")))
                .substitute(parsed(Map.of(
                        "t", "g11 + g22 + g33",
                        "n", "g11*g22 - g12^2 + g11*g33 - g13^2 + g22*g33 - g23^2",
                        "d", "g11*(g22*g33 - g23^2) - g12*(g12*g33 - 2*g13*g23) - g13^2*g22")))
                .substitute(parsed(gram));
        for (Map<String, String> meaning : meanings) {
            rate = rate.substitute(parsed(meaning));
        }
        return rate;
    }

    private static Map<String, Expression> parsed(Map<String, String> formulas) {
        Map<String, Expression> parsed = new LinkedHashMap<>();
        formulas.forEach((name, formula) -> parsed.put(name, Expression.parse(formula)));
        return parsed;
    }

    private static Law plane() {
        Map<String, Domain> parameters = new LinkedHashMap<>();
        parameters.put("cstar", Domain.parse("(0, inf)"));
        parameters.put("omegastar", Domain.parse("(0, inf)"));
        return PlaneLaw.of(
                "oscillator.plane",
                "2.2",
                "With one vector as read-in and read-out, weights on a plane through it follow four equations.",
                Matrix.column(List.of(Expression.number(1), Expression.number(0))),
                LinearSystem.oscillator(Expression.symbol("cstar"), Expression.symbol("omegastar")),
                parameters,
                Map.of("asymmetry", Expression.parse("w12^2 - w21^2")));
    }
}
