package org.theoremeter.verify.claim.comparison;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How close an observation must come to its prediction.
 *
 * @param amount the half-width, finite and positive: absolute, or a fraction of the prediction
 * @param relative whether it is a fraction of the prediction
 */
public record Margin(double amount, boolean relative) {

    /** Requires a finite positive amount. */
    public Margin {
        if (!Double.isFinite(amount) || amount <= 0) {
            throw new IllegalArgumentException("a margin is finite and positive, found " + amount);
        }
    }

    /** Returns the half-width about a prediction, in the prediction's unit. */
    public double about(double prediction) {
        return relative ? amount * Math.abs(prediction) : amount;
    }

    /** Returns the margin as a person writes it: {@code 0.02} or {@code 1 %}. */
    @Override
    public String toString() {
        return relative ? plain(100 * amount) + " %" : plain(amount);
    }

    private static String plain(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
        return rounded.scale() <= 6 ? rounded.toPlainString() : rounded.toString();
    }
}
