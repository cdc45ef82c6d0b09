package org.theoremeter.verify.judge;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** What may be concluded about a claim; from best to worst, and last what was not asked. */
public enum Verdict {
    /** The interval lies inside the declared margin. */
    PASS,
    /** The interval straddles the edge of the margin: more seeds or finer numerics would decide. */
    INCONCLUSIVE,
    /** The claim could not be evaluated. */
    ERROR,
    /** The interval lies outside the declared margin. */
    FAIL,
    /** Nothing was asked: the profile leaves the claim out. No judge says so. */
    NOT_RUN;

    /** Returns the worst of several verdicts: one comparison that fails makes the claim fail. */
    public static Verdict worst(Collection<Verdict> verdicts) {
        return verdicts.stream()
                .max(Verdict::compareTo)
                .orElseThrow(() -> new IllegalArgumentException("no verdict to choose from"));
    }

    /** Returns the name as written in claim files and results: {@code pass}, {@code not-run}, … */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the name as shown to readers: {@code PASS}, {@code NOT RUN}, … */
    public String label() {
        return name().replace('_', ' ');
    }

    /**
     * Returns the verdict with that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Verdict of(String text) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("found the verdict '" + text + "', accepted: "
                        + Arrays.stream(values()).map(Verdict::text).collect(Collectors.joining(", "))));
    }
}
