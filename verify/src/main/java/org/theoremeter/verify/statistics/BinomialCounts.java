package org.theoremeter.verify.statistics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Counts of an outcome along a coordinate: at each grid point so many successes of so many independent trials. Curves are fitted to them
 * on a {@link Coordinate} scale; a place is one on that scale.
 */
public final class BinomialCounts {

    /** The fewest grid points with which two parameters leave something to judge the fit by. */
    private static final int FEWEST = 3;

    private final Coordinate scale;
    private final double[] coordinates;
    /** The places of the coordinates on the scale. */
    private final double[] x;

    private final double[] successes;
    private final double[] trials;

    /** Counts along the coordinate itself, as {@link #BinomialCounts(Coordinate, double[], double[], double[])} has them. */
    public BinomialCounts(double[] x, double[] successes, double[] trials) {
        this(Coordinate.LINEAR, x, successes, trials);
    }

    /**
     * Sorts the grid points by coordinate.
     *
     * @param scale on which curves are fitted
     * @param x finite and accepted by the scale, at least one value, all different
     * @param successes whole numbers from 0 to the trials, as many
     * @param trials whole numbers from 1 on, as many
     * @throws IllegalArgumentException if not
     */
    public BinomialCounts(Coordinate scale, double[] x, double[] successes, double[] trials) {
        int n = x.length;
        if (n == 0 || successes.length != n || trials.length != n) {
            throw new IllegalArgumentException("counts need as many coordinates, successes and trials: " + n + ", "
                    + successes.length + ", " + trials.length);
        }
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted((i, j) -> Double.compare(x[i], x[j]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.scale = scale;
        coordinates = sorted(x, order);
        this.x = Arrays.stream(coordinates).map(scale::place).toArray();
        this.successes = sorted(successes, order);
        this.trials = sorted(trials, order);
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(this.x[i]) || (i > 0 && this.x[i] == this.x[i - 1])) {
                throw new IllegalArgumentException("the coordinates of grid points are finite and different"
                        + (scale == Coordinate.LOG ? ", and positive on a logarithmic scale: " : ": ")
                        + coordinates[i]);
            }
            if (!(isCount(this.trials[i])
                    && this.trials[i] >= 1
                    && isCount(this.successes[i])
                    && this.successes[i] <= this.trials[i])) {
                throw new IllegalArgumentException("a grid point counts successes among its trials: "
                        + this.successes[i] + " of " + this.trials[i]);
            }
        }
    }

    private static double[] sorted(double[] values, int[] order) {
        return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
    }

    private static boolean isCount(double value) {
        return value >= 0 && value == Math.rint(value) && Double.isFinite(value);
    }

    /** Returns the number of grid points. */
    public int size() {
        return x.length;
    }

    /** Returns the place of a grid point. */
    double x(int i) {
        return x[i];
    }

    /** Returns the coordinate of a grid point. */
    double coordinate(int i) {
        return coordinates[i];
    }

    /** Returns the scale on which curves are fitted. */
    Coordinate scale() {
        return scale;
    }

    double successes(int i) {
        return successes[i];
    }

    double trials(int i) {
        return trials[i];
    }

    double fraction(int i) {
        return successes[i] / trials[i];
    }

    /** Returns the largest fraction. */
    public double largestFraction() {
        return IntStream.range(0, size()).mapToDouble(this::fraction).max().orElseThrow();
    }

    double least() {
        return x[0];
    }

    double largest() {
        return x[x.length - 1];
    }

    double span() {
        return largest() - least();
    }

    double leastGap() {
        return IntStream.range(1, size())
                .mapToDouble(i -> x[i] - x[i - 1])
                .min()
                .orElseThrow();
    }

    /** Returns the place of the first grid point with a success; there is one. */
    double firstSuccess() {
        return x[
                IntStream.range(0, size())
                        .filter(i -> successes[i] > 0)
                        .findFirst()
                        .orElseThrow()];
    }

    /** Returns why no model has a threshold that these counts determine, if that can be said without a fit. */
    Optional<String> noThreshold() {
        if (size() < FEWEST) {
            return Optional.of(
                    size() + (size() == 1 ? " grid point" : " grid points") + ", at least " + FEWEST + " needed");
        }
        double[] fractions = IntStream.range(0, size())
                .mapToDouble(this::fraction)
                .distinct()
                .sorted()
                .toArray();
        if (fractions.length == 1) {
            return Optional.of("the fraction is " + fractions[0] + " at every grid point");
        }
        int changes = 0;
        int at = 0;
        for (int i = 1; i < size(); i++) {
            if (fraction(i) != fraction(i - 1)) {
                changes++;
                at = i;
            }
        }
        if (fractions.length == 2 && fractions[0] == 0 && fractions[1] == 1 && changes == 1) {
            return Optional.of("the fraction goes from " + fraction(at - 1) + " at " + coordinates[at - 1]
                    + " straight to " + fraction(at) + " at " + coordinates[at] + "; grid points between would tell");
        }
        return Optional.empty();
    }

    /** Returns what is said of a threshold, a place, that lies outside of the range of the data. */
    String outside(double threshold) {
        return String.format(
                Locale.ROOT,
                "the fit puts it at %.4g, outside of the data, from %s to %s",
                scale.at(threshold),
                coordinates[0],
                coordinates[coordinates.length - 1]);
    }
}
