package org.theoremeter.theory.symbolic.algebra.symja;

/**
 * What came of an attempt at a proof.
 *
 * @param proved whether the terms are equal
 * @param how the steps, or why they did not lead there
 * @param cutOff whether it took too long
 */
public record Attempt(boolean proved, String how, boolean cutOff) {
    /** Returns an attempt that led nowhere. */
    public static Attempt failed(String why) {
        return new Attempt(false, why, false);
    }
}
