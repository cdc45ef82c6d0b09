package org.theoremeter.verify.calibration.formulas;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A limit or a series that holds on one side of its place only, in the inside of a domain. */
final class OneSided implements Falsehood {

    private static final double DYADIC = 1024;

    /** Functions of D, the distance from the place, with their limits from above; those from below are others. */
    private static final List<List<String>> STEPS = List.of(
            List.of("sign(D)", "1"),
            List.of("abs(D)/(D)", "1"),
            List.of("(D)/sqrt((D)^2)", "1"),
            List.of("atan(1/(D))", "pi/2"),
            List.of("1/(1 + exp(-1/(D)))", "1"),
            List.of("piecewise(D < 0, -1, 1)", "1"));

    /** Functions of D with their series of first order from above; those from below are others. */
    private static final List<List<String>> KINKS = List.of(
            List.of("abs(D)", "(D)"),
            List.of("sqrt((D)^2)", "(D)"),
            List.of("max(D, 0)", "(D)"),
            List.of("min(2*(D), D)", "(D)"),
            List.of("piecewise(D < 0, 0, D)", "(D)"),
            List.of("(D)*sign(D)", "(D)"));

    /** Functions of D with a kink of higher order at most, whose series of first order is this from both sides. */
    private static final List<List<String>> SMOOTH = List.of(
            List.of("abs(D)*(D)", "0"),
            List.of("sqrt(1 + (D)^2)", "1"),
            List.of("max(D, 0)^2", "0"),
            List.of("sqrt((D)^2 + 0.25)", "1/2"));

    private static final List<List<String>> BASES =
            List.of(List.of("sin(D)", "(D)"), List.of("exp(D)", "1 + (D)"), List.of("1/(2 + (D))", "1/2 - (D)/4"));

    @Override
    public String name() {
        return "one-sided";
    }

    @Override
    public String words() {
        return "a limit or a series holds on one side of its place, and the domain has both";
    }

    @Override
    public Statement make(boolean truth, Draws draws) {
        // a place that is a double too, so that a domain can end exactly there
        BigDecimal c = new BigDecimal(draws.whole(100, 800) / DYADIC);
        String distance = "x - " + c;
        boolean limit = draws.chance(0.5);
        boolean edge = truth && (limit || draws.chance(0.5));
        List<String> base = draws.one(BASES);
        List<String> part = limit ? draws.one(STEPS) : truth && !edge ? draws.one(SMOOTH) : draws.one(KINKS);
        String f = (base.get(0) + " + " + part.get(0)).replace("D", distance);
        String p = (base.get(1) + " + " + part.get(1)).replace("D", limit ? "0" : distance);
        Truth is = truth ? Truth.TRUE : Truth.FALSE;
        String before = c + (edge ? " + 1e-12" : " - 1e-12");
        Witness here = Witness.at(Map.of("x", before));
        Witness why =
                limit ? here.pair(is, f, p) : here.pair(is, "((" + f + ") - (" + p + "))/(" + distance + ")", "0");
        return Statement.step(
                draws.id(),
                title(limit, truth),
                is,
                Map.of("x", (edge ? "(" + c : "(0") + ", 1)"),
                f,
                Statement.quoted(p),
                limit ? "{limit of: x, to: " + c + "}" : "{series in: x, at: " + c + ", order: 1}",
                why);
    }

    private static String title(boolean limit, boolean truth) {
        return (limit ? "a limit" : "a series") + (truth ? " on the sides that there are" : " on one side of two");
    }
}
