package org.theoremeter.verify.claim.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.theoremeter.theory.derivation.justification.Antiderivative;
import org.theoremeter.theory.derivation.justification.Cited;
import org.theoremeter.theory.derivation.justification.Differentiated;
import org.theoremeter.theory.derivation.justification.Expanded;
import org.theoremeter.theory.derivation.justification.Gradient;
import org.theoremeter.theory.derivation.justification.Integrated;
import org.theoremeter.theory.derivation.justification.Justification;
import org.theoremeter.theory.derivation.justification.LimitTaken;
import org.theoremeter.theory.derivation.justification.Rearranged;
import org.theoremeter.theory.derivation.justification.SecondDerivatives;
import org.theoremeter.theory.derivation.justification.Solved;
import org.theoremeter.theory.derivation.justification.Substituted;
import org.theoremeter.theory.derivation.justification.Summed;
import org.theoremeter.theory.derivation.justification.Symmetric;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.formula.FormulaReader;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/** Reads {@code because}: how a step follows. */
final class JustificationReader {
    /** The forms, as messages show them. */
    static final String ACCEPTED = "definition, algebra, {differentiate by: c}, {gradient by: [a, b]}, {hessian by: [a,"
            + " b]}, {integrate over: t, from: 0, to: inf}, {sum over: k, from: 0}, {substitute: {a: formula}}, {solve for:"
            + " x}, {limit of: c, to: 0}, {series in: c, at: 0, order: 1}, {symmetry: {a: -a}, of: formula} or {cited: source}";

    private static final int HIGHEST_ORDER = 6;

    private final Set<String> symbols;
    private final Set<String> known;

    /**
     * Creates a reader.
     *
     * @param symbols the given symbols
     * @param known these and the names of definitions and earlier steps
     */
    JustificationReader(Set<String> symbols, Set<String> known) {
        this.symbols = symbols;
        this.known = known;
    }

    Justification read(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return switch (scalar.text()) {
                case "definition" -> new Rearranged(true);
                case "algebra" -> new Rearranged(false);
                default ->
                    throw new ClaimException(
                            scalar.position(),
                            "found the unknown justification " + scalar.described() + ", accepted: " + ACCEPTED);
            };
        }
        Fields fields = Fields.of(node, "because");
        Justification justification = read(fields);
        fields.end();
        return justification;
    }

    private Justification read(Fields fields) {
        String first = fields.names().isEmpty() ? "" : fields.names().get(0);
        return switch (first) {
            case "differentiate by" ->
                new Differentiated(symbol(fields, first), whole(fields, "times", 1, HIGHEST_ORDER, 1));
            case "gradient by" -> new Gradient(list(fields, first));
            case "hessian by" -> new SecondDerivatives(list(fields, first));
            case "integrate over" -> integrated(fields, symbol(fields, first));
            case "sum over" -> new Summed(symbol(fields, first), whole(fields, "from", 0, 50, 0));
            case "substitute" -> new Substituted(formulas(fields, first));
            case "solve for" ->
                new Solved(
                        symbol(fields, first),
                        fields.take("equal to")
                                .map(value -> FormulaReader.read(value, "equal to", known))
                                .orElse(Expression.number(0)));
            case "limit of" ->
                new LimitTaken(symbol(fields, first), FormulaReader.readLimit(fields.needScalar("to"), known));
            case "series in" ->
                new Expanded(
                        symbol(fields, first),
                        FormulaReader.read(fields.need("at"), "at", known),
                        whole(fields, "order", 0, HIGHEST_ORDER, 1));
            case "symmetry" ->
                new Symmetric(formulas(fields, first), FormulaReader.read(fields.need("of"), "of", known));
            case "cited" -> new Cited(fields.needText("cited"));
            default ->
                throw new ClaimException(
                        fields.position(),
                        "found the justification " + Quotation.of(first) + ", accepted: " + ACCEPTED);
        };
    }

    private Justification integrated(Fields fields, String over) {
        if (!fields.names().contains("from") && !fields.names().contains("to")) {
            return new Antiderivative(over);
        }
        return new Integrated(
                over,
                FormulaReader.readLimit(fields.needScalar("from"), known),
                FormulaReader.readLimit(fields.needScalar("to"), known));
    }

    private String symbol(Fields fields, String key) {
        return Fields.choice(fields.needScalar(key), List.copyOf(symbols));
    }

    private List<String> list(Fields fields, String key) {
        List<YamlNode> items = fields.needList(key);
        if (items.isEmpty()) {
            throw new ClaimException(fields.key(key), "found no symbol, accepted: at least one");
        }
        return items.stream()
                .map(item -> Fields.choice(Fields.scalar(item, key), List.copyOf(symbols)))
                .toList();
    }

    private Map<String, Expression> formulas(Fields fields, String key) {
        Fields entries = Fields.of(fields.need(key), key);
        Map<String, Expression> formulas = new LinkedHashMap<>();
        for (String name : entries.names()) {
            if (!symbols.contains(name)) {
                throw new ClaimException(
                        entries.key(name), "found " + Quotation.of(name) + " to be replaced, accepted: a given symbol");
            }
            formulas.put(name, FormulaReader.read(entries.need(name), name, known));
        }
        return formulas;
    }

    private static int whole(Fields fields, String key, int least, int most, int otherwise) {
        int value = fields.take(key).map(node -> Fields.whole(node, key, least)).orElse(otherwise);
        if (value > most) {
            throw new ClaimException(
                    fields.key(key), "found " + key + " = " + value + ", accepted: from " + least + " to " + most);
        }
        return value;
    }
}
