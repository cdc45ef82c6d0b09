package org.theoremeter.reports.figure;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.theoremeter.reports.document.PhaseDiagram;

/**
 * The cells of one map of a phase diagram, and where they meet: halfway between their positions, as equal room is counted on the axis.
 *
 * <p>Where there are more rows or columns than anybody could tell apart, the runs of neighbours are counted together.
 *
 * @param rows the edges of the rows, one more than there are rows
 * @param columns the edges of the columns, one more than there are columns
 * @param fulfilled in how many runs of each cell it happens
 * @param runs how many runs each cell has
 */
record PhaseCells(double[] rows, double[] columns, int[][] fulfilled, int[][] runs) {

    /** More rows or columns than this are counted together. */
    private static final int MOST = 100;

    /** A single position on a logarithmic axis reaches so many decades to either side. */
    private static final double AROUND_LOGARITHM = 0.15;

    static PhaseCells of(PhaseDiagram phases, PhaseDiagram.Counts map) {
        double[] rows = edges(phases.rows(), phases.y().logarithmic());
        double[] columns = edges(phases.columns(), phases.x().logarithmic());
        int tall = (rows.length - 2) / MOST + 1;
        int wide = (columns.length - 2) / MOST + 1;
        return new PhaseCells(
                every(rows, tall),
                every(columns, wide),
                together(map.fulfilled(), tall, wide),
                together(map.runs(), tall, wide));
    }

    /** Returns the greatest number of runs of a cell. */
    int most() {
        return counts().max().orElseThrow();
    }

    /** Returns the least number of runs of a cell that has any; 0 if none has. */
    int fewest() {
        return counts().filter(count -> count > 0).min().orElse(0);
    }

    /** Returns whether a cell has none. */
    boolean missing() {
        return counts().anyMatch(count -> count == 0);
    }

    private IntStream counts() {
        return Arrays.stream(runs).flatMapToInt(Arrays::stream);
    }

    /** Returns the middles between the positions; the outer cells reach as far outwards as inwards. */
    static double[] edges(double[] positions, boolean logarithmic) {
        double[] at = logarithmic ? Arrays.stream(positions).map(Math::log10).toArray() : positions;
        int n = at.length;
        double[] edges = new double[n + 1];
        for (int i = 1; i < n; i++) {
            edges[i] = at[i - 1] / 2 + at[i] / 2;
        }
        double alone = logarithmic ? AROUND_LOGARITHM : Math.max(0.5, Math.abs(at[0]) / 10);
        edges[0] = n == 1 ? at[0] - alone : at[0] - (edges[1] - at[0]);
        edges[n] = n == 1 ? at[0] + alone : at[n - 1] + (at[n - 1] - edges[n - 1]);
        return Arrays.stream(edges)
                .map(edge -> logarithmic ? Math.pow(10, edge) : edge)
                .map(edge ->
                        Math.max(logarithmic ? Double.MIN_NORMAL : -Double.MAX_VALUE, Math.min(Double.MAX_VALUE, edge)))
                .toArray();
    }

    private static double[] every(double[] edges, int run) {
        int last = edges.length - 1;
        return IntStream.rangeClosed(0, (last - 1) / run + 1)
                .mapToDouble(i -> edges[Math.min(last, i * run)])
                .toArray();
    }

    private static int[][] together(int[][] counts, int tall, int wide) {
        int[][] sums = new int[(counts.length - 1) / tall + 1][(counts[0].length - 1) / wide + 1];
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i].length; j++) {
                sums[i / tall][j / wide] += counts[i][j];
            }
        }
        return sums;
    }
}
