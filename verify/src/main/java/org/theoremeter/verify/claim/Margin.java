package org.theoremeter.verify.claim;

import java.math.BigDecimal;
import java.math.MathContext;
import org.theoremeter.verify.claim.yaml.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

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

    /**
     * Reads {@code 0.02} or {@code 1 %}.
     *
     * @throws ClaimException if it is neither, or not positive
     */
    static Margin read(YamlNode node) {
        YamlNode.Scalar scalar = Fields.scalar(node, "margin");
        String text = scalar.text().strip();
        boolean relative = text.endsWith("%");
        String digits = relative ? text.substring(0, text.length() - 1).strip() : text;
        double amount = Fields.decimal(digits).orElse(Double.NaN) / (relative ? 100 : 1);
        if (!Double.isFinite(amount) || amount <= 0) {
            throw new ClaimException(
                    scalar.position(),
                    "found " + scalar.described() + " for margin, accepted: a finite positive number, or a percentage"
                            + " such as 1 %");
        }
        if (relative && amount >= 1) {
            throw new ClaimException(
                    scalar.position(),
                    "found " + scalar.described() + " for margin, within which lies 0; accepted: less than 100 %");
        }
        return new Margin(amount, relative);
    }
}
