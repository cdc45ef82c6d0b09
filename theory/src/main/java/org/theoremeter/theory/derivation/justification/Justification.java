package org.theoremeter.theory.derivation.justification;

import java.util.List;
import java.util.function.UnaryOperator;
import org.theoremeter.theory.evidence.Obligation;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.region.Region;

/** How the result of a step follows from what it starts from. */
public sealed interface Justification
        permits Rearranged,
                Differentiated,
                Gradient,
                SecondDerivatives,
                Integrated,
                Antiderivative,
                Summed,
                Substituted,
                Solved,
                LimitTaken,
                Expanded,
                Symmetric,
                Cited {

    /**
     * Returns the equations that must hold for the step to hold.
     *
     * @param from what the step starts from, names replaced by what they stand for
     * @param to what it states, likewise
     * @param region where its symbols are meant
     * @throws IllegalArgumentException if the justification does not fit sides of these sizes
     */
    List<Equation> equations(Matrix from, Matrix to, Region region);

    /**
     * Returns what else must hold for the step to hold, each with what was shown of it: no second root, no value outside its
     * domain.
     *
     * @param from what the step starts from
     * @param to what it states
     * @param region where its symbols are meant
     */
    default List<Obligation> obligations(Matrix from, Matrix to, Region region) {
        return List.of();
    }

    /**
     * Tells whether a proof of the equations leaves nothing of the obligations to show: what proves a sum or a polynomial by
     * exact rules has shown that the one converges and the other leaves out what is small.
     */
    default boolean isSettledByProof() {
        return false;
    }

    /** Returns the justification with names replaced in its own formulas. */
    default Justification resolved(UnaryOperator<Expression> names) {
        return this;
    }

    /** Returns the symbols that the justification names beside those of the sides. */
    default List<String> named() {
        return List.of();
    }

    /** Returns the justification in words: "differentiate by c". */
    String words();

    /** Returns the left side of the step as readable text, made from that of {@code from}. */
    default String text(String from) {
        return from;
    }

    /** Returns the left side of the step as TeX, made from that of {@code from}. */
    default String tex(String from) {
        return from;
    }

    /** Returns the left side of the step as MathML, made from that of {@code from}. */
    default String mathMl(String from) {
        return from;
    }
}
