package org.theoremeter.verify.cli.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.verify.claim.Axis;
import org.theoremeter.verify.claim.Observe;
import org.theoremeter.verify.cli.parquet.ParquetColumn;
import org.theoremeter.verify.cli.terminal.BadInput;

/**
 * What a table of a sweep says of a run: its grid point, its seed, how it ended, its scalars and its events.
 *
 * @param axes the axes
 * @param scalars what is measured as one number
 * @param events what may happen
 */
record SweepColumns(List<String> axes, List<String> scalars, List<String> events) {

    static final String STATE = "state";
    static final String DONE = "done";
    static final String DIVERGED = "diverged";
    private static final String POINT = "point";
    private static final String SEED = "seed";

    /**
     * Returns the columns of what is observed.
     *
     * @throws BadInput if two have the same name
     */
    static SweepColumns of(Observe observe) {
        SweepColumns columns = new SweepColumns(
                observe.axes().stream().map(Axis::symbol).toList(),
                observe.experiment().observables().stream()
                        .filter(observable -> observable.shape() == Observable.Shape.SCALAR)
                        .map(Observable::name)
                        .toList(),
                List.copyOf(new TreeSet<>(observe.experiment().events().keySet())));
        Set<String> seen = new HashSet<>();
        columns.header().stream().filter(name -> !seen.add(name)).findFirst().ifPresent(name -> {
            throw new BadInput("found the axis " + name
                    + ", which is another column of the table too, accepted: an axis of another name");
        });
        return columns;
    }

    /** Returns the names. */
    List<String> header() {
        return typed().stream().map(ParquetColumn::name).toList();
    }

    /** Returns the columns with the types of their values. */
    List<ParquetColumn> typed() {
        List<ParquetColumn> columns = new ArrayList<>();
        columns.add(new ParquetColumn(POINT, ParquetColumn.Type.WHOLE, false));
        axes.forEach(axis -> columns.add(new ParquetColumn(axis, ParquetColumn.Type.REAL, false)));
        columns.add(new ParquetColumn(SEED, ParquetColumn.Type.LONG, true));
        columns.add(new ParquetColumn(STATE, ParquetColumn.Type.TEXT, false));
        scalars.forEach(scalar -> columns.add(new ParquetColumn(scalar, ParquetColumn.Type.REAL, true)));
        events.forEach(event -> columns.add(new ParquetColumn(event, ParquetColumn.Type.REAL, true)));
        return columns;
    }

    /** Returns the names of what is a number. */
    List<String> numbers() {
        List<String> numbers = new ArrayList<>(header());
        numbers.remove(STATE);
        return numbers;
    }

    /** Returns the names of what was set before the run. */
    List<String> set() {
        List<String> set = new ArrayList<>(axes);
        set.addAll(List.of(POINT, SEED));
        return set;
    }

    /** Returns how a kept run ended. */
    static String state(StoredSweep.Kept kept) {
        return kept.diverged() ? DIVERGED : DONE;
    }

    /** Returns the row of a kept run, a value a column; what the run does not have is null. */
    List<Object> row(StoredSweep.Kept kept) {
        List<Object> row = new ArrayList<>(axes.size() + scalars.size() + events.size() + 3);
        row.add(kept.number());
        row.addAll(kept.point().coordinates().values());
        row.add(
                kept.run().seedIndex().isPresent()
                        ? (Object) kept.run().seedIndex().getAsLong()
                        : null);
        row.add(state(kept));
        Observation observation = kept.observation().orElseThrow();
        scalars.forEach(scalar -> row.add(scalar(observation, scalar)));
        events.forEach(event -> row.add(observation.events().get(event)));
        return row;
    }

    /** Returns the number in a column; not a number where the run has none. */
    double number(StoredSweep.Kept kept, String column) {
        if (column.equals(POINT)) {
            return kept.number();
        }
        if (column.equals(SEED)) {
            return kept.run().seedIndex().isPresent() ? kept.run().seedIndex().getAsLong() : Double.NaN;
        }
        Double found = kept.point().coordinates().get(column);
        Optional<Observation> observed = kept.observation();
        if (found == null && observed.isPresent()) {
            found = scalars.contains(column)
                    ? scalar(observed.get(), column)
                    : observed.get().events().get(column);
        }
        return found == null ? Double.NaN : found;
    }

    private static Double scalar(Observation observation, String name) {
        return observation.measurements().get(name) instanceof Measurement.Scalar found ? (Double) found.value() : null;
    }
}
