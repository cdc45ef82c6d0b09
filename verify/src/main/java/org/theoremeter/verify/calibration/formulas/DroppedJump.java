package org.theoremeter.verify.calibration.formulas;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;

/** An antiderivative that jumps where it is used. */
final class DroppedJump implements Falsehood {

    private static final MathContext DIGITS = new MathContext(15);
    private static final String ANTIDERIVATIVE = "{integrate over: x}";

    @Override
    public String name() {
        return "dropped-jump";
    }

    @Override
    public String words() {
        return "an antiderivative jumps inside of the interval on which it is used";
    }

    @Override
    public Statement make(boolean truth, Draws draws) {
        return switch (draws.whole(0, 4)) {
            case 0 -> halfAngle(truth, false, draws);
            case 1 -> halfAngle(truth, true, draws);
            case 2 -> floor(truth, draws);
            case 3 -> constantsOfCases(truth, draws);
            default -> sign(truth, draws);
        };
    }

    /** The antiderivative of 1/(p + q cos x) by the tangent of the half angle, which jumps at π. */
    private static Statement halfAngle(boolean truth, boolean definite, Draws draws) {
        int n = draws.whole(1, 4);
        int m = n + draws.whole(1, 5);
        String root = Integer.toString(2 * m * n);
        String p = Integer.toString(m * m + n * n);
        String q = Integer.toString(m * m - n * n);
        String f = "1/(" + p + " + " + q + "*cos(x))";
        String jumping = "atan(" + n + "*tan(x/2)/" + m + ")/" + (m * n);
        String joined = "(x - 2*atan(" + q + "*sin(x)/(" + p + " + " + root + " + " + q + "*cos(x))))/" + root;
        boolean shorter = truth && draws.chance(0.5);
        String end = shorter
                ? draws.between(1, 3.1).toString()
                : new BigDecimal(Math.PI).add(draws.size(1e-9, 2)).round(DIGITS).toString();
        String stated = truth && !shorter ? joined : jumping;
        Truth is = truth ? Truth.TRUE : Truth.FALSE;
        if (definite) {
            String value = "(" + stated.replace("x", "(" + end + ")") + ")";
            return Statement.identity(
                    draws.id(),
                    truth ? "an integral by an antiderivative" : "an integral across a jump of its antiderivative",
                    is,
                    Map.of(),
                    Statement.integral(f, "x", "0", end),
                    Statement.quoted(value),
                    Witness.at(Map.of()).pair(is, value, joined.replace("x", "(" + end + ")")));
        }
        return antiderivative(draws, is, "(0, " + end + ")", f, stated, shorter ? end + "/2" : "pi");
    }

    /** atan(tan kx)/k, which falls back at every odd multiple of π/2k. */
    private static Statement floor(boolean truth, Draws draws) {
        BigDecimal k = draws.between(0.5, 3);
        double jump = Math.PI / 2 / k.doubleValue();
        BigDecimal share = draws.size(1e-9, 0.5);
        BigDecimal end =
                new BigDecimal(jump * (truth ? 1 - share.doubleValue() : 1 + share.doubleValue())).round(DIGITS);
        return antiderivative(
                draws,
                truth ? Truth.TRUE : Truth.FALSE,
                "(0, " + end + ")",
                "1 + cos(x)",
                "atan(tan(" + k + "*x))/" + k + " + sin(x)",
                truth ? end + "/2" : "pi/(2*" + k + ")");
    }

    /** The antiderivative of a case distinction, each case with or without its constant. */
    private static Statement constantsOfCases(boolean truth, Draws draws) {
        BigDecimal c = draws.between(0.1, 0.8);
        BigDecimal slope = draws.between(2, 5);
        String constant = truth ? " + " + c + " + " + slope + "*" + c + "^2/2" : "";
        return antiderivative(
                draws,
                truth ? Truth.TRUE : Truth.FALSE,
                "(0, 1)",
                "piecewise(x < " + c + ", 1, -" + slope + "*x)",
                "piecewise(x < " + c + ", x, -" + slope + "*x^2/2" + constant + ")",
                c.toString());
    }

    private static Statement sign(boolean truth, Draws draws) {
        BigDecimal c = draws.between(0.1, 0.9);
        String switching = draws.one("sign(x - " + c + ")", "piecewise(x < " + c + ", -1, 1)");
        return antiderivative(
                draws,
                truth ? Truth.TRUE : Truth.FALSE,
                "(0, 1)",
                switching,
                truth ? draws.one("abs(x - " + c + ")", "(x - " + c + ")*" + switching) : "x*" + switching,
                c.toString());
    }

    /** Two points 2·10⁻¹² apart, between which an antiderivative hardly changes. */
    private static Statement antiderivative(
            Draws draws, Truth is, String domain, String f, String stated, String place) {
        String before = "(" + place + " - 1e-12)";
        String after = "(" + place + " + 1e-12)";
        return Statement.step(
                draws.id(),
                is == Truth.TRUE ? "an antiderivative without a jump" : "an antiderivative that jumps",
                is,
                Map.of("x", domain),
                f,
                Statement.quoted(stated),
                ANTIDERIVATIVE,
                Witness.at(Map.of()).pair(is, at(stated, before), at(stated, after)));
    }

    /** Replaces the variable; no function that is used here has an x in its name. */
    private static String at(String formula, String place) {
        return formula.replace("x", place);
    }
}
