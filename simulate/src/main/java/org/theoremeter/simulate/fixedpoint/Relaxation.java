package org.theoremeter.simulate.fixedpoint;

import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.fixedpoint.map.SearchedMap;

/**
 * Where the map leads from a state.
 *
 * @param state where it is at last; shared
 * @param speed how far the last step went
 */
record Relaxation(double[] state, double speed) {

    /** A step so small, in units of 1 + ‖r‖, is rest. */
    private static final double REST = 1e-12;

    /** A last step so small, in the same units, may be on its way into a fixed point. */
    private static final double SLOWING = 1e-5;

    private static final int CHECKED = 256;

    /** Follows the map until it rests or for so many steps. */
    static Relaxation from(SearchedMap map, double[] start, int steps) {
        double[] state = start.clone();
        double[] next = new double[start.length];
        double speed = Double.POSITIVE_INFINITY;
        for (int t = 0; t < steps; t++) {
            if (t % CHECKED == 0) {
                InterruptedRun.check();
            }
            map.step(state, next);
            speed = Certification.distance(state, next);
            double[] swap = state;
            state = next;
            next = swap;
            if (!(speed > REST * (1 + Rows.norm(state))) || speed == Double.POSITIVE_INFINITY) {
                break;
            }
        }
        return new Relaxation(state, speed);
    }

    /** Tells whether it has become so slow that it is worth looking for the point it goes to. */
    boolean isSlow() {
        return speed <= SLOWING * (1 + Rows.norm(state));
    }
}
