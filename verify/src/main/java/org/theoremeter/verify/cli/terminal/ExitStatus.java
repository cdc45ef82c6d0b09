package org.theoremeter.verify.cli.terminal;

import java.util.List;
import org.theoremeter.verify.results.ClaimResult;

/** What the process tells its caller. */
public final class ExitStatus {

    /** Everything came out as expected. */
    public static final int AS_EXPECTED = 0;
    /** A claim failed, or passed although a disagreement was expected. */
    public static final int FAILED = 1;
    /** Something in the input is wrong; nothing was run. */
    public static final int BAD_INPUT = 2;
    /** A claim is inconclusive or could not be evaluated. */
    public static final int UNDECIDED = 3;

    private ExitStatus() {}

    /**
     * Returns the status of a run.
     *
     * @param claims the results
     * @param strict whether expectations are ignored
     */
    public static int of(List<ClaimResult> claims, boolean strict) {
        List<Integer> statuses = claims.stream()
                .filter(ClaimResult::ran)
                .map(claim -> of(claim, strict))
                .toList();
        if (statuses.contains(FAILED)) {
            return FAILED;
        }
        return statuses.contains(UNDECIDED) ? UNDECIDED : AS_EXPECTED;
    }

    private static int of(ClaimResult claim, boolean strict) {
        boolean expects = claim.description().expected() != null && !strict;
        if (expects && claim.disagreesAsExpected()) {
            return AS_EXPECTED;
        }
        return switch (claim.verdict()) {
            case PASS -> expects ? FAILED : AS_EXPECTED;
            case FAIL -> FAILED;
            default -> UNDECIDED;
        };
    }
}
