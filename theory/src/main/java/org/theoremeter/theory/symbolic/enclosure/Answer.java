package org.theoremeter.theory.symbolic.enclosure;

import java.util.Optional;

/**
 * What subdivision found out about a statement on a region.
 *
 * @param state the answer
 * @param boxes how many boxes were looked at
 * @param left how many were left undecided when the budget or the doubles were used up
 * @param witness where the statement fails: a point, or a box in which it surely fails somewhere
 * @param onlyAtEnds whether all that was left lies within rounding of ends of domains that are left out
 */
public record Answer(State state, long boxes, long left, Optional<Box> witness, boolean onlyAtEnds) {
    /** The three answers. */
    public enum State {
        /** The statement holds everywhere. */
        SHOWN,
        /** There is a place where it fails. */
        REFUTED,
        /** Neither was shown. */
        OPEN
    }

    /** Returns that a statement was shown without cutting. */
    public static Answer shown() {
        return shown(0);
    }

    static Answer shown(long boxes) {
        return new Answer(State.SHOWN, boxes, 0, Optional.empty(), false);
    }

    static Answer refuted(Box where, long boxes) {
        return new Answer(State.REFUTED, boxes, 0, Optional.of(where), false);
    }

    static Answer open(long boxes, long left) {
        return new Answer(State.OPEN, boxes, left, Optional.empty(), false);
    }

    Answer onlyAtEnds(boolean all) {
        return new Answer(state, boxes, left, witness, all);
    }

    /** Tells whether the statement holds everywhere. */
    public boolean isShown() {
        return state == State.SHOWN;
    }

    /** Tells whether there is a place where the statement fails. */
    public boolean isRefuted() {
        return state == State.REFUTED;
    }

    /** Returns how far subdivision came, in words. */
    public String effort() {
        return state == State.OPEN
                ? "undecided: " + left + " of " + boxes + " boxes left"
                : "by enclosure, " + boxes + (boxes == 1 ? " box" : " boxes");
    }
}
