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
 * The result is a gradient: the column of ∂f/∂x_i, or for a column of f_j the matrix of ∂f_j/∂x_i with a row a j.
 *
 * @param by the variables x_i
 */
public record Gradient(List<String> by) implements Justification {
    /** Copies the list. */
    public Gradient {
        by = List.copyOf(by);
    }

    @Override
    public List<Equation> equations(Matrix from, Matrix to, Region region) {
        boolean column = from.isScalar() && to.width() == 1;
        Matrix stated = column ? to.transpose() : to;
        if (from.width() != 1 || stated.height() != from.height() || stated.width() != by.size()) {
            throw new IllegalArgumentException("found the gradient by " + by.size() + " symbols of " + from.shape()
                    + " as " + to.shape() + ", accepted: a row a formula and an entry a symbol");
        }
        List<Equation> equations = new ArrayList<>();
        for (int i = 0; i < from.height(); i++) {
            for (int j = 0; j < by.size(); j++) {
                equations.add(new Equation(
                        Term.derivative(from.entry(i, 0), by.get(j), 1),
                        Term.formula(stated.entry(i, j)),
                        "by " + by.get(j)));
            }
        }
        return equations;
    }

    @Override
    public List<Obligation> obligations(Matrix from, Matrix to, Region region) {
        return from.entries().stream()
                .filter(entry -> !Kinks.areAbsent(entry))
                .flatMap(entry -> by.stream().map(symbol -> Joins.differentiable(entry, symbol, 1, region)))
                .toList();
    }

    @Override
    public List<String> named() {
        return by;
    }

    @Override
    public String words() {
        return "gradient by " + Brackets.names(by);
    }

    @Override
    public String text(String from) {
        return "∇" + Brackets.around(from) + " by " + Brackets.names(by);
    }

    @Override
    public String tex(String from) {
        String variables =
                by.stream().map(name -> Expression.symbol(name).toTex()).collect(Collectors.joining(", "));
        return "\\nabla_{" + variables + "} " + Brackets.aroundTex(from);
    }

    @Override
    public String mathMl(String from) {
        String variables =
                by.stream().map(name -> Expression.symbol(name).toMathMl()).collect(Collectors.joining("<mo>,</mo>"));
        return "<msub><mo>&#x2207;</mo><mrow>" + variables + "</mrow></msub>" + Brackets.aroundMathMl(from);
    }
}
