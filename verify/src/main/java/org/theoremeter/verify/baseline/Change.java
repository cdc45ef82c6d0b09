package org.theoremeter.verify.baseline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One thing that changed.
 *
 * @param what what it is, such as {@code verdict} or {@code step flow}
 * @param before what it was, or empty where it was not there
 * @param after what it is now, or empty where it is gone
 * @param weight how much that matters
 * @param note one sentence about it, or empty
 */
public record Change(String what, String before, String after, Weight weight, String note) {

    static Change of(String what, String before, String after, Weight weight) {
        return new Change(what, before, after, weight, "");
    }

    /** Returns what changed between two maps, in the order of the first and then of the second. */
    static List<Change> between(String what, Map<String, ?> before, Map<String, ?> after, Weight weight) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            String label = what.isEmpty() ? name : what + " " + name;
            changes.addAll(between(label, before.get(name), after.get(name), weight));
        }
        return changes;
    }

    /** Returns the change from one value to another, either of which may be null; nothing if they are equal. */
    static List<Change> between(String what, Object before, Object after, Weight weight) {
        String was = before == null ? "" : before.toString();
        String is = after == null ? "" : after.toString();
        return was.equals(is) ? List.of() : List.of(of(what, was, is, weight));
    }

    /** Returns items by a key of each; where several have the same one, all but the first are numbered. */
    static <T> Map<String, T> keyed(List<T> items, Function<T, String> key) {
        Map<String, T> keyed = new LinkedHashMap<>();
        for (T item : items) {
            String name = key.apply(item);
            String free = name;
            for (int i = 2; keyed.containsKey(free); i++) {
                free = name + " (" + i + ")";
            }
            keyed.put(free, item);
        }
        return keyed;
    }
}
