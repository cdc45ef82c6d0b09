package org.theoremeter.theory.derivation.justification;

import java.util.List;
import java.util.stream.Collectors;
import org.theoremeter.theory.symbolic.Expression;

/** Puts brackets around what an operator is applied to, unless it is a single name. */
final class Brackets {
    /** What names carry beside letters and digits: an underscore, stars, indices. */
    private static final String MARKS = "_⋆₀₁₂₃₄₅₆₇₈₉";

    private Brackets() {}

    /** Returns a symbol's name as a reader of a terminal sees it. */
    static String name(String symbol) {
        return Expression.symbol(symbol).toUnicode();
    }

    /** Returns names as a reader of a terminal sees them. */
    static String names(List<String> symbols) {
        return symbols.stream().map(Brackets::name).collect(Collectors.joining(", "));
    }

    static String around(String text) {
        boolean name = text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || MARKS.indexOf(c) >= 0);
        return name ? text : "(" + text + ")";
    }

    static String aroundTex(String tex) {
        return tex.matches("\\\\?[A-Za-z]+(_\\{[^{}]*\\})?") ? tex : "\\left(" + tex + "\\right)";
    }

    static String aroundMathMl(String mathMl) {
        return mathMl.matches("<mi>[^<]*</mi>") ? mathMl : "<mrow><mo>(</mo>" + mathMl + "<mo>)</mo></mrow>";
    }
}
