package org.theoremeter.reports.document;

import java.util.Arrays;
import java.util.List;
import org.theoremeter.reports.document.Figure.Axis;
import org.theoremeter.reports.document.Figure.Curve;

/**
 * In which part of the runs something happens, over two axes: a cell for every pair of positions, and a map for each of the things
 * that may happen. Where there is no run there is no fraction, and the cell is drawn as missing.
 *
 * @param id unique among the graphics of a document, also when case is ignored, as it names a file; letters, digits, dots, hyphens
 *     and underscores
 * @param caption what it shows, as plain text, never blank
 * @param x the horizontal axis of every map
 * @param y the vertical axis
 * @param columns positions along x, finite and strictly increasing, at least one; copied
 * @param rows positions along y, finite and strictly increasing, at least one; the first is drawn at the bottom; copied
 * @param maps the maps, beside each other, at least one
 */
public record PhaseDiagram(
        String id, String caption, Axis x, Axis y, double[] columns, double[] rows, List<Counts> maps)
        implements Graphic {

    /**
     * Checks and copies the parts.
     *
     * @throws NullPointerException if a part is null
     * @throws IllegalArgumentException if the identifier is malformed, the caption blank, there is no map, positions do not increase or
     *     are not positive on a logarithmic axis, or a map has not as many cells as there are positions
     */
    public PhaseDiagram {
        Validate.identifier(id, "phase diagram id");
        Validate.notBlank(caption, "caption of phase diagram " + id);
        Validate.notNull(x, "x axis of phase diagram " + id);
        Validate.notNull(y, "y axis of phase diagram " + id);
        columns = Validate.increasing(columns, "column positions of phase diagram " + id);
        rows = Validate.increasing(rows, "row positions of phase diagram " + id);
        x.accept(columns, "columns", id);
        y.accept(rows, "rows", id);
        maps = Validate.filled(maps, "maps of phase diagram " + id);
        for (Counts map : maps) {
            if (map.runs.length != rows.length || map.runs[0].length != columns.length) {
                throw new IllegalArgumentException("phase diagram " + id + " has " + rows.length + " rows and "
                        + columns.length + " columns, but " + map.runs.length + " and " + map.runs[0].length
                        + " in the map " + map.title);
            }
            for (Curve curve : map.curves) {
                x.accept(curve.x(), curve.name(), id);
                y.accept(curve.y(), curve.name(), id);
            }
        }
    }

    /** Returns a copy of the positions along x. */
    @Override
    public double[] columns() {
        return columns.clone();
    }

    /** Returns a copy of the positions along y. */
    @Override
    public double[] rows() {
        return rows.clone();
    }

    /** Compares texts, positions and maps by value. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PhaseDiagram that
                && id.equals(that.id)
                && caption.equals(that.caption)
                && x.equals(that.x)
                && y.equals(that.y)
                && Arrays.equals(columns, that.columns)
                && Arrays.equals(rows, that.rows)
                && maps.equals(that.maps);
    }

    /** Agrees with {@link #equals(Object)}. */
    @Override
    public int hashCode() {
        return Arrays.hashCode(new int[] {id.hashCode(), Arrays.hashCode(columns), Arrays.hashCode(rows)});
    }

    /**
     * One of the maps.
     *
     * @param title what is counted, as plain text; possibly empty
     * @param fulfilled {@code fulfilled[i][j]}, in how many runs at row i and column j it happens, from 0 to all of them; copied
     * @param runs how many runs there are, 0 or more; copied
     * @param curves what is drawn over the map, such as thresholds; possibly none
     */
    public record Counts(String title, int[][] fulfilled, int[][] runs, List<Curve> curves) {

        /**
         * Checks and copies the parts.
         *
         * @throws NullPointerException if a part is null
         * @throws IllegalArgumentException if there is no cell, rows differ in length, or a cell has fewer runs than it counts
         */
        public Counts {
            Validate.notNull(title, "title of a map");
            Validate.notNull(fulfilled, "counts of the map " + title);
            Validate.notNull(runs, "runs of the map " + title);
            curves = Validate.list(curves, "curves of the map " + title);
            if (runs.length == 0 || runs[0].length == 0 || runs.length != fulfilled.length) {
                throw new IllegalArgumentException("the map " + title + " has " + runs.length + " rows of runs and "
                        + fulfilled.length + " of counts; it takes as many, and at least one cell");
            }
            fulfilled = copy(fulfilled);
            runs = copy(runs);
            for (int i = 0; i < runs.length; i++) {
                if (runs[i].length != runs[0].length || fulfilled[i].length != runs[0].length) {
                    throw new IllegalArgumentException("rows of the map " + title + " differ in length");
                }
                for (int j = 0; j < runs[i].length; j++) {
                    if (fulfilled[i][j] < 0 || fulfilled[i][j] > runs[i][j]) {
                        throw new IllegalArgumentException("the map " + title + " counts " + fulfilled[i][j] + " of "
                                + runs[i][j] + " runs in row " + (i + 1) + " and column " + (j + 1));
                    }
                }
            }
        }

        private static int[][] copy(int[][] counts) {
            return Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
        }

        /** Returns a copy of the counts. */
        @Override
        public int[][] fulfilled() {
            return copy(fulfilled);
        }

        /** Returns a copy of how many runs there are. */
        @Override
        public int[][] runs() {
            return copy(runs);
        }

        /** Compares title, counts and curves by value. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Counts that
                    && title.equals(that.title)
                    && Arrays.deepEquals(fulfilled, that.fulfilled)
                    && Arrays.deepEquals(runs, that.runs)
                    && curves.equals(that.curves);
        }

        /** Agrees with {@link #equals(Object)}. */
        @Override
        public int hashCode() {
            return Arrays.hashCode(
                    new int[] {title.hashCode(), Arrays.deepHashCode(fulfilled), Arrays.deepHashCode(runs)});
        }
    }
}
