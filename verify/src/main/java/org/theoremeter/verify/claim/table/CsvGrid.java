package org.theoremeter.verify.claim.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.verify.claim.Axis;
import org.theoremeter.verify.claim.Given;
import org.theoremeter.verify.claim.GridPoint;
import org.theoremeter.verify.claim.Observe;
import org.theoremeter.verify.claim.csv.CsvExperiment;
import org.theoremeter.verify.claim.source.ClaimException;

/** The points of the grid at which a table has rows, in the order of the file. */
final class CsvGrid {

    private final List<String> axes;
    private final Map<Map<String, Double>, List<Integer>> rows = new LinkedHashMap<>();

    /**
     * Finds the points.
     *
     * @param axes the columns that are the axes; none for a single point
     * @param kept the rows that belong to a point
     * @param given the given symbols, in whose domains the points lie
     */
    CsvGrid(List<String> axes, KeptRows kept, CsvColumns columns, Given given) {
        this.axes = axes;
        for (int row : kept.rows()) {
            Map<String, Double> point = new LinkedHashMap<>();
            for (String axis : axes) {
                double value = columns.value(axis, row);
                Given.Symbol known = given.symbols().get(axis);
                if (known != null && !known.domain().contains(value)) {
                    throw new ClaimException(
                            columns.place(row),
                            "found " + axis + " = " + value + ", accepted: a value in its domain " + known.domain());
                }
                // -0 and 0 are one point
                point.put(axis, value + 0.0);
            }
            rows.computeIfAbsent(point, first -> new ArrayList<>()).add(row);
            if (rows.size() > Observe.MOST_RUNS) {
                throw new ClaimException(
                        columns.place(row), "found more than " + Observe.MOST_RUNS + " points, accepted: fewer");
            }
        }
    }

    /** Returns the rows of each point. */
    Collection<List<Integer>> rows() {
        return rows.values();
    }

    /** Returns how each point is named in messages, such as {@code gain = 0.1}; empty for the only one. */
    List<String> labels() {
        return rows.keySet().stream()
                .map(point -> point.entrySet().stream()
                        .map(axis -> axis.getKey() + " = " + axis.getValue())
                        .collect(Collectors.joining(", ")))
                .toList();
    }

    /** Returns the grid points, at which nothing of an experiment can be set. */
    List<GridPoint> points(CsvExperiment experiment, Given given) {
        Arguments nothing = Arguments.of(experiment, Map.of());
        return rows.keySet().stream()
                .map(point -> {
                    Map<String, Double> symbols = new LinkedHashMap<>(given.values());
                    symbols.putAll(point);
                    return new GridPoint(point, symbols, nothing);
                })
                .toList();
    }

    /** Returns the axes, each with the values that it has somewhere. */
    List<Axis> axes() {
        return axes.stream()
                .map(axis -> new Axis(
                        axis,
                        rows.keySet().stream()
                                .map(point -> point.get(axis))
                                .distinct()
                                .toList()))
                .toList();
    }
}
