package org.theoremeter.verify.evaluate;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.theoremeter.theory.derivation.Definition;
import org.theoremeter.theory.derivation.Step;
import org.theoremeter.theory.derivation.justification.Solved;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.verify.results.ClaimDescription.Statement;

/** Writes the definitions and steps of a derivation as formulas. */
public final class DerivationText {

    private DerivationText() {}

    /** Returns the definition as {@code name = value}. */
    public static Statement of(Definition definition) {
        Expression name = Expression.symbol(definition.name());
        Matrix value = definition.value();
        return new Statement(
                definition.name(),
                name.toTex() + " := " + value.toTex(),
                name.toMathMl() + "<mo>≔</mo>" + value.toMathMl(),
                name.toUnicode() + " := " + value.toUnicode(),
                meaning(definition),
                null,
                value.toString());
    }

    private static String meaning(Definition definition) {
        String source = definition.source().isEmpty() ? "" : "from " + definition.source();
        String both = Stream.of(definition.means(), source)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return both.isEmpty() ? null : both;
    }

    /** Returns the step as {@code name = from, operated on = to}. */
    public static Statement of(Step step) {
        Expression name = Expression.symbol(step.name());
        Matrix from = step.from();
        Matrix to = step.to();
        // What is solved for stands on the left of the solution, and the name is that of the solution.
        boolean solved = step.because() instanceof Solved;
        return new Statement(
                step.name(),
                (solved ? "" : name.toTex() + " = ") + step.because().tex(from.toTex()) + " = " + to.toTex(),
                (solved ? "" : name.toMathMl() + "<mo>=</mo>") + step.because().mathMl(from.toMathMl()) + "<mo>=</mo>"
                        + to.toMathMl(),
                (solved ? "" : name.toUnicode() + " = ") + step.because().text(from.toUnicode()) + " = "
                        + to.toUnicode(),
                step.says().isEmpty() ? null : step.says(),
                step.because().words(),
                from + " -> " + to + ", " + step.because());
    }
}
