package org.theoremeter.verify.cli.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.theoremeter.theory.critical.CriticalAnalysis;
import org.theoremeter.theory.critical.CriticalRate;
import org.theoremeter.theory.critical.Curvature;
import org.theoremeter.theory.critical.DescentCheck;
import org.theoremeter.theory.critical.LocalExponent;
import org.theoremeter.theory.critical.LossProblem;
import org.theoremeter.theory.critical.NumericalOptimum;
import org.theoremeter.theory.critical.NumericalRate;
import org.theoremeter.theory.critical.Optimum;
import org.theoremeter.theory.critical.Spectrum;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.algebra.Simplification;
import org.theoremeter.theory.symbolic.algebra.numeric.Equality;
import org.theoremeter.verify.judge.Figures;

/** Words the results of an analysis, one section a step. */
final class CriticalText {
    private static final Expression RATE = Expression.symbol("eta_c");

    private final CriticalAnalysis analysis;
    private final List<Section> sections = new ArrayList<>();

    private CriticalText(CriticalAnalysis analysis) {
        this.analysis = analysis;
    }

    /**
     * A result.
     *
     * @param text what the terminal shows
     * @param tex the same as TeX for math mode, with {@code &} before its relation
     * @param standing how it is known; empty for what was given
     */
    record Line(String text, String tex, String standing) {}

    /**
     * A step of the analysis.
     *
     * @param title its heading
     * @param lines its results
     * @param notes what else is to be said, in words
     */
    record Section(String title, List<Line> lines, List<String> notes) {
        private Section(String title) {
            this(title, new ArrayList<>(), new ArrayList<>());
        }
    }

    static List<Section> of(CriticalAnalysis analysis) {
        CriticalText text = new CriticalText(analysis);
        text.loss();
        text.flow();
        text.results();
        for (CriticalAnalysis.Part part : analysis.parts()) {
            CriticalText own = new CriticalText(part.analysis());
            own.results();
            own.sections.forEach(section -> text.sections.add(
                    new Section("For " + part.where() + ": " + section.title(), section.lines(), section.notes())));
        }
        return text.sections;
    }

    private void results() {
        numbers();
        analysis.optimum().ifPresent(this::optimum);
        analysis.curvature().ifPresent(this::hessian);
        analysis.spectrum().ifPresent(this::eigenvalues);
        analysis.rate().ifPresent(this::rate);
        numericalRates();
        checks();
    }

    private Section section(String title) {
        Section section = new Section(title);
        sections.add(section);
        return section;
    }

    private void loss() {
        LossProblem problem = analysis.problem();
        Section section = section("Loss");
        section.lines().add(line("L", "L", problem.loss(), ""));
        problem.trained().forEach(name -> section.notes().add(unicode(name) + " is trained, in " + domain(name)));
        problem.numbers().forEach((name, value) -> section.notes().add(unicode(name) + " = " + Figures.of(value)));
        problem.parameters().forEach(name -> section.notes().add(unicode(name) + " in " + domain(name)));
        problem.region().assumptions().forEach(assumption -> section.notes().add("assuming " + assumption));
        problem.at()
                .forEach((name, place) ->
                        section.notes().add("at the optimum meant, " + unicode(name) + " = " + place.toUnicode()));
    }

    private String domain(String name) {
        return analysis.problem().region().domains().get(name).toString();
    }

    private void flow() {
        Section section = section("Gradient flow");
        analysis.flow()
                .forEach((name, rate) -> section.lines()
                        .add(line(
                                "d" + unicode(name) + "/dτ",
                                "\\frac{\\mathrm{d}" + tex(name) + "}{\\mathrm{d}\\tau}",
                                rate.formula(),
                                standing(rate.equality()))));
        List<Expression> kinks = analysis.problem().kinks();
        if (!kinks.isEmpty()) {
            section.notes()
                    .add("where the loss has a derivative, which it may lack where one of these is 0: "
                            + kinks.stream().map(Expression::toUnicode).collect(Collectors.joining(", ")));
        }
    }

