package org.theoremeter.verify.calibration.formulas;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.numeric.FieldEvaluation;

/** Constants that differ by less than double precision shows, and equal ones that are written differently. */
final class NearConstant implements Falsehood {

    private static final int DIGITS = 60;
    private static final List<String> COINCIDENCES =
            List.of("67, 5280^3 + 744", "163, 640320^3 + 744", "43, 960^3 + 744");

    @Override
    public String name() {
        return "near-constant";
    }

    @Override
    public String words() {
        return "two constants agree to many digits and are not equal";
    }

    @Override
    public Statement make(boolean truth, Draws draws) {
        if (truth) {
            return of(draws, Truth.TRUE, equal(draws));
        }
        return draws.chance(0.2) ? of(draws, Truth.FALSE, apart(draws)) : of(draws, Truth.CLOSE, close(draws));
    }

    private static Statement of(Draws draws, Truth truth, List<String> sides) {
        boolean variable = sides.stream().anyMatch(side -> side.contains("y"));
        return Statement.identity(
                draws.id(),
                truth == Truth.TRUE ? "a constant written in two ways" : "two constants that nearly agree",
                truth,
                variable ? Map.of("y", "(1, 2)") : Map.of(),
                Statement.quoted(sides.get(0)),
                Statement.quoted(sides.get(1)),
                Witness.at(variable ? Map.of("y", "1.5") : Map.of()).pair(truth, sides.get(0), sides.get(1)));
    }

    private static List<String> close(Draws draws) {
        BigDecimal large = draws.between(14, 36);
        return switch (draws.whole(0, 7)) {
            case 0 -> decimals(draws);
            case 1 -> List.of("tanh(" + large + ")", "1");
            case 2 ->
                List.of(
                        "ln(1 + exp(" + large.add(BigDecimal.TEN) + "))",
                        large.add(BigDecimal.TEN).toString());
            case 3 -> List.of("cosh(" + large + ")", "exp(" + large + ")/2");
            case 4 -> List.of("1/(1 + exp(-" + large.add(BigDecimal.TEN) + "))", "1");
            case 5 -> List.of("1 + 10^(-" + draws.whole(13, 25) + ")", "1");
            case 6 ->
                draws.one(
                        List.of("tanh(y + " + large + ")", "1"),
                        List.of("sqrt(y^2 + 1e-" + draws.whole(13, 25) + ")", "y"),
                        List.of("ln(exp(y) + exp(y - " + large.add(BigDecimal.TEN) + "))", "y"));
            default -> {
                String[] parts = draws.one(COINCIDENCES).split(", ");
                yield List.of("exp(pi*sqrt(" + parts[0] + "))", parts[1]);
            }
        };
    }

    /** A constant that is irrational, against its first digits. */
    private static List<String> decimals(Draws draws) {
        String constant = irrational(draws);
        return List.of(
                constant,
                value(constant).round(new MathContext(draws.whole(13, 20))).toString());
    }

    private static List<String> apart(Draws draws) {
        String constant = irrational(draws);
        BigDecimal off = BigDecimal.ONE.add(draws.size(1e-8, 1e-5));
        return List.of(
                constant,
                value(constant).multiply(off).round(new MathContext(16)).toString());
    }

    private static String irrational(Draws draws) {
        int a = draws.one(2, 3, 5, 6, 7);
        int b = draws.one(10, 11, 13, 14, 15);
        return draws.one(
                "pi",
                "sqrt(" + a + ") + sqrt(" + b + ")",
                "sqrt(" + a + " + sqrt(" + b + "))",
                "exp(" + a + "/" + b + ")",
                "ln(" + b + "/" + a + ")",
                "pi^2/" + b,
                "sin(" + a + ")^2",
                "atan(" + a + "/" + b + ")",
                "sqrt(" + b + " + sqrt(" + a + " + sqrt(" + b + ")))");
    }

    /** Returns the value of a constant to more digits than it is compared with. */
    private static BigDecimal value(String constant) {
        Dfp value = FieldEvaluation.of(Expression.parse(constant), Map.of(), new DfpField(DIGITS).getOne());
        return new BigDecimal(value.toString());
    }

    private static List<String> equal(Draws draws) {
        int a = draws.one(2, 3, 5, 6, 7);
        int b = draws.one(10, 11, 13, 14, 15);
        return switch (draws.whole(0, 8)) {
            case 0 -> List.of("sqrt(" + (a + b) + " + 2*sqrt(" + a * b + "))", "sqrt(" + a + ") + sqrt(" + b + ")");
            case 1 ->
                List.of("atan(" + a + "/" + b + ") + atan((" + b + " - " + a + ")/(" + b + " + " + a + "))", "pi/4");
            case 2 -> List.of("tanh(ln(" + a + "))", "(" + a * a + " - 1)/(" + a * a + " + 1)");
            case 3 -> List.of("exp(ln(" + b + "))", Integer.toString(b));
            case 4 -> List.of("ln(" + a + ") + ln(" + b + ")", "ln(" + a * b + ")");
            case 5 ->
                List.of("1/(sqrt(" + b + ") - sqrt(" + a + "))", "(sqrt(" + b + ") + sqrt(" + a + "))/" + (b - a));
            case 6 -> List.of("0.1 + 0.2", "0.3");
            case 7 -> List.of("(1e" + draws.whole(17, 30) + " + y)*0 + y", "y");
            default -> List.of("tanh(y + 20)", "1 - 2/(exp(2*y + 40) + 1)");
        };
    }
}
