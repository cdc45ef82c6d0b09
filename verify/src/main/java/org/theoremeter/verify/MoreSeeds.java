package org.theoremeter.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.theoremeter.simulate.sweep.Progress;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.judge.InterimAnalyses;
import org.theoremeter.verify.judge.Verdict;
import org.theoremeter.verify.results.ClaimResult;

/**
 * Analyses claims again and again, with more seeds for those that are left open.
 *
 * <p>Every interim analysis is paid for, see {@link InterimAnalyses}. Only claims that say that more seeds would decide get
 * more, and none that expects to be left open.
 */
final class MoreSeeds {

    private final List<Claim> claims;
    private final List<InterimAnalyses> analyses;

    /** Verifies some of the claims at one interim analysis. */
    @FunctionalInterface
    interface InterimAnalysis {

        /** Runs the claims, and tells the listener. */
        List<ClaimResult> run(List<Claim> batch, Verification.Listener listener);
    }

    MoreSeeds(List<Claim> claims, int most) {
        this.claims = claims;
        analyses = claims.stream()
                .map(claim -> new InterimAnalyses(Math.max(2, claim.seeds()), most))
                .toList();
    }

    /** Returns the results, in the order of the claims; each says after which interim analysis it was decided. */
    List<ClaimResult> run(Verification.Listener listener, InterimAnalysis verification) {
        List<ClaimResult> results = new ArrayList<>(Collections.nCopies(claims.size(), null));
        List<Integer> open = IntStream.range(0, claims.size()).boxed().toList();
        for (int analysis = 0; !open.isEmpty(); analysis++) {
            List<Integer> asked = open;
            List<Claim> batch = new ArrayList<>();
            for (int index : asked) {
                batch.add(atAnalysis(index, analysis));
            }
            List<ClaimResult> judged = verification.run(batch, new Told(listener, asked, analysis));
            open = new ArrayList<>();
            for (int place = 0; place < judged.size(); place++) {
                int index = asked.get(place);
                results.set(index, told(index, analysis, judged.get(place)));
                if (analysis + 1 < analyses.get(index).count()
                        && moreWouldDecide(claims.get(index), judged.get(place))) {
                    open.add(index);
                }
            }
        }
        return results;
    }

    /** Passes on what is heard of a batch, under the places of the claims among all, with the interim analysis. */
    private final class Told implements Verification.Listener {

        private final Verification.Listener outer;
        private final List<Integer> asked;
        private final int analysis;

        Told(Verification.Listener outer, List<Integer> asked, int analysis) {
            this.outer = outer;
            this.asked = asked;
            this.analysis = analysis;
        }

        @Override
        public void observed(Progress progress) {
            outer.observed(progress);
        }

        @Override
        public void judged(int place, ClaimResult result) {
            int index = asked.get(place);
            outer.judged(index, told(index, analysis, result));
        }

        @Override
        public void analysed(int place, ClaimResult result) {
            int index = asked.get(place);
            outer.analysed(index, told(index, analysis, result));
        }
    }

    private Claim atAnalysis(int index, int analysis) {
        Claim claim = claims.get(index);
        InterimAnalyses planned = analyses.get(index);
        return claim.seeds() == 0
                ? claim
                : claim.with(
                        planned.seeds(analysis),
                        planned.confidence(claim.header().judge().confidence()));
    }

    private static boolean moreWouldDecide(Claim claim, ClaimResult result) {
        return claim.seeds() > 0
                && claim.header().expect().isEmpty()
                && result.verdict() == Verdict.INCONCLUSIVE
                && result.comparisons().stream()
                        .filter(comparison -> comparison.verdict() == Verdict.INCONCLUSIVE)
                        .allMatch(comparison -> comparison.seedsToDecide() != null);
    }

    private ClaimResult told(int index, int analysis, ClaimResult result) {
        InterimAnalyses planned = analyses.get(index);
        return claims.get(index).seeds() == 0 || !result.ran() || planned.count() == 1
                ? result
                : result.with("interim analysis " + (analysis + 1) + " of at most " + planned.count() + " with "
                        + planned.seeds(analysis) + " seeds");
    }
}
