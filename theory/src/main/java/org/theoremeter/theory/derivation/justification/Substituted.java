package org.theoremeter.theory.derivation.justification;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.theoremeter.theory.evidence.Obligation;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Term;

/**
 * The result is what the step starts from with symbols replaced, all at once.
 *
 * @param values what replaces each symbol
 */
public record Substituted(Map<String, Expression> values) implements Justification {
    /** Copies the map, keeping its order. */
    public Substituted {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Override
    public List<Equation> equations(Matrix from, Matrix to, Region region) {
        return Equation.entries(from, to, entry -> Term.formula(entry.substitute(values)));
    }

    @Override
    public List<Obligation> obligations(Matrix from, Matrix to, Region region) {
        return InDomain.of(values, region);
    }

    @Override
    public Justification resolved(UnaryOperator<Expression> names) {
        Map<String, Expression> resolved = new LinkedHashMap<>();
        values.forEach((symbol, value) -> resolved.put(symbol, names.apply(value)));
        return new Substituted(resolved);
    }

    @Override
    public List<String> named() {
        return List.copyOf(values.keySet());
    }

    private String joined(BiFunction<Expression, Expression, String> equation, String separator) {
        return values.entrySet().stream()
                .map(entry -> equation.apply(Expression.symbol(entry.getKey()), entry.getValue()))
                .collect(Collectors.joining(separator));
    }

    @Override
    public String words() {
        return "substitute " + joined((symbol, value) -> symbol.toUnicode() + " = " + value.toUnicode(), ", ");
    }

    @Override
    public String text(String from) {
        return Brackets.around(from) + " at "
                + joined((symbol, value) -> symbol.toUnicode() + " = " + value.toUnicode(), ", ");
    }

    @Override
    public String tex(String from) {
        return "\\left. " + from + " \\right|_{"
                + joined((symbol, value) -> symbol.toTex() + " = " + value.toTex(), ", \\, ") + "}";
    }

    @Override
    public String mathMl(String from) {
        return "<msub><mrow>" + Brackets.aroundMathMl(from) + "<mo>|</mo></mrow><mrow>"
                + joined((symbol, value) -> symbol.toMathMl() + "<mo>=</mo>" + value.toMathMl(), "<mo>,</mo>")
                + "</mrow></msub>";
    }
}
