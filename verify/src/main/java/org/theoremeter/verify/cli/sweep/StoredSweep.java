package org.theoremeter.verify.cli.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.sweep.ObservationStore;
import org.theoremeter.simulate.sweep.Run;
import org.theoremeter.simulate.sweep.Sweep;
import org.theoremeter.simulate.sweep.database.Database;
import org.theoremeter.simulate.sweep.database.DatabaseException;
import org.theoremeter.simulate.sweep.database.Sweeping;
import org.theoremeter.verify.claim.GridPoint;
import org.theoremeter.verify.claim.SweepFile;
import org.theoremeter.verify.cli.terminal.BadInput;
import org.theoremeter.verify.cli.terminal.RunOptions;

/**
 * A sweep with the store that it is kept in.
 *
 * @param file what it runs
 * @param sweep makes and finds its runs
 * @param numbers the number of each grid point, in their order
 */
record StoredSweep(SweepFile file, Sweep sweep, List<Integer> numbers) implements AutoCloseable {

    private static final String CODE = "code = ";
    private static final String NOTHING = "(nothing)";

    /**
     * One of its runs.
     *
     * @param number the number of the grid point
     * @param point the grid point
     * @param run the run
     * @param observation its scalars and events, if it is kept
     */
    record Kept(int number, GridPoint point, Run run, Optional<Observation> observation) {

        boolean diverged() {
            return observation.isPresent() && observation.get().divergence().isPresent();
        }
    }

    /**
     * Opens the store, and begins the sweep or goes on with it.
     *
     * @param told of what is worth knowing, a line each
     * @throws BadInput if the store cannot be used, or has another sweep of that name
     */
    static StoredSweep open(Path path, SweepFile file, RunOptions options, List<String> told) {
        return open(path, file, options, told, true);
    }

    /** Opens the store to look at what is kept; nothing is begun. */
    static StoredSweep look(Path path, SweepFile file, RunOptions options, List<String> told) {
        return open(path, file, options, told, false);
    }

    private static StoredSweep open(Path path, SweepFile file, RunOptions options, List<String> told, boolean begins) {
        ObservationStore store = options.store();
        try {
            Database database = store.open();
            if (begins && !database.writable()) {
                throw new BadInput(database + ": is read-only, accepted: --store with a folder that can be written");
            }
            boolean begun = require(path, file, options, database, told, begins);
            return new StoredSweep(file, options.sweep(store), begun ? known(file, database) : counted(file));
        } catch (DatabaseException fault) {
            store.close();
            throw new BadInput(
                    "the store " + options.storeFolder().resolve(ObservationStore.FILE) + " " + fault.getMessage());
        } catch (BadInput refused) {
            store.close();
            throw refused;
        }
    }

    private static List<Integer> known(SweepFile file, Database database) throws DatabaseException {
        List<String> coordinates = coordinates(file);
        Map<String, Integer> numbers = database.number(file.storedAs(), coordinates);
        return coordinates.stream().map(numbers::get).toList();
    }

    private static List<Integer> counted(SweepFile file) {
        return IntStream.rangeClosed(1, file.observe().points().size()).boxed().toList();
    }

    private static List<String> coordinates(SweepFile file) {
        return file.observe().points().stream()
                .map(point -> new TreeMap<>(point.coordinates()).toString())
                .toList();
    }

    /** Returns whether the sweep has been begun, and requires that it is the same. */
    private static boolean require(
            Path path, SweepFile file, RunOptions options, Database database, List<String> told, boolean begins)
            throws DatabaseException {
        Sweeping asked = new Sweeping(file.storedAs(), settings(file, options));
        Optional<Sweeping> begun = database.sweep(asked.name());
        if (!begins && begun.isEmpty()) {
            return false;
        }
        if (begun.isEmpty() || (begins && options.fresh())) {
            database.begin(asked);
            return true;
        }
        Map<String, String> before = lines(begun.get().settings());
        Map<String, String> now = lines(asked.settings());
        changed(before, now).ifPresent(name -> {
            throw new BadInput(path + ": the sweep " + file.storedAs() + " was begun with " + name + " = "
                    + before.getOrDefault(name, NOTHING) + ", found " + now.getOrDefault(name, NOTHING)
                    + "; accepted: the same, --fresh to begin it anew, or another id");
        });
        if (!before.equals(now)) {
            told.add("the program has changed since this sweep was begun: what it made before is kept, and not used");
            if (begins) {
                database.change(asked);
            }
        }
        return begins || database.writable();
    }

    /** Returns what makes other runs now, if anything does; parameters that the program did not have before make none. */
    private static Optional<String> changed(Map<String, String> before, Map<String, String> now) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        return names.stream()
                .filter(name -> !CODE.startsWith(name))
                .filter(name ->
                        !name.startsWith(SweepFile.BY_DEFAULT) || (before.containsKey(name) && now.containsKey(name)))
                .filter(name -> !Objects.equals(before.get(name), now.get(name)))
                .findFirst();
    }

    private static String settings(SweepFile file, RunOptions options) {
        List<String> lines = new ArrayList<>(file.settings());
        Map<String, String> identity =
                file.runs(file.observe().points().get(0)).get(0).identity(options.seed(), options.kernel());
        lines.add("kernel = " + identity.get("kernel"));
        lines.add("root seed = " + options.seed());
        lines.add(CODE + identity.get("code"));
        return String.join("\n", lines);
    }

    private static Map<String, String> lines(String settings) {
        Map<String, String> lines = new LinkedHashMap<>();
        settings.lines().forEach(line -> {
            int equals = line.indexOf(" = ");
            lines.put(line.substring(0, equals), line.substring(equals + 3));
        });
        return lines;
    }

    /** Returns the indices of its grid points, from 0. */
    List<Integer> indices() {
        return IntStream.range(0, numbers.size()).boxed().toList();
    }

    /** Returns the grid point of an index. */
    GridPoint point(int index) {
        return file.observe().points().get(index);
    }

    /**
     * Returns the runs at some grid points, one after the other, each with what is kept of it. They are looked up as they are
     * asked for, some hundreds at once, and none is held.
     */
    Iterable<Kept> runs(List<Integer> indices) {
        return () -> new KeptRuns(this, indices);
    }

    @Override
    public void close() {
        sweep.close();
    }
}
