package org.theoremeter.verify.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The exponent β of a power law between a control η that is known exactly and the thresholds T₀ at several of its values: of η ∝ T₀^(−β)
 * or of T₀ ∝ η^(−β), as the {@link Direction} says.
 *
 * <p>Twice: by the ordinary regression of the one's logarithm on the other's, which takes the thresholds for exact; and by that of ln T₀
 * on ln η, where the thresholds carry their errors and a scatter beyond.
 *
 * @param direction which of the two the exponent is of
 * @param ordinary the logarithm of what the exponent is of on that of the other, over all points
 * @param line ln T₀ on ln η, over the points with a closed interval of positive ends; empty if there are too few
 * @param bend the quadratic term of ln T₀ on ln η, over the same points; empty if there are too few
 * @param weighted how many points have a closed interval of positive ends
 */
public record ThresholdExponent(
        Direction direction, LogRegression ordinary, Optional<ErrorLine> line, Optional<Bend> bend, int weighted) {

    /** Which of control and threshold the exponent is of. */
    public enum Direction {

        /** η ∝ T₀^(−β): ln η on ln T₀, β = −1/slope of ln T₀ on ln η. */
        CONTROL {
            @Override
            public double exponent(double slope) {
                return -1 / slope;
            }

            @Override
            public double[] exponents(double lowerSlope, double upperSlope) {
                return lowerSlope > 0 || upperSlope < 0
                        ? new double[] {-1 / lowerSlope, -1 / upperSlope}
                        : new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
            }

            @Override
            LogRegression ordinary(double[] thresholds, double[] controls) {
                return LogRegression.of(thresholds, controls);
            }
        },

        /** T₀ ∝ η^(−β): ln T₀ on ln η, β = −slope. */
        THRESHOLD {
            @Override
            public double exponent(double slope) {
                return -slope;
            }

            @Override
            public double[] exponents(double lowerSlope, double upperSlope) {
                return new double[] {-upperSlope, -lowerSlope};
            }

            @Override
            LogRegression ordinary(double[] thresholds, double[] controls) {
                return LogRegression.of(controls, thresholds);
            }
        };

        /** Returns β for a slope of ln T₀ on ln η. */
        public abstract double exponent(double slope);

        /** Returns the interval of β that an interval of slopes of ln T₀ on ln η stands for, from −∞ to ∞ where it has no ends. */
        public abstract double[] exponents(double lowerSlope, double upperSlope);

        abstract LogRegression ordinary(double[] thresholds, double[] controls);
    }

    /**
     * An exponent with its interval.
     *
     * @param value β
     * @param lower the lower end, −∞ if it is open
     * @param upper the upper end, ∞ if it is open
     */
    public record Interval(double value, double lower, double upper) {}

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
     * @param direction which of the two the exponent is of
     * @param confidence of the intervals, two-sided, in (0, 1)
     * @throws IllegalArgumentException if there is an obstacle
     */
    public static ThresholdExponent of(List<Point> points, Direction direction, double confidence) {
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
                direction,
                direction.ordinary(
                        sorted.stream()
                                .mapToDouble(point -> point.threshold.value())
                                .toArray(),
                        sorted.stream().mapToDouble(Point::control).toArray()),
                enough ? Optional.of(ErrorLine.fit(x, new double[x.length], y, errors, confidence)) : Optional.empty(),
                enough && x.length >= Bend.FEWEST ? Optional.of(Bend.of(x, y, errors, confidence)) : Optional.empty(),
                weighted.size());
    }

    /** Returns the exponent by ordinary regression, with the interval of Student's quantile and its standard error. */
    public Interval byOrdinary(double confidence) {
        double half = ordinary.error()
                * new TDistribution(null, ordinary.points() - 2.0).inverseCumulativeProbability((1 + confidence) / 2);
        return new Interval(-ordinary.slope(), -ordinary.slope() - half, -ordinary.slope() + half);
    }

    /** Returns the exponent by the line that counts the errors of the thresholds, empty if there is none. */
    public Optional<Interval> byErrors() {
        return line.map(fitted -> {
            double[] ends = direction.exponents(fitted.lower(), fitted.upper());
            return new Interval(direction.exponent(fitted.slope()), ends[0], ends[1]);
        });
    }
}
