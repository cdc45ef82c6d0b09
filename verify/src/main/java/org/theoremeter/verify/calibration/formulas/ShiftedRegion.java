package org.theoremeter.verify.calibration.formulas;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Two case distinctions whose conditions are shifted against each other. */
final class ShiftedRegion implements Falsehood {

    /** Pairs of branches that differ by at least 1 everywhere in the domain. */
    private static final List<List<String>> BRANCHES = List.of(
            List.of("1 + x", "4 + x^2"), List.of("exp(x)", "-1"), List.of("2", "1"), List.of("sin(x)", "3 - x/2"));

    @Override
    public String name() {
        return "shifted-region";
    }

    @Override
    public String words() {
        return "the sides switch at places that are not the same";
    }

    @Override
    public Statement make(boolean truth, Draws draws) {
        BigDecimal end = draws.between(1, 1.5);
        BigDecimal c = draws.between(0.1, 0.8);
        BigDecimal shift = draws.size(1e-8, 1e-1);
        boolean point = !truth && draws.chance(0.05);
        BigDecimal moved = point || truth ? c : c.add(shift);
        boolean two = draws.chance(0.3);
        String s = two ? "x + y" : "x";
        String between = point ? c.toString() : c + " + " + shift + "/3";
        Map<String, String> at = two ? Map.of("x", between + " - 0.05", "y", "0.05") : Map.of("x", between);
        List<String> sides = sides(truth, point, s, c, moved, end, draws);
        String domain = "[0, " + end + "]";
        Truth is = truth ? Truth.TRUE : Truth.FALSE;
        return Statement.equation(
                draws,
                truth ? "the same regions" : point ? "regions that differ at a point" : "shifted regions",
                is,
                two ? Map.of("x", domain, "y", domain) : Map.of("x", domain),
                sides.get(0),
                sides.get(1),
                Witness.at(at).pair(is, sides.get(0), sides.get(1)));
    }

    private static List<String> sides(
            boolean truth, boolean point, String s, BigDecimal c, BigDecimal moved, BigDecimal end, Draws draws) {
        List<String> branches = draws.one(BRANCHES);
        String below = branches.get(0);
        String above = branches.get(1);
        String first = "piecewise(" + s + " < " + c + ", " + below + ", " + above + ")";
        if (point) {
            return List.of(first, "piecewise(" + s + " <= " + c + ", " + below + ", " + above + ")");
        }
        return switch (draws.whole(0, truth ? 4 : 3)) {
            case 0 -> List.of(first, "piecewise(" + s + " < " + moved + ", " + below + ", " + above + ")");
            case 1 -> List.of(first, "piecewise(" + s + " >= " + moved + ", " + above + ", " + below + ")");
            case 2 ->
                List.of(
                        "abs(" + s + " - " + c + ")",
                        "piecewise(" + s + " < " + moved + ", " + c + " - (" + s + "), " + s + " - " + c + ")");
            case 3 ->
                List.of(
                        "max(" + s + ", " + c + ") + 1",
                        "piecewise(" + s + " <= " + moved + ", " + c + ", " + s + ") + 1");
            default -> {
                BigDecimal beyond = end.multiply(new BigDecimal("2.1"));
                yield List.of("piecewise(" + s + " < " + beyond + ", " + below + ", " + above + ")", below);
            }
        };
    }
}
