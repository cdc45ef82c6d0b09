package org.theoremeter.verify.document;

import org.theoremeter.reports.document.Badge;
import org.theoremeter.reports.document.Tone;
import org.theoremeter.verify.judge.Verdict;
import org.theoremeter.verify.results.ClaimResult;

/** The badge of each verdict. */
final class Badges {

    private Badges() {}

    static Badge of(Verdict verdict) {
        Tone tone = switch (verdict) {
            case PASS -> Tone.GOOD;
            case FAIL -> Tone.BAD;
            case INCONCLUSIVE -> Tone.UNDECIDED;
            case ERROR -> Tone.BROKEN;
            case NOT_RUN -> Tone.NEUTRAL;
        };
        return new Badge(verdict.label(), tone);
    }

    static Badge of(ClaimResult claim) {
        return claim.disagreesAsExpected()
                ? new Badge("EXPECTED " + claim.verdict().label(), Tone.NEUTRAL)
                : of(claim.verdict());
    }
}
