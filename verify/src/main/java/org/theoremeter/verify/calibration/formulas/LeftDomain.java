package org.theoremeter.verify.calibration.formulas;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was shown on a domain, used beyond it by a substitution that leaves it in a sliver. */
final class LeftDomain implements Falsehood {

    /** Equations that hold for x from 0 to 1, and fail beyond: f, and what it becomes. */
    private static final List<List<String>> RULES = List.of(
            List.of("sqrt((1 - x)^2)", "1 - x", "above"),
            List.of("abs(x - 1)", "1 - x", "above"),
            List.of("max(1 - x, 0) + 1", "2 - x", "above"),
            List.of("asin(sin(pi*x/2))", "pi*x/2", "above"),
            List.of("sqrt(x^2)", "x", "below"),
            List.of("abs(x) + x^2", "x + x^2", "below"),
            List.of("acos(cos(x))", "x", "below"));

    private static final String DOMAIN = "[0, 1]";

    /**
     * What is put for x.
     *
     * @param formula the formula
     * @param at where it is furthest out
     */
    private record Value(String formula, Map<String, String> at) {}

    @Override
    public String name() {
        return "left-domain";
    }

    @Override
    public String words() {
        return "a substitution leaves the domain on which the step before holds";
    }

    @Override
    public Statement make(boolean truth, Draws draws) {
        List<String> rule = draws.one(RULES);
        BigDecimal sliver = draws.size(1e-8, 1e-2);
        boolean above = rule.get(2).equals("above");
        Value value = value(above, truth ? sliver.negate() : sliver, draws);
        Map<String, String> domains = new LinkedHashMap<>();
        domains.put("x", DOMAIN);
        value.at().keySet().forEach(symbol -> domains.put(symbol, DOMAIN));
        String before = substituted(rule.get(0), value.formula());
        String after = substituted(rule.get(1), value.formula());
        Map<String, String> steps = new LinkedHashMap<>();
        steps.put(Statement.quoted(rule.get(1)), "algebra");
        steps.put(Statement.quoted(after), "{substitute: {x: \"" + value.formula() + "\"}}");
        Truth is = truth ? Truth.TRUE : Truth.FALSE;
        return Statement.steps(
                draws.id(),
                truth ? "a substitution within the domain" : "a substitution beyond the domain",
                is,
                domains,
                rule.get(0),
                steps,
                Witness.at(value.at()).pair(is, before, after));
    }

    /** Returns what leaves [0, 1] by a sliver, or stays inside by a negative one, or just touches its end. */
    private static Value value(boolean above, BigDecimal sliver, Draws draws) {
        boolean touches = sliver.signum() < 0 && draws.chance(0.3);
        BigDecimal most = touches ? BigDecimal.ONE : BigDecimal.ONE.add(sliver);
        String top = most.toString();
        String beyond = above ? "" : "1 - ";
        return switch (draws.whole(0, 4)) {
            case 0 -> new Value(beyond + top + "*a", Map.of("a", "1"));
            case 1 -> new Value(beyond + "4*" + top + "*a*(1 - a)", Map.of("a", "1/2"));
            case 2 -> new Value(beyond + top + "*a*b", Map.of("a", "1", "b", "1"));
            case 3 -> new Value(beyond + top + "*sin(pi*a)", Map.of("a", "1/2"));
            default -> new Value(beyond + top + "*(1 - (a - b)^2)", Map.of("a", "0.4", "b", "0.4"));
        };
    }

    /** Puts a formula for x; the names of functions that have an x in them stay. */
    private static String substituted(String formula, String value) {
        return formula.replaceAll("\\bx\\b", "(" + value + ")");
    }
}
