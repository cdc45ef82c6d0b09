package org.theoremeter.verify.claim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Experiment;

/**
 * What is observed: an experiment over a grid, with seeds or without.
 *
 * @param experiment the experiment
 * @param points the grid, first axis slowest; a single grid point without axes
 * @param axes the axes
 * @param at where series are read off, by axis
 * @param seeds how many seeds, absent for an experiment that draws nothing
 * @param recorded what was observed already, as in the user's own data; empty to simulate
 * @param thresholds what is fitted to the runs along one of the axes and compared in their place; empty to compare the runs
 */
public record Observe(
        Experiment experiment,
        List<GridPoint> points,
        List<Axis> axes,
        Map<String, Double> at,
        OptionalInt seeds,
        Optional<Recorded> recorded,
        Optional<Thresholds> thresholds) {

    /** The largest number of runs one claim may ask for. */
    public static final int MOST_RUNS = 100_000;

    /** Copies the lists. */
    public Observe {
        points = List.copyOf(points);
        axes = List.copyOf(axes);
        at = Collections.unmodifiableMap(new LinkedHashMap<>(at));
    }

    /** Returns the same with so many seeds, if it has any and was not recorded. */
    Observe with(int otherSeeds) {
        return seeds.isEmpty() || isRecorded()
                ? this
                : new Observe(experiment, points, axes, at, OptionalInt.of(otherSeeds), recorded, thresholds);
    }

    /** Returns the same with thresholds that are fitted to its runs. */
    public Observe with(Thresholds fitted) {
        return new Observe(experiment, points, axes, at, seeds, recorded, Optional.of(fitted));
    }

    /** Returns what comparisons refer to: this, or the thresholds that are still to be fitted to it. */
    public Observe compared() {
        return thresholds.isPresent() ? fitted(List.of()) : this;
    }

    /**
     * Returns the thresholds as something that was observed once, at every point of the remaining axes in the order in which
     * these first occur.
     *
     * @param found what was found at each of those points, or nothing yet
     */
    public Observe fitted(List<Recorded.Point> found) {
        Thresholds fitted = thresholds.orElseThrow();
        Experiment once = new FittedExperiment(experiment, fitted);
        Map<Map<String, Double>, GridPoint> remaining = new LinkedHashMap<>();
        for (GridPoint point : points) {
            Map<String, Double> symbols = new LinkedHashMap<>(point.symbols());
            symbols.remove(fitted.along());
            remaining.putIfAbsent(
                    fitted.rest(point), new GridPoint(fitted.rest(point), symbols, Arguments.of(once, Map.of())));
        }
        return new Observe(
                once,
                List.copyOf(remaining.values()),
                axes.stream()
                        .filter(axis -> !axis.symbol().equals(fitted.along()))
                        .toList(),
                Map.of(),
                OptionalInt.empty(),
                Optional.of(new Recorded(found, Set.of(), Set.of(), List.of(), Map.of())),
                Optional.empty());
    }

    /** Returns whether nothing need be simulated. */
    public boolean isRecorded() {
        return recorded.isPresent();
    }

    /** Returns how many runs this asks for. */
    public int runs() {
        return isRecorded() ? 0 : points.size() * seeds.orElse(1);
    }

    /** Returns the rough time of all runs on one core, in seconds. */
    public double estimatedSeconds() {
        return isRecorded()
                ? 0
                : seeds.orElse(1)
                        * points.stream()
                                .mapToDouble(point -> experiment.estimatedSeconds(point.arguments()))
                                .sum();
    }
}
