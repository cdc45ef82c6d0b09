package org.theoremeter.reports.document;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** The conditions that the records of this package share. */
final class Validate {

    /** No separator and no leading dot, so that an identifier is safe as a file name and as an anchor. */
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    private static final int MOST_DIGITS = 17;

    private Validate() {}

    /** Refuses null. */
    static void notNull(Object value, String what) {
        Objects.requireNonNull(value, () -> what + " is null");
    }

    /** Refuses null and text of nothing but white space. */
    static void notBlank(String text, String what) {
        notNull(text, what);
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " is blank");
        }
    }

    /** Refuses null and what is no identifier: it names files and anchors. */
    static void identifier(String id, String what) {
        notNull(id, what);
        if (!IDENTIFIER.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    what + " '" + id + "' is malformed: it takes letters, digits, dots, hyphens and"
                            + " underscores, begins with a letter or digit and has at most 128 characters");
        }
    }

    /** Refuses a number of significant digits that a double cannot show, or none. */
    static void digits(int digits) {
        if (digits < 1 || digits > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    digits + " significant digits asked for; 1 to " + MOST_DIGITS + " can be shown");
        }
    }

    /** Returns a copy of a list, which may be empty; refuses null, also as an entry. */
    static <T> List<T> list(List<T> list, String what) {
        notNull(list, what);
        for (int i = 0; i < list.size(); i++) {
            notNull(list.get(i), "entry " + (i + 1) + " of " + what);
        }
        return List.copyOf(list);
    }

    /** Returns a copy of a list; refuses an empty one, and null as {@link #list} does. */
    static <T> List<T> filled(List<T> list, String what) {
        List<T> copy = list(list, what);
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("no " + what);
        }
        return copy;
    }

    /** Returns a copy of numbers; refuses null, none at all, and what is not finite. */
    static double[] finite(double[] values, String what) {
        notNull(values, what);
        if (values.length == 0) {
            throw new IllegalArgumentException("no " + what);
        }
        double[] copy = values.clone();
        for (int i = 0; i < copy.length; i++) {
            if (!Double.isFinite(copy[i])) {
                throw new IllegalArgumentException(what + " is not finite at point " + (i + 1) + ": " + copy[i]);
            }
        }
        return copy;
    }

    /** Returns a copy of numbers; refuses what {@link #finite} does, and numbers that do not increase strictly. */
    static double[] increasing(double[] positions, String what) {
        double[] copy = finite(positions, what);
        for (int i = 1; i < copy.length; i++) {
            if (copy[i] <= copy[i - 1]) {
                throw new IllegalArgumentException(what + " do not increase at point " + (i + 1) + ": " + copy[i - 1]
                        + " is followed by " + copy[i]);
            }
        }
        return copy;
    }
}
