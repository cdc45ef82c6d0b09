package org.theoremeter.verify.evaluate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.verify.claim.Observe;
import org.theoremeter.verify.claim.Outcome;
import org.theoremeter.verify.statistics.Proportion;

/** Counts the runs in which something happens. */
final class Successes {

    private Successes() {}

    /**
     * Counts the successes at a point of the grid.
     *
     * @throws Unreadable if fewer than half of the runs measured what the condition asks for, or counts are no counts
     */
    static Proportion of(Outcome outcome, Observations all, int cell) {
        if (outcome instanceof Outcome.Counted counted) {
            return counted(counted, all, cell);
        }
        int successes = 0;
        int seen = 0;
        int runs = all.runs(cell).size();
        for (Observation run : all.runs(cell)) {
            Optional<Boolean> success = success(outcome, all.observe(), cell, run);
            seen += success.isPresent() ? 1 : 0;
            successes += success.orElse(false) ? 1 : 0;
        }
        if (2 * seen < runs) {
            throw new Unreadable(
                    "only " + seen + " of " + runs + " runs measured what " + outcome + " asks for, fewer than half");
        }
        return new Proportion(successes, runs);
    }

    /** Tells whether a run is a success; empty if what the condition asks for does not exist in it. */
    private static Optional<Boolean> success(Outcome outcome, Observe observe, int cell, Observation run) {
        if (outcome instanceof Outcome.Diverges) {
            return Optional.of(run.divergence().isPresent());
        }
        if (outcome instanceof Outcome.Happens happens) {
            return Optional.of(run.events().containsKey(happens.event()));
        }
        Condition condition = ((Outcome.Holds) outcome).condition();
        if (run.divergence().isPresent()) {
            return Optional.of(false);
        }
        try {
            Map<String, Double> values = new HashMap<>(observe.cells().get(cell).symbols());
            for (Observable observable : observe.experiment().observables()) {
                String symbol = observable.name().replace('-', '_');
                if (condition.symbols().contains(symbol)) {
                    Reading reading = Reading.of(
                            Expression.symbol(symbol), observe, observe.cells().get(cell), run, Map.of());
                    values.put(symbol, reading.value());
                }
            }
            return Optional.of(condition.holds(values));
        } catch (Unreadable missing) {
            return Optional.empty();
        }
    }

    private static Proportion counted(Outcome.Counted counted, Observations all, int cell) {
        long successes = 0;
        long trials = 0;
        for (Observation run : all.runs(cell)) {
            Observe.Cell at = all.observe().cells().get(cell);
            successes += count(Reading.of(counted.successes(), all.observe(), at, run, Map.of()), "successes");
            trials += count(Reading.of(counted.trials(), all.observe(), at, run, Map.of()), "trials");
        }
        if (trials < 1 || successes > trials || trials > Integer.MAX_VALUE) {
            throw new Unreadable("found " + successes + " successes of " + trials + " trials");
        }
        return new Proportion((int) successes, (int) trials);
    }

    private static long count(Reading reading, String what) {
        double value = reading.value();
        if (value < 0 || value != Math.rint(value)) {
            throw new Unreadable("found " + value + " " + what + ", which is no count");
        }
        return (long) value;
    }
}
