package org.theoremeter.verify.calibration.formulas;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** A root that is stated to be the only one, beside another. */
final class ExtraRoot implements Falsehood {

    /**
     * A factor of the equation beside x − a.
     *
     * @param formula the factor
     * @param root where it vanishes, or a place where it does not if it never does
     * @param more what else the witness needs to know of the symbols
     */
    private record Factor(String formula, String root, Map<String, String> more) {}

    private static final String PARAMETER = "(0.2, 0.4)";

    @Override
    public String name() {
        return "extra-root";
    }

    @Override
    public String words() {
        return "the only root that is stated is not the only one in the domain";
    }

    @Override
    public Statement make(boolean truth, Draws draws) {
        String a = draws.between(0.21, 0.39).toString();
        boolean closed = draws.chance(0.5);
        Map<String, String> domains = new LinkedHashMap<>();
        domains.put("a", PARAMETER);
        domains.put("x", closed ? "[0, 1]" : "(0, 1)");
        if (truth && draws.chance(0.2)) {
            return listed(draws, domains, a);
        }
        Factor factor = truth ? harmless(closed, draws) : vanishing(closed, a, draws);
        factor.more().forEach((symbol, value) -> domains.put(symbol, truth ? "(" + value + ", 1)" : "(0, 1)"));
        Map<String, String> at = new LinkedHashMap<>(Map.of("a", a, "x", factor.root()));
        factor.more().forEach((symbol, value) -> at.put(symbol, truth ? "(1 + " + value + ")/2" : value + "/2"));
        String f = "(x - a)*" + factor.formula();
        Witness why = truth
                ? Witness.at(at).apart(f, "0")
                : Witness.at(at).apart("x", "a").equal(f, "0");
        return Statement.step(
                draws.id(),
                truth ? "the only root" : "another root overlooked",
                truth ? Truth.TRUE : Truth.FALSE,
                domains,
                f,
                Statement.quoted("a"),
                "{solve for: x}",
                why);
    }

    private static Statement listed(Draws draws, Map<String, String> domains, String a) {
        BigDecimal r = draws.between(0.45, 0.98);
        String f = draws.one("(x - a)*(x - " + r + ")", "x^2 - (a + " + r + ")*x + " + r + "*a");
        return Statement.step(
                draws.id(),
                "both roots",
                Truth.TRUE,
                domains,
                f,
                "[\"a\", \"" + r + "\"]",
                "{solve for: x}",
                Witness.at(Map.of("a", a, "x", r.toString())).equal(f, "0"));
    }

    private static Factor vanishing(boolean closed, String a, Draws draws) {
        BigDecimal r = draws.between(0.45, 0.9);
        BigDecimal small = draws.size(1e-8, 1e-2);
        BigDecimal share = draws.size(1e-5, 1e-2);
        return switch (draws.whole(0, closed ? 10 : 8)) {
            case 0 -> new Factor("(x - " + r + ")", r.toString(), Map.of());
            case 1 -> new Factor("(x - " + r + ")^2", r.toString(), Map.of());
            case 2 -> new Factor("(x - (1 + " + small + ")*a)", "(1 + " + small + ")*" + a, Map.of());
            case 3 ->
                new Factor(
                        "((x - " + r + ")^2 + b - " + share + ")",
                        r + " + sqrt(" + share + "/2)",
                        Map.of("b", share.toString()));
            case 4 -> new Factor("((x - " + r + ")^2 - " + small + "^2)", r + " + " + small, Map.of());
            case 5 -> new Factor("(abs(x - " + r + ") - " + small + ")", r + " - " + small, Map.of());
            case 6 -> {
                BigDecimal value = draws.between(1.6, 2.6);
                yield new Factor("(exp(x) - " + value + ")", "ln(" + value + ")", Map.of());
            }
            case 7 -> new Factor("ln(x/" + r + ")", r.toString(), Map.of());
            case 8 -> new Factor("max(abs(x - " + r + ") - " + small + ", 0)", r.toString(), Map.of());
            case 9 -> new Factor("(1 - x)", "1", Map.of());
            default -> new Factor("x", "0", Map.of());
        };
    }

    private static Factor harmless(boolean closed, Draws draws) {
        BigDecimal r = draws.between(0.45, 0.98);
        BigDecimal small = draws.size(1e-8, 1e-2);
        return switch (draws.whole(0, closed ? 6 : 8)) {
            case 0 -> new Factor("(x - 1 - " + small + ")", closed ? "1" : "0.99", Map.of());
            case 1 -> new Factor("((x - " + r + ")^2 + " + small + ")", r.toString(), Map.of());
            case 2 ->
                new Factor("((x - " + r + ")^2 + b - " + small + "/2)", r.toString(), Map.of("b", small.toString()));
            case 3 -> new Factor("(abs(x - " + r + ") + " + small + ")", r.toString(), Map.of());
            case 4 -> new Factor("exp(-" + r + "*x)", r.toString(), Map.of());
            case 5 -> new Factor("(x + " + small + ")", closed ? "0" : "0.01", Map.of());
            case 6 -> new Factor("cosh(x - " + r + ")", r.toString(), Map.of());
            case 7 -> new Factor("(1 - x)", "1 - " + small, Map.of());
            default -> new Factor("x", small.toString(), Map.of());
        };
    }
}
