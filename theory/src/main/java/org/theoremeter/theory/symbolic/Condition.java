package org.theoremeter.theory.symbolic;

import java.util.Map;
import java.util.SortedSet;
import org.theoremeter.theory.symbolic.grammar.FormulaException;

/**
 * A comparison of two expressions, the condition of a branch of {@link Piecewise}.
 *
 * @param relation the comparison
 * @param left its left side
 * @param right its right side
 */
public record Condition(Relation relation, Expression left, Expression right) {
    /**
     * Reads a comparison such as {@code c > cstar}.
     *
     * @param text two formulas joined by {@code < <= > >=} or {@code ==}
     * @return the comparison
     * @throws FormulaException if the text is none; it names the first offending character
     */
    public static Condition parse(String text) {
        return FormulaReader.readCondition(text);
    }

    /** Returns the free symbols of both sides. */
    public SortedSet<String> symbols() {
        SortedSet<String> names = left.symbols();
        names.addAll(right.symbols());
        return names;
    }

    /**
     * Tells whether the comparison holds.
     *
     * @param values a value for every free symbol
     * @return whether it holds; false where a side is not a number
     */
    public boolean holds(Map<String, Double> values) {
        return relation.holds(left.evaluate(values), right.evaluate(values));
    }

    /** Returns the comparison as TeX for math mode. */
    public String toTex() {
        return left.toTex() + " " + relation.tex() + " " + right.toTex();
    }

    /**
     * Replaces symbols by expressions on both sides.
     *
     * @param replacements what stands for each symbol; others stay
     * @return the new comparison
     */
    public Condition substitute(Map<String, Expression> replacements) {
        return new Condition(relation, left.substitute(replacements), right.substitute(replacements));
    }

    @Override
    public String toString() {
        return left + " " + relation.sign() + " " + right;
    }
}
