package org.theoremeter.verify.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.verify.claim.Observe;
import org.theoremeter.verify.claim.Recorded;
import org.theoremeter.verify.claim.ThresholdFit;
import org.theoremeter.verify.claim.Thresholds;
import org.theoremeter.verify.statistics.BinomialCounts;
import org.theoremeter.verify.statistics.Threshold;

/**
 * Turns a simulated grid into thresholds along one of its axes, one at each point of the remaining axes, as if they had been
 * measured once there.
 *
 * <p>Seeds are paired: a seed has the same streams of random numbers at every grid point, so that its outcomes along the axis are
 * not independent and the likelihood, which takes them to be, is too sure. So a threshold has the larger of two standard errors:
 * that of the likelihood, and that of the jackknife over seeds, √((n − 1)/n Σ(T₍₋ₛ₎ − T̄)²), T₍₋ₛ₎ fitted without seed s
 * (Efron, Stein, Annals of Statistics 9, 586, 1981). A threshold that is none without one of the seeds is not determined. What
 * thresholds of several points have in common through their seeds counts as independent, which makes a slope no surer.
 */
final class FittedThresholds {

    private final Observe observe;
    private final Thresholds thresholds;
    private final List<List<PointObservations>> groups;
    private final Map<String, Map<String, Integer>> exceptions = new LinkedHashMap<>();

