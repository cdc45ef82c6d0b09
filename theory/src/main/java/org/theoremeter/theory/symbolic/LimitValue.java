package org.theoremeter.theory.symbolic;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.hipparchus.dfp.Dfp;

/**
 * What a formula tends to as one of its symbols goes to a limit, as a side of an identity.
 *
 * <p>It is evaluated with many digits very near the limit, twice; NaN where the two differ.
 *
 * @param of the formula
 * @param symbol the symbol, bound by the limit
 * @param at where the symbol goes
 * @param approach from which side, for a finite limit
 */
public record LimitValue(Expression of, String symbol, Limit at, Approach approach) implements Term {
    private static final String[] DISTANCES = {"1e-24", "1e-30"};
    private static final double AGREEMENT = 1e-14;
    /** Enough where little cancels. */
    private static final int DIGITS = 70;
    /** The root of the larger distance, and of the ratio of both: powers of the distance from ½ on are seen. */
    private static final double SMALL = 1e-11;

    private static final double SHRINKS = 1e-2;

    /**
     * Makes a limit.
     *
     * @throws IllegalArgumentException if the limit contains the symbol, or the symbol is no name
     */
    public LimitValue {
        symbol = new Symbol(symbol).name();
        if (at.symbols().contains(symbol)) {
            throw new IllegalArgumentException("the limit of '" + symbol + "' must not contain it, found " + at);
        }
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
        Approximation quick = approximation(HighPrecision.at(values, DIGITS));
        return Double.isNaN(quick.value()) ? approximation(HighPrecision.at(values, HighPrecision.MOST_DIGITS)) : quick;
    }

    private Approximation approximation(HighPrecision digits) {
        Function<Dfp, Double> near = distance -> {
            Dfp place = at instanceof Limit.Finite finite
                    ? digits.evaluate(finite.at()).add(distance.multiply(approach.sign()))
                    : distance.reciprocal().multiply(at == Limit.Infinite.PLUS ? 1 : -1);
            return digits.with(symbol, place).evaluate(of).toDouble();
        };
        double coarse = near.apply(digits.number(DISTANCES[0]));
        double fine = near.apply(digits.number(DISTANCES[1]));
        if (coarse == 0 && fine == 0 && !digits.isFinest()) {
            return Approximation.NONE;
        }
        return vanishing(coarse, fine, digits)
                ? new Approximation(0, Math.abs(fine))
                : Approximation.between(coarse, fine, AGREEMENT);
    }

    /** A limit of 0 is seen from values that shrink with the distance; a bare 0 may be all that few digits leave. */
    private static boolean vanishing(double coarse, double fine, HighPrecision digits) {
        boolean shrinks = fine != 0 && Math.abs(fine) < SHRINKS * Math.abs(coarse);
        boolean exhausted = fine == 0 && digits.isFinest();
        return Math.abs(coarse) < SMALL && (shrinks || exhausted);
    }

    private String place() {
        return at instanceof Limit.Finite ? "^{" + approach.mark() + "}" : "";
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
