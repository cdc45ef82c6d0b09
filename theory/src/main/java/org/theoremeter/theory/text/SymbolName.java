package org.theoremeter.theory.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A symbol's name taken apart for typesetting: {@code cstar} is a c with a star, {@code x1} an x with index 1,
 * {@code lambda_max} a Greek letter with the index max.
 *
 * @param base what stands on the line
 * @param indices what stands below it, in order
 */
public record SymbolName(String base, List<String> indices) {
    private static final String STAR = "\u22C6";
    private static final Pattern PARTS =
            Pattern.compile("(.+?)(?:_?(star|\u22C6))?(?:_?([\\p{Nd}\u2080-\u2089]+))?(?:_?(star|\u22C6))?((?:_.*)?)");
    private static final List<String> GREEK = List.of(
            "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
            "xi", "omicron", "pi", "rho", "", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega");
    private static final Map<String, String> UPPER = Map.of(
            "Gamma", "\u0393", "Delta", "\u0394", "Theta", "\u0398", "Lambda", "\u039B", "Xi", "\u039E", "Sigma",
            "\u03A3", "Phi", "\u03A6", "Psi", "\u03A8", "Omega", "\u03A9");

    /** Takes a name apart. */
    public static SymbolName of(String name) {
        Matcher matcher = PARTS.matcher(name);
        if (!matcher.matches()) {
            return new SymbolName(name, List.of());
        }
        List<String> indices = new ArrayList<>();
        star(matcher.group(2)).ifPresent(indices::add);
        Optional.ofNullable(matcher.group(3)).map(SymbolName::plainDigits).ifPresent(indices::add);
        star(matcher.group(4)).ifPresent(indices::add);
        for (String rest : matcher.group(5).split("_", -1)) {
            if (!rest.isEmpty()) {
                indices.add(rest.equals("star") ? STAR : plainDigits(rest));
            }
        }
        return new SymbolName(matcher.group(1), indices);
    }

    private static Optional<String> star(String group) {
        return Optional.ofNullable(group).map(present -> STAR);
    }

    private static String plainDigits(String text) {
        StringBuilder plain = new StringBuilder();
        text.chars().forEach(c -> plain.append(c >= 0x2080 && c <= 0x2089 ? (char) (c - 0x2080 + '0') : (char) c));
        return plain.toString();
    }

    /** Returns whether an index stands for a star. */
    public static boolean isStar(String index) {
        return index.equals(STAR);
    }

    /** Returns the TeX name of a Greek letter, spelt out or as itself. */
    public static Optional<String> greekTex(String base) {
        if (UPPER.containsKey(base) || (GREEK.contains(base) && !base.isEmpty())) {
            return Optional.of(base.equals("omicron") ? "o" : "\\" + base);
        }
        if (base.length() == 1 && base.charAt(0) >= '\u03B1' && base.charAt(0) <= '\u03C9') {
            String letter = GREEK.get(base.charAt(0) - '\u03B1');
            return Optional.of(letter.isEmpty() ? "\\varsigma" : letter.equals("omicron") ? "o" : "\\" + letter);
        }
        return UPPER.entrySet().stream()
                .filter(entry -> entry.getValue().equals(base))
                .map(entry -> "\\" + entry.getKey())
                .findFirst();
    }

    /** Returns the letter itself for a Greek letter spelt out, anything else unchanged. */
    public static String greekLetter(String base) {
        if (UPPER.containsKey(base)) {
            return UPPER.get(base);
        }
        int index = base.isEmpty() ? -1 : GREEK.indexOf(base);
        return index < 0 ? base : String.valueOf((char) ('\u03B1' + index));
    }
}
