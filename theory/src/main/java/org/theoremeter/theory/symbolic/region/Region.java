package org.theoremeter.theory.symbolic.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.text.Quotation;

/**
 * Where formulas are meant: a domain for every symbol, and what is assumed to hold between symbols.
 *
 * @param domains a domain a symbol, by name
 * @param assumptions comparisons that hold everywhere in the region, such as {@code c > cstar}
 */
public record Region(SortedMap<String, Domain> domains, List<Condition> assumptions) {
    /**
     * Makes a region.
     *
     * @throws IllegalArgumentException if an assumption is about a symbol without a domain
     */
    public Region {
        domains = Collections.unmodifiableSortedMap(new TreeMap<>(domains));
        assumptions = List.copyOf(assumptions);
        for (Condition assumption : assumptions) {
            for (String symbol : assumption.symbols()) {
                if (!domains.containsKey(symbol)) {
                    throw new IllegalArgumentException("the symbol " + Quotation.of(symbol) + " of the assumption "
                            + Quotation.of(assumption.toString()) + " has no domain");
                }
            }
        }
    }

    /** Returns the region without assumptions. */
    public static Region of(Map<String, Domain> domains) {
        return new Region(new TreeMap<>(domains), List.of());
    }

    /**
     * Returns the part that is about some symbols: their domains, and the assumptions about none but them.
     *
     * @throws IllegalArgumentException if a symbol has no domain
     */
    public Region about(Collection<String> symbols) {
        SortedMap<String, Domain> kept = new TreeMap<>();
        for (String symbol : symbols) {
            Domain domain = domains.get(symbol);
            if (domain == null) {
                throw new IllegalArgumentException("the symbol " + Quotation.of(symbol) + " has no domain");
            }
            kept.put(symbol, domain);
        }
        return new Region(
                kept,
                assumptions.stream()
                        .filter(assumption -> kept.keySet().containsAll(assumption.symbols()))
                        .toList());
    }

    /** Returns the region with one more assumption. */
    public Region assuming(Condition assumption) {
        List<Condition> more = new ArrayList<>(assumptions);
        more.add(assumption);
        return new Region(domains, more);
    }

    /** Returns the region with another domain for a symbol, or with one more symbol. */
    public Region with(String symbol, Domain domain) {
        SortedMap<String, Domain> changed = new TreeMap<>(domains);
        changed.put(symbol, domain);
        return new Region(changed, assumptions);
    }

    /**
     * Tells whether a point lies in the region.
     *
     * @param point a value for every symbol
     */
    public boolean contains(Map<String, Double> point) {
        return domains.entrySet().stream()
                        .allMatch(entry -> point.containsKey(entry.getKey())
                                && entry.getValue().contains(point.get(entry.getKey())))
                && assumptions.stream().allMatch(assumption -> assumption.holds(point));
    }
}
