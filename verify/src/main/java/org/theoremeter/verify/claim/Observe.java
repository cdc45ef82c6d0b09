package org.theoremeter.verify.claim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
 */
public record Observe(
        Experiment experiment,
        List<GridPoint> points,
        List<Axis> axes,
        Map<String, Double> at,
        OptionalInt seeds,
        Optional<Recorded> recorded) {

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
                : new Observe(experiment, points, axes, at, OptionalInt.of(otherSeeds), recorded);
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
