package org.theoremeter.simulate.sweep.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Asks and changes a database, by one thread at a time; every change is whole or not at all. */
final class Transactions {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private Locker locker = Optional::empty;

    Transactions(Connection connection) {
        this.connection = connection;
    }

    /** Work on the database. */
    @FunctionalInterface
    interface Work<T> {

        /** Does it, and returns what it found. */
        T done() throws SQLException;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {

        /** Returns what is in it. */
        T read(ResultSet row) throws SQLException;
    }

    /** Knows who else uses the file. */
    @FunctionalInterface
    interface Locker {

        /** Returns which other process does, as whoever waits in vain wants to know. */
        Optional<String> other() throws SQLException;
    }

    /** Lets faults name the process that keeps others out. */
    void naming(Locker known) {
        locker = known;
    }

    synchronized <T> T asked(Work<T> work) throws DatabaseException {
        try {
            return work.done();
        } catch (SQLException fault) {
            throw DatabaseException.of(fault, other());
        }
    }

    /** Does work in one transaction, whole or not at all. */
    synchronized <T> T changed(Work<T> work) throws DatabaseException {
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
            throw DatabaseException.of(fault, other());
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

    private Optional<String> other() {
        try {
            return locker.other();
        } catch (SQLException unknown) {
            return Optional.empty();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns what the first row of an answer says, if there is one. */
    <T> Optional<T> one(String query, Row<T> reader, Object... values) throws SQLException {
        PreparedStatement statement = statement(query);
        bind(statement, values);
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
        }
    }

    /** Changes rows, and returns how many. */
    int set(String change, Object... values) throws SQLException {
        PreparedStatement statement = statement(change);
        bind(statement, values);
        return statement.executeUpdate();
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /** Returns a statement, which is prepared once. */
    PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    /** Ends the use of the database after some last work, which may fail. */
    synchronized void close(Work<?> last) {
        try {
            last.done();
        } catch (SQLException left) {
            // others see that this process has ended
            quietly(connection);
            return;
        }
        quietly(connection);
    }

    /** Closes a connection that may be broken. */
    static void quietly(Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException ended) {
            // nothing is left to be done with it
            return;
        }
    }
}
