package org.theoremeter.simulate.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.theoremeter.simulate.experiment.Observation;

/**
 * Keeps observations, each in a JSON file named by the SHA-256 of everything that made it.
 *
 * <p>Files are written whole or not at all. A file that is damaged, or belongs to something else, is treated as
 * absent and replaced. Doubles come back bit for bit.
 */
public final class ObservationStore {

    private final Optional<Path> folder;

    private ObservationStore(Optional<Path> folder) {
        this.folder = folder;
    }

    /** Keeps observations in a folder, which is created when the first is written. */
    public static ObservationStore at(Path folder) {
        return new ObservationStore(Optional.of(folder));
    }

    /** Keeps nothing. */
    public static ObservationStore none() {
        return new ObservationStore(Optional.empty());
    }

    Optional<Observation> find(CellKey key) {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        Path file = file(folder.get(), key);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return ObservationJson.read(Files.readString(file), key);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Writes an observation.
     *
     * @throws UncheckedIOException if the folder cannot be written to
     */
    void keep(CellKey key, Observation observation) {
        if (folder.isEmpty()) {
            return;
        }
        Path file = file(folder.get(), key);
        try {
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(file.getParent(), "draft", ".tmp");
            try {
                Files.write(draft, ObservationJson.write(observation, key).getBytes(StandardCharsets.UTF_8));
                move(draft, file);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep an observation in " + file.getParent(), e);
        }
    }

    private static void move(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path file(Path folder, CellKey key) {
        return folder.resolve(key.hash() + ".json");
    }
}
