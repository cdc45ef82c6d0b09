package org.theoremeter.verify.cli.simulation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.theoremeter.reports.document.Heatmap;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;

/**
 * Shows a matrix as a heat map.
 *
 * <p>Units have no order of their own; they are sorted by where each is most active, as is usual where units are active one
 * after the other (Harvey, Coen &amp; Tank, Nature 484, 2012; Rajan, Harvey &amp; Tank, Neuron 90, 2016).
 */
final class MatrixFigure {

    private static final String UNIT = "unit";

    private MatrixFigure() {}

    /**
     * Returns the heat map of a matrix that has rows and columns.
     *
     * @param experiment its name, for the caption
     * @param observable what was observed
     * @param matrix what was found
     */
    static Heatmap of(String experiment, Observable observable, Measurement.Matrix matrix) {
        String name = observable.name();
        String rowAxis = observable.axes().get(0);
        String columnAxis = observable.axes().get(1);
        String caption = experiment + ": " + name;
        double[][] values = matrix.values();
        if (!rowAxis.equals(UNIT)) {
            return new Heatmap(name, caption, rowAxis, columnAxis, matrix.rows(), matrix.columns(), values, name);
        }
        double[] ranks =
                IntStream.rangeClosed(1, values.length).asDoubleStream().toArray();
        boolean still = Arrays.stream(values).anyMatch(row -> peak(row) == row.length);
        return new Heatmap(
                name,
                caption + ", units sorted by the " + columnAxis + " of their peak"
                        + (still ? ", those that never change last" : ""),
                "unit, in the order of their peaks",
                columnAxis,
                ranks,
                matrix.columns(),
                byPeak(values),
                name);
    }

    /** Returns the rows by the column of their greatest value; those with the same one stay in their order. */
    private static double[][] byPeak(double[][] values) {
        return Arrays.stream(values)
                .sorted(Comparator.comparingInt(MatrixFigure::peak))
                .toArray(double[][]::new);
    }

    /** Returns the first column with the greatest value; one past the last for a row that is the same everywhere. */
    private static int peak(double[] row) {
        int peak = 0;
        boolean changes = false;
        for (int j = 1; j < row.length; j++) {
            peak = row[j] > row[peak] ? j : peak;
            changes |= row[j] != row[0];
        }
        return changes ? peak : row.length;
    }
}
