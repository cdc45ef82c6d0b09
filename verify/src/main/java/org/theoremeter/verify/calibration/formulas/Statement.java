package org.theoremeter.verify.calibration.formulas;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.theoremeter.theory.evidence.Grade;

/**
 * A statement whose truth is known, as a claim file.
 *
 * @param id the id of the claim, which names kind, truth and number
 * @param title what it is, in a few words
 * @param truth what is known of it
 * @param kind the kind of claim
 * @param body the claim file from {@code given} on, without {@code judge}
 * @param tables the data files it names, by name
 * @param witness why it is true or false
 */
public record Statement(
        String id, String title, Truth truth, String kind, String body, Map<String, String> tables, Witness witness) {

    /** How many equations are written as steps. */
    private static final double STEPS = 0.3;

    /** Copies the tables. */
    public Statement {
        tables = Map.copyOf(tables);
    }

    /** Returns the claim file, as one may write it down and verify it; {@code required} is what a PASS needs. */
    public String text(Grade required) {
        String judge = tables.isEmpty() ? "judge: {require: " + required.text() + "}\n" : "";
        return "claim: 1\nid: " + id + "\ntitle: \"" + title + "\"\nkind: " + kind + "\n" + body + judge;
    }

    /** Returns the statement that two terms are equal. */
    static Statement identity(
            String id, String title, Truth truth, Map<String, String> domains, String left, String right, Witness why) {
        String body = given(domains) + "predict:\n  equal:\n    - " + left + "\n    - " + right + "\n";
        return new Statement(id, title, truth, "identity", body, Map.of(), why);
    }

    /** Returns the statement that two formulas are equal: as an identity, or as a step by algebra. */
    static Statement equation(
            Draws draws,
            String title,
            Truth truth,
            Map<String, String> domains,
            String left,
            String right,
            Witness why) {
        return draws.chance(STEPS)
                ? step(draws.id(), title, truth, domains, left, quoted(right), "algebra", why)
                : identity(draws.id(), title, truth, domains, quoted(left), quoted(right), why);
    }

    /** Returns the statement that one step leads from a formula to another. */
    static Statement step(
            String id,
            String title,
            Truth truth,
            Map<String, String> domains,
            String from,
            String to,
            String because,
            Witness why) {
        Map<String, String> steps = new LinkedHashMap<>();
        steps.put(to, because);
        return steps(id, title, truth, domains, from, steps, why);
    }

    /** Returns the statement that several steps, each from the one before, lead from a formula to others. */
    static Statement steps(
            String id,
            String title,
            Truth truth,
            Map<String, String> domains,
            String from,
            Map<String, String> steps,
            Witness why) {
        StringBuilder body = new StringBuilder(given(domains) + "define:\n  f0: " + quoted(from) + "\nsteps:\n");
        int number = 0;
        for (Map.Entry<String, String> step : steps.entrySet()) {
            String start = number == 0 ? "f0" : "s" + number;
            number++;
            body.append("  - step: s" + number + "\n    from: \"" + start + "\"\n    to: " + step.getKey()
                    + "\n    because: " + step.getValue() + "\n");
        }
        return new Statement(id, title, truth, "derivation", body.toString(), Map.of(), why);
    }

    /** Returns a formula as a text of the claim file. */
    static String quoted(String formula) {
        return "\"" + formula + "\"";
    }

    /** Returns a definite integral as a side of an identity. */
    static String integral(String formula, String of, String from, String to) {
        return "{integral: " + quoted(formula) + ", of: " + of + ", from: " + quoted(from) + ", to: " + quoted(to)
                + "}";
    }

    private static String given(Map<String, String> domains) {
        return domains.isEmpty()
                ? ""
                : new TreeMap<>(domains)
                        .entrySet().stream()
                                .map(symbol -> "  " + symbol.getKey() + ": {domain: \"" + symbol.getValue() + "\"}\n")
                                .collect(Collectors.joining("", "given:\n", ""));
    }
}
