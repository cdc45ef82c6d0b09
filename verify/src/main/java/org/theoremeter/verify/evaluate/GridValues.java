package org.theoremeter.verify.evaluate;

import java.util.Arrays;
import java.util.List;
import org.theoremeter.simulate.experiment.Observation;

/**
 * Values on a grid along one axis, ordered towards zero.
 *
 * @param x the axis, falling
 * @param y y[seed][grid point]
 * @param errors the error of each that comes from the observation, numerical or stated by the user's own data, same shape
 * @param predicted the numerical error of each that comes from the prediction, same shape
 * @param points what was observed at each grid point
 */
record GridValues(double[] x, double[][] y, double[][] errors, double[][] predicted, List<PointObservations> points) {

    /** One reading of a grid point and a run there. */
    interface Source {
        Reading at(PointObservations here, Observation run);
    }

    /** Reads every grid point and seed. */
    static GridValues of(Observations all, String axis, Source source) {
        List<PointObservations> points = all.points().stream()
                .sorted((a, b) -> Double.compare(coordinate(b, axis), coordinate(a, axis)))
                .toList();
        int size = points.size();
        int seeds = points.get(0).runs().size();
        double[] x = new double[size];
        double[][] y = new double[seeds][size];
        double[][] errors = new double[seeds][size];
        double[][] predicted = new double[seeds][size];
        for (int j = 0; j < size; j++) {
            PointObservations here = points.get(j);
            x[j] = coordinate(here, axis);
            for (int seed = 0; seed < seeds; seed++) {
                try {
                    Reading reading = source.at(here, here.runs().get(seed));
                    y[seed][j] = reading.value();
                    errors[seed][j] =
                            reading.error().observed() + reading.error().stated();
                    predicted[seed][j] = reading.error().predicted();
                } catch (Unreadable reason) {
                    throw new Unreadable(reason.getMessage() + here.where(seed));
                }
            }
        }
        return new GridValues(x, y, errors, predicted, points);
    }

    private static double coordinate(PointObservations here, String axis) {
        return here.point().coordinates().get(axis);
    }

    /** Returns the part of the grid from grid point {@code first} on, nearer to zero. */
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
                points.subList(first, x.length));
    }
}
