package org.theoremeter.verify.evaluate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.verify.claim.Observe;

/**
 * A number read off one observation by a formula, with its numerical error carried along.
 *
 * @param value the number
 * @param error the bound of its numerical error
 */
record Reading(double value, double error) {

    /** On each side, where within the interval of an observable a formula is evaluated. */
    private static final int SAMPLES = 4;

    /**
     * Reads a formula off an observation.
     *
     * @param formula over observables (hyphens as underscores), symbols and curves
     * @param observe what was asked for
     * @param cell the point of the grid
     * @param observation what was measured there
     * @param curves the values of predicted curves where the series are read off, with their errors
     * @throws Unreadable if an observable is missing, or the number is not finite
     */
    static Reading of(
            Expression formula,
            Observe observe,
            Observe.Cell cell,
            Observation observation,
            Map<String, Reading> curves) {
        Map<String, Double> values = new HashMap<>(cell.symbols());
        Map<String, Double> errors = new HashMap<>();
        curves.forEach((name, curve) -> {
            values.put(name, curve.value);
            errors.put(name, curve.error);
        });
        for (Observable observable : observe.experiment().observables()) {
            String symbol = observable.name().replace('-', '_');
            if (formula.symbols().contains(symbol) && !values.containsKey(symbol)) {
                Reading reading = measured(observable, observe, observation);
                values.put(symbol, reading.value);
                errors.put(symbol, reading.error);
            }
        }
        double value = formula.evaluate(values);
        double error = 0;
        for (Map.Entry<String, Double> entry : errors.entrySet()) {
            if (entry.getValue() > 0 && formula.symbols().contains(entry.getKey())) {
                error += change(formula, values, entry.getKey(), entry.getValue());
            }
        }
        if (!Double.isFinite(value) || !Double.isFinite(error)) {
            throw new Unreadable(formula + " is not finite here");
        }
        return new Reading(value, error);
    }

    /** Returns the largest change of a formula, sampled over the interval in which one of its symbols may lie. */
    private static double change(Expression formula, Map<String, Double> values, String symbol, double error) {
        double value = formula.evaluate(values);
        double largest = Math.abs(formula.derivative(symbol).evaluate(values)) * error;
        Map<String, Double> moved = new HashMap<>(values);
        for (int part = -SAMPLES; part <= SAMPLES; part++) {
            moved.put(symbol, values.get(symbol) + error * part / SAMPLES);
            double there = formula.evaluate(moved);
            largest = Double.isFinite(there) ? Math.max(largest, Math.abs(there - value)) : Double.POSITIVE_INFINITY;
        }
        return largest;
    }

    private static Reading measured(Observable observable, Observe observe, Observation observation) {
        Measurement measurement = observation.measurements().get(observable.name());
        if (measurement == null) {
            String events = observation.events().isEmpty() ? "" : ", in which happened: " + observation.events();
            throw new Unreadable(observable.name() + " does not exist in this run" + events);
        }
        if (measurement instanceof Measurement.Scalar scalar) {
            return new Reading(scalar.value(), scalar.error());
        }
        Measurement.Series series = (Measurement.Series) measurement;
        double at = observe.at().get(observable.axis());
        double[] places = series.at();
        for (int i = 0; i < places.length; i++) {
            if (Math.abs(places[i] - at) <= 1e-9 * Math.max(1, Math.abs(at))) {
                return new Reading(series.values()[i], series.error());
            }
        }
        List<Double> near = Arrays.stream(places)
                .boxed()
                .sorted((a, b) -> Double.compare(Math.abs(a - at), Math.abs(b - at)))
                .limit(2)
                .toList();
        throw new Unreadable(observable.name() + " has no sample at " + observable.axis() + " = " + at + "; nearest: "
                + near.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
}
