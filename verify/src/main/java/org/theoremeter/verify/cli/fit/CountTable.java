package org.theoremeter.verify.cli.fit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.csv.Table;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.cli.terminal.BadInput;
import org.theoremeter.verify.statistics.BinomialCounts;

/**
 * A table of counts: one row a grid point, which is a control and a coordinate, with how many trials had each outcome.
 *
 * @param table the table
 * @param control the column of the control, such as a learning rate
 * @param along the column of the coordinate, such as a delay
 * @param outcomes the columns of counts; their sum is the number of trials of a grid point
 */
record CountTable(Table table, String control, String along, List<String> outcomes) {

    private static final int FEWEST_COLUMNS = 4;

    /**
     * Takes the columns for what they are unless told.
     *
     * @param control the column of the control; null for the first of those left
     * @param along the column of the coordinate; null for the first of those left then
     * @param outcomes the columns of counts; empty for all that are left
     */
    static CountTable of(Table table, String control, String along, List<String> outcomes) {
        List<String> left = new ArrayList<>(table.columns());
        if (left.size() < FEWEST_COLUMNS) {
            throw new ClaimException(
                    table.place(0),
                    "found " + left.size() + " columns, accepted: a control, a coordinate and two or more outcomes");
        }
        require(table, "--rate", control);
        require(table, "--along", along);
        outcomes.forEach(outcome -> require(table, "--outcomes", outcome));
        left.removeAll(outcomes);
        left.remove(control);
        left.remove(along);
        String first = control == null ? next(left) : control;
        String second = along == null ? next(left) : along;
        List<String> counted = outcomes.isEmpty() ? left : outcomes;
        List<String> all = new ArrayList<>(counted);
        all.add(first);
        all.add(second);
        if (counted.isEmpty() || all.stream().distinct().count() < all.size()) {
            throw new BadInput("--rate, --along, --outcomes: found " + first + "; " + second + "; "
                    + String.join(", ", counted) + ", accepted: different columns, at least one of them an outcome");
        }
        return new CountTable(table, first, second, List.copyOf(counted));
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

    /** Returns the number of trials of each row. */
    double[] trials() {
        double[] trials = new double[table.rows()];
        for (String outcome : outcomes) {
            double[] counts = table.counts(outcome);
            for (int row = 0; row < trials.length; row++) {
                trials[row] += counts[row];
            }
        }
        for (int row = 0; row < trials.length; row++) {
            if (trials[row] == 0) {
                throw new ClaimException(table.place(row), "found no trial, accepted: at least one in each row");
            }
        }
        return trials;
    }

    /** Returns the counts of one outcome for each control, the largest control first. */
    Map<Double, BinomialCounts> byControl(String outcome) {
        double[] counts = table.counts(outcome);
        double[] trials = trials();
        double[] x = table.numbers(along);
        Map<Double, BinomialCounts> byControl = new TreeMap<>(Collections.reverseOrder());
        rows().forEach((value, rows) ->
                byControl.put(value, new BinomialCounts(pick(x, rows), pick(counts, rows), pick(trials, rows))));
        return byControl;
    }

    private Map<Double, List<Integer>> rows() {
        double[] controls = table.numbers(control);
        double[] x = table.numbers(along);
        Map<Double, List<Integer>> rows = new TreeMap<>();
        Map<List<Double>, Integer> first = new HashMap<>();
        for (int row = 0; row < controls.length; row++) {
            if (!(controls[row] > 0)) {
                throw new ClaimException(
                        table.place(row),
                        "found " + control + " = " + controls[row] + ", accepted: positive, as exponents need");
            }
            // + 0.0 makes one grid point of 0 and −0
            Integer before = first.putIfAbsent(List.of(controls[row], x[row] + 0.0), row);
            if (before != null) {
                throw new ClaimException(
                        table.place(row),
                        "found the grid point " + control + " = " + controls[row] + ", " + along + " = " + x[row]
                                + " twice, first at " + table.place(before) + ", accepted: once");
            }
            rows.computeIfAbsent(controls[row], unused -> new ArrayList<>()).add(row);
        }
        return rows;
    }

    private static double[] pick(double[] values, List<Integer> rows) {
        return rows.stream().mapToDouble(row -> values[row]).toArray();
    }
}
