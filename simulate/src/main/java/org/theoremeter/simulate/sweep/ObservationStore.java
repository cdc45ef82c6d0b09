package org.theoremeter.simulate.sweep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.file.AtomicFile;
import org.theoremeter.simulate.file.RegularFile;

/**
 * Keeps observations, each in a JSON file named by the SHA-256 of everything that made it.
 *
 * <p>Files are written whole or not at all. A file that is damaged, belongs to something else or is no regular file is treated
 * as absent and replaced, and a run whose observation cannot be kept is no worse for it: of both somebody is warned. Doubles
 * come back bit for bit.
 */
public final class ObservationStore {

    /** The largest observation that is read, in bytes. */
    private static final long LARGEST = 512L << 20;

    private static final int MOST_WARNINGS = 20;

    private final Optional<Path> folder;
    private final Consumer<String> warnings;
    private final AtomicInteger warned = new AtomicInteger();

    private ObservationStore(Optional<Path> folder, Consumer<String> warnings) {
        this.folder = folder;
        this.warnings = warnings;
    }

    /** Keeps observations in a folder, which is created when the first is written. */
    public static ObservationStore at(Path folder) {
        return at(folder, warning -> {});
    }

    /**
     * Keeps observations in a folder, which is created when the first is written.
     *
     * @param warnings told, on any thread, of files that are damaged or cannot be written: one line each, twenty at most
     */
    public static ObservationStore at(Path folder, Consumer<String> warnings) {
        return new ObservationStore(Optional.of(folder), warnings);
    }

    /** Keeps nothing. */
    public static ObservationStore none() {
        return new ObservationStore(Optional.empty(), warning -> {});
    }

    /** Returns what was observed, if it was kept and is what the experiment can observe. */
    Optional<Observation> find(RunKey key, Predicate<Observation> possible) {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        Path file = file(folder.get(), key);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            String text = new String(RegularFile.read(file, LARGEST), StandardCharsets.UTF_8);
            Observation kept = ObservationJson.read(text, key);
            if (possible.test(kept)) {
                return Optional.of(kept);
            }
            warn(file + ": found a kept observation of what the experiment does not observe; observed anew");
            return Optional.empty();
        } catch (ObservationJson.Damaged | IOException fault) {
            warn(file + ": " + fault.getMessage() + "; observed anew");
            return Optional.empty();
        }
    }

    /** Writes an observation, or warns that it could not be. */
    void keep(RunKey key, Observation observation) {
        if (folder.isEmpty()) {
            return;
        }
        Path file = file(folder.get(), key);
        try {
            Files.createDirectories(folder.get());
            byte[] text = ObservationJson.write(observation, key).getBytes(StandardCharsets.UTF_8);
            AtomicFile.replace(file, "." + UUID.randomUUID() + ".tmp", text);
        } catch (IOException failure) {
            warn("cannot keep an observation in " + folder.get() + ": " + RegularFile.reason(failure)
                    + "; it will have to be made again");
        }
    }

    private void warn(String warning) {
        int before = warned.getAndIncrement();
        if (before < MOST_WARNINGS) {
            warnings.accept("warning: " + warning);
        } else if (before == MOST_WARNINGS) {
            warnings.accept("warning: and more about kept observations");
        }
    }

    private static Path file(Path folder, RunKey key) {
        return folder.resolve(key.hash() + ".json");
    }
}
