package org.theoremeter.verify.evaluate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.numeric.Approximation;
import org.theoremeter.verify.claim.Observe;
import org.theoremeter.verify.judge.NumericalError;
import org.theoremeter.verify.statistics.LogSlope;

/**
 * A number read off one observation by a formula, with its numerical error carried along.
 *
 * @param value the number
 * @param error the bounds of its numerical error: what comes from the observation, and what from predicted curves
 */
record Reading(double value, NumericalError error) {

    /** On each side, where within the interval of an observable a formula is evaluated. */
    private static final int SAMPLES = 4;

    /**
     * Reads a formula off an observation.
     *
     * @param formula over observables (hyphens as underscores), symbols and curves
     * @param here what was observed at the grid point
     * @param observation what is read: one of the runs, or the same with other errors
     * @param curves the values of predicted curves where the series are read off, with their errors
     * @throws Unreadable if an observable is missing, or the number is not finite
     */
    static Reading of(
            Expression formula, PointObservations here, Observation observation, Map<String, Reading> curves) {
        Observe observe = here.observe();
        Map<String, Double> values = new HashMap<>(here.point().symbols());
        Map<String, NumericalError> errors = new HashMap<>();
        curves.forEach((name, curve) -> {
            values.put(name, curve.value);
            errors.put(name, curve.error);
        });
        observation.events().forEach((event, at) -> {
            String symbol = Observable.symbolOf(event);
            if (formula.symbols().contains(symbol)) {
                values.putIfAbsent(symbol, at);
            }
        });
        for (Observable observable : observe.experiment().observables()) {
            String symbol = observable.symbol();
            if (formula.symbols().contains(symbol) && !values.containsKey(symbol)) {
                Reading reading = measured(observable, observe, observation);
                values.put(symbol, reading.value);
                errors.put(symbol, reading.error);
            }
        }
        for (String event : observe.experiment().events().keySet()) {
            if (formula.symbols().contains(Observable.symbolOf(event))
                    && !values.containsKey(Observable.symbolOf(event))) {
                throw new Unreadable("the event " + event + " never happened in this run");
            }
        }
        Approximation evaluated = Approximation.of(formula, values);
        double value = evaluated.value();
        NumericalError error = NumericalError.NONE;
        for (Map.Entry<String, NumericalError> entry : errors.entrySet()) {
            if (entry.getValue().total() > 0 && formula.symbols().contains(entry.getKey())) {
                error = error.plus(new NumericalError(
                        change(formula, values, entry.getKey(), entry.getValue().observed()),
                        change(formula, values, entry.getKey(), entry.getValue().predicted())));
            }
        }
        double rounding = names(formula) ? 0 : evaluated.error();
        if (!Double.isFinite(value) || !Double.isFinite(error.total() + rounding)) {
            throw new Unreadable(formula + " is not finite here");
        }
        NumericalError measured =
                observe.isRecorded() ? new NumericalError(0, error.predicted(), error.observed()) : error;
        return new Reading(value, measured.plus(new NumericalError(rounding, 0)));
    }

    /** Returns whether a formula is a name and nothing more, which is read without rounding. */
    private static boolean names(Expression formula) {
        return formula.symbols().size() == 1
                && formula.equals(Expression.symbol(formula.symbols().first()));
    }

    /** Returns the numbers as they are, one a seed. */
    static double[] values(Reading[] readings) {
        return Arrays.stream(readings).mapToDouble(Reading::value).toArray();
    }

    /** Returns the numerical errors, the largest over the seeds on each side. */
    static NumericalError error(Reading[] readings) {
        return Arrays.stream(readings).map(Reading::error).reduce(NumericalError.NONE, NumericalError::or);
    }

    /** Returns the numerical errors of the logarithms, the largest over the seeds. */
    static NumericalError errorOfLogarithms(Reading[] readings) {
        return new NumericalError(
                Arrays.stream(readings)
                        .mapToDouble(reading -> LogSlope.ofLogarithm(reading.value, reading.error.total()))
                        .max()
                        .orElseThrow(),
                0);
    }

    /** Returns the differences of paired readings, first minus second. */
    static double[] differences(Reading[] first, Reading[] second) {
        return IntStream.range(0, first.length)
                .mapToDouble(seed -> first[seed].value - second[seed].value)
                .toArray();
    }

    /**
     * Returns the ratios of paired readings, first over second.
     *
     * @throws Unreadable if one is not finite and positive
     */
    static double[] ratios(Reading[] first, Reading[] second) {
        double[] ratios = new double[first.length];
        for (int seed = 0; seed < ratios.length; seed++) {
            ratios[seed] = first[seed].value / second[seed].value;
            if (!(ratios[seed] > 0) || Double.isInfinite(ratios[seed])) {
                throw new Unreadable("the ratio of " + first[seed].value + " to " + second[seed].value
                        + " has no logarithm (seed " + seed + ")");
            }
        }
        return ratios;
    }

    /** Returns the largest change of a formula, sampled over the interval in which one of its symbols may lie. */
    private static double change(Expression formula, Map<String, Double> values, String symbol, double error) {
        if (error == 0) {
            return 0;
        }
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
            return new Reading(scalar.value(), new NumericalError(scalar.error(), 0));
        }
        Measurement.Series series = (Measurement.Series) measurement;
        double at = observe.at().get(observable.axis());
        double[] places = series.at();
        for (int i = 0; i < places.length; i++) {
            if (Math.abs(places[i] - at) <= 1e-9 * Math.max(1, Math.abs(at))) {
                return new Reading(series.values()[i], new NumericalError(series.error(), 0));
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
