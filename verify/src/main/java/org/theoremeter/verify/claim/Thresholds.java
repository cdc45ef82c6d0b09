package org.theoremeter.verify.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.theoremeter.verify.claim.comparison.Success;

/**
 * Thresholds that are fitted to how many runs fulfil a condition along one axis of a simulated grid, at every point of the
 * remaining axes.
 *
 * @param along the axis
 * @param each the thresholds
 * @param confidence 1 − α of the claim; their intervals are 1 − 2α
 */
public record Thresholds(String along, List<Each> each, double confidence) {

    /**
     * One threshold.
     *
     * @param name the name under which it is observed
     * @param of what a run has to fulfil
     * @param fit how it is fitted
     */
    public record Each(String name, Success of, ThresholdFit fit) {}

    /** Copies the list. */
    public Thresholds {
        each = List.copyOf(each);
    }

    /** Returns the coordinates of a grid point on the remaining axes. */
    public Map<String, Double> rest(GridPoint point) {
        Map<String, Double> rest = new LinkedHashMap<>(point.coordinates());
        rest.remove(along);
        return rest;
    }
}
