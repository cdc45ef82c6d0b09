package org.theoremeter.theory.symbolic.exact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Relation;
import org.theoremeter.theory.symbolic.region.Region;

/**
 * What exact arithmetic finds out about two formulas.
 *
 * <p>Proved means: equal at every point of the region at which both formulas are defined. Whether they are is another
 * question.
 *
 * @param proved whether they are equal
 * @param how what was reduced to zero, or why that was not possible
 * @param open a comparison with 0 whose answer was not known and would have helped
 */
public record ExactIdentity(boolean proved, String how, Optional<Condition> open) {
    /**
     * Attempts a proof. The work is bounded, and so is the time: at most some seconds.
     *
     * @param left one formula, without {@code piecewise}
     * @param right the other
     * @param region domains and assumptions, from which signs are shown
     * @return what was found out
     */
    public static ExactIdentity of(Expression left, Expression right, Region region) {
        NormalForm form = of(region);
        try {
            Quotient difference = form.field().minus(form.of(left), form.of(right));
            return of(difference, form);
        } catch (Unprovable beyond) {
            return new ExactIdentity(false, beyond.getMessage(), open(form));
        } catch (ArithmeticException overflow) {
            return new ExactIdentity(false, "exponents beyond all bounds", open(form));
        }
    }

    /**
     * Tells whether a formula is shown to be positive, or not negative, at any point of a region at which it is defined.
     *
     * @param expression the formula, without {@code piecewise}
     * @param region domains and assumptions
     * @param strict whether 0 is ruled out too
     */
    public static boolean isPositive(Expression expression, Region region, boolean strict) {
        NormalForm form = of(region);
        try {
            Quotient quotient = form.of(expression);
            return strict ? form.isPositive(quotient) : form.isNotNegative(quotient);
        } catch (Unprovable | ArithmeticException beyond) {
            return false;
        }
    }

    static NormalForm of(Region region) {
        NormalForm form = new NormalForm(region);
        region.assumptions().forEach(assumption -> assume(form, assumption));
        return form;
    }

    private static void assume(NormalForm form, Condition assumption) {
        try {
            Quotient left = form.of(assumption.left());
            Quotient right = form.of(assumption.right());
            boolean less = assumption.relation() == Relation.LESS || assumption.relation() == Relation.AT_MOST;
            Quotient difference =
                    less ? form.field().minus(right, left) : form.field().minus(left, right);
            boolean strict = assumption.relation() == Relation.LESS || assumption.relation() == Relation.GREATER;
            form.assume(difference, strict);
            if (assumption.relation() == Relation.EQUAL) {
                form.assume(difference.negate(), false);
            }
        } catch (Unprovable | ArithmeticException useless) {
            // An assumption without a normal form is not needed.
        }
    }

    private static ExactIdentity of(Quotient difference, NormalForm form) {
        if (difference.isZero()) {
            return new ExactIdentity(
                    true, "left - right is 0 as a quotient of polynomials" + in(form), Optional.empty());
        }
        if (vanishes(difference.numerator(), form.field())) {
            return new ExactIdentity(
                    true,
                    "left - right is 0" + in(form)
                            + ", its coefficients by a bound on the distance of algebraic numbers",
                    Optional.empty());
        }
        String terms = difference.numerator().size() == 1
                ? "one term"
                : difference.numerator().size() + " terms";
        return new ExactIdentity(false, "exact arithmetic leaves " + terms + " of left - right", open(form));
    }

    /** Tells whether a quotient is surely 0. */
    static boolean isZero(Quotient quotient, Field field) {
        return quotient.isZero() || vanishes(quotient.numerator(), field);
    }

    /** Tells whether all coefficients vanish once terms are gathered by what is not algebraic. */
    private static boolean vanishes(Polynomial numerator, Field field) {
        AlgebraicZero zero = new AlgebraicZero(field);
        boolean any = numerator.generators().stream().anyMatch(zero::isAlgebraic);
        if (!any) {
            return false;
        }
        Map<Monomial, Polynomial> coefficients = new HashMap<>();
        for (Map.Entry<Monomial, BigFraction> term : numerator.terms().entrySet()) {
            Monomial outer = term.getKey();
            for (int i = 0; i < term.getKey().length(); i++) {
                if (zero.isAlgebraic(i)) {
                    outer = outer.with(i, 0);
                }
            }
            Monomial inner = term.getKey().times(outer.inverse());
            coefficients.merge(outer, Polynomial.term(inner, term.getValue()), Polynomial::plus);
        }
        return coefficients.values().stream().allMatch(zero::isZero);
    }

    private static String in(NormalForm form) {
        List<String> names = new ArrayList<>();
        for (Generator generator : form.field().generators()) {
            switch (generator.kind()) {
                case EXPONENTIAL, LOGARITHM, ABSOLUTE, OPAQUE ->
                    names.add(generator.meaning().toString());
                case ROOT -> names.add("roots of " + generator.meaning());
                case PHASE -> names.add("sin and cos of " + generator.meaning());
                case SYMBOL, PI, IMAGINARY -> {}
            }
        }
        int most = 6;
        String listed = String.join(", ", names.subList(0, Math.min(most, names.size())));
        return names.isEmpty() ? "" : " in " + listed + (names.size() > most ? ", …" : "");
    }

    private static Optional<Condition> open(NormalForm form) {
        return form.powers().undecided().stream()
                .filter(polynomial -> !form.field().isComplex(polynomial))
                .findFirst()
                .map(polynomial -> new Condition(
                        Relation.AT_LEAST, new Meaning(form.field()).of(polynomial), Expression.number(0)));
    }
}
