package org.theoremeter.theory.symbolic;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A number that is not negative, held exactly.
 *
 * @param value the decimal; trailing zeros are dropped, so that equal numbers are equal records
 */
public record Numeral(BigDecimal value) implements Expression {
    /** Zero. */
    public static final Numeral ZERO = new Numeral(BigDecimal.ZERO);
    /** One. */
    public static final Numeral ONE = new Numeral(BigDecimal.ONE);

    private static final int LONGEST_PLAIN = 20;

    /**
     * Makes a number.
     *
     * @throws IllegalArgumentException if the value is negative, or lies outside the range of double precision
     */
    public Numeral {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("a numeral carries no sign, found " + value);
        }
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        double rounded = value.doubleValue();
        if (Double.isInfinite(rounded) || (rounded == 0 && value.signum() != 0)) {
            throw new IllegalArgumentException(value + " is outside the range of double precision");
        }
    }

    /** Returns the number of either sign as an expression. */
    static Expression signed(BigDecimal value) {
        return value.signum() < 0 ? new Negation(new Numeral(value.negate())) : new Numeral(value);
    }

    @Override
    public double evaluate(Map<String, Double> values) {
        return value.doubleValue();
    }

    @Override
    public Expression derivative(String symbol) {
        return ZERO;
    }

    @Override
    public Expression substitute(Map<String, Expression> replacements) {
        return this;
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.numeral(this);
    }

    /** Returns the digits, in scientific notation only where they would be long. */
    @Override
    public String toString() {
        int integerDigits = value.precision() - value.scale();
        return integerDigits > LONGEST_PLAIN || value.scale() > LONGEST_PLAIN
                ? value.toString().replace("E+", "e").replace('E', 'e')
                : value.toPlainString();
    }
}
