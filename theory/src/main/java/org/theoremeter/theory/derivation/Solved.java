package org.theoremeter.theory.derivation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hipparchus.util.CombinatoricsUtils;
import org.theoremeter.theory.symbolic.Domain;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Matrix;
import org.theoremeter.theory.symbolic.Region;
import org.theoremeter.theory.symbolic.Term;

/**
 * The result is where what the step starts from takes a value, as a function of a symbol: a single formula for the only
 * such place in the symbol's domain, or a column of n formulas for all roots of a polynomial of degree n.
 *
 * <p>That a place is one is proved. That there is no other follows for a column from the degree, for a formula linear in
 * the symbol from its slope, and else from a search for sign changes at some points.
 *
 * @param symbol the symbol
 * @param value the value, often 0
 */
public record Solved(String symbol, Expression value) implements Justification {
    private static final int POINTS = 6;
    private static final int SCANNED = 2000;
    private static final int BISECTIONS = 80;
    private static final double SAME = 1e-7;

    @Override
    public List<Equation> equations(Matrix from, Matrix to, Region region) {
        Expression difference = Formulas.minus(from.scalar(), value);
        if (to.width() != 1) {
            throw new IllegalArgumentException(
                    "found " + to.shape() + " as the solution, accepted: a formula, or a list of all roots");
        }
        if (to.symbols().contains(symbol) || value.symbols().contains(symbol)) {
            throw new IllegalArgumentException("found '" + symbol
                    + "' in its own solution or in 'equal to', accepted: formulas without it, so bring it to 'from'");
        }
        if (to.isScalar()) {
            Term left = Term.formula(from.scalar().substitute(Map.of(symbol, to.scalar())));
            return List.of(new Equation(left, Term.formula(value), ""));
        }
        return roots(difference, to.entries());
    }

    /** A polynomial of degree n is its leading coefficient times the product of x − x_i. */
    private List<Equation> roots(Expression difference, List<Expression> roots) {
        int degree = roots.size();
        Expression leading = difference;
        for (int i = 0; i < degree; i++) {
            leading = leading.derivative(symbol);
        }
        Expression product = Formulas.over(leading, Expression.number(CombinatoricsUtils.factorial(degree)));
        for (Expression root : roots) {
            product = Formulas.times(product, Formulas.minus(Expression.symbol(symbol), root));
        }
        List<Equation> equations = new ArrayList<>();
        equations.add(new Equation(Term.formula(difference), Term.formula(product), "the product of all factors"));
        equations.add(new Equation(
                Term.formula(leading.derivative(symbol)), Term.formula(Expression.number(0)), "the degree"));
        return equations;
    }

    @Override
    public Optional<String> objection(Matrix from, Matrix to, Region region, List<Map<String, Double>> points) {
        Domain domain = region.domains().getOrDefault(symbol, Domain.reals());
        if (!to.isScalar()) {
            return Optional.empty();
        }
        Expression difference = Formulas.minus(from.scalar(), value);
        for (Map<String, Double> point : points.subList(0, Math.min(POINTS, points.size()))) {
            double stated = to.scalar().evaluate(point);
            if (!domain.contains(stated)) {
                return Optional.of("the solution " + symbol + " = " + stated + " at " + point
                        + " lies outside the domain " + domain);
            }
            for (double root : found(difference, domain, region, point)) {
                if (Math.abs(root - stated) > SAME * Math.max(Math.abs(root), Math.abs(stated))) {
                    return Optional.of("at " + point + " there is another solution, " + symbol + " = " + root
                            + " beside " + stated);
                }
            }
        }
        return Optional.empty();
    }

    private List<Double> found(Expression difference, Domain domain, Region region, Map<String, Double> point) {
        Map<String, Double> at = new HashMap<>(point);
        List<Double> roots = new ArrayList<>();
        double before = Double.NaN;
        double valueBefore = Double.NaN;
        for (int i = 1; i < SCANNED; i++) {
            double here = domain.point((double) i / SCANNED);
            at.put(symbol, here);
            boolean inside = region.contains(at);
            double there = inside ? difference.evaluate(at) : Double.NaN;
            if (valueBefore * there < 0) {
                bisected(difference, at, before, here).ifPresent(roots::add);
            }
            before = here;
            valueBefore = there;
        }
        return roots;
    }

    /** A pole changes the sign too, but there the values grow. */
    private Optional<Double> bisected(Expression difference, Map<String, Double> at, double low, double high) {
        double left = low;
        double right = high;
        at.put(symbol, left);
        double atLeft = difference.evaluate(at);
        double first = Math.abs(atLeft);
        double last = first;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (left + right) / 2;
            at.put(symbol, middle);
            last = difference.evaluate(at);
            if (last * atLeft > 0) {
                left = middle;
            } else {
                right = middle;
            }
        }
        return Math.abs(last) <= first ? Optional.of((left + right) / 2) : Optional.empty();
    }

    @Override
    public Justification resolved(UnaryOperator<Expression> names) {
        return new Solved(symbol, names.apply(value));
    }

    @Override
    public List<String> named() {
        return List.of(symbol);
    }

    @Override
    public String words() {
        return "solve for " + Brackets.name(symbol);
    }

    @Override
    public String text(String from) {
        return from + " = " + value.toUnicode() + " ⟺ " + Brackets.name(symbol);
    }

    @Override
    public String tex(String from) {
        return from + " = " + value.toTex() + " \\iff "
                + Expression.symbol(symbol).toTex();
    }

    @Override
    public String mathMl(String from) {
        return from + "<mo>=</mo>" + value.toMathMl() + "<mo>&#x21D4;</mo>"
                + Expression.symbol(symbol).toMathMl();
    }
}
