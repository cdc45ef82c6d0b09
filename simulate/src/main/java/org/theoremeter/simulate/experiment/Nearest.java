package org.theoremeter.simulate.experiment;

import java.util.Collection;

/** Finds the known name that a misspelt one most likely meant, by the Levenshtein distance. */
final class Nearest {

    private Nearest() {}

    /** Returns the closest of the names, the first of equals, or an empty text when there are none. */
    static String of(String given, Collection<String> names) {
        String best = "";
        int least = Integer.MAX_VALUE;
        for (String name : names) {
            int distance = distance(given, name);
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return best;
    }

    /**
     * Returns {@code "; nearest: name"}, or an empty text when nothing comes near: half the letters would have to
     * change.
     */
    static String suggestion(String given, Collection<String> names) {
        String nearest = of(given, names);
        boolean near = !nearest.isEmpty() && 2 * distance(given, nearest) <= Math.max(given.length(), nearest.length());
        return near ? "; nearest: " + nearest : "";
    }

    private static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(previous[j], row[j - 1]));
            }
            int[] swap = previous;
            previous = row;
            row = swap;
        }
        return previous[to.length()];
    }
}
