package org.theoremeter.verify.claim.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.formula.Names;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;
import org.theoremeter.verify.statistics.BinomialCounts;
import org.theoremeter.verify.statistics.Coordinate;
import org.theoremeter.verify.statistics.Threshold;
import org.theoremeter.verify.statistics.ThresholdMethod;
import org.theoremeter.verify.statistics.ThresholdModel;

/**
 * A threshold that is fitted to counts at every point of the grid.
 *
 * @param of the column of successes
 * @param trials the columns whose sum is the number of trials
 * @param along the column of the coordinate
 * @param model how the fraction depends on the coordinate
 * @param method how it is found
 * @param scale the scale of the coordinate on which it is fitted
 * @param least the largest fraction below which a point of the grid has no threshold
 */
record CsvThreshold(
        String of,
        List<String> trials,
        String along,
        ThresholdModel model,
        ThresholdMethod method,
        Coordinate scale,
        double least) {

    /**
     * Reads {@code NAME: {of: NL, trials: [NL, LC, SP], along: delay, model: saturation, method: least-squares, start: [0.1, 0.1],
     * coordinate: linear, least-fraction: 0.1}}.
     */
    static CsvThreshold read(String name, Fields named, CsvColumns columns, Collection<String> selecting) {
        Names.requireColumn(name, named.key(name));
        List<String> written =
                columns.names().stream().map(Observable::symbolOf).toList();
        Names.requireUnused("the threshold", Observable.symbolOf(name), written, named.key(name));
        Fields fields = Fields.of(named.need(name), "thresholds." + name);
        String of = columns.named(fields.needScalar("of"));
        List<String> trials = fields.needList("trials").stream()
                .map(item -> columns.named(Fields.scalar(item, "trials")))
                .toList();
        String along = columns.named(fields.needScalar("along"));
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
        Coordinate scale = fields.takeChoice("coordinate", Coordinate.names())
                .map(word -> Coordinate.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Coordinate.LINEAR);
        boolean squares = fields.takeChoice("method", List.of("likelihood", "least-squares"))
                .filter("least-squares"::equals)
                .isPresent();
        Optional<ThresholdMethod.Start> start = fields.take("start").map(node -> start(node, squares, scale));
        ThresholdMethod method =
                squares ? new ThresholdMethod.LeastSquares(start) : ThresholdMethod.DEPENDENT_LIKELIHOOD;
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
        return new CsvThreshold(of, trials, along, model, method, scale, least);
    }

    private static ThresholdMethod.Start start(YamlNode node, boolean squares, Coordinate scale) {
        if (!squares) {
            throw new ClaimException(
                    node.position(),
                    "found start without method: least-squares, accepted: with it; likelihood needs none");
        }
        if (!(node instanceof YamlNode.Sequence numbers)) {
            throw new ClaimException(
                    node.position(), "found " + node.described() + " for start, accepted: [THRESHOLD, STEEPNESS]");
        }
        double[] values = numbers.items().stream()
                .mapToDouble(item -> Fields.number(item, "start"))
                .toArray();
        ThresholdMethod.Start.obstacle(scale, values).ifPresent(accepted -> {
            throw new ClaimException(
                    node.position(), "found start: " + Arrays.toString(values) + ", accepted: " + accepted);
        });
        return new ThresholdMethod.Start(values[0], values[1]);
    }

    String described() {
        return "threshold of a " + model.text() + " in " + scale.of(along) + ", fitted to " + of + " by "
                + (method.equals(ThresholdMethod.DEPENDENT_LIKELIHOOD) ? "maximum " : "") + method.described();
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
    Found fit(CsvColumns columns, List<Integer> rows, double confidence) {
        return fit(method, columns, rows, confidence);
    }

    /** The same, the trials taken for independent. */
    Found fitIndependent(CsvColumns columns, List<Integer> rows, double confidence) {
        ThresholdMethod independent =
                method.equals(ThresholdMethod.DEPENDENT_LIKELIHOOD) ? ThresholdMethod.LIKELIHOOD : method;
        return fit(independent, columns, rows, confidence);
    }

    private Found fit(ThresholdMethod how, CsvColumns columns, List<Integer> rows, double confidence) {
        BinomialCounts counts = counts(columns, rows);
        if (counts.largestFraction() < least) {
            return new Found(new Threshold.None("the largest fraction is below " + least));
        }
        return new Found(how.fit(model, counts, 2 * confidence - 1));
    }

    private BinomialCounts counts(CsvColumns columns, List<Integer> rows) {
        double[] x = new double[rows.size()];
        double[] successes = new double[rows.size()];
        double[] total = new double[rows.size()];
        for (int i = 0; i < x.length; i++) {
            int row = rows.get(i);
            x[i] = columns.value(along, row);
            if (!scale.accepts(x[i])) {
                throw new ClaimException(
                        columns.place(row),
                        "found " + along + " = " + x[i]
                                + ", along which the coordinate is logarithmic; accepted: positive," + " or keep: \""
                                + Observable.symbolOf(along) + " > 0\"");
            }
            successes[i] = count(columns, of, row);
            for (String trial : trials) {
                total[i] += count(columns, trial, row);
            }
            if (total[i] < 1 || successes[i] > total[i]) {
                throw new ClaimException(
                        columns.place(row), "found " + successes[i] + " " + of + " of " + total[i] + " trials");
            }
        }
        try {
            return new BinomialCounts(scale, x, successes, total);
        } catch (IllegalArgumentException fault) {
            throw new ClaimException(columns.place(rows.get(0)), fault.getMessage());
        }
    }

    private static double count(CsvColumns columns, String column, int row) {
        double value = columns.value(column, row);
        if (value < 0 || value != Math.rint(value)) {
            throw new ClaimException(
                    columns.place(row),
                    "found " + value + " in column " + Quotation.of(column) + ", accepted: a whole number from 0 on");
        }
        return value;
    }
}
