package org.theoremeter.verify.claim.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.verify.statistics.SerialCorrelation;

/**
 * Looks for signs that recorded seeds are not independent, which make an interval narrower than what was drawn: copies, also
 * rounded or jittered ones, and a drift along the order of the seeds.
 *
 * <p>Independent seeds are taken for such in less than one of a thousand tables.
 *
 * @param seeds what the column of seeds holds, rising
 * @param labels the labels of the grid points, in order
 */
public record SeedIndependence(List<Double> seeds, List<String> labels) {

    /** Numbers of so many digits do not agree by chance. */
    private static final int CHANCE_DIGITS = 7;

    /** What share of tables of independent seeds each of three signs may be seen in. */
    private static final double FALSE_ALARMS = 3e-4;

    private static final int FEWEST_FOR_SPACINGS = 5;
    /** Multiples of a step are whole to this, and differ by no more than this part of their size if they are equal. */
    private static final double WHOLE = 1e-4;

    private static final double DUST = 1e-12;
    /** Of fewer different values some step makes multiples by chance. */
    private static final int FEWEST_OF_A_STEP = 5;
    /** The nearest two of some values may be so many steps apart. */
    private static final int MOST_STEPS_APART = 20;

    /** Of more seeds pairs of series are not looked at. */
    private static final int MOST_SERIES = 200;
    /** Errors of so many typical distances say themselves that values agree by chance. */
    private static final double COARSE = 0.5;

    private static final double MEDIAN = 50;
    private static final double LOWER_QUARTILE = 25;
    private static final double UPPER_QUARTILE = 75;

    /**
     * Returns the observables of which some seeds are not independent, with the reason.
     *
     * @param observables which to look at
     * @param byPoint byPoint[point][seed]
     */
    public Map<String, String> dependent(Collection<String> observables, List<List<Observation>> byPoint) {
        Map<String, String> dependent = new LinkedHashMap<>();
        for (String name : observables) {
            for (int point = 0; point < byPoint.size(); point++) {
                List<List<Double>> values = byPoint.get(point).stream()
                        .map(run -> values(run.measurements().get(name)))
                        .toList();
                double error = byPoint.get(point).stream()
                        .mapToDouble(run -> run.measurements().get(name).error())
                        .max()
                        .orElse(0);
                String where = labels.get(point).isEmpty() ? "" : " at " + labels.get(point);
                reason(values, error, byPoint.size()).ifPresent(why -> dependent.putIfAbsent(name, why + where));
            }
        }
        return dependent;
    }

    /** What is the same for all seeds is no copy: nothing was drawn there. */
    private Optional<String> reason(List<List<Double>> values, double error, int tests) {
        if (values.stream().distinct().count() < 2 || (error > 0 && error >= COARSE * typicalDistance(values))) {
            return Optional.empty();
        }
        if (values.get(0).size() != 1) {
            return exactCopy(values).or(() -> nearCopyOfSeries(values, tests));
        }
        double[] scalars = values.stream().mapToDouble(value -> value.get(0)).toArray();
        double step = step(scalars);
        Optional<String> copy = step > 0 ? manyTies(scalars, step, tests) : exactCopy(values);
        return copy.or(() -> step > 0 ? Optional.empty() : nearCopy(scalars, tests))
                .or(() -> step > 0 ? Optional.empty() : manyTies(scalars, resolution(scalars), tests))
                .or(() -> drift(scalars, tests));
    }

    /** Returns the step of which all differences are multiples, as of times k Δt or of counts; 0 if there is none. */
    private static double step(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double size = Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
        double nearest = Double.POSITIVE_INFINITY;
        int different = 1;
        for (int i = 1; i < sorted.length; i++) {
            double gap = sorted[i] - sorted[i - 1];
            if (gap > DUST * size) {
                nearest = Math.min(nearest, gap);
                different++;
            }
        }
        for (int part = 1; different >= FEWEST_OF_A_STEP && part <= MOST_STEPS_APART; part++) {
            if (areMultiples(sorted, nearest / part)) {
                return nearest / part;
            }
        }
        return 0;
    }

    private static boolean areMultiples(double[] sorted, double step) {
        return Arrays.stream(sorted)
                .map(value -> (value - sorted[0]) / step)
                .allMatch(steps -> Math.abs(steps - Math.rint(steps)) <= WHOLE);
    }

    private Optional<String> exactCopy(List<List<Double>> values) {
        Map<List<Double>, Integer> seen = new HashMap<>();
        for (int seed = 0; seed < values.size(); seed++) {
            Integer before = seen.put(values.get(seed), seed);
            if (before != null && values.get(seed).stream().anyMatch(SeedIndependence::finelyResolved)) {
                return Optional.of("the same to the last digit for the seeds " + seeds.get(before) + " and "
                        + seeds.get(seed) + ", so that one is a copy,");
            }
        }
        return Optional.empty();
    }

