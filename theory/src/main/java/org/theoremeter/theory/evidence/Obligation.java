package org.theoremeter.theory.evidence;

import java.util.Objects;

/**
 * One of the things that must be shown for a statement to hold, and what was shown of it.
 *
 * @param statement what must hold, such as {@code both sides are defined on the whole domain}
 * @param grade how well it is shown
 * @param how one sentence: how it was shown, or what speaks against it, with the place
 */
public record Obligation(String statement, Grade grade, String how) {
    /** Requires all three. */
    public Obligation {
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(grade, "grade");
        Objects.requireNonNull(how, "how");
    }

    /** Returns an obligation that is proved. */
    public static Obligation proved(String statement, String how) {
        return new Obligation(statement, Grade.PROVED, how);
    }

    /** Returns an obligation that is enclosed. */
    public static Obligation enclosed(String statement, String how) {
        return new Obligation(statement, Grade.ENCLOSED, how);
    }

    /** Returns an obligation of which nothing was seen to fail at points. */
    public static Obligation agreed(String statement, String how) {
        return new Obligation(statement, Grade.AGREED, how);
    }

    /** Returns an obligation that could be neither shown nor refuted. */
    public static Obligation undecided(String statement, String how) {
        return new Obligation(statement, Grade.UNDECIDED, how);
    }

    /** Returns an obligation that fails. */
    public static Obligation refuted(String statement, String how) {
        return new Obligation(statement, Grade.REFUTED, how);
    }
}