    /**
     * Groups a grid by its remaining axes.
     *
     * @param observe what was asked for, with thresholds
     * @param grid what was observed at each grid point
     */
    FittedThresholds(Observe observe, List<PointObservations> grid) {
        this.observe = observe;
        thresholds = observe.thresholds().orElseThrow();
        groups = List.copyOf(grid.stream()
                .collect(Collectors.groupingBy(
                        here -> thresholds.rest(here.point()), LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    /**
     * Returns the thresholds.
     *
     * @throws Unreadable if a run does not tell whether it is a success, and the claim does not say what it counts as
     */
    Observations observations() {
        List<Recorded.Point> found = groups.stream().map(this::point).toList();
        return Observations.recorded(observe.fitted(found), said());
    }

    private Recorded.Point point(List<PointObservations> group) {
        Map<String, Measurement> measured = new LinkedHashMap<>();
        Map<String, Measurement> exact = new LinkedHashMap<>();
        Map<String, String> reasons = new LinkedHashMap<>();
        Map<String, Double> deviations = new LinkedHashMap<>();
        Map<String, Recorded.Counts> counts = new LinkedHashMap<>();
        double[] x = group.stream()
                .mapToDouble(here -> here.point().coordinates().get(thresholds.along()))
                .toArray();
        for (Thresholds.Each each : thresholds.each()) {
            List<List<Set<Boolean>>> outcomes = outcomes(each, group);
            counts.put(each.name(), counted(each.of().toString(), x, outcomes));
            try {
                Found found = found(each.fit(), x, outcomes);
                measured.put(each.name(), new Measurement.Scalar(found.value(), found.reach()));
                exact.put(each.name(), new Measurement.Scalar(found.value(), 0));
                if (Double.isFinite(found.logError())) {
                    deviations.put(each.name(), found.logError());
                }
            } catch (Undetermined reason) {
                reasons.put(each.name(), reason.getMessage());
            }
        }
        return new Recorded.Point(
                List.of(Observation.of(measured)),
                reasons,
                deviations,
                // each has errors of its own, so that there is nothing that they have in common
                Optional.of(new Recorded.Stated(Observation.of(measured), Observation.of(exact), reasons)),
                counts);
    }

    /**
     * A threshold.
     *
     * @param value T₀
     * @param reach how far it may be off, at 1 − 2α
     * @param logError the standard error of ln T₀; NaN if there is none
     */
    private record Found(double value, double reach, double logError) {

        /** Returns what is known if either may be true. */
        Found or(Found other) {
            double apart = Math.abs(value - other.value) / 2;
            double middle = (value + other.value) / 2;
            return new Found(
                    middle, Math.max(reach, other.reach) + apart, Math.max(logError, other.logError) + apart / middle);
        }
    }

    /** Returns of every run, at each grid point and of each seed, whether it is a success, both where numerics leave it open. */
    private List<List<Set<Boolean>>> outcomes(Thresholds.Each each, List<PointObservations> group) {
        Map<String, Integer> unusual = exceptions.computeIfAbsent(each.name(), first -> new LinkedHashMap<>());
        return group.stream()
                .map(here -> Successes.each(each.of(), here, unusual))
                .toList();
    }

    /** Counts the runs that tell; what numerics leave open is not counted. */
    private Recorded.Counts counted(String of, double[] x, List<List<Set<Boolean>>> outcomes) {
        List<Recorded.Counts.At> counts = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            int successes = Collections.frequency(outcomes.get(i), Set.of(true));
            counts.add(new Recorded.Counts.At(
                    x[i], successes, successes + Collections.frequency(outcomes.get(i), Set.of(false))));
        }
        return new Recorded.Counts(thresholds.along(), of, counts);
    }

    private Found found(ThresholdFit fit, double[] x, List<List<Set<Boolean>>> outcomes) {
        boolean[][] sure = successes(outcomes, Set.of(true)::equals);
        boolean[][] possible = successes(outcomes, counts -> counts.contains(true));
        Found fewest = found(fit, x, sure);
        return Arrays.deepEquals(sure, possible) ? fewest : fewest.or(found(fit, x, possible));
    }

    /** Returns success[grid point][seed]. */
    private static boolean[][] successes(List<List<Set<Boolean>>> outcomes, Predicate<Set<Boolean>> counts) {
        boolean[][] successes = new boolean[outcomes.size()][];
        for (int i = 0; i < successes.length; i++) {
            successes[i] = new boolean[outcomes.get(i).size()];
            for (int seed = 0; seed < successes[i].length; seed++) {
                successes[i][seed] = counts.test(outcomes.get(i).get(seed));
            }
        }
        return successes;
    }

    private Found found(ThresholdFit fit, double[] x, boolean[][] successes) {
        double confidence = 2 * thresholds.confidence() - 1;
        Threshold threshold = fit.ofIndependent(counts(fit, x, successes, -1), confidence);
        if (threshold instanceof Threshold.None none) {
            throw new Undetermined(none.reason());
        }
        Threshold.Estimate estimate = (Threshold.Estimate) threshold;
        if (!estimate.closed() || !Double.isFinite(estimate.value())) {
            throw new Undetermined("its interval is open");
        }
        double value = estimate.value();
        double spread = jackknife(fit, x, successes);
        double reach =
                Math.max(Math.max(value - estimate.lower(), estimate.upper() - value), estimate.quantile() * spread);
        return new Found(value, reach, Math.max(estimate.logError(), spread / value));
    }

    private double jackknife(ThresholdFit fit, double[] x, boolean[][] successes) {
        int seeds = successes[0].length;
        double[] without = new double[seeds];
        for (int seed = 0; seed < seeds; seed++) {
            Threshold part = fit.ofPart(counts(fit, x, successes, seed), 2 * thresholds.confidence() - 1);
            if (part instanceof Threshold.None none) {
                throw new Undetermined("without seed " + seed + " there is none: " + none.reason());
            }
            without[seed] = ((Threshold.Estimate) part).value();
        }
        double mean = Arrays.stream(without).average().orElseThrow();
        double squares = Arrays.stream(without)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt((seeds - 1.0) / seeds * squares);
    }

    /** Counts successes of all seeds but one. */
    private static BinomialCounts counts(ThresholdFit fit, double[] x, boolean[][] successes, int leftOut) {
        double[] counts = new double[x.length];
        double[] trials = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            for (int seed = 0; seed < successes[i].length; seed++) {
                counts[i] += seed != leftOut && successes[i][seed] ? 1 : 0;
                trials[i] += seed != leftOut ? 1 : 0;
            }
        }
        return new BinomialCounts(fit.scale(), x, counts, trials);
    }

    private Optional<String> said() {
        int runs = groups.stream()
                .flatMap(List::stream)
                .mapToInt(here -> here.runs().size())
                .sum();
        List<String> said = new ArrayList<>();
        exceptions.forEach((name, unusual) ->
                Successes.said(unusual, runs).ifPresent(text -> said.add("of " + name + ", " + text)));
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", said));
    }
}
