package org.theoremeter.theory.integrator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.theoremeter.theory.dynamics.ReducedDynamics;
import org.theoremeter.theory.law.Law;
import org.theoremeter.theory.linear.LinearSystem;
import org.theoremeter.theory.linear.PlaneLaw;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.region.Domain;

/**
 * The laws of the integrator, theory 1.1 to 1.5 and 1.7.
 *
 * <p>Symbols: {@code c} the decay rate of the network's slow mode, {@code cstar} that of the target, both in units of
 * the inverse neuronal time constant; {@code a} the amplitude of the mode; {@code tau} training time; {@code dt} the
 * time step of a network in discrete time; {@code overlap} the inner product of read-in and read-out, both of unit
 * length; {@code w11} to {@code w22} the weights on their plane.
 */
public final class IntegratorLaws {
    private static final List<Law> ALL =
            List.of(loss(), outlier(), learningTime(), criticalRate(), stepsToLearn(), plane());

    private IntegratorLaws() {}

    /** Returns the laws, in the order of the theory. */
    public static List<Law> all() {
        return ALL;
    }

    private static Law loss() {
        return of(
                "integrator.loss",
                "1.1",
                "The loss of one mode a exp(-c t) against the target exp(-cstar t).",
                domains("a", "(-inf, inf)", "c", "(0, inf)", "cstar", "(0, 1)"),
                formulas("loss", "(a^2/(2*c) - 2*a/(c + cstar) + 1/(2*cstar))/2"));
    }

    private static Law outlier() {
        Map<String, Domain> domains = domains("c", "(0, inf)", "cstar", "(0, 1)");
        ReducedDynamics dynamics = ReducedDynamics.of(
                "integrator.outlier",
                "tau",
                formulas("c", "1/(4*c^2) - 1/(c + cstar)^2"),
                formulas("outlier", "1 - c"),
                Map.of(),
                domains);
        return new Law(
                "integrator.outlier",
                "1.2",
                "The outlier eigenvalue 1 - c follows a scalar ODE from c = c0.",
                domains("c0", "(0, inf)", "cstar", "(0, 1)"),
                Map.of(),
                Optional.of(dynamics),
                formulas("c", "c0"));
    }

    private static Law learningTime() {
        String antiderivative = "-4*c^3/9 - 16*cstar*c^2/9 - 112*cstar^2*c/27 - 4*cstar^3*ln(c - cstar)"
                + " + 4*cstar^3/81*ln(c + cstar/3)";
        Expression from = Expression.parse(antiderivative);
        Expression atStart = from.substitute(Map.of("c", Expression.number(1)));
        Map<String, Expression> values = new LinkedHashMap<>();
        values.put("learning-time", Expression.parse("F - F1").substitute(Map.of("F", from, "F1", atStart)));
        values.put("limit", Expression.parse("4/9 + 16*cstar/9"));
        return of(
                "integrator.learning-time",
                "1.3",
                "The training time at which the decay rate, from 1, has come down to c, which is above cstar.",
                domains("c", "(0, 1)", "cstar", "(0, 1)"),
                values);
    }

    private static Law criticalRate() {
        Expression discrete = Expression.parse("2*(1 - q^2)^3/(dt^3*(1 + q^2))")
                .substitute(Map.of("q", Expression.parse("1 - dt*cstar")));
        Map<String, Expression> values = formulas("hessian", "1/(4*cstar^3)", "rate", "8*cstar^3");
        values.put("discrete-rate", discrete);
        return of(
                "integrator.critical-rate",
                "1.4",
                "Gradient descent settles at the optimum below the critical learning rate, and not above it.",
                domains("cstar", "(0, 1)", "dt", "(0, 1)"),
                values);
    }

    private static Law stepsToLearn() {
        return of(
                "integrator.steps-to-learn",
                "1.5",
                "The number of steps to relative distance epsilon at kappa times the critical learning rate.",
                domains("cstar", "(0, 1)", "kappa", "(0, 1)", "epsilon", "(0, 1)"),
                formulas(
                        "steps",
                        "(4/9 + 16*cstar/9)/(8*kappa*cstar^3) + ln(1/epsilon)/abs(ln(abs(1 - 2*kappa)))",
                        "local-exponent",
                        "-3 + 4*cstar/(1 + 4*cstar)"));
    }

    private static Law plane() {
        return PlaneLaw.of(
                "integrator.plane",
                "1.7",
                "Weights on the plane of read-in and read-out follow four equations, whatever the overlap of the two.",
                Matrix.column(List.of(Expression.symbol("overlap"), Expression.parse("sqrt(1 - overlap^2)"))),
                LinearSystem.integrator(Expression.symbol("cstar")),
                domains("cstar", "(0, 1)", "overlap", "[-1, 1]"),
                Map.of());
    }

    private static Law of(
            String name,
            String theory,
            String statement,
            Map<String, Domain> parameters,
            Map<String, Expression> values) {
        return new Law(name, theory, statement, parameters, values, Optional.empty(), Map.of());
    }

    /** Reads pairs of a name and a formula, and keeps their order. */
    private static Map<String, Expression> formulas(String... pairs) {
        return pairs(Expression::parse, pairs);
    }

    /** Reads pairs of a name and a domain, and keeps their order. */
    private static Map<String, Domain> domains(String... pairs) {
        return pairs(Domain::parse, pairs);
    }

    private static <T> Map<String, T> pairs(Function<String, T> reader, String... pairs) {
        Map<String, T> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], reader.apply(pairs[i + 1]));
        }
        return map;
    }
}
