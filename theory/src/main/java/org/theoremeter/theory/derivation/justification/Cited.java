package org.theoremeter.theory.derivation.justification;

import java.util.List;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.region.Region;

/**
 * The step is taken on trust, and listed as an assumption.
 *
 * @param source where it comes from
 */
public record Cited(String source) implements Justification {
    @Override
    public List<Equation> equations(Matrix from, Matrix to, Region region) {
        return List.of();
    }

    @Override
    public String words() {
        return "cited: " + source;
    }
}
