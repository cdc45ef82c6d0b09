package org.theoremeter.simulate.sweep.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables, and how a database says that it has them. */
final class Schema {

    /** Marks the file as ours, where SQLite has room for such a mark: "TMOB". */
    private static final int APPLICATION = 0x544D4F42;

    private static final int VERSION = 1;

    private static final String[] TABLES = {
        "CREATE TABLE run (hash TEXT PRIMARY KEY, key TEXT NOT NULL, diverged INTEGER NOT NULL, scalars TEXT NOT NULL,"
                + " content BLOB NOT NULL)",
        // how long and how often is no part of what was found
        "CREATE TABLE timing (hash TEXT PRIMARY KEY, seconds REAL NOT NULL, times INTEGER NOT NULL) WITHOUT ROWID",
        "CREATE TABLE lease (hash TEXT PRIMARY KEY, owner TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE process (owner TEXT PRIMARY KEY, host TEXT NOT NULL, pid INTEGER NOT NULL, started INTEGER NOT NULL,"
                + " beat INTEGER NOT NULL) WITHOUT ROWID",
        "CREATE TABLE sweep (name TEXT PRIMARY KEY, settings TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE grid_point (sweep TEXT NOT NULL, number INTEGER NOT NULL, coordinates TEXT NOT NULL,"
                + " PRIMARY KEY (sweep, coordinates)) WITHOUT ROWID",
    };

    private Schema() {}

    /**
     * Makes the tables in a new file, or checks that a file has them.
     *
     * @throws DatabaseException if the file is of another program or version
     */
    static void require(Connection connection, boolean writable) throws SQLException, DatabaseException {
        int application;
        int version;
        int tables;
        // read at one moment: another process may be about to make the tables
        run(connection, "BEGIN");
        try {
            application = pragma(connection, "application_id");
            version = pragma(connection, "user_version");
            tables = tables(connection);
        } finally {
            run(connection, "COMMIT");
        }
        if (application == 0 && version == 0 && tables == 0) {
            if (!writable) {
                throw new DatabaseException("holds nothing yet, and is read-only");
            }
            create(connection);
            return;
        }
        if (application != APPLICATION) {
            throw new DatabaseException(
                    "is a database of another program, accepted: a store of Theoremeter, or no file");
        }
        if (version != VERSION) {
            throw new DatabaseException("is a store of version " + version + ", accepted: " + VERSION
                    + "; use the Theoremeter that made it, or another folder");
        }
    }

    /** Makes everything in one transaction; whoever comes second finds it made. */
    private static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                if (tables(connection) == 0) {
                    for (String table : TABLES) {
                        statement.execute(table);
                    }
                    statement.execute("PRAGMA application_id = " + APPLICATION);
                    statement.execute("PRAGMA user_version = " + VERSION);
                }
                statement.execute("COMMIT");
            } catch (SQLException failure) {
                statement.execute("ROLLBACK");
                throw failure;
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int tables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT count(*) FROM sqlite_schema")) {
            return found.getInt(1);
        }
    }

    private static int pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("PRAGMA " + name)) {
            return found.getInt(1);
        }
    }
}
