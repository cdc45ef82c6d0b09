package org.theoremeter.theory.derivation.justification;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.theoremeter.theory.derivation.join.Joins;
import org.theoremeter.theory.derivation.join.Kinks;
import org.theoremeter.theory.evidence.Obligation;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Term;

/**
 * The result is a Hessian, the matrix of ∂²f/∂x_i∂x_j.
 *
 * @param by the variables x_i
 */
public record SecondDerivatives(List<String> by) implements Justification {
    /** Copies the list. */
    public SecondDerivatives {
        by = List.copyOf(by);
    }

    @Override
    public List<Equation> equations(Matrix from, Matrix to, Region region) {
        if (!from.isScalar() || to.height() != by.size() || to.width() != by.size()) {
            throw new IllegalArgumentException("found the Hessian by " + by.size() + " symbols of " + from.shape()
                    + " as " + to.shape() + ", accepted: a row and a column a symbol, of a single formula");
        }
        List<Equation> equations = new ArrayList<>();
        for (int i = 0; i < by.size(); i++) {
            Expression slope = from.scalar().derivative(by.get(i));
            for (int j = 0; j < by.size(); j++) {
                equations.add(new Equation(
                        Term.derivative(slope, by.get(j), 1),
                        Term.formula(to.entry(i, j)),
                        "by " + by.get(i) + " and " + by.get(j)));
            }
        }
        return equations;
    }

    @Override
    public List<Obligation> obligations(Matrix from, Matrix to, Region region) {
        return from.entries().stream()
                .filter(entry -> !Kinks.areAbsent(entry))
                .flatMap(entry -> by.stream().map(symbol -> Joins.differentiable(entry, symbol, 2, region)))
                .toList();
    }

    @Override
    public List<String> named() {
        return by;
    }

    @Override
    public String words() {
        return "Hessian by " + Brackets.names(by);
    }

    @Override
    public String text(String from) {
        return "∇∇" + Brackets.around(from) + " by " + Brackets.names(by);
    }

    @Override
    public String tex(String from) {
        String variables =
                by.stream().map(name -> Expression.symbol(name).toTex()).collect(Collectors.joining(", "));
        return "\\nabla\\nabla^{\\top}_{" + variables + "} " + Brackets.aroundTex(from);
    }

    @Override
    public String mathMl(String from) {
        String variables =
                by.stream().map(name -> Expression.symbol(name).toMathMl()).collect(Collectors.joining("<mo>,</mo>"));
        return "<msubsup><mo>&#x2207;</mo><mrow>" + variables + "</mrow><mn>2</mn></msubsup>"
                + Brackets.aroundMathMl(from);
    }
}
