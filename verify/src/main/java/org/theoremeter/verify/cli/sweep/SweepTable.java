package org.theoremeter.verify.cli.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.verify.claim.Axis;
import org.theoremeter.verify.claim.SweepFile;
import org.theoremeter.verify.cli.terminal.CsvFile;

/** Writes what is kept of a sweep as a table: a row a run, with its grid point, its seed, its scalars and its events. */
record SweepTable(StoredSweep sweep) {

    private static final String POINT = "point";
    private static final String SEED = "seed";
    private static final String STATE = "state";

    /** Writes the table as CSV; what a run does not have is empty. */
    void write(Path to) {
        SweepFile file = sweep.file();
        List<String> scalars = file.observe().experiment().observables().stream()
                .filter(observable -> observable.shape() == Observable.Shape.SCALAR)
                .map(Observable::name)
                .toList();
        List<String> events =
                List.copyOf(new TreeSet<>(file.observe().experiment().events().keySet()));
        List<String> header = new ArrayList<>(List.of(POINT));
        file.observe().axes().stream().map(Axis::symbol).forEach(header::add);
        header.addAll(List.of(SEED, STATE));
        header.addAll(scalars);
        header.addAll(events);
        List<List<Object>> rows = new ArrayList<>();
        for (StoredSweep.Member member : sweep.members()) {
            Optional<Observation> kept = sweep.kept(member);
            if (kept.isPresent()) {
                rows.add(row(member, kept.get(), scalars, events));
            }
        }
        CsvFile.writeWide(to, header, rows);
    }

    private List<Object> row(
            StoredSweep.Member member, Observation observation, List<String> scalars, List<String> events) {
        List<Object> row = new ArrayList<>(List.of(member.number()));
        row.addAll(member.point().coordinates().values());
        row.add(
                member.run().seedIndex().isPresent()
                        ? (Object) member.run().seedIndex().getAsLong()
                        : null);
        row.add(observation.divergence().isPresent() ? "diverged" : "done");
        for (String scalar : scalars) {
            row.add(
                    observation.measurements().get(scalar) instanceof Measurement.Scalar found
                            ? (Object) found.value()
                            : null);
        }
        for (String event : events) {
            row.add(observation.events().get(event));
        }
        return row;
    }
}
