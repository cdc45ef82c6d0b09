package org.theoremeter.verify.claim.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.theoremeter.simulate.catalogue.Experiments;
import org.theoremeter.simulate.experiment.ArgumentException;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.Axis;
import org.theoremeter.verify.claim.Given;
import org.theoremeter.verify.claim.Grid;
import org.theoremeter.verify.claim.GridPoint;
import org.theoremeter.verify.claim.Observe;
import org.theoremeter.verify.claim.csv.DataFiles;
import org.theoremeter.verify.claim.formula.Names;
import org.theoremeter.verify.claim.formula.Quantities;
import org.theoremeter.verify.claim.read.comparison.ThresholdsReader;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.source.Position;
import org.theoremeter.verify.claim.table.CsvReader;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/** Reads {@code observe}: the experiment, its arguments, the grid and the seeds. */
final class ObserveReader {

    /** What can be observed, each by its key. */
    static final List<String> SOURCES = List.of("experiment", "csv", "sweep");

    private static final int FEWEST_SEEDS = 2;
    private static final String HOW_MORE = " without --yes";

    private final Given given;
    private final DataFiles files;
    private final double confidence;
    private final long mostRuns;
    private final int fewestSeeds;

    /**
     * Creates a reader.
     *
     * @param given the given symbols of the claim
     * @param files finds data files
     * @param confidence 1 − α of the claim
     */
    ObserveReader(Given given, DataFiles files, double confidence) {
        this(given, files, confidence, Observe.MOST_RUNS, FEWEST_SEEDS);
    }

    private ObserveReader(Given given, DataFiles files, double confidence, long mostRuns, int fewestSeeds) {
        this.given = given;
        this.files = files;
        this.confidence = confidence;
        this.mostRuns = mostRuns;
        this.fewestSeeds = fewestSeeds;
    }

    /** Reads what a sweep runs, which may be more than a claim can judge, with as little as one seed. */
    static ObserveReader ofSweep(long mostRuns) {
        return new ObserveReader(new Given(Map.of(), List.of()), DataFiles.besideTheClaim(), 0.95, mostRuns, 1);
    }

    /**
     * Reads {@code observe}: one observation, which has the empty name, or a mapping of named ones.
     *
     * @throws ClaimException at the first fault
     */
    Map<String, Observe> readAll(Fields fields) {
        if (fields.names().stream().anyMatch(SOURCES::contains)) {
            return Map.of("", read(fields));
        }
        Map<String, Observe> observed = new LinkedHashMap<>();
        for (String name : fields.names()) {
            if (!(fields.need(name) instanceof YamlNode.Mapping)) {
                throw new ClaimException(
                        fields.key(name),
                        "found " + Quotation.of(name)
                                + " where an experiment is missing, accepted: experiment: NAME, csv: {…}, sweep: FILE, or"
                                + " a mapping of named observations");
            }
            Names.requireSymbol(name, fields.key(name));
            observed.put(name, read(Fields.of(fields.need(name), "observe." + name)));
        }
        if (observed.isEmpty()) {
            throw new ClaimException(fields.position(), "observe lacks the key 'experiment', 'csv' or 'sweep'");
        }
        return observed;
    }

