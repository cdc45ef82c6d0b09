package org.theoremeter.reports.latex;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.theoremeter.reports.document.Cell;
import org.theoremeter.reports.text.Numbers;

/**
 * The room that a column of numbers takes: the format of a siunitx S column, which aligns decimal points and exponents.
 *
 * @param integer most digits before the point
 * @param decimals most digits after it
 * @param exponent most digits of the exponent, 0 for none
 * @param sign whether a number is negative
 * @param exponentSign whether an exponent is negative
 */
record NumberColumn(int integer, int decimals, int exponent, boolean sign, boolean exponentSign) {

    private static final Pattern NUMBER = Pattern.compile("(-?)(\\d+)(?:\\.(\\d+))?(?:e(-?)(\\d+))?");

    /** Returns the format of a column of cells, or nothing if it holds anything other than numbers, or none at all. */
    static Optional<NumberColumn> of(List<Cell> column) {
        if (!column.stream().allMatch(cell -> cell instanceof Cell.Number || cell instanceof Cell.Empty)) {
            return Optional.empty();
        }
        return column.stream()
                .filter(Cell.Number.class::isInstance)
                .map(Cell.Number.class::cast)
                .filter(number -> Double.isFinite(number.value()))
                .map(number -> of(Numbers.plain(number.value(), number.digits())))
                .reduce(NumberColumn::join);
    }

    private static NumberColumn of(String plain) {
        Matcher parts = NUMBER.matcher(plain);
        if (!parts.matches()) {
            throw new IllegalStateException("not a plain number: " + plain);
        }
        return new NumberColumn(
                parts.group(2).length(),
                parts.group(3) == null ? 0 : parts.group(3).length(),
                parts.group(5) == null ? 0 : parts.group(5).length(),
                !parts.group(1).isEmpty(),
                "-".equals(parts.group(4)));
    }

    private NumberColumn join(NumberColumn other) {
        return new NumberColumn(
                Math.max(integer, other.integer),
                Math.max(decimals, other.decimals),
                Math.max(exponent, other.exponent),
                sign || other.sign,
                exponentSign || other.exponentSign);
    }

    /** Returns the column type, such as {@code S[table-format=-1.3e-2]}. */
    String column() {
        String power = exponent == 0 ? "" : "e" + (exponentSign ? "-" : "") + exponent;
        return "S[table-format=" + (sign ? "-" : "") + integer + (decimals == 0 ? "" : "." + decimals) + power + "]";
    }
}
