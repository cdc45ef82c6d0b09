package org.theoremeter.verify.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Nearest;
import org.theoremeter.verify.claim.csv.CsvExperiment;
import org.theoremeter.verify.claim.csv.DataFiles;
import org.theoremeter.verify.claim.csv.Table;
import org.theoremeter.verify.claim.yaml.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.Position;
import org.theoremeter.verify.claim.yaml.YamlNode;

/**
 * Reads {@code observe: {csv: …}}: a table with one row for each point of the grid, seed and, for series, place on their
 * axis.
 */
final class CsvReader {

    private static final int CHANCE_DIGITS = 7;

    private final Given given;
    private final DataFiles files;
    private final double confidence;

    private final Map<String, double[]> columns = new LinkedHashMap<>();
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, double[]> errors = new LinkedHashMap<>();
    private final Set<String> selecting = new TreeSet<>();
    private Table table;
    private int[] kept;

    /**
     * Creates a reader.
     *
     * @param given the given symbols of the claim
     * @param files finds the file
     * @param confidence 1 − α of the claim, for the intervals of thresholds
     */
    CsvReader(Given given, DataFiles files, double confidence) {
        this.given = given;
        this.files = files;
        this.confidence = confidence;
    }

    /** Reads the mapping {@code observe}. */
    Observe read(Fields fields) {
        Fields csv = Fields.of(fields.need("csv"), "csv");
        YamlNode.Scalar file = csv.needScalar("file");
        table = files.read(file);
        readColumns(csv);
        csv.takeFields("units").ifPresent(this::readUnits);
        csv.takeFields("errors").ifPresent(this::readErrors);
        kept = kept(csv);
        List<String> over = names(fields, "over");
        Optional<String> series = fields.takeScalar("series").map(this::column);
        YamlNode.Scalar seeds = fields.needScalar("seeds");
        Optional<String> seed = seeds.text().equals("none") ? Optional.empty() : Optional.of(column(seeds));
        Optional<Fields> thresholds = csv.takeFields("thresholds");
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
        requireOneRole(over, series, seed, fields);
        csv.end();
        fields.end();
        requireValues(over);
        Map<Map<String, Double>, List<Integer>> groups = groups(over);
        Map<String, CsvThreshold> fits = new LinkedHashMap<>();
        thresholds.ifPresent(named -> named.names()
                .forEach(name -> fits.put(name, CsvThreshold.read(name, named, columns.keySet(), selecting))));
        Set<String> used = new TreeSet<>(over);
        series.ifPresent(used::add);
        seed.ifPresent(used::add);
        List<Observable> observables = new ArrayList<>();
        for (String name : fits.isEmpty() ? columns.keySet() : List.<String>of()) {
            if (!used.contains(name)) {
                observables.add(
                        series.isPresent()
                                ? Observable.series(name, "column " + name, series.get())
                                : Observable.scalar(name, "column " + name, units.getOrDefault(name, Unit.ONE)));
            }
        }
        fits.forEach((name, fit) ->
                observables.add(Observable.scalar(name, fit.described(), units.getOrDefault(fit.along(), Unit.ONE))));
        if (observables.isEmpty()) {
            throw new ClaimException(csv.position(), "found no column left to observe, accepted: at least one");
        }
        CsvExperiment experiment = new CsvExperiment(file.text(), table.fingerprint(), observables, seed.isPresent());
        if (!fits.isEmpty()) {
            if (seed.isPresent() || series.isPresent()) {
                throw new ClaimException(
                        csv.position(), "found thresholds together with seeds or series, accepted: seeds: none");
            }
            return thresholds(experiment, groups, fits, over, at);
        }
        return rows(experiment, groups, over, series, seed, at);
    }

    // ---- columns

    private void readColumns(Fields csv) {
        Optional<Fields> named = csv.takeFields("columns");
        if (named.isEmpty()) {
            for (String column : table.columns()) {
                Names.requireColumn(column, csv.key("file"));
                requireOwnSymbol(column, csv.key("file"));
                columns.put(column, table.numbers(column));
            }
            return;
        }
        for (String name : named.get().names()) {
            Names.requireColumn(name, named.get().key(name));
            requireOwnSymbol(name, named.get().key(name));
            YamlNode.Scalar column = named.get().needScalar(name);
            if (!table.columns().contains(column.text())) {
                throw new ClaimException(
                        column.position(),
                        "found no column " + column.described() + " in the file, "
                                + Nearest.hint(column.text(), table.columns()));
            }
            columns.put(name, table.numbers(column.text()));
        }
    }

