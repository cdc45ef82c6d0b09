package org.theoremeter.theory.derivation;

/**
 * What the check of a step found.
 *
 * @param step the name of the step
 * @param status what may be said of it
 * @param how one sentence: how it was proved, or what speaks against it, with the point and both values
 * @param points at how many points both sides were compared
 * @param worst the largest relative difference there
 */
public record StepReport(String step, Status status, String how, int points, double worst) {
    /** What may be said of a step. */
    public enum Status {
        /** It holds: shown by algebra, and the numbers agree. */
        PROVED,
        /** The numbers agree at all points; there is no proof. */
        AGREED,
        /** It is taken on trust. */
        CITED,
        /** It could not be decided. */
        UNDECIDED,
        /** It is wrong. */
        REFUTED
    }
}
