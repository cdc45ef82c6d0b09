package org.theoremeter.verify.claim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.theoremeter.verify.claim.yaml.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.Position;
import org.theoremeter.verify.claim.yaml.YamlNode;

/**
 * What {@code over} says: the points at which an experiment is run.
 *
 * <p>Each entry is a {@link Stretch}, and stretches multiply, the first slowest. {@code delay: [40, 60]} is a stretch of one
 * axis; {@code delay, window: [[60, 10], [100, 5]]} is one of two that step together, for points that are no product.
 *
 * @param stretches the entries, in the order of the file
 */
record Grid(List<Stretch> stretches) {

    /** The grid of a claim without {@code over}: a single point. */
    static final Grid NONE = new Grid(List.of());

    /**
     * Axes of the same length that step together.
     *
     * @param axes the axes; one, unless the entry names several
     */
    record Stretch(List<Axis> axes) {

        int length() {
            return axes.get(0).values().size();
        }
    }

    /** Copies the list. */
    Grid {
        stretches = List.copyOf(stretches);
    }

    /**
     * Reads the mapping.
     *
     * @param given the symbols whose domains the values must lie in
     * @throws ClaimException at the first fault
     */
    static Grid read(Fields over, Given given) {
        List<Stretch> stretches = new ArrayList<>();
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
            Stretch stretch =
                    symbols.size() == 1 ? new Stretch(List.of(Axis.read(entry, node))) : together(symbols, node);
            stretch.axes().forEach(axis -> requireInside(given, axis, node));
            stretches.add(stretch);
        }
        return new Grid(stretches);
    }

    private static Stretch together(List<String> symbols, YamlNode node) {
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
        return new Stretch(axes);
    }

    private static void requireInside(Given given, Axis axis, YamlNode node) {
        Given.Symbol known = given.symbols().get(axis.symbol());
        if (known != null) {
            axis.values().forEach(value -> Given.requireInside(known.domain(), axis.symbol(), value, node.position()));
        }
    }

    /** Returns all axes, in the order of the file. */
    List<Axis> axes() {
        return stretches.stream().flatMap(stretch -> stretch.axes().stream()).toList();
    }

    /** Returns the number of points, without making them. */
    double size() {
        return stretches.stream().mapToDouble(Stretch::length).reduce(1, (a, b) -> a * b);
    }

    /** Returns the coordinates of every point, those of the first entry changing slowest. */
    List<Map<String, Double>> points() {
        List<Map<String, Double>> points = List.of(Map.of());
        for (Stretch stretch : stretches) {
            List<Map<String, Double>> finer = new ArrayList<>();
            for (Map<String, Double> point : points) {
                for (int i = 0; i < stretch.length(); i++) {
                    Map<String, Double> next = new LinkedHashMap<>(point);
                    for (Axis axis : stretch.axes()) {
                        next.put(axis.symbol(), axis.values().get(i));
                    }
                    finer.add(next);
                }
            }
            points = finer;
        }
        return points;
    }
}
