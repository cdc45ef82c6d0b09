package org.theoremeter.theory.lowrank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.theory.dynamics.ReducedDynamics;
import org.theoremeter.theory.law.Law;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.region.Domain;

/**
 * The laws of linear networks of low rank, theory 5.2: the flow of all overlaps, one law a rank and target.
 *
 * <p>State and curves are the overlaps, under the names of {@link Overlap}; a further curve is the {@code loss}. What they
 * start from are the parameters {@code A11_0} and so on. {@code cstar} is the decay rate of the target, {@code omegastar} its
 * angular frequency, in units of the inverse neuronal time constant.
 */
public final class LowRankLaws {
    private static final List<String> RANKS = List.of("one", "two", "three");
    private static final String LOSS = "L";
    private static final List<Law> ALL = laws();

    private LowRankLaws() {}

    /** Returns the laws, by rank. */
    public static List<Law> all() {
        return ALL;
    }

    private static List<Law> laws() {
        List<Law> laws = new ArrayList<>();
        for (int rank = 1; rank <= Overlap.LARGEST_RANK; rank++) {
            laws.add(law(rank, false));
            laws.add(law(rank, true));
        }
        return List.copyOf(laws);
    }

    private static Law law(int rank, boolean oscillator) {
        String name = "lowrank.rank-" + RANKS.get(rank - 1) + (oscillator ? "-oscillator" : "-integrator");
        OverlapFlow flow = new OverlapFlow(rank, oscillator);
        Map<String, Domain> parameters = new LinkedHashMap<>();
        parameters.put("cstar", Domain.parse("(0, inf)"));
        if (oscillator) {
            parameters.put("omegastar", Domain.parse("(-inf, inf)"));
        }
        List<String> constants = List.copyOf(parameters.keySet());
        Map<String, Domain> domains = new LinkedHashMap<>(parameters);
        Map<String, Expression> start = new LinkedHashMap<>();
        Map<String, Expression> curves = new LinkedHashMap<>();
        for (Overlap overlap : flow.overlaps()) {
            Domain domain = overlap.isSquare() ? Domain.parse("[0, inf)") : Domain.reals();
            parameters.put(overlap.name() + "_0", domain);
            domains.put(overlap.name(), domain);
            start.put(overlap.name(), Expression.symbol(overlap.name() + "_0"));
            curves.put(overlap.name(), Expression.symbol(overlap.name()));
        }
        curves.put("loss", Expression.symbol(LOSS));
        ReducedDynamics dynamics = ReducedDynamics.fromCode(
                name,
                "tau",
                List.copyOf(start.keySet()),
                constants,
                (t, x, p, out) -> flow.derivative(x, p, out),
                Map.of(LOSS, (t, x, p) -> flow.loss(x, p)),
                curves,
                conserved(rank),
                domains);
        return new Law(
                name,
                "5.2",
                "All overlaps of a network of rank " + RANKS.get(rank - 1)
                        + " follow one closed flow, whatever its size.",
                parameters,
                Map.of(),
                Optional.of(dynamics),
                start);
    }

    /** Returns the entries of mᵀm − nᵀn, and |u|² − |v|². */
    private static Map<String, Expression> conserved(int rank) {
        Map<String, Expression> conserved = new LinkedHashMap<>();
        for (int i = 1; i <= rank; i++) {
            for (int j = i; j <= rank; j++) {
                conserved.put("balance" + i + j, Expression.parse("mm" + i + j + " - nn" + i + j));
            }
        }
        conserved.put("lengths", Expression.parse("uu - vv"));
        return conserved;
    }
}
