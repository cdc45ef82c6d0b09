package org.theoremeter.verify.claim.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.verify.claim.Given;
import org.theoremeter.verify.claim.Observe;
import org.theoremeter.verify.claim.Recorded;
import org.theoremeter.verify.claim.csv.CsvExperiment;
import org.theoremeter.verify.claim.csv.DataFiles;
import org.theoremeter.verify.claim.csv.Table;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/**
 * Reads {@code observe: {csv: …}}: a table with one row for each point of the grid, seed and, for series, place on their
 * axis.
 */
public final class CsvReader {

    private final Given given;
    private final DataFiles files;
    private final double confidence;

    /**
     * Creates a reader.
     *
     * @param given the given symbols of the claim
     * @param files finds the file
     * @param confidence 1 − α of the claim, for the intervals of thresholds
     */
    public CsvReader(Given given, DataFiles files, double confidence) {
        this.given = given;
        this.files = files;
        this.confidence = confidence;
    }

    /** Reads the mapping {@code observe}. */
    public Observe read(Fields fields) {
        Fields csv = Fields.of(fields.need("csv"), "csv");
        YamlNode.Scalar file = csv.needScalar("file");
        Table table = files.read(file);
        CsvColumns columns = CsvColumns.read(table, csv);
        CsvRoles roles = CsvRoles.read(fields, columns);
        Set<String> set = new TreeSet<>(columns.listed(csv, "set"));
        Optional<YamlNode> keep = csv.take("keep");
        KeptRows kept = KeptRows.read(keep, columns);
        Optional<Fields> named = csv.takeFields("thresholds");
        Map<String, Double> at = at(fields, roles.series());
        roles.requireOneEach(fields);
        csv.end();
        fields.end();
        requireValues(roles.over());
        CsvGrid grid = new CsvGrid(roles.over(), kept, columns, given);
        CsvThresholds thresholds = named.map(each -> CsvThresholds.read(each, columns, kept.selecting()))
                .orElse(CsvThresholds.NONE);
        set.addAll(roles.columns());
        set.addAll(thresholds.along());
        keep.ifPresent(condition -> requireSet(condition, kept.selecting(), set));
        List<Observable> observables =
                thresholds.isEmpty() ? observables(columns, roles) : thresholds.observables(columns);
        if (observables.isEmpty()) {
            throw new ClaimException(csv.position(), "found no column left to observe, accepted: at least one");
        }
        if (!thresholds.isEmpty() && (roles.seed().isPresent() || roles.series().isPresent())) {
            throw new ClaimException(
                    csv.position(), "found thresholds together with seeds or series, accepted: seeds: none");
        }
        Recorded recorded = thresholds.isEmpty()
                ? new CsvRuns(columns, roles, observables, confidence).at(grid, kept)
                : thresholds.at(grid, columns, kept, confidence);
        int seeds = recorded.seeds().size();
        CsvExperiment experiment = new CsvExperiment(
                file.text(), table.fingerprint(), observables, roles.seed().isPresent());
        return new Observe(
                experiment,
                grid.points(experiment, given),
                grid.axes(),
                at,
                seeds == 0 ? OptionalInt.empty() : OptionalInt.of(seeds),
                Optional.of(recorded),
                Optional.empty());
    }

    /** Rows that are kept by what came out of a run are its survivors, and say nothing of the others. */
    private static void requireSet(YamlNode condition, Set<String> selecting, Set<String> set) {
        selecting.stream().filter(column -> !set.contains(column)).findFirst().ifPresent(column -> {
            throw new ClaimException(
                    condition.position(),
                    "found rows kept by " + column + ", which may have come out of the run, so that only its survivors"
                            + " would be seen; accepted: columns under over, series and seeds, or csv: {set: ["
                            + column + "]} if it was set before");
        });
    }

    private static Map<String, Double> at(Fields fields, Optional<String> series) {
        Map<String, Double> at = new LinkedHashMap<>();
        fields.takeFields("at")
                .ifPresent(slice -> slice.names().forEach(axis -> {
                    if (series.filter(axis::equals).isEmpty()) {
                        throw new ClaimException(
                                slice.key(axis),
                                "found the unknown axis '" + axis + "', "
                                        + Nearest.hint(axis, series.stream().toList()));
                    }
                    at.put(axis, Fields.number(slice.need(axis), "at." + axis));
                }));
        return at;
    }

    private void requireValues(Collection<String> axes) {
        given.symbols().forEach((name, symbol) -> {
            if (symbol.value().isEmpty() && !axes.contains(name)) {
                throw new ClaimException(
                        symbol.position(),
                        "given." + name + " has no value, accepted: value: a number, or a column of that name under"
                                + " over");
            }
        });
    }

    /** Returns the columns that say nothing about where a row belongs. */
    private static List<Observable> observables(CsvColumns columns, CsvRoles roles) {
        List<Observable> observables = new ArrayList<>();
        for (String name : columns.names()) {
            if (!roles.columns().contains(name)) {
                String described = "column " + name;
                observables.add(roles.series()
                        .map(axis -> Observable.series(name, described, axis))
                        .orElseGet(() -> Observable.scalar(name, described, columns.unit(name))));
            }
        }
        return observables;
    }
}
