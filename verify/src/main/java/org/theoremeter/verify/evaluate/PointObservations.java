package org.theoremeter.verify.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.verify.claim.GridPoint;
import org.theoremeter.verify.claim.Observe;
import org.theoremeter.verify.claim.Recorded;
import org.theoremeter.verify.judge.NumericalError;
import org.theoremeter.verify.statistics.Sample;

/**
 * What was observed at one grid point.
 *
 * @param observe what was asked for, here and at other grid points
 * @param point the grid point
 * @param runs one observation a seed, or the only one
 * @param recorded what the user's own data say of it besides; empty for a simulation
 */
public record PointObservations(
        Observe observe, GridPoint point, List<Observation> runs, Optional<Recorded.Point> recorded) {

    /** Copies the list. */
    public PointObservations {
        runs = List.copyOf(runs);
    }

    /** Returns whether the runs come from seeds. */
    boolean seeded() {
        return observe.seeds().isPresent();
    }

    /** Returns numbers, one a seed, as a sample of what was drawn or found. */
    Sample sample(double[] values) {
        return new Sample(values, seeded() && observe.isRecorded());
    }

    /** Returns the errors of an observation and its prediction: numerical ones, or as a table states them. */
    NumericalError error(double observed, double predicted) {
        return observe.isRecorded()
                ? new NumericalError(0, predicted, observed)
                : new NumericalError(observed, predicted);
    }

    /** Returns a comparison's name, with the grid point where there are axes. */
    String named(String comparison) {
        return point.label().isEmpty() ? comparison : comparison + " at " + point.label();
    }

    /** Returns such as " (seed 3, gain = 0.1)", or nothing for the only run. */
    String where(int seed) {
        String label = point.label();
        String seedText = seeded() ? "seed " + seed : "";
        String both = seedText + (seedText.isEmpty() || label.isEmpty() ? "" : ", ") + label;
        return both.isEmpty() ? "" : " (" + both + ")";
    }

    /** Returns what a diverged run says of itself, if one diverged: the seed, the time and the reason. */
    Optional<String> divergence() {
        return IntStream.range(0, runs.size())
                .mapToObj(this::divergence)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Returns what the run of a seed says of itself, if it diverged. */
    Optional<String> divergence(int seed) {
        return runs.get(seed)
                .divergence()
                .map(divergence -> "the run diverged at " + divergence.axis() + " = " + divergence.at() + where(seed)
                        + ": " + divergence.reason());
    }

    /**
     * Reads a formula off the run of every seed.
     *
     * @throws Undetermined if the data do not determine an observable of it, which leaves a claim open
     * @throws Unreadable if an observable is missing in a run, or the number is not finite
     */
    Reading[] readings(Expression formula) {
        Reading[] readings = new Reading[runs.size()];
        for (int seed = 0; seed < readings.length; seed++) {
            requireDetermined(formula);
            try {
                readings[seed] = Reading.of(formula, this, runs.get(seed), Map.of());
            } catch (Unreadable reason) {
                throw new Unreadable(reason.getMessage() + where(seed));
            }
        }
        return readings;
    }

    private void requireDetermined(Expression formula) {
        recorded.ifPresent(data -> data.undetermined().forEach((name, reason) -> {
            if (formula.symbols().contains(Observable.symbolOf(name))) {
                throw new Undetermined(name + " is not determined: " + reason);
            }
        }));
    }

    /**
     * Returns the values of the symbols here, overlaid with what is measured in a run.
     *
     * @param measured symbol → scalar observable
     * @throws Unreadable if the run has no such scalar
     */
    Map<String, Double> symbols(Map<String, String> measured, Observation run) {
        return symbols(measured, List.of(run));
    }

    /**
     * Returns the values of the symbols here, overlaid with the mean over the runs of what is measured.
     *
     * @param measured symbol → scalar observable
     * @throws Unreadable if a run has no such scalar
     */
    Map<String, Double> meanSymbols(Map<String, String> measured) {
        return symbols(measured, runs);
    }

    private Map<String, Double> symbols(Map<String, String> measured, List<Observation> among) {
        Map<String, Double> symbols = new HashMap<>(point.symbols());
        measured.forEach((symbol, observable) -> {
            double sum = 0;
            for (Observation run : among) {
                if (!(run.measurements().get(observable) instanceof Measurement.Scalar scalar)) {
                    throw new Unreadable(observable + " does not exist in a run");
                }
                sum += scalar.value();
            }
            symbols.put(symbol, sum / among.size());
        });
        return symbols;
    }
}
