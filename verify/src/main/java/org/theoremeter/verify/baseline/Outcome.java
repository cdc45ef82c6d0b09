package org.theoremeter.verify.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.theoremeter.verify.judge.Verdict;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.ComparisonResult;
import org.theoremeter.verify.results.Shown;

/**
 * How a claim came out, against what is expected of it; from best to worst.
 *
 * <p>A known disagreement that came out as expected is as good as a pass, and a pass where a disagreement is expected is a
 * failure, as for the exit status.
 */
enum Outcome {
    AS_EXPECTED,
    INCONCLUSIVE,
    ERROR,
    FAILED;

    static Outcome of(ClaimResult claim) {
        if (claim.disagreesAsExpected() || !claim.ran()) {
            return AS_EXPECTED;
        }
        return switch (claim.verdict()) {
            case "pass" -> claim.passesUnexpectedly() ? FAILED : AS_EXPECTED;
            case "fail" -> FAILED;
            case "error" -> ERROR;
            default -> INCONCLUSIVE;
        };
    }

    static String text(ClaimResult claim) {
        return claim.verdict()
                + (claim.disagreesAsExpected() ? ", as expected" : claim.passesUnexpectedly() ? ", unexpectedly" : "");
    }

    private static String note(ClaimResult claim) {
        return claim.message() == null ? "" : claim.message();
    }

    /** Returns whether a claim came out worse, or is no longer run. */
    static boolean worse(ClaimResult before, ClaimResult after) {
        return before.ran() && (!after.ran() || of(after).compareTo(of(before)) > 0);
    }

    /** Returns what changed in the verdicts of a claim and of its comparisons, and in what may be said of its steps. */
    static List<Change> changes(ClaimResult before, ClaimResult after) {
        boolean worse = worse(before, after);
        List<Change> changes = new ArrayList<>();
        if (!text(before).equals(text(after))) {
            changes.add(
                    new Change("verdict", text(before), text(after), worse ? Weight.WORSE : Weight.NOTED, note(after)));
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
                String note = later.verdict().equals("pass") ? "" : later.message();
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
        return claim.statements().stream().anyMatch(each -> name.equals(each.label()));
    }

    /** Early records have no grade for identities: it is left out beside theirs. */
    private static String text(ComparisonResult comparison, ComparisonResult beside) {
        return comparison.grade() != null && beside.grade() == null ? comparison.verdict() : text(comparison);
    }

    private static String text(ComparisonResult comparison) {
        return comparison.verdict() + (comparison.grade() == null ? "" : ", " + comparison.grade());
    }

    private static boolean worse(ComparisonResult before, ComparisonResult after) {
        boolean verdict = rank(after.verdict()) > rank(before.verdict());
        boolean grade = before.grade() != null && after.grade() != null && Shown.worse(before.grade(), after.grade());
        return verdict || grade;
    }

    private static int rank(String verdict) {
        return verdict.equals(ClaimResult.NOT_RUN)
                ? Verdict.values().length
                : Verdict.of(verdict).ordinal();
    }
}
