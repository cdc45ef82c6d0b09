package org.theoremeter.verify.evaluate;

import java.util.Optional;
import org.theoremeter.verify.judge.Judgement;
import org.theoremeter.verify.results.Plot;

/**
 * What the evaluation of one comparison found.
 *
 * @param name the name of the comparison, with the point of the grid where there are several
 * @param judgement the judgement
 * @param plot the evidence as curves
 */
public record Finding(String name, Judgement judgement, Optional<Plot> plot) {

    static Finding of(String name, Judgement judgement) {
        return new Finding(name, judgement, Optional.empty());
    }
}
