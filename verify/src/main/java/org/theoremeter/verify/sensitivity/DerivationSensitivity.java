package org.theoremeter.verify.sensitivity;

import java.util.ArrayList;
import java.util.List;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.theory.derivation.Definition;
import org.theoremeter.theory.derivation.Derivation;
import org.theoremeter.theory.derivation.DerivationChecker;
import org.theoremeter.theory.derivation.Step;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.evaluate.Derivations;
import org.theoremeter.verify.mutation.StepMutants;
import org.theoremeter.verify.results.Sensitivity;

/** Makes the steps of a derivation wrong, one slip at a time; the steps before it stay right. */
final class DerivationSensitivity {

    private DerivationSensitivity() {}

    static Sensitivity of(Claim.Derivation claim) {
        DerivationChecker checker = Derivations.checker(claim);
        Derivation before = Derivation.in(claim.chain().region());
        for (Definition definition : claim.chain().definitions()) {
            before = before.define(definition);
        }
        int made = 0;
        List<String> survivors = new ArrayList<>();
        for (Step step : claim.chain().steps()) {
            for (Step mutant : StepMutants.of(step)) {
                made++;
                if (stands(before, mutant, checker)) {
                    survivors.add(described(step, mutant));
                }
            }
            before = before.then(step);
        }
        return Sensitivity.of(List.of(), made, survivors, List.of());
    }

    private static boolean stands(Derivation before, Step mutant, DerivationChecker checker) {
        InterruptedRun.check();
        Derivation mutated;
        try {
            mutated = before.then(mutant);
            return checker.agrees(mutated, mutated.steps().size() - 1);
        } catch (IllegalArgumentException | ArithmeticException refused) {
            // refused or not finite, as the reader of a claim file would have it too
            return false;
        }
    }

    /** Says in which part of a step a slip went unnoticed. */
    private static String described(Step step, Step mutant) {
        if (!mutant.to().equals(step.to())) {
            return step.name() + " to " + mutant.to();
        }
        return mutant.from().equals(step.from())
                ? step.name() + " because " + mutant.because().words()
                : step.name() + " from " + mutant.from();
    }
}
