package org.theoremeter.theory.derivation.justification;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.term.Approach;
import org.theoremeter.theory.symbolic.term.Term;

/**
 * An equation that must hold for a step to hold.
 *
 * @param left what the justification computes
 * @param right what the step states
 * @param what which part of the step it is about; empty where there is one only
 */
public record Equation(Term left, Term right, String what) {

    /**
     * Returns an equation an entry: what is computed from an entry of one matrix equals that entry of the other.
     *
     * @throws IllegalArgumentException if the sizes differ
     */
    static List<Equation> entries(Matrix from, Matrix to, Function<Expression, Term> compute) {
        requireSameShape(from, to);
        List<Equation> equations = new ArrayList<>();
        for (int i = 0; i < from.height(); i++) {
            for (int j = 0; j < from.width(); j++) {
                equations.add(new Equation(
                        compute.apply(from.entry(i, j)),
                        Term.formula(to.entry(i, j)),
                        from.isScalar() ? "" : "entry " + (i + 1) + "," + (j + 1)));
            }
        }
        return equations;
    }

    /**
     * Returns an equation an entry and side: what is computed from an entry on each side of a place equals that entry.
     *
     * @throws IllegalArgumentException if the sizes differ
     */
    static List<Equation> sides(
            Matrix from, Matrix to, List<Approach> sides, BiFunction<Expression, Approach, Term> compute) {
        List<Equation> equations = new ArrayList<>();
        for (Approach side : sides) {
            for (Equation equation : entries(from, to, entry -> compute.apply(entry, side))) {
                String entry = equation.what().isEmpty() ? "" : equation.what() + ", ";
                equations.add(sides.size() == 1 ? equation : equation.named(entry + side.words()));
            }
        }
        return equations;
    }

    private Equation named(String name) {
        return new Equation(left, right, name);
    }

    private static void requireSameShape(Matrix from, Matrix to) {
        if (from.height() != to.height() || from.width() != to.width()) {
            throw new IllegalArgumentException(
                    "found " + from.shape() + " that becomes " + to.shape() + ", accepted: the same size");
        }
    }
}
