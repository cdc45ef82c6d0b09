package org.theoremeter.verify.evaluate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.verify.claim.GridPoint;
import org.theoremeter.verify.claim.Observe;
import org.theoremeter.verify.claim.comparison.Success;

/** Tells run by run whether something happens, as a claim about a fraction counts it. */
public final class FulfilledRuns {

    private final Observe observe;
    private final Success success;
    private final Map<String, Integer> exceptions = new LinkedHashMap<>();
    private int told;

    /**
     * Begins to count.
     *
     * @param observe what is observed
     * @param success what may happen, no counts
     */
    public FulfilledRuns(Observe observe, Success success) {
        this.observe = observe;
        this.success = success;
    }

    /**
     * Tells whether it happens in a run.
     *
     * @param seed the number of its seed, or 0
     * @return empty where its numerical error leaves that open
     * @throws Unreadable if the run does not tell, and it is not said what it counts as
     */
    public Optional<Boolean> tells(GridPoint point, int seed, Observation run) {
        told++;
        Set<Boolean> counts;
        try {
            counts =
                    Successes.each(success, at(point, List.of(run)), exceptions).get(0);
        } catch (Unreadable unnamed) {
            // once more, as the last of as many runs as there are seeds, for a message that names the seed
            Successes.each(success, seed, at(point, Collections.nCopies(seed + 1, run)), exceptions);
            throw unnamed;
        }
        return counts.size() == 1 ? Optional.of(counts.contains(true)) : Optional.empty();
    }

    private PointObservations at(GridPoint point, List<Observation> runs) {
        return new PointObservations(observe, point, runs, Optional.empty());
    }

    /** Says how many of the runs diverged or lack what is asked for, and what they count as; empty if none did. */
    public Optional<String> exceptions() {
        return Successes.said(exceptions, told);
    }

    /** Returns what may happen, as it was written. */
    @Override
    public String toString() {
        return success.toString();
    }
}
