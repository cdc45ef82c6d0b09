package org.theoremeter.theory.definedness;

import java.util.List;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;

/**
 * What part of a formula must satisfy for the formula to have a value.
 *
 * @param part the part: a divisor, the argument of a logarithm, …
 * @param kind what must hold of it
 * @param guards where it must: under the conditions of the case distinction it stands in; elsewhere it does not count
 */
public record Requirement(Expression part, Kind kind, List<Condition> guards) {
    /** What must hold of a part. */
    public enum Kind {
        /** It has a value. */
        DEFINED("has a value"),
        /** It is not 0. */
        NOT_ZERO("is nowhere 0"),
        /** It is positive. */
        POSITIVE("is positive"),
        /** It is not negative. */
        NOT_NEGATIVE("is nowhere negative"),
        /** It lies between −1 and 1. */
        WITHIN_ONE("lies between -1 and 1");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** Copies the list. */
    public Requirement {
        guards = List.copyOf(guards);
    }

    /** Returns the requirement in words, such as {@code 1 - c is nowhere 0}. */
    @Override
    public String toString() {
        return part + " " + kind.words + (guards.isEmpty() ? "" : " where " + guards);
    }
}
