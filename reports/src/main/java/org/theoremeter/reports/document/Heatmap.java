package org.theoremeter.reports.document;

import java.util.Arrays;

/**
 * Values over two axes, shown as colours.
 *
 * @param id unique among the graphics of a document, also when case is ignored, as it names a file; letters, digits, dots, hyphens
 *     and underscores
 * @param caption what it shows, as plain text, never blank
 * @param rowAxis along which quantity rows follow each other, with its unit, as plain text, never blank
 * @param columnAxis along which quantity each row runs, with its unit, as plain text, never blank
 * @param rows positions of the rows, finite and strictly increasing, at least one; the first is drawn at the top; copied
 * @param columns positions of the columns, finite and strictly increasing, at least one; copied
 * @param values finite, {@code values[i][j]} at {@code rows[i]} and {@code columns[j]}; copied
 * @param valueLabel what the values are, with their unit, as plain text, possibly empty
 */
public record Heatmap(
        String id,
        String caption,
        String rowAxis,
        String columnAxis,
        double[] rows,
        double[] columns,
        double[][] values,
        String valueLabel)
        implements Graphic {

    /**
     * Checks and copies the parts.
     *
     * @throws NullPointerException if a part is null
     * @throws IllegalArgumentException if the identifier is malformed, the caption or the label of an axis blank, there are no
     *     positions, positions do not increase, there are not as many values as positions, or a number is not finite
     */
    public Heatmap {
        Validate.identifier(id, "heat map id");
        Validate.notBlank(caption, "caption of heat map " + id);
        Validate.notBlank(rowAxis, "row axis of heat map " + id);
        Validate.notBlank(columnAxis, "column axis of heat map " + id);
        Validate.notNull(valueLabel, "value label of heat map " + id);
        rows = Validate.increasing(rows, "row positions of heat map " + id);
        columns = Validate.increasing(columns, "column positions of heat map " + id);
        Validate.notNull(values, "values of heat map " + id);
        if (values.length != rows.length) {
            throw new IllegalArgumentException("heat map " + id + " has " + rows.length + " row positions, but "
                    + values.length + " rows of values");
        }
        values = values.clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = Validate.finite(values[i], "row " + (i + 1) + " of heat map " + id);
            if (values[i].length != columns.length) {
                throw new IllegalArgumentException("heat map " + id + " has " + columns.length
                        + " column positions, but " + values[i].length + " values in row " + (i + 1));
            }
        }
    }

    /** Returns a copy of the positions of the rows. */
    @Override
    public double[] rows() {
        return rows.clone();
    }

    /** Returns a copy of the positions of the columns. */
    @Override
    public double[] columns() {
        return columns.clone();
    }

    /** Returns a copy of the values, row by row. */
    @Override
    public double[][] values() {
        return Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
    }

    /** Compares texts, positions and values by value. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Heatmap that
                && id.equals(that.id)
                && caption.equals(that.caption)
                && rowAxis.equals(that.rowAxis)
                && columnAxis.equals(that.columnAxis)
                && Arrays.equals(rows, that.rows)
                && Arrays.equals(columns, that.columns)
                && Arrays.deepEquals(values, that.values)
                && valueLabel.equals(that.valueLabel);
    }

    /** Agrees with {@link #equals(Object)}. */
    @Override
    public int hashCode() {
        return Arrays.hashCode(new int[] {
            id.hashCode(),
            caption.hashCode(),
            Arrays.hashCode(rows),
            Arrays.hashCode(columns),
            Arrays.deepHashCode(values)
        });
    }
}
