package org.theoremeter.verify.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.verify.claim.Observe;
import org.theoremeter.verify.claim.Recorded;

/**
 * All that was observed of one thing that a claim observes.
 *
 * @param observe what was asked for
 * @param points what was observed at each of its grid points, in their order
 * @param exceptions what a reader has to know of the runs behind them: how many diverged or lack what is asked for
 */
public record Observations(Observe observe, List<PointObservations> points, Optional<String> exceptions) {

    /** Copies the list. */
    public Observations {
        points = List.copyOf(points);
    }

    /**
     * Returns what simulations observed, or the thresholds that are fitted to it.
     *
     * @param observe what was asked for
     * @param byPoint byPoint[grid point][seed], one entry a grid point where there are no seeds
     * @throws IllegalArgumentException if there are not as many as grid points
     * @throws Unreadable if a run does not tell whether it is a success of a threshold
     */
    public static Observations simulated(Observe observe, List<List<Observation>> byPoint) {
        requireOneEach(observe, byPoint.size());
        List<PointObservations> points = new ArrayList<>();
        for (int i = 0; i < byPoint.size(); i++) {
            points.add(new PointObservations(observe, observe.points().get(i), byPoint.get(i), Optional.empty()));
        }
        return observe.thresholds().isPresent()
                ? new FittedThresholds(observe, points).observations()
                : new Observations(observe, points, Optional.empty());
    }

    /**
     * Returns what the user's own data have, where nothing is simulated.
     *
     * @param observe what was asked for, with the data
     * @throws IllegalArgumentException if the data are not of as many grid points
     */
    public static Observations recorded(Observe observe) {
        return recorded(observe, Optional.empty());
    }

    static Observations recorded(Observe observe, Optional<String> exceptions) {
        List<Recorded.Point> recorded = observe.recorded().orElseThrow().points();
        requireOneEach(observe, recorded.size());
        List<PointObservations> points = new ArrayList<>();
        for (int i = 0; i < recorded.size(); i++) {
            Recorded.Point here = recorded.get(i);
            points.add(new PointObservations(observe, observe.points().get(i), here.runs(), Optional.of(here)));
        }
        return new Observations(observe, points, exceptions);
    }

    private static void requireOneEach(Observe observe, int found) {
        if (found != observe.points().size()) {
            throw new IllegalArgumentException("found observations of " + found + " grid points, accepted: "
                    + observe.points().size());
        }
    }

    /** Returns whether the runs come from seeds. */
    boolean seeded() {
        return observe.seeds().isPresent();
    }

    /** Returns what the first diverged run says of itself, if one diverged: the seed, the time and the reason. */
    Optional<String> divergence() {
        return points.stream().flatMap(here -> here.divergence().stream()).findFirst();
    }
}
