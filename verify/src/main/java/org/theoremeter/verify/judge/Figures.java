package org.theoremeter.verify.judge;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Writes the numbers in messages (figures, but no plots): four significant digits, the same in every locale. */
public final class Figures {

    private static final int DIGITS = 4;

    private Figures() {}

    /** Returns four significant digits, scientific for very small or large numbers. */
    public static String of(double value) {
        if (!Double.isFinite(value)) {
            return "not finite";
        }
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (size < 1e-3 || size >= 1e5) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS));
        return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
    }
}
