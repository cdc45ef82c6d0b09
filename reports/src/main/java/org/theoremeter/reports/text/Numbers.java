package org.theoremeter.reports.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Writes numbers to a number of significant digits, the same in every locale.
 *
 * <p>The decimal value that {@link Double#toString(double)} shows is rounded half to even. Values below 10⁻³ or from 10⁵ on (after
 * rounding) are written with a power of ten; trailing zeros are kept, since they are significant.
 */
public final class Numbers {

    /** What stands for an infinity or a NaN. */
    public static final String NOT_FINITE = "not finite";

    /** Decimal exponents that are written without a power of ten. */
    private static final int LEAST_PLAIN_EXPONENT = -3;

    private static final int GREATEST_PLAIN_EXPONENT = 4;

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Numbers() {}

    /**
     * Returns a number in ASCII, such as {@code -0.0370} or {@code 3.70e-4}; readable by programs.
     *
     * @param value the number; if not finite, the result is {@link #NOT_FINITE}
     * @param digits significant digits, at least 1
     */
    public static String plain(double value, int digits) {
        if (!Double.isFinite(value)) {
            return NOT_FINITE;
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = rounded(value, digits);
        int exponent = exponent(rounded);
        if (exponent >= LEAST_PLAIN_EXPONENT && exponent <= GREATEST_PLAIN_EXPONENT) {
            return rounded.toPlainString();
        }
        return rounded.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }

    /**
     * Returns a number as it is set in print, such as {@code −0.0370} or {@code 3.70 × 10⁻⁴}.
     *
     * @param value the number; if not finite, the result is {@link #NOT_FINITE}
     * @param digits significant digits, at least 1
     */
    public static String typeset(double value, int digits) {
        String plain = plain(value, digits);
        if (!Double.isFinite(value)) {
            return plain;
        }
        int e = plain.indexOf('e');
        String mantissa = e < 0 ? plain : plain.substring(0, e);
        String power = e < 0 ? "" : "\u00A0×\u00A0" + powerOfTen(Integer.parseInt(plain.substring(e + 1)));
        return mantissa.replace('-', '−') + power;
    }

    /** Returns 10 with the exponent raised, such as {@code 10⁻⁴}. */
    public static String powerOfTen(int exponent) {
        StringBuilder out = new StringBuilder(exponent < 0 ? "10⁻" : "10");
        Integer.toString(Math.abs(exponent)).chars().forEach(c -> out.append(SUPERSCRIPTS.charAt(c - '0')));
        return out.toString();
    }

    /** Pads with zeros as well as rounds: the result has exactly the digits asked for. */
    private static BigDecimal rounded(double value, int digits) {
        BigDecimal decimal = BigDecimal.valueOf(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        return decimal.setScale(digits - 1 - exponent(decimal), RoundingMode.UNNECESSARY);
    }

    private static int exponent(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }
}
