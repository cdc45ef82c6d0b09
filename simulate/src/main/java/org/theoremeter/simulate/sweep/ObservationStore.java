package org.theoremeter.simulate.sweep;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.sweep.database.Database;
import org.theoremeter.simulate.sweep.database.DatabaseException;
import org.theoremeter.simulate.sweep.database.KeptRun;

/**
 * Keeps observations in the database {@value #FILE} of a folder, each under the SHA-256 of everything that made it.
 *
 * <p>What is damaged or belongs to something else is treated as absent and replaced. Where the store is a help only, a run whose
 * observation cannot be kept is no worse for it: somebody is warned. Doubles come back bit for bit. Files in the folder from
 * before there was a database are left alone.
 */
public final class ObservationStore implements AutoCloseable {

    /** The file in the folder. */
    public static final String FILE = "observations.sqlite";

    /** The largest observation that is read, in bytes. */
    private static final int LARGEST = 512 << 20;

    private static final int MOST_WARNINGS = 20;

    private final Optional<Path> folder;
    private final Consumer<String> warnings;
    private final AtomicInteger warned = new AtomicInteger();
    private Database database;
    private boolean unusable;

    private ObservationStore(Optional<Path> folder, Consumer<String> warnings) {
        this.folder = folder;
        this.warnings = warnings;
    }

    /** Keeps observations in a folder, which is created when the first is looked for. */
    public static ObservationStore at(Path folder) {
        return at(folder, warning -> {});
    }

    /**
     * Keeps observations in a folder, which is created when the first is looked for.
     *
     * @param warnings told, on any thread, of what is damaged or cannot be written: one line each, twenty at most
     */
    public static ObservationStore at(Path folder, Consumer<String> warnings) {
        return new ObservationStore(Optional.of(folder), warnings);
    }

    /** Keeps nothing. */
    public static ObservationStore none() {
        return new ObservationStore(Optional.empty(), warning -> {});
    }

    /**
     * Opens the database at once, for whoever cannot do without.
     *
     * @throws DatabaseException if it cannot be used
     * @throws IllegalStateException if nothing is kept
     */
    public synchronized Database open() throws DatabaseException {
        if (database == null) {
            database = Database.open(folder.orElseThrow(() -> new IllegalStateException("nothing is kept"))
                    .resolve(FILE));
        }
        return database;
    }

    /** Returns the database, or nothing where there is none or it cannot be used, of which somebody is warned once. */
    private synchronized Optional<Database> used() {
        if (folder.isEmpty() || unusable) {
            return Optional.empty();
        }
        try {
            return Optional.of(open());
        } catch (DatabaseException fault) {
            unusable = true;
            warn(folder.get().resolve(FILE) + ": " + fault.getMessage()
                    + "; nothing is kept, and all will have to be made again");
            return Optional.empty();
        }
    }

