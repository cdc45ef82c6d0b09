package org.theoremeter.verify.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The exponent β of η ∝ T₀^(−β), from the thresholds T₀ at several values of a control η that is known exactly.
 *
 * <p>Twice: by the ordinary regression of ln η on ln T₀, which takes the thresholds for exact; and by that of ln T₀ on ln η, where the
 * thresholds carry their errors and a scatter beyond, β = −1/slope.
 *
 * @param ordinary ln η on ln T₀, over all points
 * @param line ln T₀ on ln η, over the points with a closed interval of positive ends; empty if there are too few
 * @param bend the quadratic term of ln T₀ on ln η, over the same points; empty if there are too few
 * @param weighted how many points have a closed interval of positive ends
 */
public record ThresholdExponent(LogRegression ordinary, Optional<ErrorLine> line, Optional<Bend> bend, int weighted) {

    /**
     * One threshold.
     *
     * @param control η, positive
     * @param threshold T₀ with its interval, positive
     */
    public record Point(double control, Threshold.Estimate threshold) {}

    /** Returns why these points give no exponent, empty if they do. */
    public static Optional<String> obstacle(List<Point> points) {
        if (points.size() < LogRegression.FEWEST) {
            return Optional.of(points.size() + (points.size() == 1 ? " threshold" : " thresholds") + ", at least "
                    + LogRegression.FEWEST + " needed");
        }
        if (points.stream().anyMatch(point -> !(point.threshold.value() > 0))) {
            return Optional.of("a threshold is not positive and has no logarithm");
        }
        boolean different = points.stream()
                        .mapToDouble(point -> point.threshold.value())
                        .distinct()
                        .count()
                > 1;
        return different ? Optional.empty() : Optional.of("all thresholds are equal");
    }

    /**
     * Fits both laws.
     *
     * @param points with different controls; without {@link #obstacle}
     * @param confidence of the intervals, two-sided, in (0, 1)
     * @throws IllegalArgumentException if there is an obstacle
     */
    public static ThresholdExponent of(List<Point> points, double confidence) {
        obstacle(points).ifPresent(obstacle -> {
            throw new IllegalArgumentException("no exponent: " + obstacle);
        });
        List<Point> sorted =
                points.stream().sorted(Comparator.comparing(Point::control)).toList();
        List<Point> weighted = sorted.stream()
                .filter(point -> Double.isFinite(point.threshold.logError()))
                .toList();
        double[] x =
                weighted.stream().mapToDouble(point -> Math.log(point.control)).toArray();
        double[] y = weighted.stream()
                .mapToDouble(point -> Math.log(point.threshold.value()))
                .toArray();
        double[] errors = weighted.stream()
                .mapToDouble(point -> point.threshold.logError())
                .toArray();
        boolean enough = obstacle(weighted).isEmpty();
        return new ThresholdExponent(
                LogRegression.of(
                        sorted.stream()
                                .mapToDouble(point -> point.threshold.value())
                                .toArray(),
                        sorted.stream().mapToDouble(Point::control).toArray()),
                enough ? Optional.of(ErrorLine.fit(x, new double[x.length], y, errors, confidence)) : Optional.empty(),
                enough && x.length >= Bend.FEWEST ? Optional.of(Bend.of(x, y, errors, confidence)) : Optional.empty(),
                weighted.size());
    }

    /** Returns the interval of β that an interval of slopes of ln T₀ on ln η stands for, from −∞ to ∞ if that holds 0. */
    public static double[] exponents(double lowerSlope, double upperSlope) {
        return lowerSlope > 0 || upperSlope < 0
                ? new double[] {-1 / lowerSlope, -1 / upperSlope}
                : new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
    }
}
