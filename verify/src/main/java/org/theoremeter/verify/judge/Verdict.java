package org.theoremeter.verify.judge;

import java.util.Collection;
import java.util.Locale;

/** What may be concluded about a claim; from best to worst. */
public enum Verdict {
    /** The interval lies inside the declared margin. */
    PASS,
    /** The interval straddles the edge of the margin: more seeds or finer numerics would decide. */
    INCONCLUSIVE,
    /** The claim could not be evaluated. */
    ERROR,
    /** The interval lies outside the declared margin. */
    FAIL;

    /** Returns the worst of several verdicts: one comparison that fails makes the claim fail. */
    public static Verdict worst(Collection<Verdict> verdicts) {
        return verdicts.stream()
                .max(Verdict::compareTo)
                .orElseThrow(() -> new IllegalArgumentException("no verdict to choose from"));
    }

    /** Returns the name as written in claim files and results: {@code pass}, {@code fail}, … */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the verdict with that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Verdict of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