    private void numbers() {
        NumericalOptimum numbers = analysis.numbers();
        List<String> notes = new ArrayList<>(analysis.notes());
        if (analysis.parts().isEmpty()) {
            notes.addAll(numbers.remarks());
        } else {
            notes.add("the optimum changes its branch between the parts of the domain below, found by bisection in"
                    + " numbers; at their common ends nothing is said");
        }
        boolean shown = analysis.optimum().isEmpty()
                && analysis.numericalRates().isEmpty()
                && analysis.parts().isEmpty();
        for (int k = 0; shown && k < numbers.states().size(); k++) {
            Map<String, Double> point = numbers.points().get(k);
            notes.add((point.isEmpty() ? "" : "at " + NumericalOptimum.shown(point) + " ") + "the minimum is at "
                    + NumericalOptimum.shown(numbers.states().get(k)));
        }
        if (!notes.isEmpty()) {
            section("Minima in numbers").notes().addAll(notes);
        }
    }

    private void optimum(Optimum optimum) {
        Section section = section("Optimum");
        String standing = "gradient 0: " + standing(optimum.stationary());
        optimum.coordinates()
                .forEach((name, place) -> section.lines().add(line(unicode(name), tex(name), place, standing)));
        analysis.loss()
                .ifPresent(loss ->
                        section.lines().add(line("L⋆", "L_{\\star}", loss.formula(), standing(loss.equality()))));
        section.notes()
                .add(optimum.how() + "; that it is the minimum was seen"
                        + everywhere(analysis.numbers().points().size()) + ", from many starts");
    }

    private void hessian(Curvature curvature) {
        Section section = section("Hessian at the optimum");
        List<String> names = analysis.problem().trained();
        String standing = standing(curvature.equality());
        for (int i = 0; i < names.size(); i++) {
            for (int j = i; j < names.size(); j++) {
                String first = names.get(i);
                String second = names.get(j);
                boolean same = i == j;
                String below = "∂" + unicode(first) + (same ? "²" : "∂" + unicode(second));
                String belowTex = "\\partial " + tex(first) + (same ? "^{2}" : " \\, \\partial " + tex(second));
                section.lines()
                        .add(line(
                                "∂²L/" + below,
                                "\\frac{\\partial^{2} L}{" + belowTex + "}",
                                curvature.hessian().entry(i, j),
                                standing));
            }
        }
        String sign = curvature.negative()
                ? "an eigenvalue is negative"
                : curvature.zero() == names.size()
                        ? "all eigenvalues are 0"
                        : curvature.zero() == 0
                                ? "all eigenvalues are positive"
                                : curvature.zero() + (curvature.zero() == 1 ? " eigenvalue is 0" : " eigenvalues are 0")
                                        + ", the others are positive: to second order the loss does not change in that"
                                        + (curvature.zero() == 1 ? " direction" : " many directions");
        section.notes().add(sign + everywhere(curvature.points()));
    }

    private static String everywhere(int points) {
        return points == 1 ? "" : " at all " + points + " points of the parameters";
    }

    private static String points(int count) {
        return count == 1 ? "1 point" : count + " points";
    }

    private void eigenvalues(Spectrum spectrum) {
        if (spectrum.eigenvalues().size() == 1) {
            return;
        }
        Section section = section("Its eigenvalues");
        for (int i = 0; i < spectrum.eigenvalues().size(); i++) {
            String name = "lambda" + (i + 1);
            section.lines()
                    .add(line(unicode(name), tex(name), spectrum.eigenvalues().get(i), standing(spectrum.equality())));
        }
    }

    private void rate(CriticalRate rate) {
        Section section = section("Critical learning rate");
        boolean several = rate.branches().size() > 1;
        if (several) {
            List<Expression> rates = rate.branches().stream()
                    .map(branch -> branch.rate().formula())
                    .toList();
            section.lines()
                    .add(new Line(
                            unicode("eta_c") + " = "
                                    + rates.stream()
                                            .map(Expression::toUnicode)
                                            .collect(Collectors.joining(", ", "min(", ")")),
                            RATE.toTex() + " &= "
                                    + rates.stream()
                                            .map(Expression::toTex)
                                            .collect(Collectors.joining(", ", "\\min\\left(", "\\right)")),
                            "each "
                                    + rate.branches().stream()
                                            .map(branch ->
                                                    standing(branch.rate().equality()))
                                            .distinct()
                                            .collect(Collectors.joining(" or "))));
        } else {
            Simplification only = rate.branches().get(0).rate();
            section.lines().add(line(RATE.toUnicode(), RATE.toTex(), only.formula(), standing(only.equality())));
        }
        section.notes()
                .add("2/(largest eigenvalue)"
                        + (analysis.spectrum().orElseThrow().eigenvalues().size() == 1
                                ? ""
                                : several
                                        ? "; which eigenvalue is the largest depends on the parameters"
                                        : "; " + unicode("lambda1") + " was the largest" + everywhere(rate.points())));
        exponents(rate, several);
    }

