package org.theoremeter.reports.figure;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.theoremeter.reports.document.Heatmap;

/**
 * What a heat map is drawn of: cells that meet halfway between the positions of their values.
 *
 * <p>Where there are more rows or columns than anybody could tell apart, neighbours are drawn as one cell with their mean.
 *
 * @param rows the edges of the rows, one more than there are rows
 * @param columns the edges of the columns, one more than there are columns
 * @param values the values, row by row
 */
record Cells(double[] rows, double[] columns, double[][] values) {

    private static final int MOST_ROWS = 160;

    private static final int MOST_COLUMNS = 200;

    static Cells of(Heatmap map) {
        double[][] values = map.values();
        int tall = run(values.length, MOST_ROWS);
        int wide = run(values[0].length, MOST_COLUMNS);
        double[][] means = new double[(values.length - 1) / tall + 1][(values[0].length - 1) / wide + 1];
        for (int i = 0; i < means.length; i++) {
            for (int j = 0; j < means[i].length; j++) {
                means[i][j] = mean(values, i * tall, tall, j * wide, wide);
            }
        }
        return new Cells(every(edges(map.rows()), tall), every(edges(map.columns()), wide), means);
    }

    /** Returns how many neighbours become one. */
    private static int run(int count, int most) {
        return (count - 1) / most + 1;
    }

    private static double mean(double[][] values, int row, int tall, int column, int wide) {
        int rowEnd = Math.min(values.length, row + tall);
        int columnEnd = Math.min(values[0].length, column + wide);
        double count = (double) (rowEnd - row) * (columnEnd - column);
        double mean = 0;
        for (int i = row; i < rowEnd; i++) {
            for (int j = column; j < columnEnd; j++) {
                // divided first, as the sum of large values is out of range
                mean += values[i][j] / count;
            }
        }
        return mean;
    }

    /** Returns the middles between the positions; the outer cells reach as far outwards as inwards. */
    private static double[] edges(double[] positions) {
        int n = positions.length;
        double[] edges = new double[n + 1];
        for (int i = 1; i < n; i++) {
            edges[i] = positions[i - 1] / 2 + positions[i] / 2;
        }
        edges[0] = n == 1 ? positions[0] - half(positions[0]) : inRange(2 * positions[0] - edges[1]);
        edges[n] = n == 1 ? positions[0] + half(positions[0]) : inRange(2 * positions[n - 1] - edges[n - 1]);
        return edges;
    }

    /** A single position has no neighbour from which it could tell how wide it is. */
    private static double half(double position) {
        return Math.max(0.5, Math.abs(position) / 10);
    }

    private static double inRange(double edge) {
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, edge));
    }

    private static double[] every(double[] edges, int run) {
        int last = edges.length - 1;
        return IntStream.rangeClosed(0, (last - 1) / run + 1)
                .mapToDouble(i -> edges[Math.min(last, i * run)])
                .toArray();
    }

    /** Returns the least and the greatest value. */
    double[] range() {
        double least =
                Arrays.stream(values).flatMapToDouble(Arrays::stream).min().orElseThrow();
        double greatest =
                Arrays.stream(values).flatMapToDouble(Arrays::stream).max().orElseThrow();
        return new double[] {least, greatest};
    }
}
