package org.theoremeter.theory.derivation.justification;

import java.util.List;
import org.theoremeter.theory.derivation.join.Joins;
import org.theoremeter.theory.derivation.join.Kinks;
import org.theoremeter.theory.evidence.Obligation;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Term;

/**
 * The result is a derivative, ∂ⁿ/∂xⁿ of every entry.
 *
 * @param by the variable x
 * @param order n, from 1
 */
public record Differentiated(String by, int order) implements Justification {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    @Override
    public List<Equation> equations(Matrix from, Matrix to, Region region) {
        return Equation.entries(from, to, entry -> Term.derivative(entry, by, order));
    }

    @Override
    public List<Obligation> obligations(Matrix from, Matrix to, Region region) {
        return from.entries().stream()
                .filter(entry -> !Kinks.areAbsent(entry))
                .map(entry -> Joins.differentiable(entry, by, order, region))
                .toList();
    }

    @Override
    public List<String> named() {
        return List.of(by);
    }

    @Override
    public String words() {
        return "differentiate by " + Brackets.name(by) + (order == 1 ? "" : ", " + order + " times");
    }

    @Override
    public String text(String from) {
        return "d" + power() + "/d" + Brackets.name(by) + power() + " " + Brackets.around(from);
    }

    private String power() {
        return order == 1 ? "" : Character.toString(SUPERSCRIPTS.charAt(order));
    }

    @Override
    public String tex(String from) {
        String symbol = Expression.symbol(by).toTex();
        String power = order == 1 ? "" : "^{" + order + "}";
        return "\\frac{\\partial" + power + "}{\\partial " + symbol + power + "} " + Brackets.aroundTex(from);
    }

    @Override
    public String mathMl(String from) {
        String symbol = Expression.symbol(by).toMathMl();
        String number = "<mn>" + order + "</mn>";
        String above = order == 1 ? "<mo>&#x2202;</mo>" : "<msup><mo>&#x2202;</mo>" + number + "</msup>";
        String below = order == 1 ? symbol : "<msup>" + symbol + number + "</msup>";
        return "<mfrac><mrow>" + above + "</mrow><mrow><mo>&#x2202;</mo>" + below + "</mrow></mfrac>"
                + Brackets.aroundMathMl(from);
    }
}
