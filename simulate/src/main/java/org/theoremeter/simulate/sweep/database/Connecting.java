package org.theoremeter.simulate.sweep.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/**
 * Connects to a file, with the settings that all processes use.
 *
 * @param file the file
 * @param waitMillis how long to wait for others, in milliseconds
 * @param writable whether it can be written
 */
record Connecting(Path file, int waitMillis, boolean writable) {

    private static final long POLL_MILLIS = 20;
    private static final int BUSY = 5;

    /** Of pages in memory, in KiB: room for the index of 100,000 runs, which lie in it without order. */
    private static final int CACHE = 16 << 10;

    /**
     * Returns a connection to a file that has the tables.
     *
     * @throws DatabaseException if it is no store of this version, damaged, or locked for too long
     */
    Connection connection() throws DatabaseException {
        long patience = System.nanoTime() + waitMillis * 1_000_000L;
        while (true) {
            try {
                return once();
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

    private Connection once() throws SQLException, DatabaseException {
        Connection connection = writable ? writing() : reading();
        try {
            Schema.require(connection, writable);
            return connection;
        } catch (SQLException | DatabaseException fault) {
            Transactions.quietly(connection);
            throw fault;
        }
    }

    private Connection writing() throws SQLException {
        SQLiteConfig config = config();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.NORMAL);
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    }

    /** Nothing beside the file can be made, where the log would be: it is read as it stands. */
    private Connection reading() throws SQLException {
        SQLiteConfig config = config();
        config.setReadOnly(true);
        config.setOpenMode(SQLiteOpenMode.OPEN_URI);
        return config.createConnection("jdbc:sqlite:"
                + file.toAbsolutePath().toUri().toString().replaceFirst("^file:/+", "file:/") + "?immutable=1");
    }

    private SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(waitMillis);
        config.setCacheSize(-CACHE);
        return config;
    }
}
