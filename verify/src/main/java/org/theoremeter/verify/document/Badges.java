package org.theoremeter.verify.document;

import java.util.Locale;
import org.theoremeter.reports.document.Badge;
import org.theoremeter.reports.document.Tone;
import org.theoremeter.verify.results.ClaimResult;

/** The badge of each verdict. */
final class Badges {

    private Badges() {}

    static Badge of(String verdict) {
        Tone tone = switch (verdict) {
            case "pass" -> Tone.GOOD;
            case "fail" -> Tone.BAD;
            case "inconclusive" -> Tone.UNDECIDED;
            case "error" -> Tone.BROKEN;
            default -> Tone.NEUTRAL;
        };
        return new Badge(verdict.replace('-', ' ').toUpperCase(Locale.ROOT), tone);
    }

    static Badge of(ClaimResult claim) {
        return claim.disagreesAsExpected()
                ? new Badge("EXPECTED " + claim.verdict().toUpperCase(Locale.ROOT), Tone.NEUTRAL)
                : of(claim.verdict());
    }
}
