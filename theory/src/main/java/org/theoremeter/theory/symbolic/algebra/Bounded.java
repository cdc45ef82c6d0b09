package org.theoremeter.theory.symbolic.algebra;

import java.util.Map;
import org.theoremeter.theory.symbolic.DefiniteIntegral;
import org.theoremeter.theory.symbolic.Derivative;
import org.theoremeter.theory.symbolic.Formula;
import org.theoremeter.theory.symbolic.Quadrature;
import org.theoremeter.theory.symbolic.Term;

/**
 * A number in double precision with a bound on its rounding error to first order.
 *
 * @param value the number
 * @param error the bound, not negative
 */
record Bounded(double value, double error) {
    /** Functions of the Java library are within two units in the last place. */
    private static final int LAST_PLACES = 2;

    static Bounded exact(double value) {
        return new Bounded(value, 0);
    }

    static Bounded of(Term term, Map<String, Double> values) {
        if (term instanceof DefiniteIntegral integral) {
            Quadrature quadrature = integral.quadrature(values);
            return new Bounded(quadrature.value(), quadrature.error());
        }
        if (term instanceof Derivative derivative) {
            return derivative.expression().accept(new RoundingBound(values));
        }
        return ((Formula) term).expression().accept(new RoundingBound(values));
    }

    /** Returns a result with the error it inherits and that of its own rounding. */
    static Bounded rounded(double value, double inherited) {
        return new Bounded(value, inherited + LAST_PLACES * Math.ulp(value));
    }

    boolean isFinite() {
        return Double.isFinite(value) && Double.isFinite(error);
    }
}
