package org.theoremeter.simulate.fixedpoint;

/**
 * Where a minimisation of q ended.
 *
 * @param state r; shared
 * @param speed ‖F(r) − r‖
 * @param end what it is, as far as the minimisation tells
 * @param iterations how many steps it took
 */
record Candidate(double[] state, double speed, End end, int iterations) {

    /** What a minimisation can end in. */
    enum End {
        /** The speed is 0 as far as rounding tells. */
        ZERO,
        /** The gradient of q is 0, its second derivative is not negative in any direction, and the speed is not 0. */
        MINIMUM,
        /** None of these. */
        NONE
    }
}
