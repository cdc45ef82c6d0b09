package org.theoremeter.verify.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How sure theory itself is of a claim. */
public enum Standing {
    /** Derived without approximation. */
    EXACT,
    /** Holds up to a stated order or in a stated range. */
    APPROXIMATE,
    /** Believed, not derived. */
    CONJECTURE;

    /** Returns the word as written in claim files. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns all words. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Standing::text).toList();
    }
}
