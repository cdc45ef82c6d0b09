package org.theoremeter.theory.derivation.justification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hipparchus.util.CombinatoricsUtils;
import org.theoremeter.theory.evidence.Obligation;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Term;
import org.theoremeter.theory.text.Quotation;

/**
 * The result is where what the step starts from takes a value, as a function of a symbol: a single formula for the only
 * such place in the symbol's domain, or a column of n formulas for all roots of a polynomial of degree n.
 *
 * <p>That a place is one is shown as an equation, that there is no other by {@link Uniqueness}; for a column from the degree.
 *
 * @param symbol the symbol
 * @param value the value, often 0
 */
public record Solved(String symbol, Expression value) implements Justification {
    @Override
    public List<Equation> equations(Matrix from, Matrix to, Region region) {
        Expression difference = Formulas.minus(from.scalar(), value);
        if (to.width() != 1) {
            throw new IllegalArgumentException(
                    "found " + to.shape() + " as the solution, accepted: a formula, or a list of all roots");
        }
        if (to.symbols().contains(symbol) || value.symbols().contains(symbol)) {
            throw new IllegalArgumentException("found " + Quotation.of(symbol)
                    + " in its own solution or in 'equal to', accepted: formulas without it, so bring it to 'from'");
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
        Expression product = Formulas.over(leading, Expression.number((double) CombinatoricsUtils.factorial(degree)));
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
    public List<Obligation> obligations(Matrix from, Matrix to, Region region) {
        Expression difference = Formulas.minus(from.scalar(), value);
        return to.isScalar()
                ? new Uniqueness(difference, symbol, to.scalar(), region).obligations()
                : List.of(Uniqueness.leading(difference, symbol, to.height(), region));
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
