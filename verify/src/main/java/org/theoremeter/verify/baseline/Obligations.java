package org.theoremeter.verify.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.theoremeter.verify.results.ComparisonResult;
import org.theoremeter.verify.results.ComparisonResult.ObligationResult;
import org.theoremeter.verify.results.Shown;

/** What changed in how well the obligations of an identity or a step are shown. */
final class Obligations {

    private Obligations() {}

    /**
     * Returns the obligations of another grade than before; those that only one side has are none of the claim's changes,
     * but of what is asked of such claims. Of a single one the comparison itself has said all.
     *
     * @param excused whether what is worse is expected
     */
    static List<Change> changes(String name, ComparisonResult before, ComparisonResult after, boolean excused) {
        if (before.obligations() == null
                || after.obligations() == null
                || (before.obligations().size() == 1 && after.obligations().size() == 1)) {
            return List.of();
        }
        Map<String, ObligationResult> was = Change.keyed(before.obligations(), ObligationResult::statement);
        List<Change> changes = new ArrayList<>();
        Change.keyed(after.obligations(), ObligationResult::statement).forEach((statement, later) -> {
            ObligationResult earlier = was.get(statement);
            if (earlier != null && !earlier.grade().equals(later.grade())) {
                boolean worse = Shown.worse(earlier.grade(), later.grade());
                Weight weight = worse && !excused ? Weight.WORSE : Weight.NOTED;
                changes.add(new Change(name + ", " + statement, earlier.grade(), later.grade(), weight, later.how()));
            }
        });
        return changes;
    }
}
