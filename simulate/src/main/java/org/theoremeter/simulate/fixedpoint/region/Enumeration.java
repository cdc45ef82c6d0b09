package org.theoremeter.simulate.fixedpoint.region;

import java.util.List;

/**
 * What going through the linear regions for the cycles of one period found, and what was gone through. A cycle of period k passes k of
 * 2^N regions; it has one of 2^(kN) itineraries.
 *
 * @param period k
 * @param bits k N
 * @param halfWidth of the box |z_i| ≤ B that was searched, infinite for all states
 * @param cycles what was found, each once
 * @param solved for how many itineraries the linear equations were solved; the others were excluded by bounds, or not looked at
 * @param undecided how many itineraries are left open: their equations are singular to rounding, or a solution lies on a border
 * @param exhausted whether the work allowed was used up before the end
 */
public record Enumeration(
        int period, int bits, double halfWidth, List<Cycle> cycles, long solved, long undecided, boolean exhausted) {

    /** Copies the list. */
    public Enumeration {
        cycles = List.copyOf(cycles);
    }

    /** Tells whether it is proved that there are no other cycles of this period in the box. */
    public boolean isComplete() {
        return !exhausted && undecided == 0;
    }

    /** Tells whether the box is all of the states. */
    public boolean isEverywhere() {
        return halfWidth == Double.POSITIVE_INFINITY;
    }
}
