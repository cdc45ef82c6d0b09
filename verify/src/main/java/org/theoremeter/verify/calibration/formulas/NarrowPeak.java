package org.theoremeter.verify.calibration.formulas;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** An integral without the narrow peak that its integrand has. */
final class NarrowPeak implements Falsehood {

    /**
     * A peak of area 1 with its integral.
     *
     * @param formula the peak in X, the place in widths, divided by the width W
     * @param integral its antiderivative in X, or empty where it ends at distance 1
     */
    private record Peak(String formula, String integral) {
        private static final List<Peak> ALL = List.of(
                new Peak("1/(pi*W*(1 + (X)^2))", "atan(X)/pi"),
                new Peak("1/(2*W*cosh(X)^2)", "tanh(X)/2"),
                new Peak("max(0, 1 - abs(X))/W", ""),
                new Peak("piecewise(X < -1, 0, X < 1, 1, 0)/(2*W)", ""));

        private static final Peak GAUSSIAN = new Peak("exp(-(X)^2)/(W*sqrt(pi))", "");
    }

    @Override
    public String name() {
        return "narrow-peak";
    }

    @Override
    public String words() {
        return "an integral lacks the narrow peak of its integrand";
    }

    @Override
    public Statement make(boolean truth, Draws draws) {
        BigDecimal area = draws.size(1e-4, 1);
        Truth is = truth ? Truth.TRUE : Truth.FALSE;
        return draws.chance(0.3) ? endless(is, area, draws) : bounded(is, area, draws);
    }

    private static Statement bounded(Truth is, BigDecimal area, Draws draws) {
        BigDecimal end = draws.between(1, 10);
        BigDecimal width = draws.size(1e-8, 1e-2);
        BigDecimal place = draws.between(0.05, 0.95).multiply(end);
        boolean named = draws.chance(0.3);
        String w = named ? "s" : width.toString();
        Peak peak = is == Truth.FALSE && draws.chance(0.3) ? Peak.GAUSSIAN : draws.one(Peak.ALL);
        List<String> base = draws.one(
                List.of("1", end.toString()),
                List.of("exp(-x)", "1 - exp(-" + end + ")"),
                List.of("2*x", end + "^2"),
                List.of("cos(x)^2 + sin(x)^2", end.toString()));
        String x = "(x - " + place + ")/" + w;
        String f = base.get(0) + " + " + area + "*"
                + peak.formula().replace("X", x).replace("W", w);
        String whole = peak.integral().isEmpty()
                ? area.toString()
                : area + "*(" + at(peak, end.subtract(place).toString(), w) + " + " + at(peak, place.toString(), w)
                        + ")";
        String right = base.get(1) + " + " + whole;
        String domain = "(" + width + ", " + width.multiply(new BigDecimal("1.5")) + ")";
        Map<String, String> at = named ? Map.of("s", width + "*1.2") : Map.of();
        return statement(draws, is, named ? Map.of("s", domain) : Map.of(), f, end.toString(), base.get(1), right, at);
    }

    private static String at(Peak peak, String place, String w) {
        return peak.integral().replace("X", place + "/" + w);
    }

    /** A peak far out on the half line. */
    private static Statement endless(Truth is, BigDecimal area, Draws draws) {
        BigDecimal place = draws.size(20, 1e6);
        BigDecimal width = draws.size(1e-6, 1e-1);
        Peak peak = draws.one(Peak.ALL.subList(2, Peak.ALL.size()));
        String w = width.toString();
        String f = "exp(-x) + " + area + "*"
                + peak.formula().replace("X", "(x - " + place + ")/" + w).replace("W", w);
        return statement(draws, is, Map.of(), f, "inf", "1", "1 + " + area, Map.of());
    }

    private static Statement statement(
            Draws draws,
            Truth is,
            Map<String, String> domains,
            String f,
            String end,
            String base,
            String right,
            Map<String, String> at) {
        String stated = is == Truth.TRUE ? right : base;
        return Statement.identity(
                draws.id(),
                is == Truth.TRUE ? "an integral with a narrow peak" : "an integral without its narrow peak",
                is,
                domains,
                Statement.integral(f, "x", "0", end),
                Statement.quoted(stated),
                Witness.at(at).pair(is, right, stated));
    }
}
