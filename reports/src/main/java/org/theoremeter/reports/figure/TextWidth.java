package org.theoremeter.reports.figure;

/**
 * Estimates the room that text takes, since the reader's font is not known.
 *
 * <p>The widths are those of common sans-serif fonts, rounded up: text may take less room than was left, hardly ever more.
 */
final class TextWidth {

    private static final double NARROW = 0.34;
    private static final double ORDINARY = 0.6;
    private static final double WIDE = 0.9;
    private static final double FULL = 1.2;

    private static final int FIRST_FULL_WIDTH = 0x2E80;

    private TextWidth() {}

    /** Returns the estimated width of a line of text in pixels. */
    static double of(String text, double fontSize) {
        return fontSize * text.codePoints().mapToDouble(TextWidth::letter).sum();
    }

    /** Returns the text, shortened with an ellipsis if it does not fit. */
    static String fit(String text, double fontSize, double room) {
        if (of(text, fontSize) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0 && of(text.substring(0, end) + "…", fontSize) > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).strip() + "…";
    }

    private static double letter(int c) {
        if (c >= FIRST_FULL_WIDTH) {
            return FULL;
        } else if (" .,:;|!'()[]/ijltfrI·⁻⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c) >= 0) {
            return NARROW;
        } else if ("mwMW@%…—∞".indexOf(c) >= 0) {
            return WIDE;
        }
        return ORDINARY;
    }
}
