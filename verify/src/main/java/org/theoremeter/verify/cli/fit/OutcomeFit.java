package org.theoremeter.verify.cli.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.verify.statistics.BinomialCounts;
import org.theoremeter.verify.statistics.Threshold;
import org.theoremeter.verify.statistics.ThresholdExponent;
import org.theoremeter.verify.statistics.ThresholdMethod;
import org.theoremeter.verify.statistics.ThresholdModel;

/**
 * The thresholds of one outcome at every control, and their exponents.
 *
 * @param outcome the column
 * @param model the curve
 * @param settings how it was fitted
 * @param rows one a control, the largest first
 * @param exponents one a range of controls and method
 */
record OutcomeFit(String outcome, ThresholdModel model, Settings settings, List<Row> rows, List<Exponent> exponents) {

    /**
     * How thresholds and exponents are found.
     *
     * @param methods in the order in which they are shown
     * @param direction which of control and threshold exponents are of
     * @param leastFraction controls whose largest fraction is below are left out
     * @param confidence of all intervals, two-sided
     */
    record Settings(
            List<ThresholdMethod> methods,
            ThresholdExponent.Direction direction,
            double leastFraction,
            double confidence) {}

    /**
     * What was found at one control.
     *
     * @param control its value
     * @param thresholds one a method
     */
    record Row(double control, Map<ThresholdMethod, Threshold> thresholds) {}

    /**
     * An exponent, or why there is none.
     *
     * @param range which controls, as text
     * @param controls how many these are
     * @param thresholds how many of them have a threshold
     * @param method which thresholds
     * @param law the exponent, empty if there is none
     * @param obstacle why there is none
     */
    record Exponent(
            String range,
            int controls,
            int thresholds,
            ThresholdMethod method,
            Optional<ThresholdExponent> law,
            String obstacle) {

        /** Returns whether the exponent of this method is that of an ordinary regression, as published for least squares. */
        boolean ordinary() {
            return method instanceof ThresholdMethod.LeastSquares;
        }

        /** Returns the exponent that belongs to the method: thresholds by likelihood carry their errors. */
        Optional<ThresholdExponent.Interval> estimate(double confidence) {
            return law.flatMap(found -> ordinary() ? Optional.of(found.byOrdinary(confidence)) : found.byErrors());
        }

        /** Returns through how many thresholds it goes. */
        int used() {
            return ordinary()
                    ? thresholds
                    : law.map(ThresholdExponent::weighted).orElse(thresholds);
        }
    }

    /**
     * Fits one outcome.
     *
     * @param byControl its counts for each control, the largest first
     * @param largest how many of the largest controls make a second range; 0 for none
     */
    static OutcomeFit of(
            String outcome,
            ThresholdModel model,
            Map<Double, BinomialCounts> byControl,
            int largest,
            Settings settings) {
        List<Row> rows = new ArrayList<>();
        byControl.forEach((control, counts) -> {
            Map<ThresholdMethod, Threshold> thresholds = new LinkedHashMap<>();
            settings.methods().forEach(method -> thresholds.put(method, threshold(method, model, counts, settings)));
            rows.add(new Row(control, thresholds));
        });
        List<Exponent> exponents = new ArrayList<>();
        for (ThresholdMethod method : settings.methods()) {
            exponents.add(exponent("all " + rows.size(), method, rows, settings));
        }
        if (largest > 0 && largest < rows.size()) {
            for (ThresholdMethod method : settings.methods()) {
                exponents.add(exponent(largest + " largest", method, rows.subList(0, largest), settings));
            }
        }
        return new OutcomeFit(outcome, model, settings, List.copyOf(rows), List.copyOf(exponents));
    }

    private static Threshold threshold(
            ThresholdMethod method, ThresholdModel model, BinomialCounts counts, Settings settings) {
        if (counts.largestFraction() < settings.leastFraction()) {
            return new Threshold.None("the largest fraction is " + counts.largestFraction() + ", below "
                    + settings.leastFraction() + " (--least-fraction)");
        }
        return method.fit(model, counts, settings.confidence());
    }

    private static Exponent exponent(String range, ThresholdMethod method, List<Row> rows, Settings settings) {
        List<ThresholdExponent.Point> points = points(rows, method);
        Optional<String> obstacle = ThresholdExponent.obstacle(points);
        return new Exponent(
                range,
                rows.size(),
                points.size(),
                method,
                obstacle.isPresent()
                        ? Optional.empty()
                        : Optional.of(ThresholdExponent.of(points, settings.direction(), settings.confidence())),
                obstacle.orElse(""));
    }

    /** Returns the thresholds of a method that there are. */
    static List<ThresholdExponent.Point> points(List<Row> rows, ThresholdMethod method) {
        List<ThresholdExponent.Point> points = new ArrayList<>();
        for (Row row : rows) {
            if (row.thresholds().get(method) instanceof Threshold.Estimate estimate) {
                points.add(new ThresholdExponent.Point(row.control(), estimate));
            }
        }
        return points;
    }
}
