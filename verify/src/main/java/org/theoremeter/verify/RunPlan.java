package org.theoremeter.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.theoremeter.simulate.sweep.Result;
import org.theoremeter.simulate.sweep.Run;
import org.theoremeter.verify.claim.Claim;

/**
 * Which runs the claims ask for, and which claims wait for which; it collects the results and tells which claims have all of
 * theirs. It is a list over claims, each a {@link ByRun}: observation → grid point → seed. Results come back in the same nesting;
 * claims that ask for the same run get the same result.
 */
final class RunPlan {

    private final List<ByRun<Run>> asked;
    private final List<Set<Run>> missing = new ArrayList<>();
    private final Map<Run, List<Integer>> waiting = new HashMap<>();
    private final Map<Run, Result> results = new HashMap<>();

    RunPlan(List<Claim> claims) {
        asked = claims.stream().map(ByRun::askedBy).toList();
        for (int claim = 0; claim < asked.size(); claim++) {
            Set<Run> runs = new LinkedHashSet<>(asked.get(claim).stream().toList());
            for (Run run : runs) {
                waiting.computeIfAbsent(run, first -> new ArrayList<>()).add(claim);
            }
            missing.add(runs);
        }
    }

    /** Returns all runs, in the order in which claims ask for them; one that is asked for twice stands there twice. */
    List<Run> runs() {
        return asked.stream().flatMap(ByRun::stream).toList();
    }

    /** Returns whether results of a claim, given by its place, are still to come. */
    boolean waits(int claim) {
        return !missing.get(claim).isEmpty();
    }

    /** Returns the results of a claim that waits for none. */
    ByRun<Result> results(int claim) {
        return asked.get(claim).map(results::get);
    }

    /** Enters a result for all claims that asked for its run, once; returns the places of those that now have all of theirs. */
    List<Integer> enter(Result result) {
        if (results.putIfAbsent(result.run(), result) != null) {
            return List.of();
        }
        List<Integer> complete = new ArrayList<>();
        for (int claim : waiting.get(result.run())) {
            missing.get(claim).remove(result.run());
            if (!waits(claim)) {
                complete.add(claim);
            }
        }
        return complete;
    }
}
