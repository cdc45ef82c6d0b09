package org.theoremeter.verify.baseline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.theoremeter.verify.results.ClaimResult;

/**
 * What changed in one claim.
 *
 * @param id the claim's name
 * @param presence whether it is there before, after or both
 * @param changes what changed, in the order in which it is told
 */
public record ClaimDifference(String id, Presence presence, List<Change> changes) {

    /** Where a claim is. */
    public enum Presence {
        /** There before and after. */
        KEPT,
        /** Only there after. */
        NEW,
        /** Only there before. */
        GONE
    }

    /** Copies the list. */
    public ClaimDifference {
        changes = List.copyOf(changes);
    }

    static ClaimDifference between(ClaimResult before, ClaimResult after) {
        List<Change> changes = new ArrayList<>(Verdicts.changes(before, after));
        changes.addAll(Stated.changes(before, after));
        changes.addAll(Parameters.changes(before, after));
        changes.addAll(Measured.changes(before, after));
        return new ClaimDifference(after.id(), Presence.KEPT, changes);
    }

    static ClaimDifference gone(ClaimResult before) {
        Weight weight = before.ran() ? Weight.WORSE : Weight.NOTED;
        return new ClaimDifference(
                before.id(), Presence.GONE, List.of(Change.of("claim", Verdicts.text(before), "", weight)));
    }

    static ClaimDifference added(ClaimResult after) {
        return new ClaimDifference(
                after.id(), Presence.NEW, List.of(Change.of("claim", "", Verdicts.text(after), Weight.NOTED)));
    }

    /** Returns the weight of the change that weighs most; none where nothing changed but within errors. */
    public Weight weight() {
        return changes.stream()
                .map(Change::weight)
                .max(Comparator.naturalOrder())
                .orElse(Weight.WITHIN_ERROR);
    }
}
