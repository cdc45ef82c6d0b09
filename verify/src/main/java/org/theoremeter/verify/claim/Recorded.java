package org.theoremeter.verify.claim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.theoremeter.simulate.experiment.Observation;

/**
 * What was observed before, as in the user's own data.
 *
 * @param byPoint byPoint[point][seed]; one entry a grid point where there are no seeds
 * @param undetermined for each grid point, observables that the data do not determine, with the reason
 * @param deviations for each grid point, the standard error of the logarithm of observables that have one
 * @param withoutError observables for which neither seeds nor an error say how sure they are
 * @param selecting columns by whose values rows were kept or left out
 * @param seeds what the column of seeds holds, rising; empty without one
 * @param dependent observables of which some seeds are not independent, with the reason
 * @param stated for each grid point of scalars without seeds, what is observed with its errors taken apart; else empty
 */
public record Recorded(
        List<List<Observation>> byPoint,
        List<Map<String, String>> undetermined,
        List<Map<String, Double>> deviations,
        Set<String> withoutError,
        Set<String> selecting,
        List<Double> seeds,
        Map<String, String> dependent,
        List<Stated> stated) {

    /**
     * What was observed at a grid point once, with its errors taken apart.
     *
     * @param independent with the standard errors of what is independent from point to point
     * @param common with bounds of what points may have in common
     * @param undetermined what the data do not determine, with the reason
     */
    public record Stated(Observation independent, Observation common, Map<String, String> undetermined) {

        /** Copies the map. */
        public Stated {
            undetermined = Map.copyOf(undetermined);
        }
    }

    /** Copies the collections; sets are in alphabetical order, so that a fault names the same column each time. */
    public Recorded {
        byPoint = byPoint.stream().map(List::copyOf).toList();
        undetermined = new ArrayList<>(undetermined).stream().map(Map::copyOf).toList();
        deviations = deviations.stream().map(Map::copyOf).toList();
        withoutError = Collections.unmodifiableSet(new TreeSet<>(withoutError));
        selecting = Collections.unmodifiableSet(new TreeSet<>(selecting));
        seeds = List.copyOf(seeds);
        dependent = Map.copyOf(dependent);
        stated = List.copyOf(stated);
    }
}
