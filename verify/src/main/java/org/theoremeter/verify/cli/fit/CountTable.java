package org.theoremeter.verify.cli.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.Axis;
import org.theoremeter.verify.claim.csv.Table;
import org.theoremeter.verify.claim.formula.RowFilter;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.source.Position;
import org.theoremeter.verify.claim.yaml.YamlNode;
import org.theoremeter.verify.cli.terminal.BadInput;
import org.theoremeter.verify.results.PhaseCounts;
import org.theoremeter.verify.statistics.BinomialCounts;
import org.theoremeter.verify.statistics.Coordinate;

/**
 * A table of counts: one row a grid point, which is a control and a coordinate, with how many trials had each outcome.
 *
 * @param table the table
 * @param columns what its columns are
 * @param rows which of its rows are used, at least one
 * @param filter by what they were chosen, as text; empty if all are used
 */
record CountTable(Table table, Columns columns, List<Integer> rows, String filter) {

    /**
     * What the columns of a table of counts are.
     *
     * @param control the column of the control, such as a learning rate
     * @param along the column of the coordinate, such as a delay
     * @param scale the scale of the coordinate on which curves are fitted
     * @param outcomes the columns of counts; their sum is the number of trials of a grid point
     */
    record Columns(String control, String along, Coordinate scale, List<String> outcomes) {}

    private static final int FEWEST_COLUMNS = 4;

    /**
     * Takes the columns for what they are unless told.
     *
     * @param told the control, null for the first of the columns left; the coordinate, null for the first left then; the columns
     *     of counts, empty for all that are left
     * @param option the option that names the control
     * @param conditions which rows are used
     */
    static CountTable of(Table table, Columns told, String option, List<String> conditions) {
        List<String> left = new ArrayList<>(table.columns());
        if (left.size() < FEWEST_COLUMNS) {
            throw new ClaimException(
                    table.place(0),
                    "found " + left.size() + " columns, accepted: a control, a coordinate and two or more outcomes");
        }
        require(table, option, told.control);
        require(table, "--along", told.along);
        told.outcomes.forEach(outcome -> require(table, "--outcomes", outcome));
        left.removeAll(told.outcomes);
        left.remove(told.control);
        left.remove(told.along);
        String control = told.control == null ? next(left) : told.control;
        String along = told.along == null ? next(left) : told.along;
        List<String> counted = told.outcomes.isEmpty() ? left : told.outcomes;
        List<String> all = new ArrayList<>(counted);
        all.add(control);
        all.add(along);
        if (counted.isEmpty() || all.stream().distinct().count() < all.size()) {
            throw new BadInput(option + ", --along, --outcomes: found " + control + "; " + along + "; "
                    + String.join(", ", counted) + ", accepted: different columns, at least one of them an outcome");
        }
        RowFilter filter = filter(table, conditions, counted, told.outcomes.isEmpty());
        Columns columns = new Columns(control, along, told.scale, List.copyOf(counted));
        return new CountTable(table, columns, rows(table, filter), filter.toString());
    }

    private static RowFilter filter(Table table, List<String> conditions, List<String> counted, boolean guessed) {
        RowFilter filter = RowFilter.read(
                conditions.stream()
                        .map(text -> YamlNode.Scalar.plain(text, new Position("--where", 0, 0)))
                        .toList(),
                table.columns());
        filter.columns().stream().filter(counted::contains).findFirst().ifPresent(outcome -> {
            throw new BadInput("--where: found the counts " + outcome
                    + ", accepted: rows chosen by what was set, not by what came out"
                    + (guessed ? "; if " + outcome + " was set, --outcomes names the counts" : ""));
        });
        return filter;
    }

    private static List<Integer> rows(Table table, RowFilter filter) {
        Map<String, double[]> values = new HashMap<>();
        filter.columns().forEach(column -> values.put(column, table.numbers(column)));
        List<Integer> rows = IntStream.range(0, table.rows())
                .filter(row -> filter.keeps(column -> values.get(column)[row]))
                .boxed()
                .toList();
        if (rows.isEmpty()) {
            throw new BadInput("--where: found no row of " + table.rows() + " that fulfils " + filter
                    + ", accepted: conditions that at least one row fulfils");
        }
        return rows;
    }

    String control() {
        return columns.control;
    }

    String along() {
        return columns.along;
    }

    List<String> outcomes() {
        return columns.outcomes;
    }

    /** Returns the control of each row that is used. */
    double[] controls() {
        return pick(table.numbers(control()), rows);
    }

    /** Returns the coordinate of each row that is used. */
    double[] coordinates() {
        return pick(table.numbers(along()), rows);
    }

