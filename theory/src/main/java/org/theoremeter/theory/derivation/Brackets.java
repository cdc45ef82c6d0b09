package org.theoremeter.theory.derivation;

/** Puts brackets around what an operator is applied to, unless it is a single name. */
final class Brackets {
    private Brackets() {}

    static String around(String text) {
        boolean name = text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
        return name ? text : "(" + text + ")";
    }

    static String aroundTex(String tex) {
        return tex.matches("\\\\?[A-Za-z]+(_\\{[^{}]*\\})?") ? tex : "\\left(" + tex + "\\right)";
    }

    static String aroundMathMl(String mathMl) {
        return mathMl.matches("<mi>[^<]*</mi>") ? mathMl : "<mrow><mo>(</mo>" + mathMl + "<mo>)</mo></mrow>";
    }
}
