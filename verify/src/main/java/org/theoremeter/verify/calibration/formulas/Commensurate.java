package org.theoremeter.verify.calibration.formulas;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** An oscillation that is looked at once a period. */
final class Commensurate implements Falsehood {

    @Override
    public String name() {
        return "commensurate";
    }

    @Override
    public String words() {
        return "an oscillation vanishes at powers of ten, integers or points of a grid, and not in between";
    }

    @Override
    public Statement make(boolean truth, Draws draws) {
        return switch (draws.whole(0, 2)) {
            case 0 -> limit(truth, draws);
            case 1 -> aliased(truth, draws);
            default -> integers(truth, draws);
        };
    }

    /** A limit of what is periodic in the logarithm. */
    private static Statement limit(boolean truth, Draws draws) {
        BigDecimal amplitude = draws.size(1e-4, 1);
        String base = draws.one("10", "10", "2", "100", "1000");
        boolean far = draws.chance(0.5);
        String phase = "2*pi*ln(x)/ln(" + base + ")";
        String wave = draws.one("cos(" + phase + ") - 1", "sin(" + phase + ")", "sin(" + phase + "/2)^2");
        String damping = far ? "/x" : "*x";
        String f = truth
                ? draws.one(
                        "1 + " + amplitude + "*(" + wave + ")" + damping, "cos(" + phase + ")^2 + sin(" + phase + ")^2")
                : "1 + " + amplitude + "*(" + wave + ")";
        Truth is = truth ? Truth.TRUE : Truth.FALSE;
        // a quarter of a period off the powers of the base, where neither wave is 0
        Witness why = Witness.at(Map.of("x", "exp(" + (far ? "" : "-") + "40.25*ln(" + base + "))"));
        return Statement.step(
                draws.id(),
                truth ? "an oscillation that decays" : "an oscillation without a limit",
                is,
                Map.of("x", far ? "(1, inf)" : "(0, 1)"),
                f,
                "\"1\"",
                "{limit of: x, to: " + (far ? "inf" : "0") + "}",
                truth ? why : why.apart(f, "1"));
    }

    /** A wave with nodes at the dyadic points of (0, 1) and at its millionths, where quasi-random points lie. */
    private static Statement aliased(boolean truth, Draws draws) {
        TrueIdentity base = TrueIdentity.draw(draws);
        BigDecimal amplitude = draws.size(1e-4, 1);
        long nodes = 1_000_000L << draws.whole(6, 10);
        String x = "pi*" + nodes + "*x/" + base.end();
        String wave = amplitude + "*sin(" + x + ")^2";
        String again = amplitude + "*(1 - cos(2*" + x + "))/2";
        String left = base.left() + " + " + wave;
        String right = truth ? base.right() + " + " + again : base.right();
        Map<String, String> at = new LinkedHashMap<>();
        base.variables().forEach(name -> at.put(name, base.end() + "*(" + nodes / 3 + " + 1/2)/" + nodes));
        Truth is = truth ? Truth.TRUE : Truth.FALSE;
        return Statement.identity(
                draws.id(),
                truth ? "a fast wave on both sides" : "a fast wave with nodes at the points of a grid",
                is,
                base.domains(),
                Statement.quoted(left),
                Statement.quoted(right),
                Witness.at(at).pair(is, left, right));
    }

    /** What vanishes at all integers, or at the first ones only. */
    private static Statement integers(boolean truth, Draws draws) {
        BigDecimal amplitude = draws.size(1e-4, 1);
        int first = draws.whole(40, 2000);
        String term = truth
                ? draws.one("sin(pi*k)", "(1 - cos(2*pi*k))", "sin(pi*k*(k + 1)/2)^2*sin(pi*k)")
                : draws.one(
                        "piecewise(k == " + first + ", 1, 0)",
                        "max(0, 1 - abs(k - " + first + ")/3)",
                        "piecewise(k < " + first + ", 0, k < " + (first + 3) + ", 1, 0)");
        String left = "1 + r^2 + " + amplitude + "*" + term;
        Truth is = truth ? Truth.TRUE : Truth.FALSE;
        return Statement.identity(
                draws.id(),
                truth ? "what vanishes at integers" : "what vanishes at most integers",
                is,
                Map.of("k", draws.one("integer [0, inf)", "integer [0, 5000]"), "r", "(0, 1)"),
                Statement.quoted(left),
                "\"1 + r^2\"",
                Witness.at(Map.of("k", Integer.toString(first), "r", "0.3")).pair(is, left, "1 + r^2"));
    }
}