    /** Returns the number of trials of all rows that are used. */
    double sumOfTrials() {
        return Arrays.stream(pick(trials(), rows)).sum();
    }

    private static void require(Table table, String option, String column) {
        if (column != null && !table.columns().contains(column)) {
            throw new BadInput(option + ": found no column " + Quotation.of(column) + ", "
                    + Nearest.hint(column, table.columns()));
        }
    }

    private static String next(List<String> left) {
        if (left.isEmpty()) {
            throw new BadInput("--outcomes: found no column left for control and coordinate, accepted: two besides");
        }
        return left.remove(0);
    }

    private double[] trials() {
        double[] trials = new double[table.rows()];
        for (String outcome : outcomes()) {
            double[] counts = table.counts(outcome);
            for (int row : rows) {
                trials[row] += counts[row];
            }
        }
        for (int row : rows) {
            if (trials[row] == 0) {
                throw new ClaimException(table.place(row), "found no trial, accepted: at least one in each row");
            }
        }
        return trials;
    }

    /**
     * Returns the counts of one outcome as a map.
     *
     * @param ofControl whether the control is the vertical axis, and not the horizontal one
     */
    PhaseCounts map(String outcome, boolean ofControl) {
        double[] trials = trials();
        double[] counts = table.counts(outcome);
        double[] x = table.numbers(ofControl ? along() : control());
        double[] y = table.numbers(ofControl ? control() : along());
        List<Double> wide = rising(x);
        List<Double> high = rising(y);
        int[][] fulfilled = new int[high.size()][wide.size()];
        int[][] runs = new int[high.size()][wide.size()];
        for (int row : rows) {
            int i = high.indexOf(y[row] + 0.0);
            int j = wide.indexOf(x[row] + 0.0);
            fulfilled[i][j] = (int) counts[row];
            runs[i][j] = (int) trials[row];
        }
        return new PhaseCounts(
                outcome,
                ofControl ? along() : control(),
                ofControl ? control() : along(),
                Axis.evenlyInLogarithm(wide),
                Axis.evenlyInLogarithm(high),
                wide.stream().mapToDouble(Double::doubleValue).toArray(),
                high.stream().mapToDouble(Double::doubleValue).toArray(),
                fulfilled,
                runs);
    }

    private List<Double> rising(double[] values) {
        return Arrays.stream(pick(values, rows))
                .map(value -> value + 0.0)
                .distinct()
                .sorted()
                .boxed()
                .toList();
    }

    /** Returns the counts of one outcome for each control, the largest control first. */
    Map<Double, BinomialCounts> byControl(String outcome) {
        double[] counts = table.counts(outcome);
        double[] trials = trials();
        double[] x = table.numbers(along());
        Map<Double, BinomialCounts> byControl = new TreeMap<>(Collections.reverseOrder());
        rowsByControl().forEach((value, same) -> {
            try {
                byControl.put(
                        value,
                        new BinomialCounts(columns.scale, pick(x, same), pick(counts, same), pick(trials, same)));
            } catch (IllegalArgumentException fault) {
                throw new ClaimException(table.place(same.get(0)), fault.getMessage());
            }
        });
        return byControl;
    }

    private Map<Double, List<Integer>> rowsByControl() {
        double[] controls = table.numbers(control());
        double[] x = table.numbers(along());
        Map<Double, List<Integer>> byControl = new TreeMap<>();
        Map<List<Double>, Integer> first = new HashMap<>();
        for (int row : rows) {
            if (!(controls[row] > 0)) {
                throw new ClaimException(
                        table.place(row),
                        "found " + control() + " = " + controls[row] + ", accepted: positive, as exponents need");
            }
            if (!columns.scale.accepts(x[row])) {
                throw new ClaimException(
                        table.place(row),
                        "found " + along() + " = " + x[row]
                                + ", accepted: positive with --coordinate log, or --where \"" + along() + " > 0\"");
            }
            // + 0.0 makes one grid point of 0 and −0
            Integer before = first.putIfAbsent(List.of(controls[row], x[row] + 0.0), row);
            if (before != null) {
                throw new ClaimException(
                        table.place(row),
                        "found the grid point " + control() + " = " + controls[row] + ", " + along() + " = " + x[row]
                                + " twice, first at " + table.place(before)
                                + ", accepted: once; of a table with further columns --where takes a part");
            }
            byControl
                    .computeIfAbsent(controls[row], unused -> new ArrayList<>())
                    .add(row);
        }
        return byControl;
    }

    private static double[] pick(double[] values, List<Integer> rows) {
        return rows.stream().mapToDouble(row -> values[row]).toArray();
    }
}
