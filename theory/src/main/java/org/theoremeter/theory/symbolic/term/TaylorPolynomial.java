package org.theoremeter.theory.symbolic.term;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hipparchus.dfp.Dfp;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.MathMlWriter;
import org.theoremeter.theory.symbolic.Numeral;
import org.theoremeter.theory.symbolic.Symbol;
import org.theoremeter.theory.symbolic.TexWriter;
import org.theoremeter.theory.symbolic.numeric.Approximation;
import org.theoremeter.theory.symbolic.numeric.HighPrecision;
import org.theoremeter.theory.text.Quotation;

/**
 * The Taylor polynomial of a formula in one of its symbols, as a side of an identity: what a series gives to an order.
 *
 * <p>The formula need not be defined at the point itself; the polynomial p is the one for which the difference is o(xⁿ).
 * It is evaluated by divided differences with many digits close to the point, twice and at points in no simple ratio; NaN
 * where the two differ.
 *
 * @param of the formula
 * @param symbol the symbol x; it stays free
 * @param at the point that is expanded about, without the symbol
 * @param order the highest power n, from 0 to 6
 * @param approach on which side of the point the formula is defined
 */
public record TaylorPolynomial(Expression of, String symbol, Expression at, int order, Approach approach)
        implements Term {
    private static final int HIGHEST = 6;
    /** In no simple ratio, so that nothing is in step with both. */
    private static final String[] STEPS = {"1.3572868e-12", "7.1134093e-15"};
    /** Multiples of the step, likewise. */
    private static final String[] NODES = {
        "0.8164912",
        "1.9370558",
        "2.8830241",
        "4.2186137",
        "5.0549386",
        "5.9127013",
        "7.1358874",
        "7.8901562",
        "9.2743195"
    };

    private static final double AGREEMENT = 1e-13;
    /** Points beyond those that the order needs: the error is of the step to this power. */
    private static final int EXTRA = 2;
    /** Enough where little cancels: each difference loses the digits of a step. */
    private static final int DIGITS = 24;

    private static final int DIGITS_A_POINT = 15;

    /**
     * Makes a polynomial.
     *
     * @throws IllegalArgumentException if the order is not between 0 and 6, or the point contains the symbol
     */
    public TaylorPolynomial {
        symbol = new Symbol(symbol).name();
        if (order < 0 || order > HIGHEST) {
            throw new IllegalArgumentException("found a series to order " + order + ", accepted: 0 to " + HIGHEST);
        }
        if (at.symbols().contains(symbol)) {
            throw new IllegalArgumentException(
                    "the point of a series in " + Quotation.of(symbol) + " must not contain it, found " + at);
        }
    }

    @Override
    public SortedSet<String> symbols() {
        SortedSet<String> names = new TreeSet<>(of.symbols());
        names.add(symbol);
        names.addAll(at.symbols());
        return names;
    }

    @Override
    public double evaluate(Map<String, Double> values) {
        return approximation(values).value();
    }

    /**
     * Evaluates the polynomial.
     *
     * @param values a value for every free symbol
     * @return its value with a bound on its error; NaN if it was not established
     */
    public Approximation approximation(Map<String, Double> values) {
        Approximation quick = approximation(HighPrecision.at(values, DIGITS + DIGITS_A_POINT * (order + EXTRA)));
        return Double.isNaN(quick.value()) ? approximation(HighPrecision.at(values, HighPrecision.MOST_DIGITS)) : quick;
    }

    private Approximation approximation(HighPrecision digits) {
        return Approximation.between(value(digits, STEPS[0]), value(digits, STEPS[1]), AGREEMENT);
    }

    /** Interpolates at points by Newton's formula, expands about the point, and cuts after the order. */
    private double value(HighPrecision digits, String spacing) {
        Dfp centre = digits.evaluate(at);
        Dfp step = digits.number(spacing).multiply(approach.sign());
        int count = order + 1 + EXTRA;
        Dfp[] nodes = new Dfp[count];
        Dfp[] differences = new Dfp[count];
        for (int i = 0; i < count; i++) {
            nodes[i] = step.multiply(digits.number(NODES[i]));
            differences[i] = digits.with(symbol, centre.add(nodes[i])).evaluate(of);
        }
        for (int level = 1; level < count; level++) {
            for (int i = count - 1; i >= level; i--) {
                differences[i] =
                        differences[i].subtract(differences[i - 1]).divide(nodes[i].subtract(nodes[i - level]));
            }
        }
        Dfp zero = centre.newInstance(0);
        Dfp[] coefficients = new Dfp[count];
        Arrays.fill(coefficients, zero);
        for (int i = count - 1; i >= 0; i--) {
            for (int k = count - 1; k > 0; k--) {
                coefficients[k] = coefficients[k - 1].subtract(coefficients[k].multiply(nodes[i]));
            }
            coefficients[0] = differences[i].subtract(coefficients[0].multiply(nodes[i]));
        }
        Dfp x = digits.evaluate(Expression.symbol(symbol)).subtract(centre);
        Dfp total = zero;
        for (int k = order; k >= 0; k--) {
            total = total.multiply(x).add(coefficients[k]);
        }
        return total.toDouble();
    }

    @Override
    public String toTex() {
        return "\\left[" + of.toTex() + "\\right]_{O\\left(" + variableTex() + "^{" + order + "}\\right)}";
    }

    private String variableTex() {
        String name = TexWriter.symbolTex(symbol);
        return at.equals(Numeral.ZERO) ? name : "(" + name + " - " + at.toTex() + ")";
    }

    @Override
    public String toMathMl() {
        return MathMlWriter.row("<msub>" + MathMlWriter.bracketed(of.toMathMl())
                + MathMlWriter.row("<mi>O</mi>"
                        + MathMlWriter.bracketed(
                                "<msup>" + MathMlWriter.symbolMathMl(symbol) + "<mn>" + order + "</mn></msup>"))
                + "</msub>");
    }

    @Override
    public String toString() {
        return "series of " + of + " in " + symbol + " at " + at + " to order " + order;
    }
}
