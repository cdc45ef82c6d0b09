package org.theoremeter.verify.judge;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The verdict on one comparison, with what it rests on.
 *
 * @param verdict the verdict
 * @param estimate the estimate it rests on; absent where nothing could be estimated
 * @param message one sentence: what was found, against what
 * @param seedsToDecide how many seeds would decide an inconclusive comparison, where more seeds can
 */
public record Judgement(Verdict verdict, Optional<Estimate> estimate, String message, OptionalInt seedsToDecide) {

    /** Judges an estimate and says so. */
    static Judgement of(Estimate estimate, String message, OptionalInt seedsToDecide) {
        Verdict verdict = estimate.verdict();
        return new Judgement(
                verdict,
                estimate.finite() ? Optional.of(estimate) : Optional.empty(),
                estimate.finite() ? message : "not finite: " + message,
                verdict == Verdict.INCONCLUSIVE ? seedsToDecide : OptionalInt.empty());
    }

    /** Says that a comparison could not be evaluated. */
    public static Judgement error(String message) {
        return new Judgement(Verdict.ERROR, Optional.empty(), message, OptionalInt.empty());
    }

    /** Says that a comparison failed without an estimate, as when a run diverged. */
    public static Judgement failed(String message) {
        return new Judgement(Verdict.FAIL, Optional.empty(), message, OptionalInt.empty());
    }

    /** Says that the data do not decide, without an estimate. */
    public static Judgement open(String message) {
        return new Judgement(Verdict.INCONCLUSIVE, Optional.empty(), message, OptionalInt.empty());
    }

    /** Returns this judgement with more to tell. */
    public Judgement saying(String more) {
        return new Judgement(verdict, estimate, message + "; " + more, seedsToDecide);
    }

    /** Returns this judgement made inconclusive, for a reason. */
    Judgement undecided(String reason) {
        return undecided(reason, seedsToDecide);
    }

    /** Returns this judgement made inconclusive, for a reason that so many seeds would settle. */
    Judgement undecided(String reason, OptionalInt seeds) {
        return new Judgement(Verdict.INCONCLUSIVE, estimate, message + "; " + reason, seeds);
    }

    /** Returns this judgement with a chance of passing wrongly that is at least as large as another one's. */
    Judgement noBetterThan(OptionalDouble chance) {
        return new Judgement(verdict, estimate.map(found -> found.noBetterThan(chance)), message, seedsToDecide);
    }
}
