package org.theoremeter.simulate.sweep.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteException;
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
    private static final long POLL_MILLIS = 20;
    private static final int BUSY = 5;
    /** How many runs one question is about. */
    private static final int AT_ONCE = 500;

    /** Of pages in memory, in KiB: room for the index of 100,000 runs, which lie in it without order. */
    private static final int CACHE = 16 << 10;

    private static final String SCALARS_OF_MANY =
            "SELECT hash, scalars FROM run WHERE hash IN (?" + ", ?".repeat(AT_ONCE - 1) + ")";

    /** How often it is written down that this process lives, in milliseconds. */
    private static final long BEAT = 20_000;

    private final Path file;
    private final Connection connection;
    private final Lender me = Lender.here();
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final boolean writable;
    private boolean registered;
    private long beaten;

    private Database(Path file, Connection connection, boolean writable) {
        this.file = file;
        this.connection = connection;
        this.writable = writable;
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
        long patience = System.nanoTime() + waitMillis * 1_000_000L;
        while (true) {
            try {
                return opened(file, waitMillis, writable);
            } catch (SQLException fault) {
                // two that make one file at the same moment are not always queued by SQLite
                if (!isBusy(fault) || System.nanoTime() > patience) {
                    throw DatabaseException.of(fault, Optional.empty());
                }
                pause();
            }
        }
    }

    private static boolean isBusy(SQLException fault) {
        return fault instanceof SQLiteException sqlite && (sqlite.getResultCode().code & 0xFF) == BUSY;
    }

    private static void pause() throws DatabaseException {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("was not opened: interrupted");
        }
    }

    private static Database opened(Path file, int waitMillis, boolean writable) throws SQLException, DatabaseException {
        Connection connection = writable ? writing(file, waitMillis) : reading(file, waitMillis);
        try {
            Schema.require(connection, writable);
            return new Database(file, connection, writable);
        } catch (SQLException | DatabaseException fault) {
            closeQuietly(connection);
            throw fault;
        }
    }

    private static Connection writing(Path file, int waitMillis) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(waitMillis);
        config.setCacheSize(-CACHE);
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.NORMAL);
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    }

    /** Nothing beside the file can be made, where the log would be: it is read as it stands. */
    private static Connection reading(Path file, int waitMillis) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(waitMillis);
        config.setCacheSize(-CACHE);
        config.setReadOnly(true);
        config.setOpenMode(org.sqlite.SQLiteOpenMode.OPEN_URI);
        return config.createConnection("jdbc:sqlite:"
                + file.toAbsolutePath().toUri().toString().replaceFirst("^file:/+", "file:/") + "?immutable=1");
    }

    /** Returns whether runs can be kept. */
    public boolean writable() {
        return writable;
    }

    /** Returns all that a run observed, compressed as it was kept. */
    public Optional<byte[]> content(String hash) throws DatabaseException {
        return asked(() -> one("SELECT content FROM run WHERE hash = ?", row -> row.getBytes(1), hash));
    }

    /** Returns the scalars of a run as JSON, if it is kept. */
    public Optional<String> scalars(String hash) throws DatabaseException {
        return asked(() -> one("SELECT scalars FROM run WHERE hash = ?", row -> row.getString(1), hash));
    }

    /** Returns the scalars of those runs that are kept as JSON, by their hashes; for many of them, much faster than one by one. */
    public Map<String, String> scalars(List<String> hashes) throws DatabaseException {
        return asked(() -> {
            Map<String, String> found = new HashMap<>();
            PreparedStatement many = statement(SCALARS_OF_MANY);
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
        return asked(() -> one("SELECT times FROM timing WHERE hash = ?", row -> row.getLong(1), hash)
                .orElse(0L));
    }

    /** Keeps a run, in the place of what was kept under its hash, and takes it back if it was lent. */
    public void keep(KeptRun run) throws DatabaseException {
        changed(() -> {
            set(
                    "INSERT OR REPLACE INTO run (hash, key, diverged, scalars, content) VALUES (?, ?, ?, ?, ?)",
                    run.hash(),
                    run.key(),
                    run.diverged() ? 1 : 0,
                    run.scalars(),
                    run.content());
            set(
                    "INSERT INTO timing (hash, seconds, times) VALUES (?, ?, 1)"
                            + " ON CONFLICT (hash) DO UPDATE SET seconds = excluded.seconds, times = times + 1",
                    run.hash(),
                    run.seconds());
            set("DELETE FROM lease WHERE hash = ? AND owner = ?", run.hash(), me.owner());
            return null;
        });
    }

    /**
     * Lends a run to this process, so that no other makes it meanwhile.
     *
     * @return whether it is lent; if not, a process that lives has it
     */
    public boolean lend(String hash) throws DatabaseException {
        return changed(() -> {
            beat();
            Optional<String> holder = one("SELECT owner FROM lease WHERE hash = ?", row -> row.getString(1), hash);
            if (holder.isPresent() && lives(holder.get())) {
                // of this process, too, only one thread makes it
                return false;
            }
            set("INSERT OR REPLACE INTO lease (hash, owner) VALUES (?, ?)", hash, me.owner());
            return true;
        });
    }

    /** Takes a run back that was lent and not made. */
    public void takeBack(String hash) throws DatabaseException {
        changed(() -> set("DELETE FROM lease WHERE hash = ? AND owner = ?", hash, me.owner()));
    }

    /** Returns which process has a run, if one that lives has. */
    public Optional<String> holder(String hash) throws DatabaseException {
        return asked(() -> {
            Optional<String> owner = one("SELECT owner FROM lease WHERE hash = ?", row -> row.getString(1), hash);
            return owner.isPresent() && lives(owner.get())
                    ? lender(owner.get()).map(Lender::toString)
                    : Optional.empty();
        });
    }

    /** Says that this process lives, to be called now and then while long runs are made. */
    public void stayAlive() throws DatabaseException {
        if (System.currentTimeMillis() - beaten > BEAT && registered) {
            changed(() -> {
                beat();
                return null;
            });
        }
    }

    private void beat() throws SQLException {
        long now = System.currentTimeMillis();
        if (!registered) {
            forgetTheDead(now);
        }
        if (!registered || now - beaten > BEAT) {
            set(
                    "INSERT OR REPLACE INTO process (owner, host, pid, started, beat) VALUES (?, ?, ?, ?, ?)",
                    me.owner(),
                    me.host(),
                    me.pid(),
                    me.started(),
                    now);
            registered = true;
            beaten = now;
        }
    }

    private void forgetTheDead(long now) throws SQLException {
        List<String> dead = new ArrayList<>();
        try (ResultSet rows =
                statement("SELECT owner, host, pid, started, beat FROM process").executeQuery()) {
            while (rows.next()) {
                Lender lender = new Lender(rows.getString(1), rows.getString(2), rows.getLong(3), rows.getLong(4));
                if (!lender.lives(rows.getLong(5), now)) {
                    dead.add(lender.owner());
                }
            }
        }
        for (String owner : dead) {
            set("DELETE FROM lease WHERE owner = ?", owner);
            set("DELETE FROM process WHERE owner = ?", owner);
        }
    }

    private boolean lives(String owner) throws SQLException {
        if (owner.equals(me.owner())) {
            return true;
        }
        Optional<Long> beat = one("SELECT beat FROM process WHERE owner = ?", row -> row.getLong(1), owner);
        Optional<Lender> lender = lender(owner);
        return lender.isPresent() && lender.get().lives(beat.orElse(0L), System.currentTimeMillis());
    }

    private Optional<Lender> lender(String owner) throws SQLException {
        return one(
                "SELECT host, pid, started FROM process WHERE owner = ?",
                row -> new Lender(owner, row.getString(1), row.getLong(2), row.getLong(3)),
                owner);
    }

    /** Returns the settings with which a sweep of this name was begun. */
    public Optional<Sweeping> sweep(String name) throws DatabaseException {
        return asked(() ->
                one("SELECT settings FROM sweep WHERE name = ?", row -> new Sweeping(name, row.getString(1)), name));
    }

    /** Begins a sweep, in the place of one of the same name, whose grid points lose their numbers. */
    public void begin(Sweeping sweep) throws DatabaseException {
        changed(() -> {
            set("INSERT OR REPLACE INTO sweep (name, settings) VALUES (?, ?)", sweep.name(), sweep.settings());
            return set("DELETE FROM grid_point WHERE sweep = ?", sweep.name());
        });
    }

    /** Changes what is written down of a sweep; its grid points keep their numbers. */
    public void change(Sweeping sweep) throws DatabaseException {
        changed(() ->
                set("INSERT OR REPLACE INTO sweep (name, settings) VALUES (?, ?)", sweep.name(), sweep.settings()));
    }

    /**
     * Returns the numbers of a sweep's grid points, from 1; those that are new get the next ones, in their order.
     *
     * @param coordinates those of each grid point as text, all different
     */
    public Map<String, Integer> number(String sweep, Iterable<String> coordinates) throws DatabaseException {
        return changed(() -> {
            Map<String, Integer> numbers = new HashMap<>();
            PreparedStatement known = statement("SELECT coordinates, number FROM grid_point WHERE sweep = ?");
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
                    set("INSERT INTO grid_point (sweep, number, coordinates) VALUES (?, ?, ?)", sweep, last, point);
                }
            }
            return numbers;
        });
    }

    /** Ends the use of the file; what this process had been lent is taken back. */
    @Override
    public void close() {
        synchronized (this) {
            try {
                if (registered) {
                    set("DELETE FROM lease WHERE owner = ?", me.owner());
                    set("DELETE FROM process WHERE owner = ?", me.owner());
                }
            } catch (SQLException left) {
                // others see that this process has ended
                registered = false;
            }
            closeQuietly(connection);
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException ended) {
            // nothing is left to be done with it
            return;
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T done() throws SQLException;
    }

    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private synchronized <T> T asked(Work<T> work) throws DatabaseException {
        try {
            return work.done();
        } catch (SQLException fault) {
            throw DatabaseException.of(fault, locker());
        }
    }

    /** Does work in one transaction, whole or not at all. */
    private synchronized <T> T changed(Work<T> work) throws DatabaseException {
        try {
            execute("BEGIN IMMEDIATE");
            boolean done = false;
            try {
                T result = work.done();
                execute("COMMIT");
                done = true;
                return result;
            } finally {
                if (!done) {
                    rollback();
                }
            }
        } catch (SQLException fault) {
            throw DatabaseException.of(fault, locker());
        }
    }

    /** Ends a transaction that failed; what made it fail, such as a full disk, may have ended it already. */
    private void rollback() {
        try {
            execute("ROLLBACK");
        } catch (SQLException ended) {
            return;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns which other processes use the file, as whoever waits in vain wants to know; readers are not kept out by writers. */
    private Optional<String> locker() {
        try {
            PreparedStatement others = statement("SELECT owner, beat FROM process WHERE owner <> ?");
            others.setString(1, me.owner());
            try (ResultSet rows = others.executeQuery()) {
                while (rows.next()) {
                    Optional<Lender> other = lender(rows.getString(1));
                    if (other.isPresent() && other.get().lives(rows.getLong(2), System.currentTimeMillis())) {
                        return other.map(Lender::toString);
                    }
                }
            }
        } catch (SQLException unknown) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private <T> Optional<T> one(String query, Row<T> reader, Object... values) throws SQLException {
        PreparedStatement statement = statement(query);
        bind(statement, values);
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
        }
    }

    private int set(String change, Object... values) throws SQLException {
        PreparedStatement statement = statement(change);
        bind(statement, values);
        return statement.executeUpdate();
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
