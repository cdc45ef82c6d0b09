package org.theoremeter.simulate.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.theoremeter.simulate.file.AtomicFile;
import org.theoremeter.simulate.file.RegularFile;

/**
 * Keeps the state of one training run in a file, whole or not at all, and finds it again: about once a second, until it
 * is removed because the result of the run is kept.
 *
 * <p>The file holds a mark, the settings, the state and a checksum; a file that is cut short, damaged or of another run is
 * refused by name, never gone on from.
 */
public final class Checkpoints {

    private static final long OFTEN_ENOUGH = 64 << 20;
    private static final long INTERVAL = 1_000_000_000L;

    private final Path file;
    private final Map<String, String> run;
    private final LongSupplier clock;
    private long last;

    /**
     * Keeps the checkpoint of a run in a file.
     *
     * @param run what tells the run apart besides its plan, such as its seed
     */
    public Checkpoints(Path file, Map<String, String> run) {
        this(file, run, System::nanoTime);
    }

    Checkpoints(Path file, Map<String, String> run, LongSupplier clock) {
        this.file = file;
        this.run = Map.copyOf(run);
        this.clock = clock;
        last = clock.getAsLong();
    }

    /** Tells whether a second has passed since the last checkpoint, or since the start. */
    boolean due() {
        return clock.getAsLong() - last >= INTERVAL;
    }

    void keep(Checkpoint checkpoint) {
        Map<String, String> settings = new TreeMap<>(checkpoint.settings());
        settings.putAll(run);
        Checkpoint whole = new Checkpoint(
                settings, checkpoint.epoch(), checkpoint.parameters(), checkpoint.memory(), checkpoint.history());
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            AtomicFile.replace(file, ".partial", CheckpointFormat.bytes(whole));
        } catch (IOException failure) {
            throw new CheckpointException(
                    file + ": the checkpoint cannot be written, accepted: a folder that can", failure);
        }
        last = clock.getAsLong();
    }

    /** Forgets the state that was kept, if any. */
    public void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new CheckpointException(file + ": the checkpoint of the finished run cannot be removed", failure);
        }
    }

    /** Forgets the state that was kept, if it is of this run: one that was killed after its end, before it could tidy up. */
    public void removeOwn() {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            if (read(OFTEN_ENOUGH).settings().entrySet().containsAll(run.entrySet())) {
                remove();
            }
        } catch (CheckpointException damaged) {
            // nobody can tell whose it is: the run that goes on from it will say so
            return;
        }
    }

    /**
     * Returns the checkpoint to go on from, if there is one.
     *
     * @throws CheckpointException if there is one that is damaged or of another run
     */
    Optional<Checkpoint> find(Map<String, String> plan, int parameters, int memories) {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        Map<String, String> wanted = new TreeMap<>(plan);
        wanted.putAll(run);
        long epochs = Long.parseLong(plan.get("epochs"));
        // a larger one of another run is still told what differs
        Checkpoint found = read(Math.max(OFTEN_ENOUGH, CheckpointFormat.most(parameters, memories, epochs)));
        if (!found.settings().equals(wanted)) {
            throw new CheckpointException(file + ": the checkpoint is of another run: "
                    + differences(found.settings(), wanted)
                    + "; accepted: the settings it was made with, another folder, or --fresh to begin anew");
        }
        boolean shaped = found.epoch() >= 0
                && found.epoch() <= epochs
                && found.parameters().length == parameters
                && found.memory().length == memories
                && Arrays.stream(found.memory()).allMatch(store -> store.length == parameters)
                && Arrays.stream(found.history()).allMatch(column -> column.length == found.epoch());
        if (!shaped) {
            throw refused(CheckpointFormat.damaged().getMessage());
        }
        return Optional.of(found);
    }

    private String differences(Map<String, String> found, Map<String, String> wanted) {
        Map<String, String> names = new TreeMap<>(found);
        names.putAll(wanted);
        List<String> different = names.keySet().stream()
                .filter(name -> !String.valueOf(found.get(name)).equals(String.valueOf(wanted.get(name))))
                .toList();
        // what the caller tells of a run is nearer to what a user set than the plan it made of it
        List<String> told = different.stream().filter(run::containsKey).toList();
        return (told.isEmpty() ? different : told)
                .stream()
                        .map(name -> name + " is " + found.get(name) + " there, " + wanted.get(name) + " here")
                        .collect(Collectors.joining("; "));
    }

    private Checkpoint read(long most) {
        try {
            return CheckpointFormat.read(RegularFile.read(file, most));
        } catch (CheckpointFormat.Damaged damaged) {
            throw refused(damaged.getMessage());
        } catch (IOException failure) {
            throw refused("the checkpoint " + failure.getMessage() + ", or --fresh to begin anew");
        }
    }

    private CheckpointException refused(String found) {
        return new CheckpointException(file + ": " + found);
    }
}
