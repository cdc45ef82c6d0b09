package org.theoremeter.verify.claim.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.verify.claim.Given;
import org.theoremeter.verify.claim.formula.Names;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.source.Position;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/** Reads {@code given}: the free symbols of a claim with their values and domains. */
final class GivenReader {

    private GivenReader() {}

    /**
     * Reads the mapping {@code given}: {@code name: {value: 0.1, domain: "(0, 1)"}} or {@code name: 0.1}.
     *
     * @throws ClaimException if a name, value or domain is not understood, or a value lies outside its domain
     */
    static Given read(Fields fields) {
        Map<String, Given.Symbol> symbols = new LinkedHashMap<>();
        for (String name : fields.names()) {
            Names.requireSymbol(name, fields.key(name));
            symbols.put(name, symbol(name, fields.need(name)));
        }
        return new Given(symbols, List.of());
    }

    private static Given.Symbol symbol(String name, YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return new Given.Symbol(OptionalDouble.of(Fields.number(scalar, name)), Domain.reals(), scalar.position());
        }
        Fields fields = Fields.of(node, "given." + name);
        Domain domain = fields.takeScalar("domain").map(GivenReader::domain).orElse(Domain.reals());
        OptionalDouble value = fields.take("value")
                .map(scalar -> OptionalDouble.of(Fields.number(scalar, name)))
                .orElse(OptionalDouble.empty());
        fields.end();
        if (value.isPresent()) {
            requireInside(
                    domain, name, value.getAsDouble(), fields.need("value").position());
        }
        return new Given.Symbol(value, domain, fields.position());
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
