package org.theoremeter.verify.calibration.formulas;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An identity that holds everywhere, with sides between 1/2 and 100 on the domain, in one to four variables.
 *
 * @param left one side
 * @param right the other side
 * @param variables its variables
 * @param end where the domain of each ends; it begins at 0
 * @param domains these domains, as claim files write them
 */
record TrueIdentity(String left, String right, List<String> variables, BigDecimal end, Map<String, String> domains) {

    private static final List<String> NAMES = List.of("x", "y", "z", "w");

    static TrueIdentity draw(Draws draws) {
        int dimension = draws.one(1, 1, 1, 2, 2, 3, 4);
        List<String> sides = sides(dimension, draws);
        List<String> variables = NAMES.subList(0, dimension);
        BigDecimal end = draws.chance(0.5) ? BigDecimal.ONE : draws.between(0.5, 1.5);
        String domain = draws.chance(0.5) ? "(0, " + end + ")" : "[0, " + end + "]";
        Map<String, String> domains = new LinkedHashMap<>();
        variables.forEach(name -> domains.put(name, domain));
        return new TrueIdentity(sides.get(0), sides.get(1), variables, end, domains);
    }

    private static List<String> sides(int dimension, Draws draws) {
        BigDecimal a = draws.between(0.3, 1.5);
        return switch (dimension) {
            case 1 ->
                draws.one(
                        List.of("1 + sin(" + a + "*x)^2", "2 - cos(" + a + "*x)^2"),
                        List.of(
                                "(1 + " + a + "*x)^2",
                                "1 + " + a.multiply(BigDecimal.valueOf(2)) + "*x + " + a.multiply(a) + "*x^2"),
                        List.of("exp(" + a + "*x)*exp(x)", "exp(" + a.add(BigDecimal.ONE) + "*x)"),
                        List.of("2*cosh(" + a + "*x)", "exp(" + a + "*x) + exp(-" + a + "*x)"),
                        List.of("1 + 1/(1 + " + a + "*x)", "2 - " + a + "*x/(1 + " + a + "*x)"));
            case 2 ->
                draws.one(
                        List.of("exp(x)*exp(" + a + "*y)", "exp(x + " + a + "*y)"),
                        List.of("(x + y)^2 + " + a, "x^2 + 2*x*y + y^2 + " + a),
                        List.of("2 + sin(x + y)", "2 + sin(x)*cos(y) + cos(x)*sin(y)"),
                        List.of("2*cosh(x)*cosh(y)", "cosh(x + y) + cosh(x - y)"));
            case 3 ->
                draws.one(
                        List.of("exp(x + y + z)", "exp(x)*exp(y + z)"),
                        List.of("(x + y + z)^2 + " + a, "x^2 + y^2 + z^2 + 2*(x*y + y*z + x*z) + " + a));
            default ->
                draws.one(
                        List.of("(x^2 + y^2)*(z^2 + w^2) + 1", "(x*z - y*w)^2 + (x*w + y*z)^2 + 1"),
                        List.of("1 + (x + y)*(z + w)", "1 + x*z + x*w + y*z + y*w"));
        };
    }
}
