package org.theoremeter.verify.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.verify.claim.Axis;
import org.theoremeter.verify.claim.Recorded;
import org.theoremeter.verify.claim.comparison.ExponentComparison;
import org.theoremeter.verify.results.PhaseCounts;

/** The counts that thresholds were fitted to, as a map over the one control and the axis that the thresholds lie along. */
final class ThresholdCounts {

    private final List<PointObservations> points;

    private ThresholdCounts(List<PointObservations> points) {
        this.points = points;
    }

    /**
     * Returns the map behind an exponent; empty if it is none of a threshold and the only control, or the counts fill less than half of
     * a map.
     */
    static Optional<PhaseCounts> of(ExponentComparison comparison, List<PointObservations> points) {
        ThresholdCounts all = new ThresholdCounts(points);
        String observed = comparison.observed().toString();
        return all.threshold(observed)
                .flatMap(name -> all.map(name, comparison.against(), false))
                .or(() -> all.threshold(Observable.symbolOf(comparison.against()))
                        .flatMap(name -> all.map(name, observed, true)));
    }

    private Optional<String> threshold(String symbol) {
        return points.stream()
                .flatMap(here -> counts(here).keySet().stream())
                .filter(name -> Observable.symbolOf(name).equals(symbol))
                .findFirst();
    }

    private static Map<String, Recorded.Counts> counts(PointObservations here) {
        return here.recorded().map(Recorded.Point::counts).orElse(Map.of());
    }

    private Optional<PhaseCounts> map(String threshold, String control, boolean alongX) {
        TreeSet<Double> controls = new TreeSet<>();
        TreeSet<Double> values = new TreeSet<>();
        int counted = 0;
        for (PointObservations here : points) {
            Map<String, Double> at = here.point().coordinates();
            if (at.size() != 1 || !at.containsKey(control)) {
                return Optional.empty();
            }
            controls.add(at.get(control));
            for (Recorded.Counts.At each : counts(here).get(threshold).at()) {
                values.add(each.value());
                counted++;
            }
        }
        if (2 * counted < controls.size() * values.size()) {
            return Optional.empty();
        }
        List<Double> columns = List.copyOf(alongX ? values : controls);
        List<Double> rows = List.copyOf(alongX ? controls : values);
        int[][] fulfilled = new int[rows.size()][columns.size()];
        int[][] runs = new int[rows.size()][columns.size()];
        for (PointObservations here : points) {
            double at = here.point().coordinates().get(control);
            for (Recorded.Counts.At each : counts(here).get(threshold).at()) {
                int row = rows.indexOf(alongX ? at : each.value());
                int column = columns.indexOf(alongX ? each.value() : at);
                fulfilled[row][column] = each.successes();
                runs[row][column] = each.trials();
            }
        }
        Recorded.Counts any = counts(points.get(0)).get(threshold);
        return Optional.of(new PhaseCounts(
                any.of(),
                alongX ? any.along() : control,
                alongX ? control : any.along(),
                Axis.evenlyInLogarithm(columns),
                Axis.evenlyInLogarithm(rows),
                columns.stream().mapToDouble(Double::doubleValue).toArray(),
                rows.stream().mapToDouble(Double::doubleValue).toArray(),
                fulfilled,
                runs));
    }
}