    /**
     * Reads the mapping.
     *
     * @throws ClaimException at the first fault
     */
    Observe read(Fields fields) {
        if (fields.names().contains("csv")) {
            return new CsvReader(given, files, confidence).read(fields);
        }
        if (fields.names().contains("sweep")) {
            return read(SweepReader.observed(fields));
        }
        YamlNode.Scalar name = fields.needScalar("experiment");
        Experiment experiment = Experiments.named(name.text())
                .orElseThrow(() -> new ClaimException(
                        name.position(),
                        "found the unknown experiment " + name.described() + ", "
                                + Nearest.hint(
                                        name.text(),
                                        Experiments.all().stream()
                                                .map(Experiment::name)
                                                .toList())));
        Grid grid = fields.takeFields("over")
                .map(over -> GridReader.read(over, given))
                .orElse(Grid.NONE);
        List<Axis> axes = grid.axes();
        requireValues(axes);
        Map<String, Double> at = new LinkedHashMap<>();
        fields.takeFields("at")
                .ifPresent(slice -> slice.names().forEach(axis -> at.put(axis, sliceAt(experiment, slice, axis))));
        requireRoom(grid, fields.position());
        OptionalInt seeds = seeds(fields.needScalar("seeds"), fewestSeeds);
        Map<String, ToDoubleFunction<Map<String, Double>>> numbers = new HashMap<>();
        Map<String, Object> choices = new HashMap<>();
        Map<String, Position> places = new HashMap<>();
        Set<String> used = new HashSet<>();
        fields.takeFields("with").ifPresent(with -> {
            for (String parameter : with.names()) {
                places.put(parameter, with.need(parameter).position());
                argument(experiment, parameter, with, axes, numbers, choices, used);
            }
        });
        Optional<Fields> thresholds = ofClaim() ? fields.takeFields("thresholds") : Optional.empty();
        fields.end();
        List<GridPoint> points = points(experiment, grid, numbers, choices, places, fields.position());
        requireEveryAxisReached(experiment, axes, points, used, fields.key("over"));
        long runs = (long) points.size() * seeds.orElse(1);
        if (runs > mostRuns) {
            throw new ClaimException(
                    fields.position(),
                    "found " + runs + " runs, accepted: at most " + mostRuns + (ofClaim() ? " a claim" : HOW_MORE));
        }
        requireSeedsWhereDrawn(experiment, points, seeds, fields.key("seeds"));
        Observe observe = new Observe(experiment, points, axes, at, seeds, Optional.empty(), Optional.empty());
        return thresholds
                .map(named -> observe.with(
                        new ThresholdsReader(observe, given.symbols().keySet(), confidence).read(named)))
                .orElse(observe);
    }

    private void requireValues(List<Axis> axes) {
        given.symbols().forEach((name, symbol) -> {
            boolean axis = axes.stream().anyMatch(a -> a.symbol().equals(name));
            if (symbol.value().isEmpty() && !axis) {
                throw new ClaimException(
                        symbol.position(),
                        "given." + name + " has no value, accepted: value: a number, or an axis of that name under"
                                + " over");
            }
        });
    }

    private static double sliceAt(Experiment experiment, Fields slice, String axis) {
        Set<String> accepted = new TreeSet<>();
        for (Observable observable : experiment.observables()) {
            if (observable.shape() == Observable.Shape.SERIES) {
                accepted.add(observable.axis());
            }
        }
        if (!accepted.contains(axis)) {
            String found = experiment.observables().stream()
                    .filter(observable -> observable.axes().contains(axis))
                    .findFirst()
                    .map(matrix -> "found the axis " + Quotation.of(axis) + " of the matrix " + matrix.name()
                            + ", which no comparison reads, ")
                    .orElse("found the unknown axis " + Quotation.of(axis) + ", ");
            throw new ClaimException(slice.key(axis), found + Nearest.hint(axis, accepted));
        }
        return Fields.number(slice.need(axis), "at." + axis);
    }

    private void requireRoom(Grid grid, Position position) {
        if (grid.size() > mostRuns) {
            throw new ClaimException(
                    position,
                    String.format(
                            Locale.ROOT,
                            "found a grid of %.0f grid points, accepted: at most %d%s",
                            grid.size(),
                            mostRuns,
                            ofClaim() ? "" : HOW_MORE));
        }
    }

    private boolean ofClaim() {
        return fewestSeeds == FEWEST_SEEDS;
    }

    private static OptionalInt seeds(YamlNode.Scalar scalar, int fewest) {
        if (scalar.text().equals("none")) {
            return OptionalInt.empty();
        }
        int seeds = Fields.whole(scalar, "seeds", 0);
        if (seeds < fewest) {
            throw new ClaimException(
                    scalar.position(),
                    "found " + seeds + " seeds, accepted: at least " + fewest
                            + (fewest > 1 ? " (one run has no spread)" : "")
                            + ", or none for an experiment that draws nothing");
        }
        return OptionalInt.of(seeds);
    }

