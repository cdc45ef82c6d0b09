package org.theoremeter.theory.derivation.justification;

import java.util.List;
import java.util.function.UnaryOperator;
import org.theoremeter.theory.symbolic.Endpoint;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Term;

/**
 * The result is a definite integral of every entry.
 *
 * @param over the variable
 * @param start the lower limit
 * @param end the upper limit
 */
public record Integrated(String over, Endpoint start, Endpoint end) implements Justification {
    @Override
    public List<Equation> equations(Matrix from, Matrix to, Region region) {
        return Equation.entries(from, to, entry -> Term.integral(entry, over, start, end));
    }

    @Override
    public Justification resolved(UnaryOperator<Expression> names) {
        return new Integrated(over, start.map(names), end.map(names));
    }

    @Override
    public List<String> named() {
        return List.of(over);
    }

    @Override
    public String words() {
        return "integrate over " + Brackets.name(over) + " from " + start.toUnicode() + " to " + end.toUnicode();
    }

    @Override
    public String text(String from) {
        return "∫ " + Brackets.around(from) + " d" + Brackets.name(over) + ", " + Brackets.name(over) + " = "
                + start.toUnicode() + " … " + end.toUnicode();
    }

    @Override
    public String tex(String from) {
        return "\\int_{" + start.toTex() + "}^{" + end.toTex() + "} " + Brackets.aroundTex(from) + " \\, \\mathrm{d}"
                + Expression.symbol(over).toTex();
    }

    @Override
    public String mathMl(String from) {
        return "<munderover><mo>&#x222B;</mo><mrow>" + start.toMathMl() + "</mrow><mrow>" + end.toMathMl()
                + "</mrow></munderover>" + Brackets.aroundMathMl(from) + "<mi mathvariant=\"normal\">d</mi>"
                + Expression.symbol(over).toMathMl();
    }
}