    /** A formula writes a-b as a_b: of two such columns one would stand for the other. */
    private void requireOwnSymbol(String name, Position position) {
        for (String other : columns.keySet()) {
            if (FormulaReader.symbolOf(other).equals(FormulaReader.symbolOf(name))) {
                throw new ClaimException(
                        position,
                        "found the columns '" + other + "' and '" + name + "', which a formula writes alike; accepted:"
                                + " columns: {name: COLUMN}, with other names");
            }
        }
    }

    private void readUnits(Fields fields) {
        for (String name : fields.names()) {
            YamlNode.Scalar unit = fields.needScalar(name);
            requireColumn(name, fields);
            try {
                units.put(name, Unit.parse(unit.text()));
            } catch (IllegalArgumentException fault) {
                throw new ClaimException(unit.position(), fault.getMessage());
            }
        }
    }

    private void readErrors(Fields fields) {
        for (String name : fields.names()) {
            requireColumn(name, fields);
            YamlNode.Scalar error = fields.needScalar(name);
            double[] values;
            if (columns.containsKey(error.text())) {
                values = columns.remove(error.text());
            } else if (table.columns().contains(error.text())) {
                values = table.numbers(error.text());
            } else if (error.text().matches("[-+0-9.].*")) {
                values = new double[table.rows()];
                Arrays.fill(values, Fields.number(error, "errors." + name));
            } else {
                throw new ClaimException(
                        error.position(),
                        "found no column " + error.described() + " in the file, accepted: a column, or a number");
            }
            for (int row = 0; row < values.length; row++) {
                if (values[row] < 0) {
                    throw new ClaimException(
                            table.place(row), "found the error " + values[row] + " of " + name + ", accepted: from 0");
                }
            }
            errors.put(name, values);
        }
    }

    private static void requireOneRole(
            List<String> over, Optional<String> series, Optional<String> seed, Fields fields) {
        boolean twice = series.isPresent() && series.equals(seed);
        for (String axis : over) {
            twice |= series.filter(axis::equals).isPresent()
                    || seed.filter(axis::equals).isPresent();
        }
        if (twice) {
            throw new ClaimException(
                    fields.position(),
                    "found a column twice under over, series and seeds, accepted: each in one place");
        }
    }

    private void requireColumn(String name, Fields fields) {
        if (!columns.containsKey(name)) {
            throw new ClaimException(
                    fields.key(name), "found no column '" + name + "', " + Nearest.hint(name, columns.keySet()));
        }
    }

    private String column(YamlNode.Scalar scalar) {
        if (!columns.containsKey(scalar.text())) {
            throw new ClaimException(
                    scalar.position(),
                    "found no column " + scalar.described() + ", " + Nearest.hint(scalar.text(), columns.keySet()));
        }
        return scalar.text();
    }

    private List<String> names(Fields fields, String key) {
        List<String> names = new ArrayList<>();
        fields.takeList(key).ifPresent(items -> items.forEach(item -> names.add(column(Fields.scalar(item, key)))));
        if (new LinkedHashSet<>(names).size() < names.size()) {
            throw new ClaimException(fields.key(key), "found a column twice under " + key);
        }
        return names;
    }

