package org.theoremeter.verify.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.theory.symbolic.Nearest;
import org.theoremeter.verify.claim.csv.Table;
import org.theoremeter.verify.claim.yaml.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;
import org.theoremeter.verify.statistics.BinomialCells;
import org.theoremeter.verify.statistics.LeastSquaresThreshold;
import org.theoremeter.verify.statistics.LikelihoodThreshold;
import org.theoremeter.verify.statistics.Threshold;
import org.theoremeter.verify.statistics.ThresholdModel;

/**
 * A threshold that is fitted to counts at every point of the grid.
 *
 * @param of the column of successes
 * @param trials the columns whose sum is the number of trials
 * @param along the column of the coordinate
 * @param model how the fraction depends on the coordinate
 * @param leastSquares whether by least squares from (0.1, 0.1), as the reference has it, or else by maximum likelihood
 * @param least the largest fraction below which a point of the grid has no threshold
 */
record CsvThreshold(
        String of, List<String> trials, String along, ThresholdModel model, boolean leastSquares, double least) {

    private static final double START = 0.1;

    /** Reads {@code NAME: {of: NL, trials: [NL, LC, SP], along: delay, model: saturation, method: likelihood}}. */
    static CsvThreshold read(String name, Fields named, Collection<String> columns, Collection<String> selecting) {
        Names.requireColumn(name, named.key(name));
        List<String> written = columns.stream().map(FormulaReader::symbolOf).toList();
        Names.requireUnused("the threshold", FormulaReader.symbolOf(name), written, named.key(name));
        Fields fields = Fields.of(named.need(name), "thresholds." + name);
        String of = column(fields.needScalar("of"), columns);
        List<String> trials = fields.needList("trials").stream()
                .map(item -> column(Fields.scalar(item, "trials"), columns))
                .toList();
        String along = column(fields.needScalar("along"), columns);
        List<String> counted = new ArrayList<>(trials);
        counted.add(along);
        if (new HashSet<>(counted).size() < counted.size() || along.equals(of)) {
            throw new ClaimException(named.key(name), "found a column twice in " + name + ", accepted: each once");
        }
        counted.add(of);
        counted.remove(along);
        counted.stream().filter(selecting::contains).findFirst().ifPresent(column -> {
            throw new ClaimException(
                    named.key(name),
                    "found the counts " + column
                            + ", by which keep chooses rows; accepted: keep by what was set, not by"
                            + " what came out");
        });
        fields.need("model");
        ThresholdModel model = ThresholdModel.valueOf(
                fields.takeChoice("model", ThresholdModel.names()).orElseThrow().toUpperCase(Locale.ROOT));
        boolean leastSquares = fields.takeChoice("method", List.of("likelihood", "least-squares"))
                .filter("least-squares"::equals)
                .isPresent();
        double least = fields.take("least-fraction")
                .map(node -> {
                    double value = Fields.number(node, "least-fraction");
                    if (value < 0 || value > 1) {
                        throw new ClaimException(
                                node.position(), "found least-fraction = " + value + ", accepted: from 0 to 1");
                    }
                    return value;
                })
                .orElse(0.0);
        fields.end();
        return new CsvThreshold(of, trials, along, model, leastSquares, least);
    }

    private static String column(YamlNode.Scalar scalar, Collection<String> columns) {
        if (!columns.contains(scalar.text())) {
            throw new ClaimException(
                    scalar.position(),
                    "found no column " + scalar.described() + ", " + Nearest.hint(scalar.text(), columns));
        }
        return scalar.text();
    }

    String described() {
        return "threshold of a " + model.text() + " in " + along + ", fitted to " + of + " by "
                + (leastSquares ? "least squares" : "maximum likelihood");
    }

    /** What was found at one point of the grid. */
    record Found(Threshold threshold) {

        /** Enters it: as a measurement with its interval and, where there is one, the error of its logarithm, or as a reason. */
        void into(
                String name,
                Map<String, Measurement> measured,
                Map<String, String> reasons,
                Map<String, Double> deviations) {
            if (threshold instanceof Threshold.None none) {
                reasons.put(name, none.reason());
                return;
            }
            Threshold.Estimate estimate = (Threshold.Estimate) threshold;
            if (!estimate.closed() || !Double.isFinite(estimate.value())) {
                reasons.put(name, "its interval is open");
                return;
            }
            double error = Math.max(estimate.value() - estimate.lower(), estimate.upper() - estimate.value());
            measured.put(name, new Measurement.Scalar(estimate.value(), error));
            if (Double.isFinite(estimate.logError())) {
                deviations.put(name, estimate.logError());
            }
        }
    }

    /** Fits the counts of some rows, with the 1 − 2α interval. */
    Found fit(Map<String, double[]> columns, List<Integer> rows, Table table, double confidence) {
        double[] x = new double[rows.size()];
        double[] successes = new double[rows.size()];
        double[] total = new double[rows.size()];
        for (int i = 0; i < x.length; i++) {
            int row = rows.get(i);
            x[i] = columns.get(along)[row];
            successes[i] = count(columns.get(of)[row], of, table.place(row));
            for (String trial : trials) {
                total[i] += count(columns.get(trial)[row], trial, table.place(row));
            }
            if (total[i] < 1 || successes[i] > total[i]) {
                throw new ClaimException(
                        table.place(row), "found " + successes[i] + " " + of + " of " + total[i] + " trials");
            }
        }
        BinomialCells cells;
        try {
            cells = new BinomialCells(x, successes, total);
        } catch (IllegalArgumentException fault) {
            throw new ClaimException(table.place(rows.get(0)), fault.getMessage());
        }
        if (cells.largestFraction() < least) {
            return new Found(new Threshold.None("the largest fraction is below " + least));
        }
        double twoSided = 2 * confidence - 1;
        try {
            return new Found(
                    leastSquares
                            ? LeastSquaresThreshold.fit(model, cells, START, START, twoSided)
                            : LikelihoodThreshold.fit(model, cells, twoSided));
        } catch (MathIllegalArgumentException | MathIllegalStateException overflow) {
            return new Found(new Threshold.None("the search for it leaves the range of numbers"));
        }
    }

    private static double count(double value, String column, String place) {
        if (value < 0 || value != Math.rint(value)) {
            throw new ClaimException(
                    place, "found " + value + " in column '" + column + "', accepted: a whole number from 0 on");
        }
        return value;
    }
}
