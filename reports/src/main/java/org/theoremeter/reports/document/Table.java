package org.theoremeter.reports.document;

import java.util.List;

/**
 * A table with a caption.
 *
 * @param id unique among the tables of a document; letters, digits, dots, hyphens and underscores
 * @param caption what the table shows, as plain text, never blank
 * @param columns the columns from left to right, at least one
 * @param rows the rows from top to bottom, possibly none; each has one cell a column
 */
public record Table(String id, String caption, List<Column> columns, List<List<Cell>> rows) implements Block {

    /**
     * Checks and copies the parts.
     *
     * @throws NullPointerException if a part, a row or a cell is null
     * @throws IllegalArgumentException if the identifier is malformed, the caption blank, there is no column, or a row has another
     *     number of cells than there are columns
     */
    public Table {
        Validate.identifier(id, "table id");
        Validate.notBlank(caption, "caption of table " + id);
        columns = Validate.filled(columns, "columns of table " + id);
        rows = Validate.list(rows, "rows of table " + id).stream()
                .map(row -> List.copyOf(row))
                .toList();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).size() != columns.size()) {
                throw new IllegalArgumentException("table " + id + " has " + columns.size() + " columns, but row "
                        + (i + 1) + " has " + rows.get(i).size() + " cells");
            }
        }
    }

    /**
     * One column of a table.
     *
     * @param title its heading, as plain text, possibly empty
     * @param align where its cells stand
     */
    public record Column(String title, Align align) {

        /**
         * Checks the parts.
         *
         * @throws NullPointerException if a part is null
         */
        public Column {
            Validate.notNull(title, "column title");
            Validate.notNull(align, "column alignment");
        }
    }

    /** Where the cells of a column stand. */
    public enum Align {
        /** At the left edge: words. */
        LEFT,
        /** In the middle: marks and badges. */
        CENTER,
        /** At the right edge: numbers. */
        RIGHT
    }
}
