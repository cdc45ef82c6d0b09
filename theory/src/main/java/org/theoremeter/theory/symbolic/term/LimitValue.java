package org.theoremeter.theory.symbolic.term;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.theoremeter.theory.symbolic.Endpoint;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.MathMlWriter;
import org.theoremeter.theory.symbolic.Symbol;
import org.theoremeter.theory.symbolic.TexWriter;
import org.theoremeter.theory.symbolic.numeric.Approximation;
import org.theoremeter.theory.text.Quotation;

/**
 * What a formula tends to as one of its symbols goes to a limit, as a side of an identity.
 *
 * <p>It is enclosed near the limit, or evaluated with many digits at places ever nearer that are in step with nothing; NaN
 * where the values do not converge.
 *
 * @param of the formula
 * @param symbol the symbol, bound by the limit
 * @param at where the symbol goes
 * @param approach from which side, for a finite limit
 * @param whole whether the symbol takes whole values only, on its way to infinity
 */
public record LimitValue(Expression of, String symbol, Endpoint at, Approach approach, boolean whole) implements Term {
    /**
     * Makes a limit.
     *
     * @throws IllegalArgumentException if the limit contains the symbol, or the symbol is no name
     */
    public LimitValue {
        symbol = new Symbol(symbol).name();
        if (at.symbols().contains(symbol)) {
            throw new IllegalArgumentException(
                    "the limit of " + Quotation.of(symbol) + " must not contain it, found " + at);
        }
    }

    /** Makes the limit of a real symbol. */
    public LimitValue(Expression of, String symbol, Endpoint at, Approach approach) {
        this(of, symbol, at, approach, false);
    }

    @Override
    public SortedSet<String> symbols() {
        SortedSet<String> names = new TreeSet<>(of.symbols());
        names.remove(symbol);
        names.addAll(at.symbols());
        return names;
    }

    @Override
    public double evaluate(Map<String, Double> values) {
        return approximation(values).value();
    }

    /**
     * Evaluates near the limit.
     *
     * @param values a value for every free symbol
     * @return the limit with a bound on its error; NaN if it was not established
     */
    public Approximation approximation(Map<String, Double> values) {
        return new Neighbourhood(this, values).limit();
    }

    private String place() {
        return at instanceof Endpoint.Finite ? "^{" + approach.mark() + "}" : "";
    }

    @Override
    public String toTex() {
        return "\\lim_{" + TexWriter.symbolTex(symbol) + " \\to " + at.toTex() + place() + "} \\left(" + of.toTex()
                + "\\right)";
    }

    @Override
    public String toMathMl() {
        return MathMlWriter.row("<munder><mo>lim</mo>"
                + MathMlWriter.row(MathMlWriter.symbolMathMl(symbol) + "<mo>&#x2192;</mo>" + at.toMathMl())
                + "</munder>" + MathMlWriter.bracketed(of.toMathMl()));
    }

    @Override
    public String toString() {
        return "limit of " + of + " as " + symbol + " goes to " + at;
    }
}
