package org.theoremeter.reports.latex;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;
import java.util.stream.Collectors;
import org.theoremeter.reports.text.Characters;

/**
 * Escapes plain text so that pdflatex sets it, with no package beyond the LaTeX kernel.
 *
 * <p>Greek letters, mathematical signs, superscripts and subscripts become commands (the table is {@code characters.txt}), accented
 * letters the accent over the letter; a character without a counterpart is shown by its code, such as (U+1F600).
 */
final class LatexText {

    private static final Map<Integer, String> COMMANDS = read("characters.txt");

    private static final Map<Integer, String> ACCENTS = Map.ofEntries(
            Map.entry(0x300, "\\`"),
            Map.entry(0x301, "\\'"),
            Map.entry(0x302, "\\^"),
            Map.entry(0x303, "\\~"),
            Map.entry(0x304, "\\="),
            Map.entry(0x306, "\\u"),
            Map.entry(0x307, "\\."),
            Map.entry(0x308, "\\\""),
            Map.entry(0x30A, "\\r"),
            Map.entry(0x30B, "\\H"),
            Map.entry(0x30C, "\\v"),
            Map.entry(0x323, "\\d"),
            Map.entry(0x327, "\\c"),
            Map.entry(0x331, "\\b"));

    private LatexText() {}

    /** Returns the text on one line for use in a paragraph, a caption or a cell. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int letter = 0;
        for (int c : Characters.oneLine(text).codePoints().toArray()) {
            if (ACCENTS.containsKey(c) && out.length() > 0) {
                out.insert(letter, ACCENTS.get(c) + "{").append('}');
            } else {
                letter = out.length();
                out.append(letter(c));
            }
        }
        return out.toString();
    }

    private static String letter(int c) {
        if (COMMANDS.containsKey(c)) {
            return COMMANDS.get(c);
        }
        if (c < 0x7F) {
            return Character.toString(c);
        }
        String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
        boolean known = parts.length() > 1 && parts.chars().skip(1).allMatch(ACCENTS::containsKey);
        return known ? escape(parts) : String.format("(U+%04X)", c);
    }

    /** Each line is a character, a space and its command; a comment begins with two per cent signs. */
    private static Map<Integer, String> read(String resource) {
        try (InputStream bytes = LatexText.class.getResourceAsStream(resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("%%"))
                    .collect(Collectors.toUnmodifiableMap(
                            line -> line.codePointAt(0), line -> line.substring(line.offsetByCodePoints(0, 2))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource + " from the program's own files", e);
        }
    }
}
