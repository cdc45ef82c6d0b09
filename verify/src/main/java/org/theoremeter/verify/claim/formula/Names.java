package org.theoremeter.verify.claim.formula;

import java.util.Collection;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.grammar.FormulaException;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.theory.text.TexLetters;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.source.Position;

/** The rules for names in a claim: each can be written in a formula, and means one thing only. */
public final class Names {

    private static final int LONGEST = 100;

    private Names() {}

    /**
     * Requires a name that a formula reads as one symbol.
     *
     * @throws ClaimException if it is none, such as {@code pi}, {@code exp} or {@code a b}
     */
    public static void requireSymbol(String name, Position position) {
        requireLetters(name, position);
        boolean symbol;
        try {
            symbol = Expression.parse(name).equals(Expression.symbol(name));
        } catch (FormulaException | IllegalArgumentException notAName) {
            symbol = false;
        }
        if (!symbol) {
            throw new ClaimException(
                    position,
                    "found the name " + Quotation.of(name)
                            + ", accepted: a letter, then letters, digits or underscores; not pi or" + " inf");
        }
    }

    /**
     * Requires a name of a column that a formula can write, with underscores for hyphens.
     *
     * @throws ClaimException if it is none
     */
    public static void requireColumn(String name, Position position) {
        boolean symbol;
        try {
            String written = Observable.symbolOf(name);
            symbol = Expression.parse(written).equals(Expression.symbol(written));
        } catch (FormulaException | IllegalArgumentException notAName) {
            symbol = false;
        }
        if (!symbol || !TexLetters.cover(name)) {
            throw new ClaimException(
                    position,
                    "found the column name " + Quotation.of(name)
                            + ", which no formula can write; accepted: columns: {name: " + Quotation.of(name)
                            + "}, with a name of Latin or Greek letters, digits, hyphens and underscores");
        }
    }

    /** What a formula is written with must be what the paper can be set with. */
    private static void requireLetters(String name, Position position) {
        if (name.length() > LONGEST) {
            throw new ClaimException(
                    position, "found a name of " + name.length() + " characters, accepted: at most " + LONGEST);
        }
        if (!TexLetters.cover(name)) {
            throw new ClaimException(
                    position,
                    "found the name " + Quotation.of(name) + ", accepted: Latin and Greek letters, which TeX sets in"
                            + " formulas");
        }
    }

    /**
     * Requires a name of a curve or a state that is not in use for something else.
     *
     * @param what what the name is for, such as "the curve"
     * @param used the names in use
     * @throws ClaimException if the name is in use
     */
    public static void requireUnused(String what, String name, Collection<String> used, Position position) {
        if (used.contains(name)) {
            throw new ClaimException(
                    position,
                    "found " + what + " " + Quotation.of(name)
                            + ", which means something else already; accepted: a name of its" + " own");
        }
    }
}
