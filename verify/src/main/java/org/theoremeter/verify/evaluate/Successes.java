package org.theoremeter.verify.evaluate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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
 * @param exceptions how many runs diverged or lack what is asked for, and what they count as; empty if none did
 */
record Successes(Proportion fewest, Proportion most, Optional<Sample> bySeed, Optional<String> exceptions) {

    private static final String DIVERGED = "diverged";

    /** Where within the interval of an observable a condition is tried, on each side. */
    private static final int SAMPLES = 4;

    /**
     * Counts the successes at a grid point.
     *
     * @throws Unreadable if a run does not tell whether it is a success, and the claim does not say what it counts as; or counts
     *     are no counts
     */
    static Successes of(Success success, PointObservations here) {
        if (success instanceof Success.Counted counted) {
            return counted(counted, here);
        }
        Map<String, Integer> exceptions = new LinkedHashMap<>();
        List<Set<Boolean>> each = each(success, here, exceptions);
        int runs = each.size();
        int sure = (int) each.stream().filter(Set.of(true)::equals).count();
        int possible =
                (int) each.stream().filter(counts -> counts.contains(true)).count();
        return new Successes(
                new Proportion(sure, runs), new Proportion(possible, runs), Optional.empty(), said(exceptions, runs));
    }

    /**
     * Tells of the run of every seed whether it is a success, both where numerics leave it open.
     *
     * @param success no counts
     * @param exceptions how many runs diverged or lack what is asked for, by what they count as; added to
     * @throws Unreadable if a run does not tell, and the claim does not say what it counts as
     */
    static List<Set<Boolean>> each(Success success, PointObservations here, Map<String, Integer> exceptions) {
        return IntStream.range(0, here.runs().size())
                .mapToObj(seed -> each(success, seed, here, exceptions))
                .toList();
    }

    /** Tells the same of the run of one seed. */
    static Set<Boolean> each(Success success, int seed, PointObservations here, Map<String, Integer> exceptions) {
        return countsAsSuccess(success, here, seed, exceptions);
    }

    /** Says how many runs diverged or lack what is asked for; nothing if none did. */
    static Optional<String> said(Map<String, Integer> exceptions, int runs) {
        return exceptions.isEmpty()
                ? Optional.empty()
                : Optional.of(exceptions.entrySet().stream()
                        .map(each -> each.getValue() + " of " + runs + " runs " + each.getKey())
                        .collect(Collectors.joining(", ")));
    }

    /** Tells whether a run is a success, both where numerics leave it open. */
    private static Set<Boolean> countsAsSuccess(
            Success success, PointObservations here, int seed, Map<String, Integer> exceptions) {
        Observation run = here.runs().get(seed);
        boolean diverged = run.divergence().isPresent();
        if (success instanceof Success.Diverges) {
            return Set.of(diverged);
        }
        if (success instanceof Success.Happens happens) {
            boolean happened = run.events().containsKey(happens.event());
            return !happened && diverged
                    ? Set.of(stated(DIVERGED, happens.diverged(), exceptions, () -> lacks(here, seed, happens.event())))
                    : Set.of(happened);
        }
        Success.Holds holds = (Success.Holds) success;
        Condition condition = holds.condition();
        if (diverged) {
            Optional<Observable> unknown = asked(condition.symbols(), here)
                    .filter(observable -> !observable.ofDiverged())
                    .findFirst();
            if (unknown.isPresent() || holds.diverged().isPresent()) {
                return Set.of(stated(DIVERGED, holds.diverged(), exceptions, () -> lacks(here, seed, condition)));
            }
            exceptions.merge(DIVERGED, 1, Integer::sum);
        }
        Map<String, Double> values = new HashMap<>(here.point().symbols());
        Map<String, Double> errors = new LinkedHashMap<>();
        for (Observable observable : asked(condition.symbols(), here).toList()) {
            String symbol = observable.symbol();
            try {
                Reading reading = Reading.of(Expression.symbol(symbol), here, run, Map.of());
                values.put(symbol, reading.value());
                errors.put(symbol, reading.error().total());
            } catch (Unreadable missing) {
                return Set.of(stated(
                        "lack " + observable.name(),
                        holds.missing(),
                        exceptions,
                        () -> missing.getMessage()
                                + here.where(seed)
                                + "; accepted: a condition on what every run measures, or missing: success or failure"
                                + " to say what such a run counts as"));
            }
        }
        return within(condition, values, errors);
    }

    private static Stream<Observable> asked(Set<String> symbols, PointObservations here) {
        return here.observe().experiment().observables().stream()
                .filter(observable -> symbols.contains(observable.symbol()));
    }

    /** Returns what a claim says that such a run counts as, and notes that there was one. */
    private static boolean stated(
            String what, Optional<Boolean> counted, Map<String, Integer> exceptions, Supplier<String> otherwise) {
        boolean success = counted.orElseThrow(() -> new Unreadable(otherwise.get()));
        exceptions.merge(what + " and count as " + (success ? "successes" : "failures"), 1, Integer::sum);
        return success;
    }

    private static String lacks(PointObservations here, int seed, Object asked) {
        return here.divergence(seed).orElseThrow() + ", which leaves open " + asked
                + "; accepted: a condition on what is known of a run that diverged, or diverged: success or failure to say"
                + " what it counts as";
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
            Optional<String> diverged = here.divergence(seed);
            if (diverged.isPresent() && !asked(counted.symbols(), here).allMatch(Observable::ofDiverged)) {
                throw new Unreadable(diverged.get() + ", which leaves its counts open");
            }
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
                several ? Optional.of(here.sample(bySeed(successes, trials, pooled))) : Optional.empty(),
                Optional.empty());
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
