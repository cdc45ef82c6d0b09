package org.theoremeter.verify.calibration.formulas;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A rule for one branch of a root, a logarithm or an inverse function, on a domain of which a sliver lies on the other. */
final class Sliver implements Falsehood {

    /**
     * An equation that holds for 0 &lt; U &lt; 3.
     *
     * @param left one side
     * @param right the other side
     * @param gently whether the sides are nearly equal for small negative U: they differ by about U then
     */
    private record Branch(String left, String right, boolean gently) {
        private static final List<Branch> ALL = List.of(
                new Branch("sqrt((U)^2)", "U", true),
                new Branch("abs(U)", "U", true),
                new Branch("max(U, 0)", "U", true),
                new Branch("min(U, 0) + 1", "1", true),
                new Branch("acos(cos(U))", "U", true),
                new Branch("asin(sin(pi/2 - (U)))", "pi/2 - (U)", true),
                new Branch("sqrt(U)^2", "U", false),
                new Branch("exp(ln(U))", "U", false),
                new Branch("1 + sign(U)", "2", false),
                new Branch("(U)/abs(U)", "1", false),
                new Branch("atan(U) + atan(1/(U))", "pi/2", false),
                new Branch("atan(tan(pi/2 - (U)))", "pi/2 - (U)", false),
                new Branch("sqrt(U)*sqrt(1 + (U))", "sqrt((U)*(1 + (U)))", false),
                new Branch("ln((U)^2)", "2*ln(U)", false),
                new Branch("piecewise(U < 0, 2, 1) + exp(x)", "1 + exp(x)", false));
    }

    /**
     * A quantity that is negative in a sliver, and where.
     *
     * @param formula the quantity
     * @param within a point of the sliver
     * @param domains the domains
     */
    private record Quantity(String formula, Map<String, String> within, Map<String, String> domains) {}

    @Override
    public String name() {
        return "sliver";
    }

    @Override
    public String words() {
        return "a rule for one branch is used on a domain of which a sliver lies on the other";
    }

    @Override
    public Statement make(boolean truth, Draws draws) {
        Branch branch = draws.one(Branch.ALL);
        BigDecimal width = draws.size(branch.gently() ? 1e-8 : 1e-9, 1e-2);
        Quantity quantity = quantity(truth ? width.negate() : width, draws);
        String left = branch.left().replace("U", quantity.formula());
        String right = branch.right().replace("U", quantity.formula());
        if (draws.chance(0.3)) {
            String more = " + " + draws.between(0.1, 0.9) + "*x^2";
            left += more;
            right += more;
        }
        Truth is = truth ? Truth.TRUE : Truth.FALSE;
        return Statement.equation(
                draws,
                truth ? "true up to the edge of a branch" : "false in a sliver",
                is,
                quantity.domains(),
                left,
                right,
                Witness.at(quantity.within()).pair(is, left, right));
    }

    /** Returns a quantity that is negative in a sliver of a width, or at least as large as minus a negative width. */
    private static Quantity quantity(BigDecimal width, Draws draws) {
        BigDecimal end = draws.between(0.6, 1.4);
        BigDecimal middle = draws.between(0.1, 0.5);
        String half = width.abs().multiply(new BigDecimal("0.25")).toPlainString();
        String less = width.signum() < 0 ? " + " + width.negate() : " - " + width;
        return switch (draws.whole(0, 5)) {
            case 0 -> of("x" + less, end, "x", half);
            case 1 -> of(end.subtract(width) + " - x", end, "x", end + " - " + half);
            case 2 -> of("abs(x - " + middle + ")" + less, end, "x", middle.toString());
            case 3 -> of("x + y" + less, end, "x", half, "y", half);
            case 4 -> of("abs(x - y)" + less, end, "x", middle.toString(), "y", middle.toString());
            default -> of("abs(x + y - " + middle + ")" + less, end, "x", middle + "/3", "y", middle + "*2/3");
        };
    }

    private static Quantity of(String formula, BigDecimal end, String... within) {
        Map<String, String> point = new LinkedHashMap<>();
        Map<String, String> domains = new LinkedHashMap<>();
        for (int i = 0; i < within.length; i += 2) {
            point.put(within[i], within[i + 1]);
            domains.put(within[i], "(0, " + end + ")");
        }
        domains.putIfAbsent("x", "(0, " + end + ")");
        return new Quantity(formula, point, domains);
    }
}
