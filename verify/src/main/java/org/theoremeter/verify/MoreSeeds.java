package org.theoremeter.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
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

    private final List<Claim> claims;
    private final List<Looks> looks;

    /** Verifies some of the claims at one look. */
    @FunctionalInterface
    interface Look {

        /** Runs the claims, and tells the listener. */
        List<ClaimResult> run(List<Claim> batch, Verification.Listener listener);
    }

    MoreSeeds(List<Claim> claims, int most) {
        this.claims = claims;
        looks = claims.stream()
                .map(claim -> new Looks(Math.max(2, claim.seeds()), most))
                .toList();
    }

    /** Returns the results, in the order of the claims; each says after which look it was decided. */
    List<ClaimResult> run(Verification.Listener listener, Look verification) {
        List<ClaimResult> results = new ArrayList<>(Collections.nCopies(claims.size(), null));
        List<Integer> open = IntStream.range(0, claims.size()).boxed().toList();
        for (int look = 0; !open.isEmpty(); look++) {
            List<Integer> asked = open;
            List<Claim> batch = new ArrayList<>();
            for (int index : asked) {
                batch.add(atLook(index, look));
            }
            List<ClaimResult> judged = verification.run(batch, new Told(listener, asked, look));
            open = new ArrayList<>();
            for (int place = 0; place < judged.size(); place++) {
                int index = asked.get(place);
                results.set(index, told(index, look, judged.get(place)));
                if (look + 1 < looks.get(index).count() && moreWouldDecide(claims.get(index), judged.get(place))) {
                    open.add(index);
                }
            }
        }
        return results;
    }

    /** Passes on what is heard of a batch, under the places of the claims among all, with the look. */
    private final class Told implements Verification.Listener {

        private final Verification.Listener outer;
        private final List<Integer> asked;
        private final int look;

        Told(Verification.Listener outer, List<Integer> asked, int look) {
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
            int index = asked.get(place);
            outer.judged(index, told(index, look, result));
        }

        @Override
        public void analysed(int place, ClaimResult result) {
            int index = asked.get(place);
            outer.analysed(index, told(index, look, result));
        }
    }

    private Claim atLook(int index, int look) {
        Claim claim = claims.get(index);
        Looks planned = looks.get(index);
        return claim.seeds() == 0
                ? claim
                : claim.with(
                        planned.seeds(look),
                        planned.confidence(claim.header().judge().confidence()));
    }

    private static boolean moreWouldDecide(Claim claim, ClaimResult result) {
        return claim.seeds() > 0
                && claim.header().expect().isEmpty()
                && result.verdict().equals(Verdict.INCONCLUSIVE.text())
                && result.comparisons().stream()
                        .filter(comparison -> comparison.verdict().equals(Verdict.INCONCLUSIVE.text()))
                        .allMatch(comparison -> comparison.seedsToDecide() != null);
    }

    private ClaimResult told(int index, int look, ClaimResult result) {
        Looks planned = looks.get(index);
        return claims.get(index).seeds() == 0 || !result.ran() || planned.count() == 1
                ? result
                : result.with("look " + (look + 1) + " of at most " + planned.count() + " with " + planned.seeds(look)
                        + " seeds");
    }
}
