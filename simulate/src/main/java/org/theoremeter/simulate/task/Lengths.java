package org.theoremeter.simulate.task;

/** Bounds the numbers of steps that make a trial, so that no sum of a few of them overflows. */
final class Lengths {

    private static final int MOST = 1_000_000;

    private Lengths() {}

    /**
     * Checks a number of steps.
     *
     * @throws IllegalArgumentException if it is less than the least or more than a million
     */
    static void require(String what, int found, int least) {
        if (found < least || found > MOST) {
            throw new IllegalArgumentException(
                    what + ": found " + found + ", accepted: " + least + " to " + MOST + " steps");
        }
    }
}
