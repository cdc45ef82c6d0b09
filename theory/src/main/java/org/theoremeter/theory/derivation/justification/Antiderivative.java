package org.theoremeter.theory.derivation.justification;

import java.util.List;
import org.theoremeter.theory.derivation.join.Joins;
import org.theoremeter.theory.evidence.Obligation;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Term;

/**
 * The result is an antiderivative of every entry: its derivative is what the step starts from.
 *
 * @param over the variable
 */
public record Antiderivative(String over) implements Justification {
    @Override
    public List<Equation> equations(Matrix from, Matrix to, Region region) {
        return Equation.entries(to, from, entry -> Term.derivative(entry, over, 1));
    }

    /** An antiderivative that jumps has the right slope nearly everywhere, and gives wrong integrals. */
    @Override
    public List<Obligation> obligations(Matrix from, Matrix to, Region region) {
        return to.entries().stream()
                .map(entry -> Joins.continuous(entry, over, region))
                .toList();
    }

    @Override
    public List<String> named() {
        return List.of(over);
    }

    @Override
    public String words() {
        return "integrate over " + Brackets.name(over) + ", up to a constant";
    }

    @Override
    public String text(String from) {
        return "∫ " + Brackets.around(from) + " d" + Brackets.name(over);
    }

    @Override
    public String tex(String from) {
        return "\\int " + Brackets.aroundTex(from) + " \\, \\mathrm{d}"
                + Expression.symbol(over).toTex();
    }

    @Override
    public String mathMl(String from) {
        return "<mo>&#x222B;</mo>" + Brackets.aroundMathMl(from) + "<mi mathvariant=\"normal\">d</mi>"
                + Expression.symbol(over).toMathMl();
    }
}
