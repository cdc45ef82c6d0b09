package org.theoremeter.theory.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A sum over whole numbers from {@code from} to infinity, as a side of an identity.
 *
 * <p>It is evaluated by adding terms until what is left is below rounding, judged by the ratio of the last terms; NaN
 * where the terms do not decay geometrically.
 *
 * @param summand what is summed
 * @param index the variable, bound by the sum
 * @param from its first value
 */
public record InfiniteSum(Expression summand, String index, int from) implements Term {
    private static final int MOST_TERMS = 200_000;
    /** So many terms in a row must have shrunk, so that a zero in between does not end the sum. */
    private static final int WINDOW = 8;

    private static final double NEGLIGIBLE = 1e-17;
    /** Each term is a formula, evaluated to a few units of rounding. */
    private static final double ROUNDING = 1e-14;

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
     * @return the sum with a bound on its error; NaN if the terms do not decay
     * @throws IllegalArgumentException if a free symbol has no value
     */
    public Approximation approximation(Map<String, Double> values) {
        List<String> names = new ArrayList<>(symbols());
        double[] arguments = new double[names.size() + 1];
        for (int i = 0; i < names.size(); i++) {
            arguments[i + 1] = new Symbol(names.get(i)).evaluate(values);
        }
        names.add(0, index);
        CompiledFunction term = summand.compile(names);
        double sum = 0;
        double magnitude = 0;
        double[] window = new double[WINDOW];
        for (int k = 0; k < MOST_TERMS; k++) {
            arguments[0] = from + k;
            double value = term.value(arguments);
            if (!Double.isFinite(value)) {
                return Approximation.NONE;
            }
            sum += value;
            magnitude += Math.abs(value);
            double before = window[k % WINDOW];
            window[k % WINDOW] = Math.abs(value);
            double rest = k < 2 * WINDOW ? Double.NaN : rest(before, Math.abs(value));
            if (rest <= NEGLIGIBLE * magnitude) {
                return new Approximation(sum, rest + ROUNDING * magnitude);
            }
        }
        return Approximation.NONE;
    }

    /** Bounds what follows if the terms go on to shrink as they did over the window. */
    private static double rest(double before, double last) {
        if (before == 0 && last == 0) {
            return 0;
        }
        double ratio = Math.pow(last / before, 1.0 / WINDOW);
        return ratio < 1 ? WINDOW * last / (1 - ratio) : Double.NaN;
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