    /** Returns the rows that fulfil the condition {@code keep}; all without it. */
    private int[] kept(Fields csv) {
        Optional<YamlNode> keep = csv.take("keep");
        if (keep.isEmpty()) {
            return IntStream.range(0, table.rows()).toArray();
        }
        Map<String, String> symbols = new LinkedHashMap<>();
        columns.keySet().forEach(name -> symbols.put(FormulaReader.symbolOf(name), name));
        Condition condition = FormulaReader.readConditions(List.of(keep.get()), symbols.keySet())
                .get(0);
        condition.symbols().forEach(symbol -> selecting.add(symbols.get(symbol)));
        int[] rows = IntStream.range(0, table.rows())
                .filter(row -> {
                    Map<String, Double> values = new LinkedHashMap<>();
                    columns.forEach((name, column) -> values.put(FormulaReader.symbolOf(name), column[row]));
                    return condition.holds(values);
                })
                .toArray();
        if (rows.length == 0) {
            throw new ClaimException(keep.get().position(), "found no row that fulfils " + condition);
        }
        return rows;
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

    // ---- the grid

    private Map<Map<String, Double>, List<Integer>> groups(List<String> over) {
        Map<Map<String, Double>, List<Integer>> groups = new LinkedHashMap<>();
        for (int row : kept) {
            Map<String, Double> point = new LinkedHashMap<>();
            for (String axis : over) {
                double value = columns.get(axis)[row];
                Given.Symbol known = given.symbols().get(axis);
                if (known != null && !known.domain().contains(value)) {
                    throw new ClaimException(
                            table.place(row),
                            "found " + axis + " = " + value + ", accepted: a value in its domain " + known.domain());
                }
                // -0 and 0 are one point
                point.put(axis, value + 0.0);
            }
            groups.computeIfAbsent(point, first -> new ArrayList<>()).add(row);
        }
        return groups;
    }

    private List<Observe.Cell> cells(CsvExperiment experiment, Collection<Map<String, Double>> points) {
        Arguments nothing = Arguments.of(experiment, Map.of());
        return points.stream()
                .map(point -> {
                    Map<String, Double> symbols = new LinkedHashMap<>(given.values());
                    symbols.putAll(point);
                    return new Observe.Cell(point, symbols, nothing);
                })
                .toList();
    }

    private static List<Axis> axes(List<String> over, Collection<Map<String, Double>> points) {
        return over.stream()
                .map(axis -> new Axis(
                        axis,
                        points.stream().map(point -> point.get(axis)).distinct().toList()))
                .toList();
    }

    // ---- observations as they stand

    private Observe rows(
            CsvExperiment experiment,
            Map<Map<String, Double>, List<Integer>> groups,
            List<String> over,
            Optional<String> series,
            Optional<String> seed,
            Map<String, Double> at) {
        List<List<Observation>> byCell = new ArrayList<>();
        Set<Double> seeds = null;
        for (List<Integer> rows : groups.values()) {
            Map<Double, List<Integer>> bySeed = new TreeMap<>();
            rows.forEach(row -> bySeed.computeIfAbsent(
                            seed.map(name -> columns.get(name)[row]).orElse(0.0), first -> new ArrayList<>())
                    .add(row));
            if (seeds != null && !seeds.equals(bySeed.keySet())) {
                throw new ClaimException(
                        table.place(rows.get(0)),
                        "found the seeds " + bySeed.keySet() + " here and " + seeds
                                + " before, accepted: the same seeds at every point of the grid");
            }
            seeds = bySeed.keySet();
            byCell.add(bySeed.values().stream()
                    .map(ofSeed -> observation(experiment, ofSeed, series))
                    .toList());
        }
        int count = byCell.get(0).size();
        List<Double> labels = seed.isPresent() ? List.copyOf(seeds) : List.of();
        if (seed.isPresent() && count < 2) {
            throw new ClaimException(
                    table.place(kept[0]),
                    "found one seed, accepted: at least 2 (one run has no spread), or seeds: none");
        }
        Set<String> unsure = new TreeSet<>();
        if (seed.isEmpty()) {
            experiment.observables().forEach(observable -> unsure.add(observable.name()));
            unsure.removeAll(errors.keySet());
        }
        List<Map<String, String>> determined =
                byCell.stream().map(cell -> Map.<String, String>of()).toList();
        List<Map<String, Double>> deviations =
                byCell.stream().map(cell -> Map.<String, Double>of()).toList();
        return new Observe(
                experiment,
                cells(experiment, groups.keySet()),
                axes(over, groups.keySet()),
                at,
                seed.isPresent() ? OptionalInt.of(count) : OptionalInt.empty(),
                Optional.of(new Recorded(
                        byCell,
                        determined,
                        deviations,
                        unsure,
                        selecting,
                        labels,
                        copies(byCell, labels, experiment))));
    }

    /** Seeds that are copies of one another make an interval narrower than what was drawn: returns where, by observable. */
    private Map<String, String> copies(List<List<Observation>> byCell, List<Double> labels, CsvExperiment experiment) {
        Map<String, String> copies = new LinkedHashMap<>();
        for (Observable observable : experiment.observables()) {
            String name = observable.name();
            Map<List<Double>, Double> seen = new HashMap<>();
            for (int seed = 0; seed < labels.size() && !errors.containsKey(name); seed++) {
                List<Double> values = new ArrayList<>();
                for (List<Observation> cell : byCell) {
                    values.addAll(values(cell.get(seed).measurements().get(name)));
                }
                Double before = seen.put(values, labels.get(seed));
                if (before != null && values.stream().anyMatch(CsvReader::finelyResolved)) {
                    copies.putIfAbsent(name, "for the seeds " + before + " and " + labels.get(seed));
                }
            }
        }
        return copies;
    }

    private static List<Double> values(Measurement measurement) {
        return measurement instanceof Measurement.Series series
                ? Arrays.stream(series.values()).boxed().toList()
                : List.of(((Measurement.Scalar) measurement).value());
    }

    /** Numbers of so many digits do not agree by chance. */
    private static boolean finelyResolved(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().precision() >= CHANCE_DIGITS;
    }

    private Observation observation(CsvExperiment experiment, List<Integer> rows, Optional<String> series) {
        Map<String, Measurement> measured = new LinkedHashMap<>();
        if (series.isEmpty() && rows.size() > 1) {
            throw new ClaimException(
                    table.place(rows.get(1)),
                    "found a second row for the same point and seed, first at " + table.place(rows.get(0))
                            + "; accepted: one, more columns under over, or series: COLUMN");
        }
        for (Observable observable : experiment.observables()) {
            double[] column = columns.get(observable.name());
            double error = rows.stream()
                    .mapToDouble(row -> errors.containsKey(observable.name()) ? errors.get(observable.name())[row] : 0)
                    .max()
                    .orElse(0);
            measured.put(
                    observable.name(),
                    series.isEmpty()
                            ? new Measurement.Scalar(column[rows.get(0)], error)
                            : series(columns.get(series.get()), column, rows, error));
        }
        return Observation.of(measured);
    }

    private Measurement.Series series(double[] axis, double[] column, List<Integer> rows, double error) {
        List<Integer> sorted =
                rows.stream().sorted((a, b) -> Double.compare(axis[a], axis[b])).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (axis[sorted.get(i)] == axis[sorted.get(i - 1)]) {
                throw new ClaimException(
                        table.place(sorted.get(i)),
                        "found a second row at " + axis[sorted.get(i)] + " of the same series, first at "
                                + table.place(sorted.get(i - 1)));
            }
        }
        return new Measurement.Series(
                sorted.stream().mapToDouble(row -> axis[row]).toArray(),
                sorted.stream().mapToDouble(row -> column[row]).toArray(),
                error);
    }

    // ---- thresholds fitted to counts

    private Observe thresholds(
            CsvExperiment experiment,
            Map<Map<String, Double>, List<Integer>> groups,
            Map<String, CsvThreshold> fits,
            List<String> over,
            Map<String, Double> at) {
        List<List<Observation>> byCell = new ArrayList<>();
        List<Map<String, String>> undetermined = new ArrayList<>();
        List<Map<String, Double>> deviations = new ArrayList<>();
        groups.forEach((point, rows) -> {
            Map<String, Measurement> measured = new LinkedHashMap<>();
            Map<String, String> reasons = new LinkedHashMap<>();
            Map<String, Double> unsure = new LinkedHashMap<>();
            fits.forEach(
                    (name, fit) -> fit.fit(columns, rows, table, confidence).into(name, measured, reasons, unsure));
            byCell.add(List.of(Observation.of(measured)));
            undetermined.add(reasons);
            deviations.add(unsure);
        });
        return new Observe(
                experiment,
                cells(experiment, groups.keySet()),
                axes(over, groups.keySet()),
                at,
                OptionalInt.empty(),
                Optional.of(new Recorded(byCell, undetermined, deviations, Set.of(), selecting, List.of(), Map.of())));
    }
}
