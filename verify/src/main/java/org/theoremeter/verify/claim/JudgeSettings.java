package org.theoremeter.verify.claim;

import org.theoremeter.theory.evidence.Grade;

/**
 * How strictly a claim is judged.
 *
 * @param confidence 1 − α: two-sided kinds use the 1 − 2α interval, one-sided kinds the 1 − α bound
 * @param points identities and derivations: at how many points of the domain both sides are evaluated
 * @param relative identities and derivations: the largest relative difference taken for agreement
 * @param require identities and derivations: the lowest grade of evidence that is enough
 */
public record JudgeSettings(double confidence, int points, double relative, Grade require) {

    /** The confidence used where a claim says none. */
    public static final double DEFAULT_CONFIDENCE = 0.95;

    /** Returns these settings with another confidence. */
    JudgeSettings with(double otherConfidence) {
        return new JudgeSettings(otherConfidence, points, relative, require);
    }

    /** The settings of a claim that says nothing about its judge. */
    public static JudgeSettings defaults(Kind kind) {
        return new JudgeSettings(DEFAULT_CONFIDENCE, 64, 1e-10, kind == Kind.IDENTITY ? Grade.PROVED : Grade.AGREED);
    }
}
