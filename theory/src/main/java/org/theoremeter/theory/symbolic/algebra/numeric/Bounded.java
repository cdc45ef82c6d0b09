package org.theoremeter.theory.symbolic.algebra.numeric;

import java.util.Map;
import org.theoremeter.theory.symbolic.numeric.Approximation;
import org.theoremeter.theory.symbolic.numeric.Quadrature;
import org.theoremeter.theory.symbolic.term.DefiniteIntegral;
import org.theoremeter.theory.symbolic.term.Derivative;
import org.theoremeter.theory.symbolic.term.Formula;
import org.theoremeter.theory.symbolic.term.InfiniteSum;
import org.theoremeter.theory.symbolic.term.LimitValue;
import org.theoremeter.theory.symbolic.term.TaylorPolynomial;
import org.theoremeter.theory.symbolic.term.Term;

/**
 * A number in double precision with a bound on its rounding error to first order.
 *
 * @param value the number
 * @param error the bound, not negative
 */
public record Bounded(double value, double error) {
    /** Functions of the Java library are within two units in the last place. */
    private static final int LAST_PLACES = 2;

    /** Automatic differentiation rounds on its own; errors of formulas are far larger. */
    private static final double AUTOMATIC = 1e-9;

    private static final double AUTOMATIC_ROUNDING = 16;

    static Bounded exact(double value) {
        return new Bounded(value, 0);
    }

    /** Evaluates a term with a bound on its error. */
    public static Bounded of(Term term, Map<String, Double> values) {
        if (term instanceof DefiniteIntegral integral) {
            Quadrature quadrature = integral.quadrature(values);
            return new Bounded(quadrature.value(), quadrature.error());
        }
        if (term instanceof Derivative derivative) {
            return confirmed(derivative, values);
        }
        if (term instanceof InfiniteSum sum) {
            return of(sum.approximation(values));
        }
        if (term instanceof LimitValue limit) {
            return of(limit.approximation(values));
        }
        if (term instanceof TaylorPolynomial polynomial) {
            return of(polynomial.approximation(values));
        }
        return ((Formula) term).expression().accept(new RoundingBound(values));
    }

    private static Bounded of(Approximation approximation) {
        return new Bounded(approximation.value(), approximation.error());
    }

    /** The formula of a derivative counts where automatic differentiation gives the same. */
    private static Bounded confirmed(Derivative derivative, Map<String, Double> values) {
        Bounded formula = derivative.expression().accept(new RoundingBound(values));
        double apart = Math.abs(formula.value - derivative.automatic(values));
        boolean agree = apart <= AUTOMATIC * Math.abs(formula.value) + AUTOMATIC_ROUNDING * formula.error;
        return agree ? formula : new Bounded(Double.NaN, Double.POSITIVE_INFINITY);
    }

    /** Returns a result with the error it inherits and that of its own rounding. */
    static Bounded rounded(double value, double inherited) {
        return new Bounded(value, inherited + LAST_PLACES * Math.ulp(value));
    }

    /** Returns whether value and bound are finite. */
    public boolean isFinite() {
        return Double.isFinite(value) && Double.isFinite(error);
    }
}