    private void exponents(CriticalRate rate, boolean several) {
        for (CriticalRate.Branch branch : rate.branches()) {
            if (branch.exponents().isEmpty()) {
                continue;
            }
            Section section = section("Local exponents"
                    + (several ? " where the rate is " + branch.rate().formula().toUnicode() : ""));
            for (LocalExponent exponent : branch.exponents()) {
                String name = "d ln " + RATE.toUnicode() + "/d ln " + unicode(exponent.parameter());
                section.lines()
                        .add(line(
                                name,
                                "\\frac{\\mathrm{d} \\ln " + RATE.toTex() + "}{\\mathrm{d} \\ln "
                                        + tex(exponent.parameter()) + "}",
                                exponent.formula().formula(),
                                standing(exponent.formula().equality())));
                exponent.limits()
                        .forEach(limit -> section.notes()
                                .add(name + limit(limit) + " as " + unicode(exponent.parameter()) + " → "
                                        + end(limit)));
            }
        }
    }

    private static String limit(LocalExponent.AtEnd limit) {
        return limit.value().isPresent()
                ? " → " + Figures.of(limit.value().getAsDouble())
                : " has no limit that numbers would show";
    }

    private static String end(LocalExponent.AtEnd limit) {
        String end = Double.isInfinite(limit.end()) ? (limit.end() < 0 ? "−∞" : "∞") : Figures.of(limit.end());
        return end + (limit.others().isEmpty() ? "" : ", at " + NumericalOptimum.shown(limit.others()));
    }

    private void numericalRates() {
        if (analysis.numericalRates().isEmpty()) {
            return;
        }
        Section section = section("Critical learning rate in numbers");
        double farthest = 0;
        for (NumericalRate found : analysis.numericalRates()) {
            String error = String.format(Locale.ROOT, "%.1e", found.error());
            String where = found.point().isEmpty() ? "" : NumericalOptimum.shown(found.point()) + ": ";
            section.lines()
                    .add(new Line(
                            where + RATE.toUnicode() + " = " + found.value() + ", 2/" + Figures.of(found.largest())
                                    + " at " + NumericalOptimum.shown(found.state()),
                            RATE.toTex() + " &= " + found.value(),
                            "numerical, error at most " + error));
            farthest = Math.max(farthest, Math.abs(1 + found.multiplier()));
        }
        section.notes()
                .add(
                        "the optimum by Newton's method with 40 digits; that it is the minimum was seen, from many starts");
        section.notes()
                .add("by automatic differentiation the smallest multiplier of gradient descent at that rate is −1 to "
                        + Figures.of(farthest));
    }

    private void checks() {
        if (analysis.checks().isEmpty()) {
            return;
        }
        Section section = section("Checked by gradient descent on the loss as it stands");
        for (DescentCheck check : analysis.checks()) {
            String where = check.point().isEmpty() ? "" : NumericalOptimum.shown(check.point()) + ", ";
            section.notes()
                    .add(where + RATE.toUnicode() + " = " + Figures.of(check.rate()) + ": within " + DescentCheck.STEPS
                            + " steps the gradient changes by a factor of " + Figures.of(check.below()) + " at "
                            + (1 - DescentCheck.DISTANCE) + " " + RATE.toUnicode() + " and of "
                            + Figures.of(check.above()) + " at " + (1 + DescentCheck.DISTANCE) + " "
                            + RATE.toUnicode() + (check.passes() ? "" : ", which does not confirm the rate"));
        }
    }

    private static Line line(String name, String nameTex, Expression formula, String standing) {
        String text = formula.toUnicode();
        boolean fraction = formula.symbols().isEmpty() && !text.matches("−?[0-9.]+");
        return new Line(
                name + " = " + text + (fraction ? " ≈ " + Figures.of(formula.evaluate(Map.of())) : ""),
                nameTex + " &= " + formula.toTex(),
                standing);
    }

    private static String unicode(String name) {
        return Expression.symbol(name).toUnicode();
    }

    private static String tex(String name) {
        return Expression.symbol(name).toTex();
    }

    private static String standing(Equality equality) {
        if (equality instanceof Equality.Proved) {
            return "proved";
        }
        if (equality instanceof Equality.Agreed agreed) {
            return "agreed at " + points(agreed.points());
        }
        return "not confirmed";
    }
}
