package org.theoremeter.verify.calibration.formulas;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A narrow bump on one side of an identity, somewhere in the domain. */
final class Bump implements Falsehood {

    /**
     * A shape of height 1 in two ways of writing.
     *
     * @param one the shape at r², the square of the distance in widths
     * @param other the same shape
     * @param ends whether it is 0 beyond distance 1
     */
    private record Shape(String one, String other, boolean ends) {
        private static final List<Shape> ALL = List.of(
                new Shape("exp(-(R))", "1/exp(R)", false),
                new Shape("1/(1 + R)", "(1 - (R)/(1 + R))", false),
                new Shape("1/cosh(sqrt(R))^2", "1/cosh(-sqrt(R))^2", false),
                new Shape("max(0, 1 - (R))", "(-min(0, (R) - 1))", true),
                new Shape("max(0, 1 - (R))^2", "min(0, (R) - 1)^2", true),
                new Shape("piecewise(R < 1, 1, 0)", "piecewise(R >= 1, 0, 1)", true));
    }

    private static final BigDecimal BEYOND = new BigDecimal("1.5");

    @Override
    public String name() {
        return "bump";
    }

    @Override
    public String words() {
        return "a narrow bump is added to one side of an identity, or multiplied onto it";
    }

    @Override
    public Statement make(boolean truth, Draws draws) {
        TrueIdentity base = TrueIdentity.draw(draws);
        Shape shape = draws.one(Shape.ALL);
        BigDecimal width = draws.size(1e-8, 1e-1).multiply(base.end());
        BigDecimal height = draws.size(1e-6, 1);
        boolean beyond = truth && shape.ends() && draws.chance(0.5);
        Map<String, String> centre = new LinkedHashMap<>();
        for (String variable : base.variables()) {
            BigDecimal place = draws.between(0.02, 0.98).multiply(base.end());
            centre.put(variable, (beyond ? place.add(base.end().multiply(BEYOND)) : place).toPlainString());
        }
        String distance = distance(base, centre, width, draws);
        String bump = height + "*" + shape.one().replace("R", distance);
        String again = height + "*" + shape.other().replace("R", distance);
        boolean factor = draws.chance(0.3);
        String left = with(base.left(), bump, factor);
        String right = truth && !beyond ? with(base.right(), again, factor) : base.right();
        Witness why = Witness.at(beyond ? inside(base) : centre).pair(truth ? Truth.TRUE : Truth.FALSE, left, right);
        return Statement.equation(
                draws,
                truth ? beyond ? "a bump outside of the domain" : "a bump on both sides" : "a bump on one side",
                truth ? Truth.TRUE : Truth.FALSE,
                base.domains(),
                left,
                right,
                why);
    }

    /** Returns the square of the distance from the centre in widths: in all variables, in one, or across a ridge. */
    private static String distance(TrueIdentity base, Map<String, String> centre, BigDecimal width, Draws draws) {
        List<String> variables = base.variables();
        if (draws.chance(0.25)) {
            return square(
                    String.join(" + ", variables),
                    variables.stream()
                            .map(variable -> new BigDecimal(centre.get(variable)))
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .toPlainString(),
                    width);
        }
        return variables.subList(0, draws.whole(1, variables.size())).stream()
                .map(variable -> square(variable, centre.get(variable), width))
                .collect(Collectors.joining(" + "));
    }

    private static String square(String variable, String centre, BigDecimal width) {
        return "((" + variable + " - " + centre + ")/" + width + ")^2";
    }

    private static String with(String side, String bump, boolean factor) {
        return factor ? "(" + side + ")*(1 + " + bump + ")" : side + " + " + bump;
    }

    private static Map<String, String> inside(TrueIdentity base) {
        return base.variables().stream().collect(Collectors.toMap(variable -> variable, variable -> base.end() + "/3"));
    }
}
