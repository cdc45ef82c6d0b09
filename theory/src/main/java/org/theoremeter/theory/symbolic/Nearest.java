package org.theoremeter.theory.symbolic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name that a misspelt one was probably meant to be. */
public final class Nearest {
    private static final LevenshteinDistance SLIPS = LevenshteinDistance.getDefaultInstance();
    /** One slip of the pen in so many letters (a transposition counts as two); more make it another name. */
    private static final int LETTERS_A_SLIP = 2;

    private Nearest() {}

    /**
     * Returns the closest of the accepted names when it is close enough to be meant: one slip in two letters.
     *
     * @param found the name as written
     * @param accepted the names there are
     */
    public static Optional<String> to(String found, Collection<String> accepted) {
        return accepted.stream()
                .filter(name -> LETTERS_A_SLIP * SLIPS.apply(found, name) <= Math.max(found.length(), name.length()))
                .min(Comparator.comparingInt((String name) -> SLIPS.apply(found, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /**
     * Describes what is accepted, the probable meaning first.
     *
     * @param found the name as written
     * @param accepted the names there are
     * @return such as {@code did you mean 'gain'? accepted: cstar, gain, neurons}
     */
    public static String hint(String found, Collection<String> accepted) {
        String list = "accepted: " + (accepted.isEmpty() ? "nothing" : String.join(", ", accepted));
        return to(found, accepted)
                .map(name -> "did you mean '" + name + "'? " + list)
                .orElse(list);
    }
}
