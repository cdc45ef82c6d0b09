package org.theoremeter.verify.judge;

import java.util.Optional;
import java.util.OptionalInt;
import org.theoremeter.theory.derivation.StepReport;

/** Judges the steps of a derivation: what the checker found, against what the claim requires. */
public final class DerivationJudge {

    private final boolean proofRequired;

    /**
     * Creates a judge.
     *
     * @param proofRequired whether agreement at all points is not enough
     */
    public DerivationJudge(boolean proofRequired) {
        this.proofRequired = proofRequired;
    }

    /** Judges one step. */
    public Judgement judge(StepReport report) {
        String numbers = report.points() + " points to " + Figures.of(report.worst());
        return switch (report.status()) {
            case PROVED -> judgement(Verdict.PASS, "proved (" + report.how() + "), agrees at " + numbers);
            case AGREED ->
                judgement(
                        proofRequired ? Verdict.INCONCLUSIVE : Verdict.PASS,
                        "agrees at " + numbers + ", not proved: " + report.how());
            case CITED -> judgement(Verdict.PASS, "cited, taken on trust: " + report.how());
            case UNDECIDED -> judgement(Verdict.INCONCLUSIVE, "undecided: " + report.how());
            case REFUTED -> Judgement.failed(report.how());
        };
    }

    private static Judgement judgement(Verdict verdict, String message) {
        return new Judgement(verdict, Optional.empty(), message, OptionalInt.empty());
    }
}
