package org.theoremeter.theory.symbolic.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.region.Region;

/**
 * Limits and Taylor polynomials by exact arithmetic on series in a small positive symbol x. A coefficient that is divided by,
 * or whose root or logarithm is taken, was shown to have the sign that this needs on the whole region.
 */
public final class ExactSeries {
    private ExactSeries() {}

    /**
     * Returns the limit for x → 0 from above.
     *
     * @param expression the formula
     * @param variable the name of x
     * @param region domains and assumptions of the other symbols
     * @param terms how many terms to work with
     * @return the limit, or nothing if there is none or a condition was not shown
     */
    public static Optional<Expression> limit(Expression expression, String variable, Region region, int terms) {
        return coefficients(expression, variable, region, terms, 0).map(list -> list.get(0));
    }

    /**
     * Returns the coefficients of x⁰ to xⁿ of the polynomial p for which the formula is p + o(xⁿ), x → 0 from above.
     *
     * @param expression the formula
     * @param variable the name of x
     * @param region domains and assumptions of the other symbols
     * @param terms how many terms to work with, more than n
     * @param order n
     * @return the coefficients, or nothing if there is no such polynomial or a condition was not shown
     */
    public static Optional<List<Expression>> coefficients(
            Expression expression, String variable, Region region, int terms, int order) {
        NormalForm form = ExactIdentity.of(region);
        try {
            SeriesArithmetic arithmetic = new SeriesArithmetic(form, terms);
            SeriesArithmetic.Series series = expression.accept(new SeriesForm(form, arithmetic, variable));
            if (series.valuation() < 0) {
                return Optional.empty();
            }
            List<Expression> coefficients = new ArrayList<>();
            for (int power = 0; power <= order; power++) {
                Quotient coefficient = series.coefficient(power);
                if (arithmetic.hasLogarithm(coefficient)) {
                    return Optional.empty();
                }
                coefficients.add(new Meaning(form.field()).of(coefficient));
            }
            return Optional.of(coefficients);
        } catch (Unprovable | ArithmeticException beyond) {
            return Optional.empty();
        }
    }

    static BigFraction reciprocal(long number) {
        return new BigFraction(1, number);
    }
}
