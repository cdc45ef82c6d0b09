package org.theoremeter.verify.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.comparison.ConvergenceComparison;
import org.theoremeter.verify.claim.comparison.CurvePrediction;
import org.theoremeter.verify.claim.comparison.DriftComparison;
import org.theoremeter.verify.claim.comparison.PairComparison;
import org.theoremeter.verify.results.ClaimDescription.Statement;

/** Writes a claim's predictions as formulas, for reports and {@code explain}. */
public final class Statements implements Claim.Cases<List<Statement>> {

    private Statements() {}

    /** Returns the formulas a claim predicts. */
    public static List<Statement> of(Claim claim) {
        return claim.match(new Statements());
    }

    @Override
    public List<Statement> identity(Claim.Identity claim) {
        return List.of(new Statement(
                "identity",
                claim.left().toTex() + " = " + claim.right().toTex(),
                claim.left().toMathMl() + "<mo>=</mo>" + claim.right().toMathMl(),
                claim.left() + " = " + claim.right()));
    }

    @Override
    public List<Statement> derivation(Claim.Derivation claim) {
        List<Statement> statements = new ArrayList<>();
        claim.chain().definitions().forEach(definition -> statements.add(DerivationText.of(definition)));
        claim.chain().steps().forEach(step -> statements.add(DerivationText.of(step)));
        return statements;
    }

    @Override
    public List<Statement> value(Claim.Value claim) {
        List<Statement> statements = new ArrayList<>();
        claim.values().forEach((name, formula) -> statements.add(named(name, formula)));
        return statements;
    }

    @Override
    public List<Statement> trajectory(Claim.Trajectory claim) {
        return curves(claim.curves());
    }

    @Override
    public List<Statement> exponent(Claim.Exponent claim) {
        return claim.comparisons().stream()
                .map(comparison -> comparison.slope()
                        ? named(
                                (comparison.minus().isPresent() ? "difference of slopes, " : "slope of ")
                                        + comparison.name(),
                                comparison.predicted())
                        : named(comparison.name(), comparison.predicted()))
                .toList();
    }

    @Override
    public List<Statement> convergence(Claim.Convergence claim) {
        List<Statement> statements = new ArrayList<>(curves(claim.curves()));
        claim.comparisons().forEach(comparison -> statements.add(order(comparison)));
        return statements;
    }

    @Override
    public List<Statement> invariant(Claim.Invariant claim) {
        List<Statement> statements = new ArrayList<>();
        for (DriftComparison drift : claim.drifts()) {
            String text = String.join(", ", drift.drifting()) + " constant";
            String shown = String.join(", ", drift.drifting());
            statements.add(new Statement(
                    drift.name(),
                    "\\mathrm{" + escapedTex(shown) + "} = \\mathrm{const}",
                    "<mtext>" + escaped(shown) + "</mtext><mo>=</mo><mtext>const</mtext>",
                    text));
        }
        claim.orders().forEach(order -> statements.add(order(order)));
        return statements;
    }

    @Override
    public List<Statement> comparison(Claim.Comparison claim) {
        return claim.comparisons().stream().map(Statements::pair).toList();
    }

    private static Statement pair(PairComparison pair) {
        Expression first = pair.first();
        Expression second = pair.second();
        String firstTex = tex(pair.source(), first);
        String secondTex = tex(pair.otherSource(), second);
        String firstMathMl = mathMl(pair.source(), first);
        String secondMathMl = mathMl(pair.otherSource(), second);
        String firstText = text(pair.source(), first);
        String secondText = text(pair.otherSource(), second);
        return pair.below()
                .map(limit -> new Statement(
                        pair.name(),
                        firstTex + " / (" + secondTex + ") < " + limit.toTex(),
                        firstMathMl + "<mo>/</mo><mo>(</mo>" + secondMathMl + "<mo>)</mo><mo>&lt;</mo>"
                                + limit.toMathMl(),
                        firstText + " / (" + secondText + ") < " + limit))
                .orElseGet(() -> new Statement(
                        pair.name(),
                        firstTex + " < " + secondTex,
                        firstMathMl + "<mo>&lt;</mo>" + secondMathMl,
                        firstText + " < " + secondText));
    }

    /** Writes a quantity of a named observation with the name below. */
    private static String tex(String source, Expression quantity) {
        return source.isEmpty()
                ? quantity.toTex()
                : "\\left. " + quantity.toTex() + " \\right|_{\\mathrm{" + escapedTex(source) + "}}";
    }

    private static String mathMl(String source, Expression quantity) {
        return source.isEmpty()
                ? quantity.toMathMl()
                : "<msub><mrow>" + quantity.toMathMl() + "<mo>|</mo></mrow><mtext>" + escaped(source)
                        + "</mtext></msub>";
    }

    private static String text(String source, Expression quantity) {
        return source.isEmpty() ? quantity.toString() : source + "'s " + quantity;
    }

    @Override
    public List<Statement> fraction(Claim.Fraction claim) {
        List<Statement> statements = new ArrayList<>();
        claim.comparisons()
                .forEach(
                        comparison -> statements.add(named("P(" + comparison.success() + ")", comparison.predicted())));
        return statements;
    }

    private static Statement order(ConvergenceComparison comparison) {
        Expression error = comparison.error();
        Expression along = Expression.symbol(comparison.along());
        return new Statement(
                comparison.name(),
                error.toTex() + " \\propto " + along.toTex() + "^{"
                        + comparison.predicted().toTex() + "}",
                error.toMathMl() + "<mo>∝</mo><msup><mrow>" + along.toMathMl() + "</mrow><mrow>"
                        + comparison.predicted().toMathMl() + "</mrow></msup>",
                error + " ∝ " + along + "^" + comparison.predicted());
    }

    private static List<Statement> curves(Optional<CurvePrediction> prediction) {
        List<Statement> statements = new ArrayList<>();
        prediction.ifPresent(curves -> {
            Expression time = Expression.symbol(curves.time());
            Map<String, Expression> field =
                    curves.dynamics().map(dynamics -> dynamics.formulas()).orElse(Map.of());
            field.forEach((state, formula) -> statements.add(rate(state, time, formula)));
            curves.start().forEach((state, formula) -> statements.add(named(state + "(0)", formula)));
            curves.curves().forEach((name, formula) -> statements.add(named(name, formula)));
        });
        return statements;
    }

    private static Statement rate(String state, Expression time, Expression formula) {
        Expression symbol = Expression.symbol(state);
        return new Statement(
                "d" + state + "/d" + time,
                "\\frac{d " + symbol.toTex() + "}{d " + time.toTex() + "} = " + formula.toTex(),
                "<mfrac><mrow><mi>d</mi>" + symbol.toMathMl() + "</mrow><mrow><mi>d</mi>" + time.toMathMl()
                        + "</mrow></mfrac><mo>=</mo>" + formula.toMathMl(),
                "d" + state + "/d" + time + " = " + formula);
    }

    private static Statement named(String name, Expression formula) {
        return new Statement(
                name,
                "\\mathrm{" + escapedTex(name) + "} = " + formula.toTex(),
                "<mtext>" + escaped(name) + "</mtext><mo>=</mo>" + formula.toMathMl(),
                name + " = " + formula);
    }

    private static String escapedTex(String name) {
        return name.replaceAll("[^A-Za-z0-9()]", "\\\\ ");
    }

    private static String escaped(String name) {
        return name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
