package org.theoremeter.verify.claim.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.verify.claim.Observe;
import org.theoremeter.verify.claim.Recorded;
import org.theoremeter.verify.claim.source.ClaimException;

/** Observations as a table has them: of each point of the grid and each seed one row, or the rows of a series. */
final class CsvRuns {

    private final CsvColumns columns;
    private final CsvRoles roles;
    private final List<Observable> observables;
    private final double confidence;

    /**
     * Creates it.
     *
     * @param confidence 1 − α of the claim, with which standard errors are held
     */
    CsvRuns(CsvColumns columns, CsvRoles roles, List<Observable> observables, double confidence) {
        this.confidence = confidence;
        this.columns = columns;
        this.roles = roles;
        this.observables = observables;
    }

    /** Returns what was observed at the points of a grid, with the same seeds at each. */
    Recorded at(CsvGrid grid, KeptRows kept) {
        List<Recorded.Point> points = new ArrayList<>();
        Set<Double> seeds = null;
        for (List<Integer> rows : grid.rows()) {
            if (roles.series().isEmpty()) {
                requireFew(rows, grid.rows().size());
            }
            Map<Double, List<Integer>> bySeed = bySeed(rows);
            if (seeds != null && !seeds.equals(bySeed.keySet())) {
                throw new ClaimException(
                        columns.place(rows.get(0)),
                        "found the seeds " + bySeed.keySet() + " here and " + seeds
                                + " before, accepted: the same seeds at every point of the grid");
            }
            seeds = bySeed.keySet();
            points.add(point(rows, bySeed.values()));
        }
        List<Double> labels = roles.seed().isPresent() ? List.copyOf(seeds) : List.of();
        if (labels.size() == 1) {
            throw new ClaimException(
                    columns.place(kept.rows().get(0)),
                    "found one seed, accepted: at least 2 (one run has no spread), or seeds: none");
        }
        return new Recorded(
                points,
                roles.seed().isPresent() ? Set.of() : withoutErrors(),
                kept.selecting(),
                labels,
                roles.seed().isPresent() ? dependent(grid, labels, points) : Map.of());
    }

    private Recorded.Point point(List<Integer> rows, Collection<List<Integer>> bySeed) {
        boolean once = roles.seed().isEmpty() && roles.series().isEmpty();
        return new Recorded.Point(
                bySeed.stream().map(this::observation).toList(),
                Map.of(),
                Map.of(),
                once ? Optional.of(stated(rows.get(0))) : Optional.empty());
    }

    /** Returns what is not measured on independent seeds, or has errors that are not as independent as is said; with the reason. */
    private Map<String, String> dependent(CsvGrid grid, List<Double> labels, List<Recorded.Point> points) {
        List<String> names = observables.stream().map(Observable::name).toList();
        List<String> at = grid.labels();
        List<List<Integer>> rowsOfPoints = List.copyOf(grid.rows());
        Map<String, String> dependent = new LinkedHashMap<>(new SeedIndependence(labels, at)
                .dependent(names, points.stream().map(Recorded.Point::runs).toList()));
        for (String name : roles.series().isPresent() ? List.<String>of() : names) {
            for (int point = 0; point < rowsOfPoints.size(); point++) {
                List<Integer> rows = rowsOfPoints.get(point);
                if (columns.error(name)
                        .filter(error -> error.scattersMore(rows, row -> columns.value(name, row), rowsOfPoints.size()))
                        .isPresent()) {
                    dependent.putIfAbsent(
                            name,
                            "of seeds that scatter less than independent errors of the stated size would make them"
                                    + (at.get(point).isEmpty() ? "" : " at " + at.get(point))
                                    + ", so that the errors are smaller, or in common (correlated: true),");
                }
            }
        }
        return dependent;
    }

    /** Returns what is observed in a row, once with what is independent of its errors, once with what rows have in common. */
    private Recorded.Stated stated(int row) {
        Map<String, Measurement> independent = new LinkedHashMap<>();
        Map<String, Measurement> common = new LinkedHashMap<>();
        for (Observable observable : observables) {
            String name = observable.name();
            double value = columns.value(name, row);
            Optional<StatedError> error = columns.error(name);
            independent.put(
                    name,
                    new Measurement.Scalar(
                            value, error.map(each -> each.independent(row)).orElse(0.0)));
            common.put(
                    name,
                    new Measurement.Scalar(
                            value,
                            error.map(each -> each.common(row, confidence)).orElse(0.0)));
        }
        return new Recorded.Stated(Observation.of(independent), Observation.of(common), Map.of());
    }

    private void requireFew(List<Integer> rows, int points) {
        if ((long) rows.size() * points > Observe.MOST_RUNS) {
            throw new ClaimException(
                    columns.place(rows.get(0)),
                    "found " + rows.size() + " rows here, one a seed, at " + points
                            + (points == 1 ? " point" : " points") + ", accepted: at most " + Observe.MOST_RUNS
                            + " in all");
        }
    }

    private Map<Double, List<Integer>> bySeed(List<Integer> rows) {
        Map<Double, List<Integer>> bySeed = new TreeMap<>();
        rows.forEach(row -> bySeed.computeIfAbsent(
                        // -0 and 0 are one seed
                        roles.seed().map(name -> columns.value(name, row) + 0.0).orElse(0.0),
                        first -> new ArrayList<>())
                .add(row));
        return bySeed;
    }

    private Set<String> withoutErrors() {
        Set<String> names = new TreeSet<>();
        observables.forEach(observable -> names.add(observable.name()));
        names.removeIf(columns::hasErrors);
        return names;
    }

    private Observation observation(List<Integer> rows) {
        if (roles.series().isEmpty() && rows.size() > 1) {
            throw new ClaimException(
                    columns.place(rows.get(1)),
                    "found a second row for the same point and seed, first at " + columns.place(rows.get(0))
                            + "; accepted: one, more columns under over, or series: COLUMN");
        }
        Map<String, Measurement> measured = new LinkedHashMap<>();
        for (Observable observable : observables) {
            String name = observable.name();
            double error = columns.error(name)
                    .map(stated -> rows.stream()
                            .mapToDouble(row ->
                                    stated.reach(row, rows.size(), roles.seed().isPresent(), confidence))
                            .max()
                            .orElse(0))
                    .orElse(0.0);
            measured.put(
                    name,
                    roles.series()
                            .<Measurement>map(axis -> series(axis, name, rows, error))
                            .orElseGet(() -> new Measurement.Scalar(columns.value(name, rows.get(0)), error)));
        }
        return Observation.of(measured);
    }

    private Measurement.Series series(String axis, String name, List<Integer> rows, double error) {
        List<Integer> sorted = rows.stream()
                .sorted((a, b) -> Double.compare(columns.value(axis, a), columns.value(axis, b)))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            double here = columns.value(axis, sorted.get(i));
            if (here == columns.value(axis, sorted.get(i - 1))) {
                throw new ClaimException(
                        columns.place(sorted.get(i)),
                        "found a second row at " + here + " of the same series, first at "
                                + columns.place(sorted.get(i - 1)));
            }
        }
        return new Measurement.Series(
                sorted.stream().mapToDouble(row -> columns.value(axis, row)).toArray(),
                sorted.stream().mapToDouble(row -> columns.value(name, row)).toArray(),
                error);
    }
}
