package org.theoremeter.reports.text;

/** Replaces the characters that no format can show, so that text from anywhere is safe to write. */
public final class Characters {

    private static final int REPLACEMENT = 0xFFFD;

    private Characters() {}

    /**
     * Returns the text with every character that XML 1.0 forbids replaced by U+FFFD.
     *
     * <p>Replaced are C0 and C1 controls other than tab, line feed and carriage return, unpaired surrogates and noncharacters;
     * also the controls that reverse the direction of writing, because they make a line read differently from what it says.
     */
    public static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(isPrintable(c) ? c : REPLACEMENT));
        return out.toString();
    }

    /** Returns the printable text on one line: every run of white space becomes one space, none is left at the ends. */
    public static String oneLine(String text) {
        return printable(text).replaceAll("[\\s\\u2028\\u2029]+", " ").strip();
    }

    private static boolean isPrintable(int c) {
        boolean control = c < 0x20 ? c != '\t' && c != '\n' && c != '\r' : c >= 0x7F && c <= 0x9F;
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        boolean noncharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        boolean direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return !(control || surrogate || noncharacter || direction);
    }
}
