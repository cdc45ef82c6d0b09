package org.theoremeter.verify.cli.fit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A number and its interval with as many decimals as the uncertainty has: half the width of the interval shows two digits.
 * What is exact, or open on both sides, has six digits.
 *
 * @param value the number
 * @param lower the lower end, −∞ if it is open
 * @param upper the upper end, +∞ if it is open
 * @param fewest decimals that are shown in any case
 */
record WithInterval(double value, double lower, double upper, int fewest) {

    private static final int DIGITS = 6;
    private static final int MOST_DIGITS = 15;

    /** Numbers with more decimals than this, or as large as this many digits before the point, are scientific. */
    private static final int LONGEST = 7;

    static WithInterval of(double value, double lower, double upper) {
        return new WithInterval(value, lower, upper, Integer.MIN_VALUE);
    }

    String valueText() {
        return text(value);
    }

    String intervalText() {
        return "[" + text(lower) + ", " + text(upper) + "]";
    }

    /** Returns half the width of the interval, alone. */
    String halfText() {
        return text(half());
    }

    private double half() {
        return DoubleStream.of((upper - lower) / 2, upper - value, value - lower)
                .filter(Double::isFinite)
                .findFirst()
                .orElse(0);
    }

    /** Returns the place of the last digit, counted from the point. */
    private int decimals() {
        double half = half();
        int shown = half > 0 ? 1 - magnitude(half) : DIGITS - 1 - magnitude(value);
        return Math.max(fewest, Math.min(shown, MOST_DIGITS - 1 - magnitude(value)));
    }

    private static int magnitude(double size) {
        return size == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(size)));
    }

    private String text(double number) {
        if (!Double.isFinite(number)) {
            return number > 0 ? "∞" : number < 0 ? "-∞" : "NaN";
        }
        int decimals = decimals();
        int first = magnitude(value);
        if (number != 0 && (decimals > LONGEST || first >= LONGEST)) {
            int mantissa = Math.max(0, Math.min(MOST_DIGITS - 1, decimals + magnitude(number)));
            return String.format(Locale.ROOT, "%." + mantissa + "e", number);
        }
        return new BigDecimal(number)
                .setScale(Math.max(0, decimals), RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
