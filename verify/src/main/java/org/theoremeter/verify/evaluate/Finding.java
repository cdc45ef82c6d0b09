package org.theoremeter.verify.evaluate;

import java.util.Optional;
import org.theoremeter.theory.evidence.Evidence;
import org.theoremeter.verify.judge.Judgement;
import org.theoremeter.verify.results.Plot;

/**
 * What the evaluation of one comparison found.
 *
 * @param name the name of the comparison, with the point of the grid where there are several
 * @param judgement the judgement
 * @param evidence what was shown of an identity, or of a step of a derivation
 * @param plot the evidence as curves
 */
public record Finding(String name, Judgement judgement, Optional<Evidence> evidence, Optional<Plot> plot) {

    /** Finds what a judgement says, without evidence to show. */
    public static Finding of(String name, Judgement judgement) {
        return of(name, judgement, Optional.empty());
    }

    static Finding of(String name, Judgement judgement, Optional<Plot> plot) {
        return new Finding(name, judgement, Optional.empty(), plot);
    }

    static Finding of(String name, Evidence evidence, Judgement judgement) {
        return new Finding(name, judgement, Optional.of(evidence), Optional.empty());
    }

    /** Returns the same with more to tell. */
    Finding saying(String more) {
        return new Finding(name, judgement.saying(more), evidence, plot);
    }
}
