package org.theoremeter.theory.derivation;

import org.theoremeter.theory.evidence.Evidence;
import org.theoremeter.theory.evidence.Grade;

/**
 * What the check of a step found.
 *
 * @param step the name of the step
 * @param evidence its obligations, each with what was shown of it
 */
public record StepReport(String step, Evidence evidence) {
    /** Returns the grade of the step: that of its weakest obligation. */
    public Grade grade() {
        return evidence.grade();
    }

    /** Returns one sentence: how the step was shown, or what speaks against it. */
    public String how() {
        return evidence.weakest().how();
    }
}
