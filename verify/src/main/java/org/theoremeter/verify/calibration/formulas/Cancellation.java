package org.theoremeter.verify.calibration.formulas;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A difference of nearly equal numbers, of which double precision keeps no digit. */
final class Cancellation implements Falsehood {

    /**
     * An expression that cancels.
     *
     * @param formula the expression
     * @param value what it is equal to
     * @param domain the domain of x
     * @param at a point of it
     */
    private record Difference(String formula, String value, String domain, String at) {}

    @Override
    public String name() {
        return "cancellation";
    }

    @Override
    public String words() {
        return "digits that cancel in double precision hide a wrong factor";
    }

    @Override
    public Statement make(boolean truth, Draws draws) {
        Difference difference = difference(draws);
        String factor =
                draws.one("2", "0", "-1", "1.1", "0.5", draws.between(0.1, 0.9).toString());
        String right = truth ? difference.value() : factor + "*(" + difference.value() + ")";
        Truth is = truth ? Truth.TRUE : Truth.FALSE;
        return Statement.equation(
                draws,
                truth ? "a difference that cancels" : "a wrong factor behind a cancellation",
                is,
                Map.of("x", difference.domain()),
                difference.formula(),
                right,
                Witness.at(Map.of("x", difference.at())).pair(is, difference.formula(), right));
    }

    private static Difference difference(Draws draws) {
        int digits = draws.whole(16, 30);
        BigDecimal tiny = draws.size(1e-12, 1e-7);
        BigDecimal end = tiny.multiply(BigDecimal.TEN);
        String small = "(" + tiny + ", " + end + ")";
        String large = "(" + draws.between(20, 25) + ", " + draws.between(26, 40) + ")";
        String inside = tiny + "*2";
        List<Difference> all = List.of(
                new Difference("(1e" + digits + " + x) - 1e" + digits, "x", "(0, 1)", "0.3"),
                new Difference("(x + 1e" + digits + "*x) - 1e" + digits + "*x", "x", "(0.1, 1)", "0.3"),
                new Difference("(1 - cos(x))/x^2", "2*sin(x/2)^2/x^2", small, inside),
                new Difference("exp(x) - 1 - x", "exp(x/2)*2*sinh(x/2) - x", small, inside),
                new Difference("cosh(x)^2 - sinh(x)^2", "1", large, "25.5"),
                new Difference("sqrt(x^2 + 1) - x", "1/(sqrt(x^2 + 1) + x)", "(1e9, 1e10)", "2e9"),
                new Difference("ln(1 + exp(x)) - x", "ln(1 + exp(-x))", "(40, 60)", "50"),
                new Difference("1 - tanh(x)", "2/(exp(2*x) + 1)", large, "25.5"),
                new Difference(
                        "sqrt(1e" + 2 * digits + " + x) - 1e" + digits,
                        "x/(sqrt(1e" + 2 * digits + " + x) + 1e" + digits + ")",
                        "(0, 1)",
                        "0.3"),
                new Difference("x^5 - 5*x^4 + 10*x^3 - 10*x^2 + 5*x - 1", "(x - 1)^5", "(1.00001, 1.0001)", "1.00005"));
        return draws.one(all);
    }
}
