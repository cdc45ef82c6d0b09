package org.theoremeter.verify.claim.read;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.theoremeter.theory.critical.LossProblem;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.TreeSize;
import org.theoremeter.theory.symbolic.matrix.Hessian;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.Given;
import org.theoremeter.verify.claim.formula.FormulaReader;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/**
 * A file for {@code critical}: a loss formula, what is trained, and where its symbols lie.
 *
 * @param title one line about the loss, empty if there is none
 * @param problem the loss
 */
public record LossFile(String title, LossProblem problem) {
    private static final Set<String> KEYS_OF_A_SYMBOL = Set.of("value", "domain");
    private static final int MOST_SYMBOLS = 40;

    /**
     * Reads a document.
     *
     * @throws ClaimException at the first fault: where, what was found, what is accepted
     */
    public static LossFile read(YamlNode document) {
        Fields fields = Fields.of(document, "the loss file");
        YamlNode.Scalar version = fields.needScalar("critical");
        if (!version.text().equals("1")) {
            throw new ClaimException(
                    version.position(), "found critical format " + version.described() + ", accepted: 1");
        }
        String title = fields.takeText("title").orElse("");
        YamlNode.Scalar formula = fields.needScalar("loss");
        Fields symbols = Fields.of(fields.need("given"), "given");
        Given given = GivenReader.read(symbols);
        Expression loss = FormulaReader.read(formula, "loss", given.symbols().keySet());
        List<String> trained = trained(fields, given, loss);
        requireSmall(loss, trained, formula);
        Map<String, Double> numbers = new TreeMap<>();
        Map<String, Domain> domains = new TreeMap<>();
        for (String name : symbols.names()) {
            requireUsed(name, loss, symbols);
            value(name, trained, given, symbols).ifPresent(value -> numbers.put(name, value));
            if (!numbers.containsKey(name)) {
                domains.put(name, domain(name, given, symbols));
            }
        }
        if (domains.size() > MOST_SYMBOLS) {
            throw new ClaimException(
                    fields.key("given"),
                    "found " + domains.size() + " symbols without a value, accepted: at most " + MOST_SYMBOLS);
        }
        Set<String> parameters = new TreeSet<>(domains.keySet());
        trained.forEach(parameters::remove);
        List<Condition> assumptions = fields.takeList("assume")
                .map(nodes -> FormulaReader.readConditions(nodes, parameters))
                .orElse(List.of());
        Map<String, Expression> at = fields.takeFields("at")
                .map(places -> at(places, trained, given))
                .orElse(Map.of());
        fields.end();
        LossProblem problem =
                new LossProblem(loss, trained, numbers, at, new Region(new TreeMap<>(domains), assumptions));
        requireFinite(problem, formula, fields);
        return new LossFile(title, problem);
    }

    private static List<String> trained(Fields fields, Given given, Expression loss) {
        List<YamlNode> nodes = fields.needList("train");
        if (nodes.isEmpty()) {
            throw new ClaimException(fields.key("train"), "found nothing under train, accepted: at least one symbol");
        }
        Set<String> trained = new LinkedHashSet<>();
        for (YamlNode node : nodes) {
            YamlNode.Scalar name = Fields.scalar(node, "train");
            if (!given.symbols().containsKey(name.text())) {
                throw new ClaimException(
                        name.position(),
                        "found the symbol " + name.described() + ", which is not given, "
                                + Nearest.hint(name.text(), loss.symbols()));
            }
            if (!loss.symbols().contains(name.text())) {
                throw new ClaimException(
                        name.position(),
                        "found the trained symbol " + name.described() + ", which the loss does not contain, "
                                + Nearest.hint(name.text(), loss.symbols()));
            }
            if (!trained.add(name.text())) {
                throw new ClaimException(name.position(), "found " + name.described() + " twice, accepted: once");
            }
        }
        return List.copyOf(trained);
    }

    /** Of a long product the second derivatives have as many terms as it has triples of factors. */
    private static void requireSmall(Expression loss, List<String> trained, YamlNode.Scalar formula) {
        if (!TreeSize.areSmallEnough(Hessian.of(loss, trained).entries())) {
            throw new ClaimException(
                    formula.position(),
                    "found a loss whose second derivatives have " + TreeSize.beyond() + ", accepted: a shorter one");
        }
    }

    private static void requireUsed(String name, Expression loss, Fields symbols) {
        if (!loss.symbols().contains(name)) {
            throw new ClaimException(
                    symbols.key(name),
                    "found the symbol " + Quotation.of(name)
                            + ", which the loss does not contain; accepted: symbols of the loss");
        }
    }

    private static Optional<Double> value(String name, List<String> trained, Given given, Fields symbols) {
        Given.Symbol symbol = given.symbols().get(name);
        if (symbol.value().isEmpty()) {
            return Optional.empty();
        }
        if (trained.contains(name)) {
            throw new ClaimException(
                    symbols.key(name),
                    "found a value for " + Quotation.of(name)
                            + ", which is trained; accepted: a domain, and 'at' to choose among"
                            + " several optima, or to train it no longer");
        }
        return Optional.of(symbol.value().getAsDouble());
    }

    private static Domain domain(String name, Given given, Fields symbols) {
        List<String> keys = symbols.need(name) instanceof YamlNode.Mapping mapping ? mapping.names() : List.of();
        for (String key : keys) {
            if (!KEYS_OF_A_SYMBOL.contains(key)) {
                throw new ClaimException(
                        symbols.key(name),
                        "found " + Quotation.of(name) + " with " + key + ", accepted: a real number");
            }
        }
        if (!keys.contains("domain")) {
            throw new ClaimException(
                    symbols.key(name),
                    "the symbol " + Quotation.of(name) + " has neither a value nor a domain, accepted: " + name
                            + ": {domain: \"(0, 1)\"} or " + name + ": {value: 1}");
        }
        Domain domain = given.symbols().get(name).domain();
        if (domain.integer()) {
            throw new ClaimException(
                    symbols.key(name),
                    "found " + Quotation.of(name) + " in " + domain
                            + ", accepted: an interval of real numbers, since the loss is" + " differentiated");
        }
        return domain;
    }

    private static Map<String, Expression> at(Fields places, List<String> trained, Given given) {
        Map<String, Expression> at = new LinkedHashMap<>();
        Set<String> known = new TreeSet<>(given.symbols().keySet());
        places.names().forEach(known::remove);
        for (String name : places.names()) {
            if (!trained.contains(name)) {
                throw new ClaimException(
                        places.key(name),
                        "found the place of " + Quotation.of(name) + ", which is not trained, "
                                + Nearest.hint(name, trained));
            }
            YamlNode.Scalar node = places.needScalar(name);
            Expression place = FormulaReader.read(node, "at", known);
            if (place.symbols().isEmpty()) {
                GivenReader.requireInside(
                        given.symbols().get(name).domain(), name, place.evaluate(Map.of()), node.position());
            }
            at.put(name, place);
        }
        if (at.size() == trained.size()) {
            throw new ClaimException(
                    places.position(),
                    "found a place for every trained symbol, accepted: at least one whose optimum is left to find");
        }
        return at;
    }

    private static void requireFinite(LossProblem problem, YamlNode.Scalar formula, Fields fields) {
        try {
            problem.pointWithoutLoss().ifPresent(point -> {
                throw new ClaimException(
                        formula.position(),
                        "the loss is not finite at " + point + ", accepted: domains on which it is");
            });
        } catch (IllegalArgumentException impossible) {
            throw new ClaimException(fields.key("assume"), impossible.getMessage());
        }
    }
}
