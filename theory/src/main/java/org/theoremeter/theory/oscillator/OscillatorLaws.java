package org.theoremeter.theory.oscillator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.theoremeter.theory.law.Law;
import org.theoremeter.theory.linear.LinearSystem;
import org.theoremeter.theory.linear.PlaneLaw;
import org.theoremeter.theory.symbolic.Domain;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Matrix;

/**
 * The laws of the damped oscillator, theory 2.2.
 *
 * <p>Symbols: {@code cstar} the decay rate of the target and {@code omegastar} its angular frequency, both in units of
 * the inverse neuronal time constant; {@code tau} training time; {@code w11} to {@code w22} the weights on the plane.
 */
public final class OscillatorLaws {
    private static final List<Law> ALL = List.of(plane());

    private OscillatorLaws() {}

    /** Returns the laws, in the order of the theory. */
    public static List<Law> all() {
        return ALL;
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
