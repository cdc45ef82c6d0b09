package org.theoremeter.verify.claim;

import java.util.ArrayList;
import java.util.List;
import org.theoremeter.verify.claim.yaml.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/**
 * One axis of a grid: a symbol and the values it takes.
 *
 * @param symbol the symbol, usable in {@code with} and in predictions
 * @param values its values, in the order of the file; all different, unless other axes step with it
 * @param partners the axes that step with it, value by value, instead of multiplying with it; usually none
 */
public record Axis(String symbol, List<Double> values, List<String> partners) {

    /** The largest number of values on one axis. */
    static final int LONGEST = 1000;

    /** Copies the lists. */
    public Axis {
        values = List.copyOf(values);
        partners = List.copyOf(partners);
    }

    /** Creates an axis that multiplies with all others. */
    Axis(String symbol, List<Double> values) {
        this(symbol, values, List.of());
    }

    /** Returns such as {@code cstar}, or {@code delay (together with window)}. */
    public String label() {
        return partners.isEmpty() ? symbol : symbol + " (together with " + String.join(", ", partners) + ")";
    }

    /** Reads {@code [1, 2, 3]}, {@code {lin: [low, high, n]}} or {@code {log: [low, high, n]}}. */
    static Axis read(String symbol, YamlNode node) {
        List<Double> values = node instanceof YamlNode.Sequence list ? listed(list) : spaced(symbol, node);
        if (values.stream().distinct().count() < values.size()) {
            throw new ClaimException(node.position(), "a value of the axis " + symbol + " stands twice");
        }
        return new Axis(symbol, values);
    }

    private static List<Double> listed(YamlNode.Sequence list) {
        if (list.items().isEmpty() || list.items().size() > LONGEST) {
            throw new ClaimException(
                    list.position(),
                    "found " + list.items().size() + " values, accepted: from 1 to " + LONGEST + " values");
        }
        return list.items().stream()
                .map(item -> Fields.number(item, "a value of the axis"))
                .toList();
    }

    private static List<Double> spaced(String symbol, YamlNode node) {
        Fields fields = Fields.of(node, "over." + symbol);
        boolean logarithmic = fields.names().contains("log");
        if (logarithmic && fields.names().contains("lin")) {
            throw new ClaimException(fields.key("lin"), "found both log and lin, accepted: one of them");
        }
        List<YamlNode> items = fields.needList(logarithmic ? "log" : "lin");
        fields.take("lin");
        fields.take("log");
        fields.end();
        if (items.size() != 3) {
            throw new ClaimException(
                    node.position(), "found " + items.size() + " entries, accepted: [low, high, number of values]");
        }
        double low = Fields.number(items.get(0), "low");
        double high = Fields.number(items.get(1), "high");
        int count = Fields.whole(items.get(2), "the number of values", 2);
        if (low >= high || logarithmic && low <= 0 || count > LONGEST) {
            throw new ClaimException(
                    node.position(),
                    "found [" + low + ", " + high + ", " + count + "], accepted: low < high"
                            + (logarithmic ? ", both positive" : "") + ", at most " + LONGEST + " values");
        }
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double part = i / (count - 1.0);
            values.add(
                    i == count - 1 ? high : logarithmic ? low * Math.pow(high / low, part) : low + (high - low) * part);
        }
        return values;
    }
}
