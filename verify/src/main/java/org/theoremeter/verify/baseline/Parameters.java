package org.theoremeter.verify.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.ClaimResult.Setup;

/** What changed in the numbers that a claim was run with. */
final class Parameters {

    private static final Setup NOTHING = new Setup(null, 0, Map.of(), Map.of(), 0);

    private Parameters() {}

    static List<Change> changes(ClaimResult before, ClaimResult after) {
        List<Change> changes = new ArrayList<>(Change.between("given", before.given(), after.given(), Weight.NOTED));
        Setup was = before.setup() == null ? NOTHING : before.setup();
        Setup is = after.setup() == null ? NOTHING : after.setup();
        changes.addAll(Change.between("experiment", was.experiment(), is.experiment(), Weight.NOTED));
        changes.addAll(Change.between("version", was.version(), is.version(), Weight.NOTED));
        changes.addAll(Change.between("with", was.parameters(), is.parameters(), Weight.NOTED));
        changes.addAll(Change.between("over", was.axes(), is.axes(), Weight.NOTED));
        changes.addAll(Change.between("seeds", was.seeds(), is.seeds(), Weight.NOTED));
        changes.addAll(Change.between("confidence", before.confidence(), after.confidence(), Weight.NOTED));
        return changes;
    }
}
