package org.theoremeter.verify.claim.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.verify.claim.Recorded;
import org.theoremeter.verify.claim.yaml.Fields;

/**
 * What is observed in a table of counts: thresholds, each fitted to the rows of every point of the grid.
 *
 * @param byName the thresholds by the names under which they are observed
 */
record CsvThresholds(Map<String, CsvThreshold> byName) {

    /** Returns the columns of the coordinates. */
    Set<String> along() {
        return byName.values().stream().map(CsvThreshold::along).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The table is observed as it stands. */
    static final CsvThresholds NONE = new CsvThresholds(Map.of());

    /** Reads {@code thresholds}. */
    static CsvThresholds read(Fields named, CsvColumns columns, Collection<String> selecting) {
        Map<String, CsvThreshold> byName = new LinkedHashMap<>();
        named.names().forEach(name -> byName.put(name, CsvThreshold.read(name, named, columns, selecting)));
        return new CsvThresholds(byName);
    }

    boolean isEmpty() {
        return byName.isEmpty();
    }

    List<Observable> observables(CsvColumns columns) {
        List<Observable> observables = new ArrayList<>();
        byName.forEach((name, threshold) ->
                observables.add(Observable.scalar(name, threshold.described(), columns.unit(threshold.along()))));
        return observables;
    }

    /**
     * Returns what is found at the points of a grid, with 1 − 2α intervals: alone, of trials that may succeed together; for an
     * exponent, where points show by their scatter how unsure they are, of independent ones.
     */
    Recorded at(CsvGrid grid, CsvColumns columns, KeptRows kept, double confidence) {
        List<Recorded.Point> points = new ArrayList<>();
        for (List<Integer> rows : grid.rows()) {
            Map<String, Measurement> measured = new LinkedHashMap<>();
            Map<String, String> reasons = new LinkedHashMap<>();
            Map<String, Measurement> independent = new LinkedHashMap<>();
            Map<String, String> open = new LinkedHashMap<>();
            Map<String, Double> unsure = new LinkedHashMap<>();
            Map<String, Recorded.Counts> counts = new LinkedHashMap<>();
            byName.forEach((name, threshold) -> {
                counts.put(name, threshold.counted(columns, rows));
                threshold.fit(columns, rows, confidence).into(name, measured, reasons, new LinkedHashMap<>());
                threshold.fitIndependent(columns, rows, confidence).into(name, independent, open, unsure);
            });
            points.add(new Recorded.Point(
                    List.of(Observation.of(measured)),
                    reasons,
                    unsure,
                    Optional.of(
                            new Recorded.Stated(Observation.of(independent), Observation.of(exact(independent)), open)),
                    counts));
        }
        return new Recorded(points, Set.of(), kept.selecting(), List.of(), Map.of());
    }

    /** Each threshold has errors of its own, so that there is nothing that they have in common. */
    private static Map<String, Measurement> exact(Map<String, Measurement> measured) {
        Map<String, Measurement> exact = new LinkedHashMap<>();
        measured.forEach((name, each) ->
                exact.put(name, new Measurement.Scalar(((Measurement.Scalar) each).value(), 0)));
        return exact;
    }
}
