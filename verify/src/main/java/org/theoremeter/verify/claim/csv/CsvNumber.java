package org.theoremeter.verify.claim.csv;

import java.util.regex.Pattern;

/** What stands for a number in a table: decimal notation, nothing of what Java or a spreadsheet would take besides. */
final class CsvNumber {

    // possessive, so that a long row of digits costs its length and no more
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?+(?:[0-9]++(?:\\.[0-9]*+)?+|\\.[0-9]++)(?:[eE][+-]?+[0-9]++)?+");
    private static final Pattern ZERO = Pattern.compile("[+-]?+[0.]++(?:[eE].*+)?+");
    private static final Pattern NO_FINITE_NUMBER =
            Pattern.compile("[+-]?+(?:nan|infinity|inf|∞)", Pattern.CASE_INSENSITIVE);

    private CsvNumber() {}

    /** Returns whether the text names infinity, not-a-number, or a number that no double holds. */
    static boolean isNotFinite(String text) {
        return NO_FINITE_NUMBER.matcher(text).matches() || isDecimal(text) && !holds(text);
    }

    static boolean isDecimal(String text) {
        return DECIMAL.matcher(text).matches();
    }

    /** Returns the value of a decimal; underflow to 0 would be another number, as overflow would. */
    private static boolean holds(String text) {
        double value = Double.parseDouble(text);
        return Double.isFinite(value) && (value != 0 || ZERO.matcher(text).matches());
    }
}
