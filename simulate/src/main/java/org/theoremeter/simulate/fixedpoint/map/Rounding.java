package org.theoremeter.simulate.fixedpoint.map;

/** Bounds of rounding in double precision, with some room. */
final class Rounding {

    /** Half a unit in the last place of 1. */
    static final double UNIT = 0x1p-53;

    /** A few operations and a tanh, which is right to 2.5 units in the last place. */
    static final double FEW = 16 * UNIT;

    /** Makes good what a sum of positive numbers may lose. */
    static final double ROOM = 1 + 1e-9;

    private Rounding() {}

    /** Returns the bound of the relative error of a sum of so many products, in any order (Higham, Accuracy and Stability, 3.1). */
    static double ofSum(int terms) {
        return (terms + 8) * UNIT * ROOM;
    }
}
