package org.theoremeter.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.theoremeter.simulate.sweep.Progress;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.judge.Looks;
import org.theoremeter.verify.judge.Verdict;
import org.theoremeter.verify.results.ClaimResult;

/**
 * Looks at claims again and again, with more seeds for those that are left open.
 *
 * <p>Every look is paid for, see {@link Looks}. Only claims that say that more seeds would decide get more, and none that
 * expects to be left open.
 */
final class MoreSeeds {

    private final List<Watched> claims = new ArrayList<>();

    /** Verifies some of the claims at one look. */
    @FunctionalInterface
    interface Look {

        /** Runs the claims, and tells the listener. */
        List<ClaimResult> run(List<Claim> batch, Verification.Listener listener);
    }

    MoreSeeds(List<Claim> claims, int most) {
        for (Claim claim : claims) {
            this.claims.add(new Watched(this.claims.size(), claim, new Looks(Math.max(2, claim.seeds()), most)));
        }
    }

    /** Returns the results, in the order of the claims; each says after which look it was decided. */
    List<ClaimResult> run(Verification.Listener listener, Look verification) {
        List<ClaimResult> results = new ArrayList<>(Collections.nCopies(claims.size(), null));
        List<Watched> open = claims;
        for (int look = 0; !open.isEmpty(); look++) {
            List<Watched> asked = open;
            List<Claim> batch = new ArrayList<>();
            for (Watched watched : asked) {
                batch.add(watched.at(look));
            }
            List<ClaimResult> judged = verification.run(batch, new Told(listener, asked, look));
            open = new ArrayList<>();
            for (int place = 0; place < judged.size(); place++) {
                Watched watched = asked.get(place);
                results.set(watched.index, watched.told(look, judged.get(place)));
                if (watched.isOpen(look, judged.get(place))) {
                    open.add(watched);
                }
            }
        }
        return results;
    }

    /**
     * A claim with the looks at it.
     *
     * @param index its place among all claims
     * @param claim the claim as it was asked for
     * @param looks with how many seeds it may be looked at
     */
    private record Watched(int index, Claim claim, Looks looks) {

        /** Returns the claim as it is verified at one look. */
        Claim at(int look) {
            return claim.seeds() == 0
                    ? claim
                    : claim.with(
                            looks.seeds(look),
                            looks.confidence(claim.header().judge().confidence()));
        }

        /** Returns whether there is another look that may decide what this one found. */
        boolean isOpen(int look, ClaimResult result) {
            return look + 1 < looks.count()
                    && claim.seeds() > 0
                    && claim.header().expect().isEmpty()
                    && result.verdict().equals(Verdict.INCONCLUSIVE.text())
                    && result.comparisons().stream()
                            .filter(comparison -> comparison.verdict().equals(Verdict.INCONCLUSIVE.text()))
                            .allMatch(comparison -> comparison.seedsToDecide() != null);
        }

        /** Returns what was found at one look, which says so where there may be several. */
        ClaimResult told(int look, ClaimResult result) {
            return claim.seeds() == 0 || !result.ran() || looks.count() == 1
                    ? result
                    : result.with("look " + (look + 1) + " of at most " + looks.count() + " with " + looks.seeds(look)
                            + " seeds");
        }
    }

    /** Passes on what is heard of a batch, under the places of the claims among all, with the look. */
    private static final class Told implements Verification.Listener {

        private final Verification.Listener outer;
        private final List<Watched> asked;
        private final int look;

        Told(Verification.Listener outer, List<Watched> asked, int look) {
            this.outer = outer;
            this.asked = asked;
            this.look = look;
        }

        @Override
        public void observed(Progress progress) {
            outer.observed(progress);
        }

        @Override
        public void judged(int place, ClaimResult result) {
            Watched watched = asked.get(place);
            outer.judged(watched.index, watched.told(look, result));
        }

        @Override
        public void analysed(int place, ClaimResult result) {
            Watched watched = asked.get(place);
            outer.analysed(watched.index, watched.told(look, result));
        }
    }
}
