package org.theoremeter.theory.derivation.justification;

import java.util.List;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Term;

/**
 * Both sides are equal as they stand, once names are replaced by their definitions.
 *
 * @param byDefinition whether that is all there is to it, in the words of the derivation
 */
public record Rearranged(boolean byDefinition) implements Justification {
    @Override
    public List<Equation> equations(Matrix from, Matrix to, Region region) {
        return Equation.entries(from, to, Term::formula);
    }

    @Override
    public String words() {
        return byDefinition ? "definition" : "algebra";
    }
}
