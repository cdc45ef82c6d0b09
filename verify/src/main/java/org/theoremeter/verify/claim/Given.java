package org.theoremeter.verify.claim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Domain;
import org.theoremeter.theory.symbolic.Region;
import org.theoremeter.verify.claim.yaml.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.Position;
import org.theoremeter.verify.claim.yaml.YamlNode;

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
    Given assuming(List<Condition> conditions) {
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

    /**
     * Reads the mapping {@code given}: {@code name: {value: 0.1, domain: "(0, 1)"}} or {@code name: 0.1}.
     *
     * @throws ClaimException if a name, value or domain is not understood, or a value lies outside its domain
     */
    static Given read(Fields fields) {
        Map<String, Symbol> symbols = new LinkedHashMap<>();
        for (String name : fields.names()) {
            Names.requireSymbol(name, fields.key(name));
            symbols.put(name, symbol(name, fields.need(name)));
        }
        return new Given(symbols, List.of());
    }

    private static Symbol symbol(String name, YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return new Symbol(OptionalDouble.of(Fields.number(scalar, name)), Domain.reals(), scalar.position());
        }
        Fields fields = Fields.of(node, "given." + name);
        Domain domain = fields.takeScalar("domain").map(Given::domain).orElse(Domain.reals());
        OptionalDouble value = fields.take("value")
                .map(scalar -> OptionalDouble.of(Fields.number(scalar, name)))
                .orElse(OptionalDouble.empty());
        fields.end();
        if (value.isPresent()) {
            requireInside(
                    domain, name, value.getAsDouble(), fields.need("value").position());
        }
        return new Symbol(value, domain, fields.position());
    }

    private static Domain domain(YamlNode.Scalar scalar) {
        try {
            return Domain.parse(scalar.text());
        } catch (IllegalArgumentException fault) {
            throw new ClaimException(scalar.position(), fault.getMessage());
        }
    }

    /**
     * Refuses a value outside the symbol's domain.
     *
     * @throws ClaimException naming symbol, value and domain
     */
    static void requireInside(Domain domain, String name, double value, Position position) {
        if (!domain.contains(value)) {
            throw new ClaimException(
                    position, "found " + name + " = " + value + ", accepted: a value in its domain " + domain);
        }
    }
}
