package org.theoremeter.verify.baseline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.ClaimResult.Setup;

/** What changed in the numbers that a claim was run with. */
final class Parameters {

    private static final Setup NOTHING = new Setup("", null, 0, Map.of(), Map.of(), 0);

    private Parameters() {}

    static List<Change> changes(ClaimResult before, ClaimResult after) {
        List<Change> changes = new ArrayList<>(Change.between(
                "given",
                before.description().prediction().given(),
                after.description().prediction().given(),
                Weight.NOTED));
        Map<String, Setup> were = byName(before);
        Map<String, Setup> are = byName(after);
        Set<String> names = new LinkedHashSet<>(were.keySet());
        names.addAll(are.keySet());
        for (String name : names) {
            changes.addAll(changes(
                    name.isEmpty() ? "" : name + " ",
                    were.getOrDefault(name, NOTHING),
                    are.getOrDefault(name, NOTHING)));
        }
        changes.addAll(Change.between(
                "confidence", before.evidence().confidence(), after.evidence().confidence(), Weight.NOTED));
        return changes;
    }

    private static Map<String, Setup> byName(ClaimResult claim) {
        Map<String, Setup> setups = new LinkedHashMap<>();
        claim.evidence().setups().forEach(setup -> setups.put(setup.name(), setup));
        return setups;
    }

    private static List<Change> changes(String of, Setup was, Setup is) {
        List<Change> changes = new ArrayList<>();
        changes.addAll(Change.between(of + "experiment", was.experiment(), is.experiment(), Weight.NOTED));
        changes.addAll(Change.between(of + "version", was.version(), is.version(), Weight.NOTED));
        changes.addAll(Change.between(of + "with", was.parameters(), is.parameters(), Weight.NOTED));
        changes.addAll(Change.between(of + "over", was.axes(), is.axes(), Weight.NOTED));
        changes.addAll(Change.between(of + "seeds", was.seeds(), is.seeds(), Weight.NOTED));
        return changes;
    }
}
