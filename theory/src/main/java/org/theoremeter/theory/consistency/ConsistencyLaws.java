package org.theoremeter.theory.consistency;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.theory.law.Law;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.region.Domain;

/**
 * The laws of temporal consistency, theory 7.2.
 *
 * <p>Symbols: {@code delay} and {@code window} the two parts of a trial, {@code ceiling} the place X at which x is held,
 * {@code consistency} the strength λ of the penalty, {@code start} where the search begins, in optima. A ceiling counts to
 * the second order in 1/X: it makes the output come earlier by 1/X, which is as if the delay were longer by that.
 */
public final class ConsistencyLaws {

    /** The search from s² on, but for the factor 1/(λX); k³ is π/(4 T_d λ X). */
    private static final String SEARCH =
            "s^2 - k^2/3*ln((s^2 - k*s + k^2)/(s + k)^2)" + " - 2*k^2/sqrt(3)*atan((2*s - k)/(sqrt(3)*k))";

    private static final List<Law> ALL = List.of(search(), strength(), criticalRate());

    private ConsistencyLaws() {}

    /** Returns the laws, in the order of the theory. */
    public static List<Law> all() {
        return ALL;
    }

    private static Law search() {
        Expression from = Expression.parse(SEARCH).substitute(Map.of("s", Expression.parse("sqrt(start)*s")));
        Expression time = Expression.parse("(from - to)/(consistency*ceiling)")
                .substitute(Map.of("from", from, "to", Expression.parse(SEARCH)))
                .substitute(Map.of(
                        "s",
                        Expression.parse("pi/(2*(delay + 1/ceiling))"),
                        "k",
                        Expression.parse("(pi/(4*delay*consistency*ceiling))^(1/3)")));
        return of(
                "consistency.search",
                "The training time in which a slow point comes from start times the optimum down to it.",
                Map.of("search-time", time),
                List.of("delay", "ceiling", "consistency", "start"));
    }

    private static Law strength() {
        Map<String, Expression> values = new LinkedHashMap<>();
        values.put("critical-strength", Expression.parse("2*(delay + 1/ceiling)^3/(pi^2*window*ceiling)"));
        values.put("fatal-strength", Expression.parse("2*(delay + 1/ceiling + window)^3/(pi^2*window*ceiling)"));
        return of(
                "consistency.strength",
                "Up to the critical strength the optimum stays where it is; beyond the fatal one none is left.",
                values,
                List.of("delay", "window", "ceiling"));
    }

    private static Law criticalRate() {
        Expression rate = Expression.parse(
                        "pi^2/4*(1/late^2 - 1/(late + window)^2)/(2*late^3/(pi^2*delay) + consistency*ceiling)")
                .substitute(Map.of("late", Expression.parse("delay + 1/ceiling")));
        return of(
                "consistency.critical-rate",
                "Below this rate no descent from above the optimum dies.",
                Map.of("rate", rate),
                List.of("delay", "window", "ceiling", "consistency"));
    }

    private static Law of(String name, String statement, Map<String, Expression> values, List<String> symbols) {
        Map<String, Domain> parameters = new LinkedHashMap<>();
        for (String symbol : symbols) {
            parameters.put(symbol, Domain.parse(symbol.equals("start") ? "(1, inf)" : "(0, inf)"));
        }
        return new Law(name, "7.2", statement, parameters, values, Optional.empty(), Map.of());
    }
}
