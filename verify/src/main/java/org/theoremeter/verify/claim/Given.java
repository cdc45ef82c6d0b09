package org.theoremeter.verify.claim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.verify.claim.source.Position;

/**
 * The free symbols of a claim: the one place for numbers that prediction and simulation share.
 *
 * @param symbols each symbol by name, in the order of the file
 * @param assumptions what holds between them, for claims about formulas
 */
public record Given(Map<String, Symbol> symbols, List<Condition> assumptions) {

    /**
     * One symbol.
     *
     * @param value its value, absent where only a domain is meant (identities) or an axis supplies it
     * @param domain where it may lie
     * @param position where it is given
     */
    public record Symbol(OptionalDouble value, Domain domain, Position position) {}

    /** Copies the symbols, keeping their order. */
    public Given {
        symbols = Collections.unmodifiableMap(new LinkedHashMap<>(symbols));
        assumptions = List.copyOf(assumptions);
    }

    /** Returns the same symbols with assumptions. */
    public Given assuming(List<Condition> conditions) {
        return new Given(symbols, conditions);
    }

    /** Returns where formulas in the symbols are meant. */
    public Region region() {
        return new Region(new TreeMap<>(domains()), assumptions);
    }

    /** Returns the values that are given. */
    public Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        symbols.forEach((name, symbol) -> symbol.value().ifPresent(value -> values.put(name, value)));
        return values;
    }

    /** Returns the domains of all symbols. */
    public Map<String, Domain> domains() {
        Map<String, Domain> domains = new LinkedHashMap<>();
        symbols.forEach((name, symbol) -> domains.put(name, symbol.domain()));
        return domains;
    }
}
