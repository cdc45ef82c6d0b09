package org.theoremeter.theory.derivation.justification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.theoremeter.theory.evidence.Obligation;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Term;

/**
 * The result is what the step starts from after an exchange of symbols under which a quantity does not change.
 *
 * @param exchange what replaces each symbol, all at once
 * @param invariant the quantity that does not change
 */
public record Symmetric(Map<String, Expression> exchange, Expression invariant) implements Justification {
    /** Copies the map, keeping its order. */
    public Symmetric {
        exchange = Collections.unmodifiableMap(new LinkedHashMap<>(exchange));
    }

    @Override
    public List<Equation> equations(Matrix from, Matrix to, Region region) {
        List<Equation> equations = new ArrayList<>();
        equations.add(new Equation(
                Term.formula(invariant.substitute(exchange)), Term.formula(invariant), "what does not change"));
        equations.addAll(Equation.entries(from, to, entry -> Term.formula(entry.substitute(exchange))));
        return equations;
    }

    @Override
    public List<Obligation> obligations(Matrix from, Matrix to, Region region) {
        return InDomain.of(exchange, region);
    }

    @Override
    public Justification resolved(UnaryOperator<Expression> names) {
        Map<String, Expression> resolved = new LinkedHashMap<>();
        exchange.forEach((symbol, value) -> resolved.put(symbol, names.apply(value)));
        return new Symmetric(resolved, names.apply(invariant));
    }

    @Override
    public List<String> named() {
        return List.copyOf(exchange.keySet());
    }

    private String exchanges() {
        return exchange.entrySet().stream()
                .map(entry ->
                        Brackets.name(entry.getKey()) + " → " + entry.getValue().toUnicode())
                .collect(Collectors.joining(", "));
    }

    @Override
    public String words() {
        return "symmetry " + exchanges();
    }

    @Override
    public String text(String from) {
        return Brackets.around(from) + " under " + exchanges();
    }

    private String under(String arrow, Function<Expression, String> write, String separator) {
        return exchange.entrySet().stream()
                .map(entry -> write.apply(Expression.symbol(entry.getKey())) + arrow + write.apply(entry.getValue()))
                .collect(Collectors.joining(separator));
    }

    @Override
    public String tex(String from) {
        return "\\left. " + from + " \\right|_{" + under(" \\to ", Expression::toTex, ", \\, ") + "}";
    }

    @Override
    public String mathMl(String from) {
        return "<msub><mrow>" + Brackets.aroundMathMl(from) + "<mo>|</mo></mrow><mrow>"
                + under("<mo>&#x2192;</mo>", Expression::toMathMl, "<mo>,</mo>") + "</mrow></msub>";
    }
}
