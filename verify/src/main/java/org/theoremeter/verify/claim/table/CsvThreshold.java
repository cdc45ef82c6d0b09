package org.theoremeter.verify.claim.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.Recorded;
import org.theoremeter.verify.claim.ThresholdFit;
import org.theoremeter.verify.claim.formula.Names;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.statistics.BinomialCounts;
import org.theoremeter.verify.statistics.Threshold;

/**
 * A threshold that is fitted to counts at every point of the grid.
 *
 * @param of the column of successes
 * @param trials the columns whose sum is the number of trials
 * @param along the column of the coordinate
 * @param fit how it is fitted
 */
record CsvThreshold(String of, List<String> trials, String along, ThresholdFit fit) {

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
        ThresholdFit fit = ThresholdFitReader.read(fields);
        fields.end();
        return new CsvThreshold(of, trials, along, fit);
    }

    String described() {
        return fit.described(of, along);
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
        return new Found(fit.of(counts(columns, rows), 2 * confidence - 1));
    }

    /** The same, the trials taken for independent. */
    Found fitIndependent(CsvColumns columns, List<Integer> rows, double confidence) {
        return new Found(fit.ofIndependent(counts(columns, rows), 2 * confidence - 1));
    }

    /** Returns the counts of some rows. */
    Recorded.Counts counted(CsvColumns columns, List<Integer> rows) {
        List<Recorded.Counts.At> counted = new ArrayList<>();
        for (int row : rows) {
            double total = 0;
            for (String trial : trials) {
                total += count(columns, trial, row);
            }
            counted.add(new Recorded.Counts.At(columns.value(along, row), (int) count(columns, of, row), (int) total));
        }
        return new Recorded.Counts(along, of, counted);
    }

    private BinomialCounts counts(CsvColumns columns, List<Integer> rows) {
        double[] x = new double[rows.size()];
        double[] successes = new double[rows.size()];
        double[] total = new double[rows.size()];
        for (int i = 0; i < x.length; i++) {
            int row = rows.get(i);
            x[i] = columns.value(along, row);
            if (!fit.scale().accepts(x[i])) {
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
            return new BinomialCounts(fit.scale(), x, successes, total);
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
