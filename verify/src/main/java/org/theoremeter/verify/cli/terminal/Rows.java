package org.theoremeter.verify.cli.terminal;

import java.io.IOException;
import java.util.List;

/** The rows of a table, made one after the other. */
@FunctionalInterface
public interface Rows {

    /** Takes a row. */
    @FunctionalInterface
    interface Row {

        /**
         * Takes the next row.
         *
         * @param values one a column, null where there is none
         * @throws IOException if it cannot be written
         */
        void add(List<?> values) throws IOException;
    }

    /**
     * Hands over all rows.
     *
     * @throws IOException if one cannot be written
     */
    void each(Row row) throws IOException;
}
