package org.theoremeter.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

    private final List<Watched> claims = new ArrayList<>();

    /** Verifies some of the claims at one interim analysis. */
    @FunctionalInterface
    interface InterimAnalysis {

        /** Runs the claims, and tells the listener. */
        List<ClaimResult> run(List<Claim> batch, Verification.Listener listener);
    }

    MoreSeeds(List<Claim> claims, int most) {
        for (Claim claim : claims) {
            this.claims.add(
                    new Watched(this.claims.size(), claim, new InterimAnalyses(Math.max(2, claim.seeds()), most)));
        }
    }

    /** Returns the results, in the order of the claims; each says after which interim analysis it was decided. */
    List<ClaimResult> run(Verification.Listener listener, InterimAnalysis verification) {
        List<ClaimResult> results = new ArrayList<>(Collections.nCopies(claims.size(), null));
        List<Watched> open = claims;
        for (int analysis = 0; !open.isEmpty(); analysis++) {
            List<Watched> asked = open;
            List<Claim> batch = new ArrayList<>();
            for (Watched watched : asked) {
                batch.add(watched.at(analysis));
            }
            List<ClaimResult> judged = verification.run(batch, new Told(listener, asked, analysis));
            open = new ArrayList<>();
            for (int place = 0; place < judged.size(); place++) {
                Watched watched = asked.get(place);
                results.set(watched.index, watched.told(analysis, judged.get(place)));
                if (watched.isOpen(analysis, judged.get(place))) {
                    open.add(watched);
                }
            }
        }
        return results;
    }

    /**
     * A claim with the interim analyses of it.
     *
     * @param index its place among all claims
     * @param claim the claim as it was asked for
     * @param analyses with how many seeds it may be judged
     */
    private record Watched(int index, Claim claim, InterimAnalyses analyses) {

        /** Returns the claim as it is verified at one interim analysis. */
        Claim at(int analysis) {
            return claim.seeds() == 0
                    ? claim
                    : claim.with(
                            analyses.seeds(analysis),
                            analyses.confidence(claim.header().judge().confidence()));
        }

        /** Returns whether there is another interim analysis that may decide what this one found. */
        boolean isOpen(int analysis, ClaimResult result) {
            return analysis + 1 < analyses.count()
                    && claim.seeds() > 0
                    && claim.header().expect().isEmpty()
                    && result.verdict() == Verdict.INCONCLUSIVE
                    && result.comparisons().stream()
                            .filter(comparison -> comparison.verdict() == Verdict.INCONCLUSIVE)
                            .allMatch(comparison -> comparison.seedsToDecide() != null);
        }

        /** Returns what was found at one interim analysis, which says so where there may be several. */
        ClaimResult told(int analysis, ClaimResult result) {
            return claim.seeds() == 0 || !result.ran() || analyses.count() == 1
                    ? result
                    : result.with("interim analysis " + (analysis + 1) + " of at most " + analyses.count() + " with "
                            + analyses.seeds(analysis) + " seeds");
        }
    }

    /** Passes on what is heard of a batch, under the places of the claims among all, with the interim analysis. */
    private static final class Told implements Verification.Listener {

        private final Verification.Listener outer;
        private final List<Watched> asked;
        private final int analysis;

        Told(Verification.Listener outer, List<Watched> asked, int analysis) {
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
            Watched watched = asked.get(place);
            outer.judged(watched.index, watched.told(analysis, result));
        }

        @Override
        public void analysed(int place, ClaimResult result) {
            Watched watched = asked.get(place);
            outer.analysed(watched.index, watched.told(analysis, result));
        }
    }
}
