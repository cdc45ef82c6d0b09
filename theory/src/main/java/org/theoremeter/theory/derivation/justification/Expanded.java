package org.theoremeter.theory.derivation.justification;

import java.util.List;
import java.util.function.UnaryOperator;
import org.theoremeter.theory.evidence.Obligation;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.TaylorPolynomial;

/**
 * The result is the Taylor polynomial of every entry: what is left out is o((x − x₀)ⁿ), on both sides of x₀
 * where the domain has both.
 *
 * @param in the symbol x
 * @param at the point x₀
 * @param order the order n
 */
public record Expanded(String in, Expression at, int order) implements Justification {
    @Override
    public List<Equation> equations(Matrix from, Matrix to, Region region) {
        return Equation.sides(
                from,
                to,
                new PlaceSides(in, at, region).all(),
                (entry, approach) -> new TaylorPolynomial(entry, in, at, order, approach));
    }

    @Override
    public Justification resolved(UnaryOperator<Expression> names) {
        return new Expanded(in, names.apply(at), order);
    }

    @Override
    public List<Obligation> obligations(Matrix from, Matrix to, Region region) {
        return SeriesSmoothness.obligations(this, from, to, region);
    }

    @Override
    public boolean isSettledByProof() {
        return true;
    }

    @Override
    public List<String> named() {
        return List.of(in);
    }

    @Override
    public String words() {
        return "series in " + Brackets.name(in) + " at " + at.toUnicode() + " to order " + order;
    }

    @Override
    public String text(String from) {
        return from + " to order " + order + " in " + Brackets.name(in) + " at " + at.toUnicode();
    }

    @Override
    public String tex(String from) {
        String symbol = Expression.symbol(in).toTex();
        String variable = at.equals(Expression.number(0)) ? symbol : "(" + symbol + " - " + at.toTex() + ")";
        return Brackets.aroundTex(from) + " + o\\left(" + variable + (order == 1 ? "" : "^{" + order + "}")
                + "\\right)";
    }

    @Override
    public String mathMl(String from) {
        return Brackets.aroundMathMl(from) + "<mo>+</mo><mi>o</mi><mrow><mo>(</mo><msup>"
                + Expression.symbol(in).toMathMl() + "<mn>" + order + "</mn></msup><mo>)</mo></mrow>";
    }
}
