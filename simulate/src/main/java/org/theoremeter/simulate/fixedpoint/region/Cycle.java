package org.theoremeter.simulate.fixedpoint.region;

import java.util.List;
import org.theoremeter.simulate.arithmetic.Eigenvalues;

/**
 * A cycle of a piecewise-linear map, a fixed point where it has one state. It is proved to exist, rounding included.
 *
 * @param states its states in their order; shared
 * @param within bound of |state found − true one|, in any component of any state
 * @param border whether a component of a state is exactly 0, on the border between two linear regions; its multipliers are then those
 *     of one of them
 * @param multipliers eigenvalues of DF over one turn
 */
public record Cycle(List<double[]> states, double within, boolean border, Eigenvalues multipliers) {

    /** Copies the list. */
    public Cycle {
        states = List.copyOf(states);
    }

    /** Returns its least period. */
    public int period() {
        return states.size();
    }
}
