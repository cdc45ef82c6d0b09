package org.theoremeter.verify.claim.csv;

import java.util.regex.Pattern;

/** What stands for a number in a table: decimal notation, nothing of what Java or a spreadsheet would take besides. */
final class CsvNumber {

    /** The largest number up to which every whole one is a double. */
    static final double LARGEST_COUNT = 1L << 53;

    // possessive, so that a long row of digits costs its length and no more
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?+(?:[0-9]++(?:\\.[0-9]*+)?+|\\.[0-9]++)(?:[eE][+-]?+[0-9]++)?+");
    private static final Pattern ZERO = Pattern.compile("[+-]?+[0.]++(?:[eE].*+)?+");
    private static final Pattern NO_FINITE_NUMBER =
            Pattern.compile("[+-]?+(?:nan|infinity|inf|∞)", Pattern.CASE_INSENSITIVE);

    private CsvNumber() {}

    /**
     * Returns what a text stands for.
     *
     * @return the value of a decimal; infinity for what names infinity, not-a-number, or a number that no double holds; NaN
     *     for what is no number
     */
    static double value(String text) {
        if (!isDecimal(text)) {
            return NO_FINITE_NUMBER.matcher(text).matches() ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        double value = Double.parseDouble(text);
        // underflow to 0 would be another number, as overflow would
        boolean vanishes = value == 0 && !ZERO.matcher(text).matches();
        return vanishes ? Double.POSITIVE_INFINITY : value;
    }

    static boolean isDecimal(String text) {
        return DECIMAL.matcher(text).matches();
    }
}
