package org.theoremeter.verify.evaluate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.verify.claim.comparison.Success;
import org.theoremeter.verify.statistics.Proportion;
import org.theoremeter.verify.statistics.Sample;

/**
 * In how many runs something happens.
 *
 * @param fewest the runs, and those of which it is sure
 * @param most the same runs, and those in which it may have happened within numerical error
 * @param bySeed where each of several seeds counts successes of its own: numbers whose mean is the fraction and whose spread is
 *     that between the seeds; empty where each run is one trial
 */
record Successes(Proportion fewest, Proportion most, Optional<Sample> bySeed) {

    /** Where within the interval of an observable a condition is tried, on each side. */
    private static final int SAMPLES = 4;

    /**
     * Counts the successes at a grid point.
     *
     * @throws Unreadable if fewer than half of the runs measured what the condition asks for, or counts are no counts
     */
    static Successes of(Success success, PointObservations here) {
        if (success instanceof Success.Counted counted) {
            return counted(counted, here);
        }
        int sure = 0;
        int possible = 0;
        int seen = 0;
        int runs = here.runs().size();
        for (Observation run : here.runs()) {
            Set<Boolean> counts = countsAsSuccess(success, here, run);
            seen += counts.isEmpty() ? 0 : 1;
            sure += counts.equals(Set.of(true)) ? 1 : 0;
            possible += counts.contains(true) ? 1 : 0;
        }
        if (2 * seen < runs) {
            throw new Unreadable(
                    "only " + seen + " of " + runs + " runs measured what " + success + " asks for, fewer than half");
        }
        return new Successes(new Proportion(sure, runs), new Proportion(possible, runs), Optional.empty());
    }

    /** Tells whether a run is a success, both where numerics leave it open; nothing if what is asked for does not exist in it. */
    private static Set<Boolean> countsAsSuccess(Success success, PointObservations here, Observation run) {
        if (success instanceof Success.Diverges) {
            return Set.of(run.divergence().isPresent());
        }
        if (success instanceof Success.Happens happens) {
            return Set.of(run.events().containsKey(happens.event()));
        }
        Condition condition = ((Success.Holds) success).condition();
        if (run.divergence().isPresent()) {
            return Set.of(false);
        }
        try {
            Map<String, Double> values = new HashMap<>(here.point().symbols());
            Map<String, Double> errors = new LinkedHashMap<>();
            for (Observable observable : here.observe().experiment().observables()) {
                String symbol = observable.symbol();
                if (condition.symbols().contains(symbol)) {
                    Reading reading = Reading.of(Expression.symbol(symbol), here, run, Map.of());
                    values.put(symbol, reading.value());
                    errors.put(symbol, reading.error().total());
                }
            }
            return within(condition, values, errors);
        } catch (Unreadable missing) {
            return Set.of();
        }
    }

    /** Tries a condition with each of its observables moved over its interval. */
    private static Set<Boolean> within(Condition condition, Map<String, Double> values, Map<String, Double> errors) {
        Set<Boolean> found = new TreeSet<>(Set.of(condition.holds(values)));
        errors.forEach((symbol, error) -> {
            Map<String, Double> moved = new HashMap<>(values);
            for (int part = -SAMPLES; error > 0 && part <= SAMPLES; part++) {
                moved.put(symbol, values.get(symbol) + error * part / SAMPLES);
                found.add(condition.holds(moved));
            }
        });
        return found;
    }

    private static Successes counted(Success.Counted counted, PointObservations here) {
        List<Observation> runs = here.runs();
        long[] successes = new long[runs.size()];
        long[] trials = new long[runs.size()];
        for (int seed = 0; seed < successes.length; seed++) {
            Observation run = runs.get(seed);
            successes[seed] = count(Reading.of(counted.successes(), here, run, Map.of()), "successes");
            trials[seed] = count(Reading.of(counted.trials(), here, run, Map.of()), "trials");
            if (successes[seed] > trials[seed]) {
                throw new Unreadable(
                        "found " + successes[seed] + " successes of " + trials[seed] + " trials" + here.where(seed));
            }
        }
        long sum = LongStream.of(successes).sum();
        long of = LongStream.of(trials).sum();
        if (of < 1 || of > Integer.MAX_VALUE) {
            throw new Unreadable("found " + sum + " successes of " + of + " trials");
        }
        Proportion pooled = new Proportion((int) sum, (int) of);
        boolean several = here.seeded() && successes.length > 1;
        return new Successes(
                pooled,
                pooled,
                several ? Optional.of(here.sample(bySeed(successes, trials, pooled))) : Optional.empty());
    }

    /** Linearises the ratio of sums: p + m (kᵢ − p nᵢ)/Σn for m seeds, which for equal numbers of trials are the fractions. */
    private static double[] bySeed(long[] successes, long[] trials, Proportion pooled) {
        double p = pooled.fraction();
        double[] values = new double[successes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = p + values.length * (successes[i] - p * trials[i]) / pooled.trials();
        }
        return values;
    }

    private static long count(Reading reading, String what) {
        double value = reading.value();
        if (value < 0 || value != Math.rint(value)) {
            throw new Unreadable("found " + value + " " + what + ", which is no count");
        }
        return (long) value;
    }
}
