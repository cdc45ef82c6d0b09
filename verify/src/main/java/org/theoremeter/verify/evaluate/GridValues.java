package org.theoremeter.verify.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Values on a grid along one axis, ordered towards zero.
 *
 * @param x the axis, falling
 * @param y y[seed][point]
 * @param errors the error of each that comes from the observation, numerical or stated by the user's own data, same shape
 * @param predicted the numerical error of each that comes from the prediction, same shape
 * @param cells which cell of the claim each point is
 */
record GridValues(double[] x, double[][] y, double[][] errors, double[][] predicted, int[] cells) {

    /** One reading of a cell and seed. */
    interface Source {
        Reading at(int cell, int seed);
    }

    /** Reads every cell and seed. */
    static GridValues of(Observations all, String axis, Source source) {
        List<Integer> order = IntStream.range(0, all.byPoint().size())
                .boxed()
                .sorted((a, b) -> Double.compare(coordinate(all, b, axis), coordinate(all, a, axis)))
                .toList();
        int points = order.size();
        int seeds = all.byPoint().get(0).size();
        double[] x = new double[points];
        double[][] y = new double[seeds][points];
        double[][] errors = new double[seeds][points];
        double[][] predicted = new double[seeds][points];
        int[] cells = new int[points];
        for (int j = 0; j < points; j++) {
            cells[j] = order.get(j);
            x[j] = coordinate(all, cells[j], axis);
            for (int seed = 0; seed < seeds; seed++) {
                try {
                    Reading reading = source.at(cells[j], seed);
                    y[seed][j] = reading.value();
                    errors[seed][j] =
                            reading.error().observed() + reading.error().stated();
                    predicted[seed][j] = reading.error().predicted();
                } catch (Unreadable reason) {
                    throw new Unreadable(reason.getMessage() + all.where(cells[j], seed));
                }
            }
        }
        return new GridValues(x, y, errors, predicted, cells);
    }

    private static double coordinate(Observations all, int cell, String axis) {
        return all.observe().points().get(cell).coordinates().get(axis);
    }

    /** Returns the part of the grid from point {@code first} on, nearer to zero. */
    GridValues from(int first) {
        double[][] nearY = new double[y.length][];
        double[][] nearErrors = new double[y.length][];
        double[][] nearPredicted = new double[y.length][];
        for (int seed = 0; seed < y.length; seed++) {
            nearY[seed] = Arrays.copyOfRange(y[seed], first, x.length);
            nearErrors[seed] = Arrays.copyOfRange(errors[seed], first, x.length);
            nearPredicted[seed] = Arrays.copyOfRange(predicted[seed], first, x.length);
        }
        return new GridValues(
                Arrays.copyOfRange(x, first, x.length),
                nearY,
                nearErrors,
                nearPredicted,
                Arrays.copyOfRange(cells, first, x.length));
    }
}
