package org.theoremeter.reports.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes a formula in TeX apart into pieces, and estimates how wide each is.
 *
 * <p>Widths are those of Computer Modern in display style, to about a tenth. Brackets that nothing closes reach to the end.
 */
final class TexScanner {

    private static final double SCRIPT_SIZE = 0.7;
    private static final double CHARACTER = 0.55;
    private static final double BRACKET = 0.6;
    private static final double NO_BRACKET = 0.12;
    private static final double COLUMN_GAP = 1;

    private static final Map<String, Double> RELATIONS =
            Map.of("=", 1.33, ":=", 1.61, "\\iff", 2.4, "\\propto", 1.33, "\\approx", 1.33);

    private static final Map<String, Double> WIDTHS = Map.ofEntries(
            Map.entry("+", 1.22),
            Map.entry("-", 1.22),
            Map.entry("\\cdot", 0.72),
            Map.entry("\\,", 0.17),
            Map.entry("\\;", 0.28),
            Map.entry("\\quad", 1.0),
            Map.entry("\\qquad", 2.0),
            Map.entry("\\int", 0.72),
            Map.entry("\\sum", 1.44),
            Map.entry("\\infty", 1.0),
            Map.entry("\\nabla", 0.83),
            Map.entry("\\to", 1.56));

    /** Set as words, a letter after the other. */
    private static final Set<String> WORDS = Set.of(
            "\\ln",
            "\\log",
            "\\exp",
            "\\sin",
            "\\cos",
            "\\tan",
            "\\sinh",
            "\\cosh",
            "\\tanh",
            "\\arcsin",
            "\\arccos",
            "\\arctan",
            "\\lim",
            "\\min",
            "\\max",
            "\\det");

    /** Take what would be their scripts below and above. */
    private static final Set<String> LIMITS = Set.of("\\lim", "\\sum", "\\min", "\\max");

    private final String tex;
    private int at;

    private TexScanner(String tex) {
        this.tex = tex;
    }

    /** Returns the pieces in order; together they are the formula, from its first sign on. */
    static List<TexAtom> atoms(String tex) {
        TexScanner scanner = new TexScanner(tex);
        List<TexAtom> atoms = new ArrayList<>();
        scanner.space();
        while (scanner.at < tex.length()) {
            TexAtom.Kind before = atoms.isEmpty()
                    ? TexAtom.Kind.RELATION
                    : atoms.get(atoms.size() - 1).kind();
            boolean operand = before == TexAtom.Kind.OTHER || before == TexAtom.Kind.BRACKETS;
            atoms.add(scanner.atom(operand));
        }
        return atoms;
    }

    static double width(String tex) {
        return TexAtom.width(atoms(tex));
    }

    /** Reads the next piece; a sign that follows no operand is that of a single term. */
    private TexAtom atom(boolean afterOperand) {
        int start = at;
        String token = token();
        if (token.equals("\\left")) {
            return brackets(start);
        }
        if (RELATIONS.containsKey(token)) {
            space();
            return new TexAtom(TexAtom.Kind.RELATION, tex.substring(start, at), RELATIONS.get(token));
        }
        if (token.equals("&") || token.equals("\\\\")) {
            space();
            return new TexAtom(TexAtom.Kind.SEPARATOR, tex.substring(start, at), COLUMN_GAP);
        }
        boolean sign = afterOperand && (token.equals("+") || token.equals("-"));
        double base = base(token);
        double scripts = scripts();
        double width = LIMITS.contains(token) ? Math.max(base, scripts) : base + scripts;
        return new TexAtom(sign ? TexAtom.Kind.SIGN : TexAtom.Kind.OTHER, tex.substring(start, at), width);
    }

    private TexAtom brackets(int start) {
        double left = bracket();
        space();
        int content = at;
        closing("\\left", "\\right");
        int end = at;
        token();
        double right = bracket();
        double width = left + width(tex.substring(content, end)) + right + scripts();
        return new TexAtom(
                TexAtom.Kind.BRACKETS,
                tex.substring(start, content),
                tex.substring(content, end),
                tex.substring(end, at),
                width);
    }

    /** Reads a bracket; a point stands for one that is not seen. */
    private double bracket() {
        space();
        return token().equals(".") ? NO_BRACKET : BRACKET;
    }

    /** Reads the arguments of a token and returns the width of both. */
    private double base(String token) {
        if (token.equals("{")) {
            return group(at - 1);
        }
        if (token.equals("\\begin")) {
            return environment();
        }
        if (at < tex.length() && tex.charAt(at) == '{' && token.startsWith("\\")) {
            return arguments(token);
        }
        if (token.matches("[0-9.]+")) {
            return 0.5 * token.length();
        }
        return WORDS.contains(token) ? 0.5 * token.length() : WIDTHS.getOrDefault(token, CHARACTER);
    }

    /** A fraction stacks its arguments; whatever else takes some sets them side by side. */
    private double arguments(String token) {
        boolean stacked = token.equals("\\frac");
        double width = 0;
        while (at < tex.length() && tex.charAt(at) == '{') {
            at++;
            double argument = group(at - 1);
            width = stacked ? Math.max(width, argument) : width + argument;
        }
        return width + (stacked ? 0.24 : token.equals("\\sqrt") ? 0.9 : 0);
    }

    /** Reads a group whose opening brace is at {@code open} and has been read. */
    private double group(int open) {
        closing("{", "}");
        String content = tex.substring(open + 1, at);
        token();
        return width(content);
    }

    private double environment() {
        token();
        closing("{", "}");
        token();
        int start = at;
        closing("\\begin", "\\end");
        double widest = 0;
        double row = 0;
        for (TexAtom atom : atoms(tex.substring(start, at))) {
            row = atom.tex().startsWith("\\\\") ? 0 : row + atom.width();
            widest = Math.max(widest, row);
        }
        token();
        token();
        closing("{", "}");
        token();
        return widest + 2 * BRACKET;
    }

    /** Reads an index and an exponent, which stand above each other, and the space behind. */
    private double scripts() {
        double widest = 0;
        space();
        while (at < tex.length() && (tex.charAt(at) == '_' || tex.charAt(at) == '^')) {
            at++;
            space();
            widest = Math.max(widest, SCRIPT_SIZE * base(token()));
            space();
        }
        return widest;
    }

    /** Goes on to what closes the bracket that has been read, or to the end. */
    private void closing(String opens, String closes) {
        int depth = 1;
        while (at < tex.length()) {
            int before = at;
            String token = token();
            depth += token.equals(opens) ? 1 : token.equals(closes) ? -1 : 0;
            if (depth == 0) {
                at = before;
                return;
            }
        }
    }

    /** Reads a command, a number, an assignment or a single character; nothing at the end. */
    private String token() {
        int start = at;
        if (at >= tex.length()) {
            return "";
        }
        char first = tex.charAt(at++);
        if (first == '\\' && at < tex.length()) {
            boolean word = isLetter(tex.charAt(at++));
            while (word && at < tex.length() && isLetter(tex.charAt(at))) {
                at++;
            }
        } else if (first == ':' && tex.startsWith("=", at)) {
            at++;
        } else if (Character.isDigit(first)) {
            while (at < tex.length() && (Character.isDigit(tex.charAt(at)) || tex.charAt(at) == '.')) {
                at++;
            }
        }
        return tex.substring(start, at);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private void space() {
        while (at < tex.length() && Character.isWhitespace(tex.charAt(at))) {
            at++;
        }
    }
}
