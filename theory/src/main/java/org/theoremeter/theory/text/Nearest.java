package org.theoremeter.theory.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name that a misspelt one was probably meant to be. */
public final class Nearest {
    /** One slip of the pen in so many letters (a transposition counts as two); more make it another name. */
    private static final int LETTERS_A_SLIP = 2;
    /** What is longer than this is no name that somebody misspelt, and would take its length squared to compare. */
    private static final int LONGEST_NAME = 100;
    /** More names than this are not read, only counted. */
    private static final int MOST_LISTED = 40;
    /** The longest list of names, in characters. */
    private static final int LONGEST_LIST = 240;

    private Nearest() {}

    /**
     * Returns the closest of the accepted names when it is close enough to be meant: one slip in two letters.
     *
     * @param found the name as written
     * @param accepted the names there are
     */
    public static Optional<String> to(String found, Collection<String> accepted) {
        return accepted.stream()
                .filter(name -> isClose(found, name))
                .min(Comparator.comparingInt((String name) -> slips(found, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean isClose(String found, String name) {
        int longer = Math.max(found.length(), name.length());
        return longer <= LONGEST_NAME
                && LETTERS_A_SLIP * Math.abs(found.length() - name.length()) <= longer
                && LETTERS_A_SLIP * slips(found, name) <= longer;
    }

    private static int slips(String found, String name) {
        return LevenshteinDistance.getDefaultInstance().apply(found, name);
    }

    /**
     * Describes what is accepted, the probable meaning first.
     *
     * @param found the name as written
     * @param accepted the names there are
     * @return such as {@code did you mean 'gain'? accepted: cstar, gain, neurons}
     */
    public static String hint(String found, Collection<String> accepted) {
        String list = "accepted: " + (accepted.isEmpty() ? "nothing" : listed(accepted));
        return to(found, accepted)
                .map(name -> "did you mean " + Quotation.of(name) + "? " + list)
                .orElse(list);
    }

    /** Returns names as a list; of many the first, and how many more there are. */
    private static String listed(Collection<String> names) {
        String first = names.stream()
                .limit(MOST_LISTED)
                .map(name -> Quotation.start(name, Quotation.LONGEST))
                .collect(Collectors.joining(", "));
        int kept = Math.min(names.size(), MOST_LISTED);
        if (first.length() > LONGEST_LIST) {
            first = first.substring(0, first.lastIndexOf(", ", LONGEST_LIST));
            kept = first.split(", ", -1).length;
        }
        return kept == names.size() ? first : first + " and " + (names.size() - kept) + " more";
    }
}
