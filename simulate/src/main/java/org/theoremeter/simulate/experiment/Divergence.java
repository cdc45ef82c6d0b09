package org.theoremeter.simulate.experiment;

/**
 * Tells where and why a run ended before its time, which is no error.
 *
 * @param axis the axis along which it was running, such as {@code tau} or {@code step}
 * @param at last position that was reached with a finite, stable network
 * @param reason what happened there, in one line
 */
public record Divergence(String axis, double at, String reason) {

    /**
     * Checks that the position is finite.
     *
     * @throws IllegalArgumentException if it is not
     */
    public Divergence {
        if (!Double.isFinite(at)) {
            throw new IllegalArgumentException("the position of a divergence is finite, found " + at);
        }
    }
}
