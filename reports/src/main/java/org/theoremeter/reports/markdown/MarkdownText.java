package org.theoremeter.reports.markdown;

import java.util.regex.Pattern;
import org.theoremeter.reports.text.Characters;

/** Escapes plain text so that Markdown shows it as it stands. */
final class MarkdownText {

    private static final String SPECIAL = "\\`*[]<>|~$&";

    /** What would begin a heading, a list, a quotation or an underline at the start of a line. */
    private static final Pattern BLOCK_START = Pattern.compile("^(?:([-+=#])|(\\d{1,9})([.)]))");

    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private MarkdownText() {}

    /** Returns the text on one line, to stand within a line or a table. */
    static String inline(String text) {
        String line = Characters.oneLine(text);
        StringBuilder out = new StringBuilder(line.length() + 8);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (SPECIAL.indexOf(c) >= 0 || (c == '_' && !withinWord(line, i))) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }

    /** Returns the text on one line, to stand at the start of one. */
    static String paragraph(String text) {
        return BLOCK_START
                .matcher(inline(text))
                .replaceFirst(match ->
                        match.group(1) != null ? "\\\\" + match.group(1) : match.group(2) + "\\\\" + match.group(3));
    }

    /** Returns the text as code within a line, with a fence longer than any run of backticks in it. */
    static String code(String text) {
        String line = Characters.oneLine(text);
        int longest = BACKTICKS
                .matcher(line)
                .results()
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(0);
        String fence = "`".repeat(longest + 1);
        String padding = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return fence + padding + line + padding + fence;
    }

    /** Returns the text as code within a table, where a pipe ends the cell even inside of code. */
    static String codeCell(String text) {
        return code(text).replace("|", "\\|");
    }

    /** Returns TeX as a formula within a line; the backticks keep Markdown from reading a backslash as its own. */
    static String formula(String tex) {
        return "$" + code(tex) + "$";
    }

    /** Underscores inside of a word, as in names of parameters, mean nothing and read better bare. */
    private static boolean withinWord(String line, int i) {
        return i > 0
                && i + 1 < line.length()
                && Character.isLetterOrDigit(line.charAt(i - 1))
                && Character.isLetterOrDigit(line.charAt(i + 1));
    }
}
