package org.theoremeter.simulate.training.file;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.theory.text.Quotation;

/**
 * Tells of which epochs weights are saved.
 *
 * @param initial whether those before the first update
 * @param last whether those after the last update
 * @param every those before the update of every so many epochs, from 0 on; empty for none
 */
public record SavedEpochs(boolean initial, boolean last, List<Long> every) {

    private static final String INITIAL = "initial";
    private static final String FINAL = "final";
    private static final String EVERY = "every=";
    private static final int MOST_DIGITS = 9;

    /** Copies the list. */
    public SavedEpochs {
        every = List.copyOf(every);
    }

    /**
     * Reads words: {@code initial}, {@code final}, {@code every=K}.
     *
     * @throws IllegalArgumentException if one is another
     */
    public static SavedEpochs of(List<String> words) {
        TreeSet<Long> every = new TreeSet<>();
        for (String word : words) {
            if (word.startsWith(EVERY)) {
                every.add(whole(word));
            } else if (!word.equals(INITIAL) && !word.equals(FINAL)) {
                throw new IllegalArgumentException("found " + Quotation.of(word) + ", "
                        + Nearest.hint(word, List.of(INITIAL, FINAL, EVERY + "K")));
            }
        }
        return new SavedEpochs(words.contains(INITIAL), words.contains(FINAL), new ArrayList<>(every));
    }

    private static long whole(String word) {
        String digits = word.substring(EVERY.length());
        if (!digits.matches("[0-9]{1," + MOST_DIGITS + "}") || Long.parseLong(digits) == 0) {
            throw new IllegalArgumentException(
                    "found " + Quotation.of(word) + ", accepted: every=K with a whole number K of epochs from 1");
        }
        return Long.parseLong(digits);
    }

    /** Tells whether those before the update of an epoch are saved as such, the initial ones apart. */
    boolean has(long epoch) {
        return every.stream().anyMatch(each -> epoch % each == 0);
    }

    /** Returns at most how many epochs are saved as such. */
    long count(long epochs) {
        return every.stream().mapToLong(each -> (epochs + each - 1) / each).sum();
    }

    /** Writes the words in a fixed order. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        if (initial) {
            words.add(INITIAL);
        }
        if (last) {
            words.add(FINAL);
        }
        every.forEach(each -> words.add(EVERY + each));
        return words.isEmpty() ? "none" : String.join(",", words);
    }
}