    private void argument(
            Experiment experiment,
            String name,
            Fields with,
            List<Axis> axes,
            Map<String, ToDoubleFunction<Map<String, Double>>> numbers,
            Map<String, Object> choices,
            Set<String> used) {
        Parameter parameter = experiment.parameters().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ClaimException(
                        with.key(name),
                        "found the unknown parameter " + Quotation.of(name) + " of " + experiment.name() + ", "
                                + Nearest.hint(
                                        name,
                                        experiment.parameters().stream()
                                                .map(Parameter::name)
                                                .toList())));
        YamlNode.Scalar scalar = with.needScalar(name);
        if (parameter instanceof Parameter.Choice choice) {
            choices.put(name, Fields.choice(scalar, choice.choices()));
            return;
        }
        Set<String> known = new TreeSet<>(given.values().keySet());
        axes.forEach(axis -> known.add(axis.symbol()));
        Expression formula = Quantities.read(scalar, name, parameter.unit(), known);
        used.addAll(formula.symbols());
        numbers.put(name, formula::evaluate);
    }

    private List<GridPoint> points(
            Experiment experiment,
            Grid grid,
            Map<String, ToDoubleFunction<Map<String, Double>>> numbers,
            Map<String, Object> choices,
            Map<String, Position> places,
            Position position) {
        List<GridPoint> points = new ArrayList<>();
        for (Map<String, Double> coordinates : grid.points()) {
            Map<String, Double> symbols = new LinkedHashMap<>(given.values());
            symbols.putAll(coordinates);
            Map<String, Object> arguments = new LinkedHashMap<>(choices);
            numbers.forEach((name, formula) -> arguments.put(name, formula.applyAsDouble(symbols)));
            try {
                Arguments checked = ExperimentSettings.checked(experiment, arguments);
                points.add(new GridPoint(coordinates, symbols, checked));
            } catch (ArgumentException fault) {
                String where = coordinates.isEmpty() ? "" : " (at " + coordinates + ")";
                throw new ClaimException(places.getOrDefault(fault.parameter(), position), fault.getMessage() + where);
            }
        }
        return points;
    }

    /** A grid whose points are one and the same run would compare a prediction with nothing that varies. */
    private static void requireEveryAxisReached(
            Experiment experiment, List<Axis> axes, List<GridPoint> points, Set<String> used, Position position) {
        for (Axis axis : axes) {
            Map<Map<String, Double>, Set<Arguments>> along = new HashMap<>();
            for (GridPoint point : points) {
                Map<String, Double> others = new HashMap<>(point.coordinates());
                others.remove(axis.symbol());
                others.keySet().removeAll(axis.partners());
                along.computeIfAbsent(others, same -> new HashSet<>()).add(point.arguments());
            }
            boolean idle = axis.values().size() > 1 && along.values().stream().allMatch(runs -> runs.size() == 1);
            if (idle || (!axis.partners().isEmpty() && !used.contains(axis.symbol()))) {
                throw new ClaimException(
                        position,
                        "the axis " + axis.symbol() + " changes nothing in the runs of " + experiment.name()
                                + ", accepted: an axis that occurs in with");
            }
        }
    }

    private static void requireSeedsWhereDrawn(
            Experiment experiment, List<GridPoint> points, OptionalInt seeds, Position position) {
        boolean draws = points.stream().anyMatch(point -> experiment.random(point.arguments()));
        if (draws && seeds.isEmpty()) {
            throw new ClaimException(
                    position,
                    "found seeds: none, but " + experiment.name()
                            + " draws random numbers with these arguments; accepted: at least 2 seeds");
        }
        if (!draws && seeds.isPresent()) {
            throw new ClaimException(
                    position,
                    "found " + seeds.getAsInt() + " seeds, but " + experiment.name()
                            + " draws nothing with these arguments, so that all runs would be one; accepted: none");
        }
    }
}
