package org.theoremeter.verify.calibration.formulas;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** A division by what vanishes somewhere in the domain. */
final class VanishingDivisor implements Falsehood {

    /**
     * A divisor.
     *
     * @param formula the divisor
     * @param at where it vanishes, or is smallest
     * @param domain where its symbols lie
     */
    private record Divisor(String formula, Map<String, String> at, String domain) {}

    @Override
    public String name() {
        return "vanishing-divisor";
    }

    @Override
    public String words() {
        return "a divisor is cancelled that vanishes in the domain";
    }

    @Override
    public Statement make(boolean truth, Draws draws) {
        Divisor divisor = truth ? positive(draws) : vanishing(draws);
        String d = "(" + divisor.formula() + ")";
        String g = draws.one("x", "(1 + x^2)", "exp(x/10)");
        String left = draws.one(
                d + "*" + g + "/" + d,
                g + "*(1/" + d + ")*" + d,
                g + "/" + d + "*" + d,
                g + "/(1/" + d + "/(1/" + d + "))");
        Truth is = truth ? Truth.TRUE : Truth.FALSE;
        Map<String, String> domains = new TreeMap<>();
        divisor.at().keySet().forEach(symbol -> domains.put(symbol, divisor.domain()));
        Witness here = Witness.at(divisor.at());
        Witness why = truth ? here.apart(divisor.formula(), "0") : here.equal(divisor.formula(), "0");
        return Statement.equation(draws, title(truth), is, domains, left, g, why);
    }

    private static String title(boolean truth) {
        return truth ? "a divisor that is small" : "a divisor that vanishes";
    }

    private static Divisor vanishing(Draws draws) {
        BigDecimal c = draws.between(0.05, 0.9);
        BigDecimal small = draws.size(1e-8, 1e-2);
        Map<String, String> x = Map.of("x", c.toString());
        return switch (draws.whole(0, 8)) {
            case 0 -> new Divisor("x - " + c, x, "(0, 1)");
            case 1 -> new Divisor("(x - " + c + ")^2", x, "(0, 1)");
            case 2 -> new Divisor("abs(x - " + c + ")", x, "[0, 1]");
            case 3 -> new Divisor("x", Map.of("x", "0"), "[0, 1]");
            case 4 ->
                new Divisor(
                        "exp(x) - " + c.add(BigDecimal.ONE),
                        Map.of("x", "ln(" + c.add(BigDecimal.ONE) + ")"),
                        "(0, 1)");
            case 5 -> new Divisor("x - " + small, Map.of("x", small.toString()), "(0, 1)");
            case 6 -> new Divisor("x - y", Map.of("x", c.toString(), "y", c.toString()), "(0, 1)");
            case 7 ->
                new Divisor(
                        "(x - " + c + ")^2 + (y - " + c + ")^2",
                        Map.of("x", c.toString(), "y", c.toString()),
                        "(0, 1)");
            default -> new Divisor("1 - x", Map.of("x", "1"), "[0, 1]");
        };
    }

    private static Divisor positive(Draws draws) {
        BigDecimal c = draws.between(0.05, 0.9);
        BigDecimal small = draws.size(1e-12, 1e-2);
        return switch (draws.whole(0, 8)) {
            case 0 -> new Divisor(small + " + x^2", Map.of("x", "0"), "[-1, 1]");
            case 1 -> new Divisor("(x - " + c + ")^2 + " + small, Map.of("x", c.toString()), "(0, 1)");
            case 2 -> new Divisor("1 - tanh(x)^2", Map.of("x", "0.5"), "(0, 1)");
            case 3 -> new Divisor("x", Map.of("x", "1e-9"), "(0, 1)");
            case 4 -> new Divisor("x + " + small, Map.of("x", "0"), "[0, 1]");
            case 5 -> new Divisor("1 - x", Map.of("x", "1 - 1e-9"), "(0, 1)");
            case 6 -> new Divisor("abs(x - y) + " + small, Map.of("x", c.toString(), "y", c.toString()), "(0, 1)");
            case 7 -> new Divisor("exp(-x)", Map.of("x", "40"), "(0, " + draws.whole(50, 2000) + ")");
            default -> new Divisor("cosh(x) - 1 + " + small, Map.of("x", "0"), "[-1, 1]");
        };
    }
}
