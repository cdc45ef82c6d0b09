package org.theoremeter.theory.derivation.justification;

import java.util.List;
import java.util.function.UnaryOperator;
import org.theoremeter.theory.evidence.Obligation;
import org.theoremeter.theory.symbolic.Endpoint;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Approach;
import org.theoremeter.theory.symbolic.term.LimitValue;

/**
 * The result is the limit of every entry as a symbol goes to a place, from within its domain: from both sides where it has
 * both.
 *
 * @param of the symbol
 * @param at where it goes
 */
public record LimitTaken(String of, Endpoint at) implements Justification {
    @Override
    public List<Equation> equations(Matrix from, Matrix to, Region region) {
        boolean whole = region.domains().getOrDefault(of, Domain.reals()).integer();
        return Equation.sides(
                from, to, sides(region), (entry, approach) -> new LimitValue(entry, of, at, approach, whole));
    }

    /** Returns the sides from which the symbol goes there: of infinity there is one. */
    private List<Approach> sides(Region region) {
        return at instanceof Endpoint.Finite finite
                ? new PlaceSides(of, finite.at(), region).all()
                : List.of(Approach.ABOVE);
    }

    @Override
    public Justification resolved(UnaryOperator<Expression> names) {
        return new LimitTaken(of, at.map(names));
    }

    @Override
    public List<Obligation> obligations(Matrix from, Matrix to, Region region) {
        return LimitSides.obligations(this, region);
    }

    @Override
    public List<String> named() {
        return List.of(of);
    }

    @Override
    public String words() {
        return "limit of " + Brackets.name(of) + " to " + at.toUnicode();
    }

    @Override
    public String text(String from) {
        return "lim " + Brackets.around(from) + " as " + Brackets.name(of) + " → " + at.toUnicode();
    }

    @Override
    public String tex(String from) {
        return "\\lim_{" + Expression.symbol(of).toTex() + " \\to " + at.toTex() + "} " + Brackets.aroundTex(from);
    }

    @Override
    public String mathMl(String from) {
        return "<munder><mo>lim</mo><mrow>" + Expression.symbol(of).toMathMl() + "<mo>&#x2192;</mo>" + at.toMathMl()
                + "</mrow></munder>" + Brackets.aroundMathMl(from);
    }
}
