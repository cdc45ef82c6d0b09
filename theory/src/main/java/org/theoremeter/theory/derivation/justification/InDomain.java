package org.theoremeter.theory.derivation.justification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.theoremeter.theory.evidence.Obligation;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Relation;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;

/**
 * That what replaces symbols keeps to their domains and to what is assumed of them: what was found on a domain says nothing
 * beyond it. Ends count as limits.
 */
final class InDomain {
    private static final String STATEMENT = "what is substituted keeps to its domain";

    private InDomain() {}

    static List<Obligation> of(Map<String, Expression> values, Region region) {
        List<Obligation> obligations = new ArrayList<>();
        values.forEach((symbol, value) -> {
            Domain domain = region.domains().get(symbol);
            if (domain != null) {
                obligations.addAll(Shown.inside(STATEMENT, value, domain, false, where(value.symbols(), region)));
            }
        });
        for (Condition assumption : region.assumptions()) {
            if (assumption.symbols().stream().anyMatch(values::containsKey)) {
                Condition there = closed(assumption).substitute(values);
                obligations.add(Shown.holds(STATEMENT, there, where(there.symbols(), region)));
            }
        }
        return obligations;
    }

    /** Returns the part of the region that is about some symbols, without assumptions about others. */
    private static Region where(Set<String> symbols, Region region) {
        Set<String> known = new TreeSet<>(symbols);
        known.retainAll(region.domains().keySet());
        return region.about(known);
    }

    private static Condition closed(Condition condition) {
        Relation relation = switch (condition.relation()) {
            case LESS, AT_MOST -> Relation.AT_MOST;
            case GREATER, AT_LEAST -> Relation.AT_LEAST;
            case EQUAL -> Relation.EQUAL;
        };
        return new Condition(relation, condition.left(), condition.right());
    }
}
