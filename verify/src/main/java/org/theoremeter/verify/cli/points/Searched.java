package org.theoremeter.verify.cli.points;

import java.util.List;
import java.util.Optional;
import org.theoremeter.simulate.fixedpoint.Points;
import org.theoremeter.simulate.fixedpoint.SearchSettings;
import org.theoremeter.simulate.fixedpoint.TrajectoryStates;
import org.theoremeter.simulate.fixedpoint.region.Enumeration;
import org.theoremeter.simulate.network.RecurrentNetwork;

/**
 * A search that was made, and what it found.
 *
 * @param source the file of weights, as given or as written
 * @param sha256 of that file
 * @param network the network
 * @param input what was held; shared
 * @param trajectories from whose states it started
 * @param jitter by how much starts were moved
 * @param seed of all that was drawn
 * @param settings how it searched
 * @param points what the search from starts found
 * @param regions what the search of linear regions found, by period; nothing for other networks
 */
record Searched(
        String source,
        String sha256,
        RecurrentNetwork network,
        double[] input,
        TrajectoryStates trajectories,
        double jitter,
        long seed,
        SearchSettings settings,
        Points points,
        Optional<List<Enumeration>> regions) {

    /** Tells whether nothing was found at all. */
    boolean isEmpty() {
        return points.points().isEmpty()
                && regions.stream()
                        .flatMap(List::stream)
                        .allMatch(each -> each.cycles().isEmpty());
    }
}
