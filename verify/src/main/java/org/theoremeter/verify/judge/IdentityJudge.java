package org.theoremeter.verify.judge;

import java.util.Optional;
import java.util.OptionalInt;
import org.theoremeter.theory.symbolic.algebra.Equality;

/** Judges identities: what the algebra found, against what the claim requires. */
public final class IdentityJudge {

    private final boolean proofRequired;

    /**
     * Creates a judge.
     *
     * @param proofRequired whether agreement at all points is not enough
     */
    public IdentityJudge(boolean proofRequired) {
        this.proofRequired = proofRequired;
    }

    /** Judges what the algebra found. */
    public Judgement judge(Equality equality) {
        if (equality instanceof Equality.Proved proved) {
            return new Judgement(
                    Verdict.PASS,
                    Optional.empty(),
                    "proved (" + proved.how() + "), and the sides agree at " + proved.points() + " points to "
                            + Figures.of(proved.worst()),
                    OptionalInt.empty());
        }
        if (equality instanceof Equality.Agreed agreed) {
            String message = "the sides agree at " + agreed.points() + " points to " + Figures.of(agreed.worst())
                    + ", not proved: " + agreed.whyNotProved();
            return new Judgement(
                    proofRequired ? Verdict.INCONCLUSIVE : Verdict.PASS,
                    Optional.empty(),
                    message,
                    OptionalInt.empty());
        }
        if (equality instanceof Equality.Refuted refuted) {
            return Judgement.failed(refuted.sentence());
        }
        return Judgement.error(((Equality.Undecided) equality).why());
    }
}
