package org.theoremeter.simulate.sweep.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.simulate.file.RegularFile;

/**
 * A store of runs in one file; for any number of threads and processes.
 *
 * <p>Every change is one transaction: after a crash it is there or not. Waits up to half a minute for others who write.
 *
 * <pre>{@code
 * try (Database database = Database.open(file)) {
 *     if (database.content(hash).isEmpty() && database.lend(hash)) { … database.keep(run); }
 * }
 * }</pre>
 */
public final class Database implements AutoCloseable {

    private static final int WAIT_MILLIS = 30_000;

    /** How many runs one question is about. */
    private static final int AT_ONCE = 500;

    private static final String SCALARS_OF_MANY =
            "SELECT hash, scalars FROM run WHERE hash IN (?" + ", ?".repeat(AT_ONCE - 1) + ")";

    private final Path file;
    private final Transactions database;
    private final Loans loans;
    private final boolean writable;

    private Database(Path file, Transactions database, boolean writable) {
        this.file = file;
        this.database = database;
        this.writable = writable;
        loans = new Loans(database);
        database.naming(loans::other);
    }

    /**
     * Opens a file, which is made if there is none; one that cannot be written is opened to be read.
     *
     * @throws DatabaseException if it is no store of this version, damaged, or locked for too long
     */
    public static Database open(Path file) throws DatabaseException {
        return open(file, WAIT_MILLIS);
    }

    static Database open(Path file, int waitMillis) throws DatabaseException {
        boolean exists = Files.exists(file);
        try {
            if (exists) {
                RegularFile.require(file, "a store");
            } else {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
        } catch (IOException failure) {
            throw new DatabaseException(RegularFile.reason(failure));
        }
        boolean writable = !exists
                || (Files.isWritable(file)
                        && Files.isWritable(file.toAbsolutePath().getParent()));
        return new Database(file, new Transactions(new Connecting(file, waitMillis, writable).connection()), writable);
    }

    /** Returns whether runs can be kept. */
    public boolean writable() {
        return writable;
    }

    /** Returns all that a run observed, compressed as it was kept. */
    public Optional<byte[]> content(String hash) throws DatabaseException {
        return database.asked(
                () -> database.one("SELECT content FROM run WHERE hash = ?", row -> row.getBytes(1), hash));
    }

    /** Returns the scalars of a run as JSON, if it is kept. */
    public Optional<String> scalars(String hash) throws DatabaseException {
        return database.asked(
                () -> database.one("SELECT scalars FROM run WHERE hash = ?", row -> row.getString(1), hash));
    }

    /** Returns the scalars of those runs that are kept as JSON, by their hashes; for many of them, much faster than one by one. */
    public Map<String, String> scalars(List<String> hashes) throws DatabaseException {
        return database.asked(() -> {
            Map<String, String> found = new HashMap<>();
            PreparedStatement many = database.statement(SCALARS_OF_MANY);
            for (int from = 0; from < hashes.size(); from += AT_ONCE) {
                for (int i = 0; i < AT_ONCE; i++) {
                    // what is null is the hash of nothing
                    many.setString(i + 1, from + i < hashes.size() ? hashes.get(from + i) : null);
                }
                try (ResultSet rows = many.executeQuery()) {
                    while (rows.next()) {
                        found.put(rows.getString(1), rows.getString(2));
                    }
                }
            }
            return found;
        });
    }

    /** Returns how often a run was made. */
    public long times(String hash) throws DatabaseException {
        return database.asked(() -> database.one("SELECT times FROM timing WHERE hash = ?", row -> row.getLong(1), hash)
                .orElse(0L));
    }

    /** Keeps a run, in the place of what was kept under its hash, and takes it back if it was lent. */
    public void keep(KeptRun run) throws DatabaseException {
        database.changed(() -> {
            database.set(
                    "INSERT OR REPLACE INTO run (hash, key, diverged, scalars, content) VALUES (?, ?, ?, ?, ?)",
                    run.hash(),
                    run.key(),
                    run.diverged() ? 1 : 0,
                    run.scalars(),
                    run.content());
            database.set(
                    "INSERT INTO timing (hash, seconds, times) VALUES (?, ?, 1)"
                            + " ON CONFLICT (hash) DO UPDATE SET seconds = excluded.seconds, times = times + 1",
                    run.hash(),
                    run.seconds());
            return loans.takeBack(run.hash());
        });
    }

    /**
     * Lends a run to this process, so that no other makes it meanwhile.
     *
     * @return whether it is lent; if not, a process that lives has it
     */
    public boolean lend(String hash) throws DatabaseException {
        return database.changed(() -> loans.lend(hash));
    }

    /** Takes a run back that was lent and not made. */
    public void takeBack(String hash) throws DatabaseException {
        database.changed(() -> loans.takeBack(hash));
    }

    /** Returns which process has a run, if one that lives has. */
    public Optional<String> holder(String hash) throws DatabaseException {
        return database.asked(() -> loans.living(hash));
    }

    /** Says that this process lives, to be called now and then while long runs are made. */
    public void stayAlive() throws DatabaseException {
        if (loans.due()) {
            database.changed(() -> {
                loans.beat();
                return null;
            });
        }
    }

    /** Returns the settings with which a sweep of this name was begun. */
    public Optional<Sweeping> sweep(String name) throws DatabaseException {
        return database.asked(() -> database.one(
                "SELECT settings FROM sweep WHERE name = ?", row -> new Sweeping(name, row.getString(1)), name));
    }

    /** Begins a sweep, in the place of one of the same name, whose grid points lose their numbers. */
    public void begin(Sweeping sweep) throws DatabaseException {
        database.changed(() -> {
            database.set("INSERT OR REPLACE INTO sweep (name, settings) VALUES (?, ?)", sweep.name(), sweep.settings());
            return database.set("DELETE FROM grid_point WHERE sweep = ?", sweep.name());
        });
    }

    /** Changes what is written down of a sweep; its grid points keep their numbers. */
    public void change(Sweeping sweep) throws DatabaseException {
        database.changed(() -> database.set(
                "INSERT OR REPLACE INTO sweep (name, settings) VALUES (?, ?)", sweep.name(), sweep.settings()));
    }

    /**
     * Returns the numbers of a sweep's grid points, from 1; those that are new get the next ones, in their order.
     *
     * @param coordinates those of each grid point as text, all different
     */
    public Map<String, Integer> number(String sweep, Iterable<String> coordinates) throws DatabaseException {
        return database.changed(() -> {
            Map<String, Integer> numbers = new HashMap<>();
            PreparedStatement known = database.statement("SELECT coordinates, number FROM grid_point WHERE sweep = ?");
            known.setString(1, sweep);
            int last = 0;
            try (ResultSet rows = known.executeQuery()) {
                while (rows.next()) {
                    numbers.put(rows.getString(1), rows.getInt(2));
                    last = Math.max(last, rows.getInt(2));
                }
            }
            for (String point : coordinates) {
                if (!numbers.containsKey(point)) {
                    last++;
                    numbers.put(point, last);
                    database.set(
                            "INSERT INTO grid_point (sweep, number, coordinates) VALUES (?, ?, ?)", sweep, last, point);
                }
            }
            return numbers;
        });
    }

    /** Ends the use of the file; what this process had been lent is taken back. */
    @Override
    public void close() {
        database.close(loans::end);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
