package org.theoremeter.theory.text;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;

/** The letters of names that plain LaTeX sets in math mode: Latin ones, with accents too, Greek ones and a few signs. */
public final class TexLetters {

    private static final Map<Integer, String> SIGNS = Map.of(
            0x127, "\\hbar", 0x210F, "\\hbar", 0x2113, "\\ell", 0x131, "\\imath", 0x237, "\\jmath", 0x22C6, "\\star");
    private static final Map<Integer, String> VARIANTS =
            Map.of(0x3D1, "\\vartheta", 0x3D5, "\\phi", 0x3D6, "\\varpi", 0x3F1, "\\varrho", 0x3F5, "\\epsilon");
    private static final Map<Integer, String> ACCENTS = Map.of(
            0x300,
            "\\grave",
            0x301,
            "\\acute",
            0x302,
            "\\hat",
            0x303,
            "\\tilde",
            0x304,
            "\\bar",
            0x306,
            "\\breve",
            0x307,
            "\\dot",
            0x308,
            "\\ddot",
            0x30A,
            "\\mathring",
            0x30C,
            "\\check");
    /** The capital Greek letters from alpha on that look like Latin ones; a dot for the others. */
    private static final String LIKE_LATIN = "AB..EZH.IK.MN.O.P..T..X..";

    private static final int ALPHA = 0x391;

    private TexLetters() {}

    /**
     * Tells whether a name can be set, letter by letter.
     *
     * @param name a name as formulas have it
     */
    public static boolean cover(String name) {
        return math(name).isPresent();
    }

    /** Returns a text as it is written in math mode; empty if a character of it has no command. */
    public static Optional<String> math(String text) {
        StringBuilder tex = new StringBuilder();
        int last = 0;
        for (int c :
                Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().toArray()) {
            if (ACCENTS.containsKey(c)) {
                tex.insert(last, ACCENTS.get(c) + "{").append('}');
                continue;
            }
            Optional<String> letter = letter(c);
            if (letter.isEmpty()) {
                return Optional.empty();
            }
            if (tex.length() > 0 && Character.isLetter(letter.get().codePointAt(0)) && endsInCommand(tex)) {
                tex.append(' ');
            }
            last = tex.length();
            tex.append(letter.get());
        }
        return Optional.of(tex.toString());
    }

    /** A letter that followed would become part of the command's name. */
    private static boolean endsInCommand(CharSequence tex) {
        return tex.toString().matches(".*\\\\[A-Za-z]+");
    }

    private static Optional<String> letter(int c) {
        if (c < 0x80) {
            return Optional.of(Character.toString(c));
        }
        String sign = SIGNS.getOrDefault(c, VARIANTS.get(c));
        if (sign != null) {
            return Optional.of(sign);
        }
        if (c >= ALPHA && c < ALPHA + LIKE_LATIN.length() && LIKE_LATIN.charAt(c - ALPHA) != '.') {
            return Optional.of("\\mathrm{" + LIKE_LATIN.charAt(c - ALPHA) + "}");
        }
        return SymbolName.greekTex(Character.toString(c));
    }
}