    /** Returns what was observed, if it was kept and is what the experiment can observe. */
    Optional<Observation> find(RunKey key, Predicate<Observation> possible) {
        Optional<Database> kept = used();
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<byte[]> content = kept.get().content(key.hash());
            if (content.isEmpty()) {
                return Optional.empty();
            }
            Observation found = ObservationJson.read(inflated(content.get()), key);
            if (possible.test(found)) {
                return Optional.of(found);
            }
            warn(kept.get() + ": found a kept observation, " + key.hash()
                    + ", of what the experiment does not observe; observed anew");
            return Optional.empty();
        } catch (ObservationJson.Damaged | IOException fault) {
            warn(kept.get() + ": " + fault.getMessage() + " (" + key.hash() + "); observed anew");
            return Optional.empty();
        }
    }

    /** Returns the scalars, events and divergence of a run, if it was kept. */
    Optional<Observation> summary(RunKey key) {
        Optional<Database> kept = used();
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        try {
            return kept.get().scalars(key.hash()).flatMap(this::summary);
        } catch (DatabaseException fault) {
            warn(kept.get() + ": " + fault.getMessage() + "; observed anew");
            return Optional.empty();
        }
    }

    /** Returns the scalars, events and divergence of each run, if it was kept, in their order. */
    List<Optional<Observation>> summaries(List<RunKey> keys) {
        List<String> hashes = keys.parallelStream().map(RunKey::hash).toList();
        Map<String, String> found = Map.of();
        try {
            Optional<Database> kept = used();
            found = kept.isPresent() ? kept.get().scalars(hashes) : found;
        } catch (DatabaseException fault) {
            warn(fault.getMessage() + "; observed anew");
        }
        Map<String, String> kept = found;
        return hashes.parallelStream()
                .map(hash -> Optional.ofNullable(kept.get(hash)).flatMap(this::summary))
                .toList();
    }

    private Optional<Observation> summary(String scalars) {
        try {
            return Optional.of(SummaryJson.read(scalars));
        } catch (ObservationJson.Damaged fault) {
            warn(folder.orElseThrow().resolve(FILE) + ": " + fault.getMessage() + "; observed anew");
            return Optional.empty();
        }
    }

    /** Returns how often a run was made and kept; 0 where that is not known. */
    long made(RunKey key) {
        try {
            Optional<Database> kept = used();
            return kept.isPresent() ? kept.get().times(key.hash()) : 0;
        } catch (DatabaseException fault) {
            warn(fault.getMessage());
            return 0;
        }
    }

    /** Returns whether a run may be made here now: unless another process that lives is at it. */
    boolean lend(RunKey key) {
        try {
            Optional<Database> kept = used();
            return kept.isEmpty() || !kept.get().writable() || kept.get().lend(key.hash());
        } catch (DatabaseException fault) {
            warn(fault.getMessage());
            return true;
        }
    }

    /** Lets others make a run that was lent and not made. */
    void takeBack(RunKey key) {
        try {
            Optional<Database> kept = used();
            if (kept.isPresent() && kept.get().writable()) {
                kept.get().takeBack(key.hash());
            }
        } catch (DatabaseException fault) {
            warn(fault.getMessage());
        }
    }

    /** Says whom is waited for. */
    void tellWaiting(int runs, RunKey one) {
        try {
            Optional<Database> kept = used();
            Optional<String> holder = kept.isPresent() ? kept.get().holder(one.hash()) : Optional.empty();
            holder.ifPresent(who ->
                    warnings.accept("waiting for " + who + ", which makes " + runs + " of the runs at this moment"));
        } catch (DatabaseException fault) {
            warn(fault.getMessage());
        }
    }

    /** Says to other processes that what was lent is still worked at. */
    void stayAlive() {
        try {
            Optional<Database> kept = used();
            if (kept.isPresent() && kept.get().writable()) {
                kept.get().stayAlive();
            }
        } catch (DatabaseException fault) {
            warn(fault.getMessage());
        }
    }

    /**
     * Keeps an observation, or warns that it could not be.
     *
     * @param seconds how long it took to make it
     * @return whether it is kept
     */
    boolean keep(RunKey key, Observation observation, double seconds) {
        Optional<Database> kept = used();
        if (kept.isEmpty()) {
            return false;
        }
        try {
            kept.get()
                    .keep(new KeptRun(
                            key.hash(),
                            ObservationJson.key(key),
                            observation.divergence().isPresent(),
                            ObservationJson.summary(observation),
                            deflated(ObservationJson.write(observation, key)),
                            seconds));
            return true;
        } catch (DatabaseException failure) {
            warn("cannot keep an observation in " + kept.get() + ", which " + failure.getMessage()
                    + "; it will have to be made again");
            return false;
        }
    }

    private static byte[] deflated(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, fast)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new IllegalStateException("memory refused to be written", impossible);
        } finally {
            fast.end();
        }
        return bytes.toByteArray();
    }

    private static String inflated(byte[] content) throws IOException {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(content))) {
            byte[] text = in.readNBytes(LARGEST);
            if (in.read() >= 0) {
                throw new IOException("found an observation of more than " + LARGEST + " bytes");
            }
            return new String(text, StandardCharsets.UTF_8);
        } catch (java.util.zip.ZipException | java.io.EOFException damaged) {
            throw new IOException("found a kept observation that is damaged or of another run", damaged);
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

    /** Closes the database, if it was used. */
    @Override
    public synchronized void close() {
        if (database != null) {
            database.close();
            database = null;
        }
    }
}
