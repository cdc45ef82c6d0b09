package org.theoremeter.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.theoremeter.simulate.sweep.Result;
import org.theoremeter.simulate.sweep.Run;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.GridPoint;
import org.theoremeter.verify.claim.Observe;

/** Which runs the claims ask for, and which claims wait for which. */
final class RunPlan {

    private final List<Run> runs = new ArrayList<>();
    private final int[] first;
    private final int[] missing;
    private final Map<Run, List<Integer>> places = new LinkedHashMap<>();
    private final List<Result> results = new ArrayList<>();

    RunPlan(List<Claim> claims) {
        first = new int[claims.size()];
        missing = new int[claims.size()];
        for (int i = 0; i < claims.size(); i++) {
            first[i] = runs.size();
            Claim claim = claims.get(i);
            if (!claim.header().skipped()) {
                claim.observed().values().stream()
                        .filter(observe -> !observe.isRecorded())
                        .forEach(this::add);
            }
            missing[i] = runs.size() - first[i];
        }
        for (int place = 0; place < runs.size(); place++) {
            places.computeIfAbsent(runs.get(place), run -> new ArrayList<>()).add(place);
            results.add(null);
        }
    }

    private void add(Observe observe) {
        for (GridPoint point : observe.points()) {
            if (observe.seeds().isEmpty()) {
                runs.add(Run.of(observe.experiment(), point.arguments()));
            }
            for (int seed = 0; seed < observe.seeds().orElse(0); seed++) {
                runs.add(Run.of(observe.experiment(), point.arguments(), seed));
            }
        }
    }

    List<Run> runs() {
        return runs;
    }

    boolean waits(int claim) {
        return missing[claim] > 0;
    }

    List<Result> results(int claim) {
        int end = claim + 1 < first.length ? first[claim + 1] : runs.size();
        return List.copyOf(results.subList(first[claim], end));
    }

    /** Enters a result wherever its run was asked for, once; returns the claims that now have all of theirs. */
    List<Integer> enter(Result result) {
        List<Integer> complete = new ArrayList<>();
        for (int place : places.get(result.run())) {
            if (results.get(place) == null) {
                results.set(place, result);
                int claim = owner(place);
                missing[claim]--;
                if (missing[claim] == 0) {
                    complete.add(claim);
                }
            }
        }
        return complete;
    }

    private int owner(int place) {
        int claim = 0;
        while (claim + 1 < first.length && first[claim + 1] <= place) {
            claim++;
        }
        return claim;
    }
}