    /** Of n draws the nearest two are nearer than a share of the middle half of them with that share times n²/2, about. */
    private Optional<String> nearCopy(double[] values, int tests) {
        int n = values.length;
        double middle = middleHalf(values);
        if (n < FEWEST_FOR_SPACINGS || !(middle > 0)) {
            return Optional.empty();
        }
        double suspicious = FALSE_ALARMS / tests * 2 / ((double) n * n) * middle;
        Integer[] order = order(values);
        for (int i = 1; i < n; i++) {
            double gap = values[order[i]] - values[order[i - 1]];
            if (gap > 0 && gap < suspicious && finelyResolved(values[order[i]])) {
                return Optional.of("for the seeds " + seeds.get(order[i - 1]) + " and " + seeds.get(order[i])
                        + " nearer to each other than independent seeds ever come (" + gap + "), so that one is a"
                        + " copy,");
            }
        }
        return Optional.empty();
    }

    /**
     * Series of independent seeds are nearer to each other than a share of their typical distance at most as often as numbers are, which
     * they are if only one number of each was drawn.
     */
    private Optional<String> nearCopyOfSeries(List<List<Double>> values, int tests) {
        int n = values.size();
        if (n < FEWEST_FOR_SPACINGS
                || n > MOST_SERIES
                || values.stream().mapToInt(List::size).distinct().count() > 1) {
            return Optional.empty();
        }
        double suspicious = FALSE_ALARMS / tests * 2 / ((double) n * n) * typicalDistance(values);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double distance = distance(values.get(i), values.get(j));
                if (distance > 0 && distance < suspicious) {
                    return Optional.of("for the seeds " + seeds.get(j) + " and " + seeds.get(i)
                            + " nearer to each other than independent seeds ever come (" + distance
                            + "), so that one is a copy,");
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the root mean square of the differences of two seeds: of numbers on average, of series the median over all pairs. */
    private static double typicalDistance(List<List<Double>> values) {
        if (values.get(0).size() == 1) {
            double[] numbers =
                    values.stream().mapToDouble(value -> value.get(0)).toArray();
            return Math.sqrt(2 * StatUtils.variance(numbers));
        }
        DescriptiveStatistics distances = new DescriptiveStatistics();
        for (int i = 0; i < Math.min(MOST_SERIES, values.size()); i++) {
            for (int j = 0; j < i; j++) {
                distances.addValue(distance(values.get(i), values.get(j)));
            }
        }
        return distances.getPercentile(MEDIAN);
    }

    private static double distance(List<Double> one, List<Double> other) {
        int common = Math.min(one.size(), other.size());
        double squares = 0;
        for (int k = 0; k < common; k++) {
            squares += Math.pow(one.get(k) - other.get(k), 2);
        }
        return Math.sqrt(squares / common);
    }

    /** Numbers that are rounded coincide by chance, but not that often; those at an end may be cut off there. */
    private Optional<String> manyTies(double[] values, double resolution, int tests) {
        int n = values.length;
        double middle = middleHalf(values);
        if (n < FEWEST_FOR_SPACINGS || !(middle > 0)) {
            return Optional.empty();
        }
        Integer[] order = order(values);
        double least = values[order[0]];
        double most = values[order[n - 1]];
        int ties = 0;
        int example = 0;
        for (int i = 1; i < n; i++) {
            double here = values[order[i]];
            boolean same = here - values[order[i - 1]] <= resolution * WHOLE;
            boolean atEnd = here - least <= resolution * WHOLE || most - here <= resolution * WHOLE;
            if (same && !atEnd) {
                ties++;
                example = i;
            }
        }
        double expected = n * (n - 1.0) / 2 * Math.min(1, resolution / middle);
        boolean often = ties > 1
                && 1 - new PoissonDistribution(expected).cumulativeProbability(ties - 1) < FALSE_ALARMS / tests;
        return often
                ? Optional.of("for " + ties + " seeds the same as for another (such as " + seeds.get(order[example - 1])
                        + " and " + seeds.get(order[example]) + "), where " + Math.round(expected)
                        + " would be by chance, so that some are copies,")
                : Optional.empty();
    }

    private Optional<String> drift(double[] values, int tests) {
        SerialCorrelation order = SerialCorrelation.of(values);
        return order.chance() < FALSE_ALARMS / tests
                ? Optional.of("alike for neighbouring seeds (von Neumann's ratio of the ranks is "
                        + String.format(Locale.ROOT, "%.2f", order.ratio())
                        + ", 2 for independent seeds), so that the seeds are no independent draws,")
                : Optional.empty();
    }

    private static double middleHalf(double[] values) {
        Percentile percentile = new Percentile();
        percentile.setData(values);
        return percentile.evaluate(UPPER_QUARTILE) - percentile.evaluate(LOWER_QUARTILE);
    }

    private static Integer[] order(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> Double.compare(values[i], values[j]));
        return order;
    }

    /** Returns the place value of the last digit that any of the numbers has. */
    private static double resolution(double[] values) {
        int scale = Integer.MIN_VALUE;
        for (double value : values) {
            scale = Math.max(scale, decimal(value).scale());
        }
        return Math.pow(10, -scale);
    }

    private static BigDecimal decimal(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros();
    }

    private static List<Double> values(Measurement measurement) {
        List<Double> values = new ArrayList<>();
        if (measurement instanceof Measurement.Series series) {
            Arrays.stream(series.values()).forEach(values::add);
        } else {
            values.add(((Measurement.Scalar) measurement).value());
        }
        return values;
    }

    private static boolean finelyResolved(double value) {
        return decimal(value).precision() >= CHANCE_DIGITS;
    }
}
