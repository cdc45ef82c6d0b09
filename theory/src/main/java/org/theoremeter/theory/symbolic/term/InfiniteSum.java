package org.theoremeter.theory.symbolic.term;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.MathMlWriter;
import org.theoremeter.theory.symbolic.Precedence;
import org.theoremeter.theory.symbolic.Symbol;
import org.theoremeter.theory.symbolic.TexWriter;
import org.theoremeter.theory.symbolic.numeric.Approximation;

/**
 * A sum over whole numbers from {@code from} to infinity, as a side of an identity.
 *
 * <p>It is evaluated by adding enclosed terms until all that follow are bounded below rounding, for every whole number
 * beyond; NaN where no such bound is found within some hundred thousand terms.
 *
 * @param summand what is summed
 * @param index the variable, bound by the sum
 * @param from its first value
 */
public record InfiniteSum(Expression summand, String index, int from) implements Term {
    /**
     * Makes a sum.
     *
     * @throws IllegalArgumentException if the index is no name of a symbol
     */
    public InfiniteSum {
        index = new Symbol(index).name();
    }

    @Override
    public SortedSet<String> symbols() {
        SortedSet<String> names = new TreeSet<>(summand.symbols());
        names.remove(index);
        return names;
    }

    @Override
    public double evaluate(Map<String, Double> values) {
        return approximation(values).value();
    }

    /**
     * Adds the terms up.
     *
     * @param values a value for every free symbol
     * @return the sum with a rigorous bound on its error; NaN if the terms are not known to decay
     * @throws IllegalArgumentException if a free symbol has no value
     */
    public Approximation approximation(Map<String, Double> values) {
        return new PartialSum(this, values).toInfinity();
    }

    private boolean isSum() {
        return Precedence.of(summand) == Precedence.SUM;
    }

    @Override
    public String toTex() {
        String body = isSum() ? "\\left(" + summand.toTex() + "\\right)" : summand.toTex();
        return "\\sum_{" + TexWriter.symbolTex(index) + "=" + from + "}^{\\infty} " + body;
    }

    @Override
    public String toMathMl() {
        String body = isSum() ? MathMlWriter.bracketed(summand.toMathMl()) : summand.toMathMl();
        return MathMlWriter.row("<munderover><mo>&#x2211;</mo>"
                + MathMlWriter.row(MathMlWriter.symbolMathMl(index) + "<mo>=</mo><mn>" + from + "</mn>")
                + "<mi>&#x221E;</mi></munderover>" + body);
    }

    @Override
    public String toString() {
        return "sum of " + summand + " over " + index + " from " + from + " to inf";
    }
}
