package org.theoremeter.simulate.sweep.database;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in one line what is wrong with a database file, and what to do. */
public final class DatabaseException extends IOException {

    private static final long serialVersionUID = 1L;

    DatabaseException(String message) {
        super(message);
    }

    private DatabaseException(String message, SQLException cause) {
        super(message, cause);
    }

    /**
     * Says what an SQLite error means here.
     *
     * @param holder which process has the database locked, if one is known
     */
    static DatabaseException of(SQLException fault, Optional<String> holder) {
        SQLiteErrorCode code =
                fault instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        // extended codes carry the plain one in their last eight bits
        String reason = switch (code.code & 0xFF) {
            case 5, 6 ->
                "is locked by " + holder.orElse("another program") + "; what it holds is untouched, try again later";
            case 8 -> "is read-only";
            case 10 -> "cannot be read or written: an input or output error of the disk";
            case 11, 26 ->
                "is damaged or no store, accepted: move it away, and it is made anew; what is whole in it, 'sqlite3 FILE"
                        + " .recover' brings back";
            case 13 -> "cannot grow: the disk is full";
            case 14 -> "cannot be opened";
            default -> "cannot be used: " + fault.getMessage();
        };
        return new DatabaseException(reason, fault);
    }
}
