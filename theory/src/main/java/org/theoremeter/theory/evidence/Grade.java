package org.theoremeter.theory.evidence;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How well a statement is shown, from best to worst. */
public enum Grade {
    /** Shown exactly, all side conditions discharged. */
    PROVED,
    /** Enclosed rigorously over the whole domain, to a stated difference. */
    ENCLOSED,
    /** Seen to agree at a stated number of points, to a stated difference. */
    AGREED,
    /** Taken on trust from a source. */
    CITED,
    /** Neither shown nor refuted. */
    UNDECIDED,
    /** Wrong: there is a place where it fails. */
    REFUTED;

    /** Returns the worst of several grades, {@link #PROVED} if there is none: a chain holds as well as its weakest link. */
    public static Grade worst(Collection<Grade> grades) {
        return grades.stream().max(Grade::compareTo).orElse(PROVED);
    }

    /** Returns how many there are of each, from best to worst: {@code 4 proved, 1 cited}. */
    public static String counts(Collection<Grade> grades) {
        return Arrays.stream(values())
                .filter(grades::contains)
                .map(grade -> Collections.frequency(grades, grade) + " " + grade.text())
                .collect(Collectors.joining(", "));
    }

    /** Tells whether this is as good as another grade, or better. */
    public boolean reaches(Grade required) {
        return compareTo(required) <= 0;
    }

    /**
     * Returns the grade with that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Grade of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /**
     * Returns a sentence with a grade in front of it, unless a part of it begins with that word already.
     *
     * @param grade the name of a grade
     * @param separator what stands between them
     * @param how how something was shown, or what speaks against it; possibly empty
     */
    public static String inFront(String grade, String separator, String how) {
        if (how.isEmpty()) {
            return grade;
        }
        boolean said = Pattern.compile("(^|[:,;] |\\bis )" + Pattern.quote(grade) + "\\b")
                .matcher(how)
                .find();
        return said ? how : grade + separator + how;
    }

    /** Returns the name as claim files and results write it: {@code proved}, {@code enclosed}, … */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
