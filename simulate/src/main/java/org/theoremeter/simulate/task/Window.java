package org.theoremeter.simulate.task;

/**
 * A stretch of a trial, in steps counted from 0.
 *
 * @param start its first step, at least 0
 * @param length how many steps it has, at least 1
 */
public record Window(int start, int length) {

    /**
     * Checks the window.
     *
     * @throws IllegalArgumentException if it starts before 0 or has no step
     */
    public Window {
        if (start < 0 || length < 1) {
            throw new IllegalArgumentException("window: found " + length + " steps from step " + start
                    + ", accepted: at least 1 from step 0 or later");
        }
    }

    /** Returns the first step after the window. */
    public int end() {
        return start + length;
    }
}
