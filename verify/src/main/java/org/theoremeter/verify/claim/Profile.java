package org.theoremeter.verify.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How much time a run of the catalogue may take. */
public enum Profile {
    /** The whole catalogue in 3 minutes on 2 cores. */
    QUICK,
    /** Half an hour. */
    STANDARD,
    /** Hours; published sizes. */
    FULL;

    /** Returns the word as written in claim files and on the command line. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns all words. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Profile::text).toList();
    }
}
