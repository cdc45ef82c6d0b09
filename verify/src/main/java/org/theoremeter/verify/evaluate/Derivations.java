package org.theoremeter.verify.evaluate;

import java.util.List;
import org.theoremeter.theory.derivation.DerivationChecker;
import org.theoremeter.theory.derivation.StepReport;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.JudgeSettings;

/** Checks the derivations of claims, as strictly as these ask for. */
public final class Derivations {

    private Derivations() {}

    /** Returns the checker that a claim asks for. */
    public static DerivationChecker checker(Claim.Derivation claim) {
        JudgeSettings settings = claim.header().judge();
        return DerivationChecker.withDefaults().withPoints(settings.points()).withTolerance(settings.relative());
    }

    /** Checks all steps, in order. */
    public static List<StepReport> check(Claim.Derivation claim) {
        return checker(claim).check(claim.chain());
    }
}
