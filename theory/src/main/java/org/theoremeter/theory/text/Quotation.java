package org.theoremeter.theory.text;

/**
 * Quotes what a user wrote, for messages: at most 80 characters on one line, nothing in them that a terminal would obey.
 *
 * <p>Control characters, marks that turn the direction of writing, halves of surrogate pairs and what is no
 * character are written as in Java, such as {@code \u001b}.
 */
public final class Quotation {

    /** The longest quotation, its quotation marks not counted. */
    public static final int LONGEST = 80;

    private static final String CUT = "…";
    /** The last two of each plane are no characters, and never will be. */
    private static final int NO_CHARACTER = 0xFFFE;

    private Quotation() {}

    /**
     * Quotes a text.
     *
     * @param text as the user wrote it
     * @return such as {@code 'gain'}; what is longer than {@link #LONGEST} characters ends in an ellipsis
     */
    public static String of(String text) {
        return "'" + start(text, LONGEST) + "'";
    }

    /**
     * Returns the start of a text on one line, without quotation marks.
     *
     * @param text as the user wrote it
     * @param longest how many characters to return at most, at least 1
     */
    public static String start(String text, int longest) {
        StringBuilder shown = new StringBuilder();
        int kept = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            shown.append(printable(text.codePointAt(at)));
            if (shown.length() > longest) {
                return shown.substring(0, kept) + CUT;
            }
            kept = shown.length() < longest ? shown.length() : kept;
        }
        return shown.toString();
    }

    /**
     * Returns a character as it may be shown.
     *
     * @param codePoint the character, in Unicode
     * @return itself, or an escape such as {@code \u001b}
     */
    public static String printable(int codePoint) {
        return switch (codePoint) {
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> isHarmless(codePoint) ? Character.toString(codePoint) : escaped(codePoint);
        };
    }

    /**
     * Returns whether a character is one that is seen and nothing else.
     *
     * @param codePoint the character, in Unicode
     */
    public static boolean isHarmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> (codePoint & NO_CHARACTER) != NO_CHARACTER;
        };
    }

    private static String escaped(int codePoint) {
        StringBuilder escape = new StringBuilder();
        for (char unit : Character.toChars(codePoint)) {
            escape.append(String.format("\\u%04x", (int) unit));
        }
        return escape.toString();
    }
}
