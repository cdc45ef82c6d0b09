package org.theoremeter.verify.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.theoremeter.verify.judge.Verdict;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.ComparisonResult;
import org.theoremeter.verify.results.Shown;

/** What changed in the verdicts of a claim and of its comparisons, held against what is expected of the claim. */
final class Verdicts {

    private Verdicts() {}

    /**
     * A known disagreement that came out as expected is as good as a pass, and a pass where a disagreement is expected is a
     * failure, as for the exit status; what was not run has nothing wrong with it.
     */
    private static Verdict againstExpectation(ClaimResult claim) {
        if (claim.disagreesAsExpected() || !claim.ran()) {
            return Verdict.PASS;
        }
        return claim.passesUnexpectedly() ? Verdict.FAIL : claim.verdict();
    }

    static String text(ClaimResult claim) {
        return claim.verdict().text()
                + (claim.disagreesAsExpected() ? ", as expected" : claim.passesUnexpectedly() ? ", unexpectedly" : "");
    }

    /** Returns whether a claim came out worse, or is no longer run. */
    static boolean worse(ClaimResult before, ClaimResult after) {
        return before.ran() && (!after.ran() || againstExpectation(after).compareTo(againstExpectation(before)) > 0);
    }

    /** Returns what changed in the verdicts of a claim and of its comparisons, and in what may be said of its steps. */
    static List<Change> changes(ClaimResult before, ClaimResult after) {
        boolean worse = worse(before, after);
        List<Change> changes = new ArrayList<>();
        if (!text(before).equals(text(after))) {
            changes.add(new Change(
                    "verdict",
                    text(before),
                    text(after),
                    worse ? Weight.WORSE : Weight.NOTED,
                    after.conclusion().reason()));
        }
        if (!before.ran() || !after.ran()) {
            return changes;
        }
        Map<String, ComparisonResult> is = Change.keyed(after.comparisons(), ComparisonResult::name);
        Map<String, ComparisonResult> was = Change.keyed(before.comparisons(), ComparisonResult::name);
        was.forEach((name, earlier) -> {
            ComparisonResult later = is.get(name);
            if (later == null && !worse) {
                changes.add(Change.of(name, text(earlier), "", gone(before, after, name)));
            } else if (later != null) {
                boolean excused = after.disagreesAsExpected();
                if (!text(earlier, later).equals(text(later, earlier))) {
                    Weight weight = worse(earlier, later) && !excused ? Weight.WORSE : Weight.NOTED;
                    changes.add(new Change(name, text(earlier, later), text(later, earlier), weight, later.message()));
                }
                changes.addAll(Obligations.changes(name, earlier, later, excused));
            }
        });
        is.forEach((name, later) -> {
            if (!was.containsKey(name)) {
                String note = later.verdict() == Verdict.PASS ? "" : later.message();
                changes.add(new Change(name, "", text(later), Weight.NOTED, note));
            }
        });
        return changes;
    }

    /** A comparison less is worse, unless the grid it stood on is another, or the step it checked is gone too. */
    private static Weight gone(ClaimResult before, ClaimResult after, String name) {
        boolean unstated = states(before, name) && !states(after, name);
        return unstated || !Parameters.changes(before, after).isEmpty() ? Weight.NOTED : Weight.WORSE;
    }

    private static boolean states(ClaimResult claim, String name) {
        return claim.description().prediction().statements().stream().anyMatch(each -> name.equals(each.label()));
    }

    /** Early records have no grade for identities: it is left out beside theirs. */
    private static String text(ComparisonResult comparison, ComparisonResult beside) {
        return comparison.grade() != null && beside.grade() == null
                ? comparison.verdict().text()
                : text(comparison);
    }

    private static String text(ComparisonResult comparison) {
        return comparison.verdict().text() + (comparison.grade() == null ? "" : ", " + comparison.grade());
    }

    private static boolean worse(ComparisonResult before, ComparisonResult after) {
        boolean verdict = after.verdict().compareTo(before.verdict()) > 0;
        boolean grade = before.grade() != null && after.grade() != null && Shown.worse(before.grade(), after.grade());
        return verdict || grade;
    }
}
