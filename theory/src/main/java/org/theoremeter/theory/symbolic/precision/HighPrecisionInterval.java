package org.theoremeter.theory.symbolic.precision;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.theoremeter.theory.symbolic.Expression;

/**
 * What is known of the value of a formula at a point: an interval that surely contains it, or that there is no value, or
 * neither.
 *
 * <p>Symbols are taken as exact, numbers in the formula as the decimals they are written as. Every operation rounds
 * outwards; a condition counts only where it is certain.
 *
 * @param state what is known
 * @param lower the lower end of the interval; 0 unless the formula is defined
 * @param upper the upper end of the interval; 0 unless the formula is defined
 * @param why why nothing is known or there is no value; empty if the formula is defined
 */
public record HighPrecisionInterval(State state, BigDecimal lower, BigDecimal upper, String why) {
    /** What is known of a value. */
    public enum State {
        /** The value lies in the interval. */
        DEFINED,
        /** There is surely no value, as of the logarithm of a negative number. */
        UNDEFINED,
        /** Nothing: more digits may help, or the numbers are too large. */
        UNKNOWN
    }

    static HighPrecisionInterval defined(DecimalInterval value) {
        return new HighPrecisionInterval(State.DEFINED, value.lower(), value.upper(), "");
    }

    static HighPrecisionInterval without(State state, String why) {
        return new HighPrecisionInterval(state, BigDecimal.ZERO, BigDecimal.ZERO, why);
    }

    /**
     * Encloses a formula at a point.
     *
     * @param expression the formula
     * @param point a value for every free symbol
     * @param digits how many digits to work with, from 10 on; the interval may be wider where digits cancel
     * @return what is known
     * @throws IllegalArgumentException if a symbol has no value, or fewer than 10 digits are asked for
     */
    public static HighPrecisionInterval of(Expression expression, Map<String, BigDecimal> point, int digits) {
        return PointEvaluation.of(expression, point, digits);
    }

    /**
     * Encloses a formula at a point given in doubles, which are taken as exact.
     *
     * @param expression the formula
     * @param point a finite value for every free symbol
     * @param digits how many digits to work with, from 10 on
     * @return what is known
     * @throws IllegalArgumentException if a symbol has no value, or fewer than 10 digits are asked for
     */
    public static HighPrecisionInterval atDoubles(Expression expression, Map<String, Double> point, int digits) {
        Map<String, BigDecimal> exact = new TreeMap<>();
        point.forEach((name, value) -> exact.put(name, new BigDecimal(value)));
        return of(expression, exact, digits);
    }

    /** Tells whether the value surely lies in the interval. */
    public boolean isDefined() {
        return state == State.DEFINED;
    }

    /** Tells whether the value is surely exactly 0. */
    public boolean isZero() {
        return isDefined() && lower.signum() == 0 && upper.signum() == 0;
    }

    /** Returns the sign, −1 or 1, where the value surely has one, and 0 where it is not known or is 0. */
    public int sign() {
        return lower.signum() > 0 ? 1 : Math.min(upper.signum(), 0);
    }
}
