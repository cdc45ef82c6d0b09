package org.theoremeter.verify.claim.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.theoremeter.verify.claim.Axis;
import org.theoremeter.verify.claim.Given;
import org.theoremeter.verify.claim.Grid;
import org.theoremeter.verify.claim.formula.Names;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.source.Position;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/** Reads {@code over}: axes that multiply, and axes that step together. */
final class GridReader {

    private GridReader() {}

    /**
     * Reads the mapping.
     *
     * @param given the symbols whose domains the values must lie in
     * @throws ClaimException at the first fault
     */
    static Grid read(Fields over, Given given) {
        List<Grid.Stretch> stretches = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String entry : over.names()) {
            Position place = over.key(entry);
            YamlNode node = over.need(entry);
            List<String> symbols = List.of(entry.split("\\s*,\\s*", -1));
            for (String symbol : symbols) {
                Names.requireSymbol(symbol, place);
                if (!seen.add(symbol)) {
                    throw new ClaimException(place, "the axis " + symbol + " stands twice under over");
                }
            }
            Grid.Stretch stretch =
                    symbols.size() == 1 ? new Grid.Stretch(List.of(axis(entry, node))) : together(symbols, node);
            stretch.axes().forEach(axis -> requireInside(given, axis, node));
            stretches.add(stretch);
        }
        return new Grid(stretches);
    }

    private static Grid.Stretch together(List<String> symbols, YamlNode node) {
        String accepted = "accepted: a list of points, each with one value for each of " + String.join(", ", symbols);
        if (!(node instanceof YamlNode.Sequence points)) {
            throw new ClaimException(node.position(), "found no list, " + accepted);
        }
        if (points.items().isEmpty() || points.items().size() > Axis.LONGEST) {
            throw new ClaimException(
                    node.position(),
                    "found " + points.items().size() + " points, accepted: from 1 to " + Axis.LONGEST + " points");
        }
        List<List<Double>> read = new ArrayList<>();
        for (YamlNode item : points.items()) {
            if (!(item instanceof YamlNode.Sequence point) || point.items().size() != symbols.size()) {
                throw new ClaimException(
                        item.position(), "found no point of " + symbols.size() + " values, " + accepted);
            }
            List<Double> values = point.items().stream()
                    .map(value -> Fields.number(value, "a value of the axis"))
                    .toList();
            if (read.contains(values)) {
                throw new ClaimException(item.position(), "the point " + values + " stands twice");
            }
            read.add(values);
        }
        List<Axis> axes = new ArrayList<>();
        for (int i = 0; i < symbols.size(); i++) {
            int own = i;
            List<String> partners = new ArrayList<>(symbols);
            partners.remove(own);
            axes.add(new Axis(
                    symbols.get(own), read.stream().map(point -> point.get(own)).toList(), partners));
        }
        return new Grid.Stretch(axes);
    }

    private static void requireInside(Given given, Axis axis, YamlNode node) {
        Given.Symbol known = given.symbols().get(axis.symbol());
        if (known != null) {
            axis.values()
                    .forEach(value -> GivenReader.requireInside(known.domain(), axis.symbol(), value, node.position()));
        }
    }

    /** Reads {@code [1, 2, 3]}, {@code {lin: [low, high, n]}} or {@code {log: [low, high, n]}}. */
    private static Axis axis(String symbol, YamlNode node) {
        List<Double> values = node instanceof YamlNode.Sequence list ? listed(list) : spaced(symbol, node);
        if (values.stream().distinct().count() < values.size()) {
            throw new ClaimException(node.position(), "a value of the axis " + symbol + " stands twice");
        }
        return new Axis(symbol, values);
    }

    private static List<Double> listed(YamlNode.Sequence list) {
        if (list.items().isEmpty() || list.items().size() > Axis.LONGEST) {
            throw new ClaimException(
                    list.position(),
                    "found " + list.items().size() + " values, accepted: from 1 to " + Axis.LONGEST + " values");
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
        if (low >= high || (logarithmic && low <= 0) || count > Axis.LONGEST) {
            throw new ClaimException(
                    node.position(),
                    "found [" + low + ", " + high + ", " + count + "], accepted: low < high"
                            + (logarithmic ? ", both positive" : "") + ", at most " + Axis.LONGEST + " values");
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
