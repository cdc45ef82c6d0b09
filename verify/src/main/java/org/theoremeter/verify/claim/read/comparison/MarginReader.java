package org.theoremeter.verify.claim.read.comparison;

import org.theoremeter.verify.claim.comparison.Margin;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/** Reads {@code margin}: how close an observation must come. */
public final class MarginReader {

    private MarginReader() {}

    /**
     * Reads {@code 0.02} or {@code 1 %}.
     *
     * @throws ClaimException if it is neither, or not positive
     */
    public static Margin read(YamlNode node) {
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
