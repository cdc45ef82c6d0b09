package org.theoremeter.theory.symbolic.algebra.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.algebra.Algebra;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Term;

/** Comparison of numbers where doubles have few digits, or none. */
class ComparisonTest {
    private static Equality compare(String left, String right, String domain) {
        Region region = Region.of(Map.of("x", Domain.parse(domain)));
        Term first = Term.formula(Expression.parse(left));
        return Algebra.withDefaults().numbers(first, Term.formula(Expression.parse(right)), region, 16, 1e-10);
    }

    @ParameterizedTest
    @CsvSource({
        "(1e17 + x) - 1e17,        2*x,             '(0, 1)'",
        "sqrt(x^2 + 1e-20) - x,    1e-20/x,         '(1, 2)'",
        "cosh(x)^2 - sinh(x)^2,    -1,              '(20, 300)'",
        "exp(-x^2),                2*exp(-x^2),     '(30, 1000)'",
        "exp(x)/exp(x - 1),        2.7,             '(800, 1000)'",
        "tan(pi/2 + 1e-20*x),      1e20/x,          '(1, 2)'",
        "sin(1e17*pi + x),         cos(x),          '(0, 1)'",
    })
    void refutesWhatCancelsOrUnderflows(String left, String right, String domain) {
        assertThat(compare(left, right, domain)).isInstanceOf(Equality.Refuted.class);
    }

    @ParameterizedTest
    @CsvSource({
        "(1e17 + x) - 1e17,        x,                        '(0, 1)'",
        "sqrt(x^2 + 1e-20) - x,    1e-20/(sqrt(x^2 + 1e-20) + x), '(1, 2)'",
        "cosh(x)^2 - sinh(x)^2,    1,                        '(20, 300)'",
        "exp(-x^2)^2,              exp(-2*x^2),              '(30, 1000)'",
        "exp(x)/exp(x - 1),        exp(1),                   '(800, 1000)'",
        "sin(1e17*pi + x),         sin(x),                   '(0, 1)'",
    })
    void agreesWhereManyDigitsDo(String left, String right, String domain) {
        assertThat(compare(left, right, domain))
                .isInstanceOfSatisfying(
                        Equality.Agreed.class,
                        agreed -> assertThat(agreed.undecided()).isEmpty());
    }

    /** These differ at one place only, which is no double. */
    @ParameterizedTest
    @CsvSource({
        "'piecewise(x < 0.3468622, exp(x), -1)',  'piecewise(x <= 0.3468622, exp(x), -1)'",
        "'piecewise(x < 1/3, 1, 2)',              'piecewise(x <= 1/3, 1, 2)'",
        "'piecewise(2*x - 0.7 < 0, x, 5)',        'piecewise(x <= 0.35, x, 5)'",
        "'piecewise(x == 0.1234567, 1, 0) + x',   x",
        "sign(x - 0.7) + x,                       'piecewise(x < 0.7, x - 1, x + 1)'",
        "'piecewise(x^2 < 0.3, x, 2)',            'piecewise(x^2 <= 0.3, x, 2)'",
        "'piecewise(exp(x) < 2, 1, 2)',           'piecewise(exp(x) <= 2, 1, 2)'",
    })
    void refutesWhatDiffersOnABorderOnly(String left, String right) {
        assertThat(compare(left, right, "(0, 1)")).isInstanceOf(Equality.Refuted.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'piecewise(x < 0.3468622, x, 0.3468622)', 'piecewise(x <= 0.3468622, x, 0.3468622)'",
        "'piecewise(x < 1, 1, 2)',                 1",
        "'piecewise(x^2 < 2, 1, 2)',               'piecewise(x^2 <= 2, 1, 2)'",
        "'piecewise(x^2 < 0.3, x^2, 0.3)',         'piecewise(x^2 <= 0.3, x^2, 0.3)'",
        "'piecewise(x <= 0, 5, x)',                x",
    })
    void agreesWhereABorderIsTheSameOrOutside(String left, String right) {
        assertThat(compare(left, right, "(0, 1)")).isInstanceOf(Equality.Agreed.class);
    }

    /** Arithmetic without rounding gives 0 on both sides, which nothing can have become by being small. */
    @Test
    void comparesZeros() {
        assertThat(compare("(x - x)*exp(x)", "max(0, x - 2)", "(0, 1)"))
                .isInstanceOfSatisfying(
                        Equality.Agreed.class,
                        agreed -> assertThat(agreed.undecided()).isEmpty());
    }

    /** tanh differs from 1 by e^{−2x}, here below 10^{−1700}: no digits that are looked at show it. */
    @Test
    void decidesNothingWhereAllDigitsCancel() {
        assertThat(compare("1 - tanh(x)", "0", "(2000, 3000)"))
                .isInstanceOfSatisfying(
                        Equality.Agreed.class,
                        agreed -> assertThat(agreed.undecided())
                                .hasValueSatisfying(
                                        why -> assertThat(why).containsAnyOf("cancel", "nothing was compared")));
        Region region = Region.of(Map.of("x", Domain.parse("(2000, 3000)")));
        assertThat(Algebra.withDefaults()
                        .compare(
                                Term.formula(Expression.parse("1 - tanh(x)")),
                                Term.formula(Expression.parse("0")),
                                region,
                                16,
                                1e-10,
                                true))
                // By enclosure the left side is positive, which digits alone do not see.
                .isInstanceOfAny(Equality.Undecided.class, Equality.Refuted.class);
    }

    @Test
    void saysByHowMuchConstantsDiffer() {
        Equality equality = Algebra.withDefaults()
                .compare(
                        Term.formula(Expression.parse("pi")),
                        Term.formula(Expression.parse("3.141592653589793")),
                        Region.of(Map.of()),
                        1,
                        1e-10,
                        true);
        // π = 3.14159265358979323846…
        assertThat(equality)
                .isInstanceOfSatisfying(
                        Equality.Enclosed.class,
                        enclosed -> assertThat(enclosed.how()).endsWith("not proved: they differ by 2.38E-16"));
    }
}
