package org.theoremeter.verify.claim;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.theoremeter.simulate.experiment.Observation;

/**
 * What was observed before, as in the user's own data.
 *
 * @param points what was observed at each grid point, in the order of the grid
 * @param withoutError observables for which neither seeds nor an error say how sure they are
 * @param selecting columns by whose values rows were kept or left out
 * @param seeds what the column of seeds holds, rising; empty without one
 * @param dependent observables of which some seeds are not independent, with the reason
 */
public record Recorded(
        List<Point> points,
        Set<String> withoutError,
        Set<String> selecting,
        List<Double> seeds,
        Map<String, String> dependent) {

    /**
     * What was observed at one grid point.
     *
     * @param runs one observation a seed, or the only one
     * @param undetermined observables that the data do not determine here, with the reason
     * @param deviations the standard error of the logarithm of observables that have one
     * @param stated of scalars without seeds, what is observed with its errors taken apart; else empty
     * @param counts of thresholds, the counts that each is fitted to
     */
    public record Point(
            List<Observation> runs,
            Map<String, String> undetermined,
            Map<String, Double> deviations,
            Optional<Stated> stated,
            Map<String, Counts> counts) {

        /** Holds what was observed without thresholds. */
        public Point(
                List<Observation> runs,
                Map<String, String> undetermined,
                Map<String, Double> deviations,
                Optional<Stated> stated) {
            this(runs, undetermined, deviations, stated, Map.of());
        }

        /** Copies the collections. */
        public Point {
            counts = Map.copyOf(counts);
            runs = List.copyOf(runs);
            undetermined = Map.copyOf(undetermined);
            deviations = Map.copyOf(deviations);
        }
    }

    /**
     * The counts that a threshold is fitted to.
     *
     * @param along the axis that it lies along
     * @param of what is counted
     * @param at the counts, one a value of the axis
     */
    public record Counts(String along, String of, List<At> at) {

        /**
         * In how many trials it happens.
         *
         * @param value the value of the axis
         * @param successes in how many it does
         * @param trials how many there are
         */
        public record At(double value, int successes, int trials) {}

        /** Copies the list. */
        public Counts {
            at = List.copyOf(at);
        }
    }

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
        points = List.copyOf(points);
        withoutError = Collections.unmodifiableSet(new TreeSet<>(withoutError));
        selecting = Collections.unmodifiableSet(new TreeSet<>(selecting));
        seeds = List.copyOf(seeds);
        dependent = Map.copyOf(dependent);
    }
}
