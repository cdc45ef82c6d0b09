package org.theoremeter.theory.symbolic.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;

/** Statements on whole regions: shown where they hold by a margin or up to an open end, refuted where they fail anywhere. */
class EnclosuresTest {

    private static Region square(String domain) {
        return Region.of(Map.of("x", Domain.parse(domain), "y", Domain.parse(domain)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            1e-12 + x^2;            (-1, 1)
            x;                      (0, 1]
            1 - tanh(x)^2;          (-inf, inf)
            1 - 1/(1 + exp(-x));    (-inf, inf)
            x + y;                  (0, inf)
            x^2 + y^2 + 0.001;      (-inf, inf)
            2 + sin(x*y);           [-10, 10]
            x - y*x + 1e-3;         (0, 1)
            exp(-x);                (0, inf)
            """)
    void whatIsNowhereZeroIsShownToBe(String formula, String domain) {
        assertThat(Enclosures.in(square(domain)).nowhereZero(Expression.parse(formula)))
                .matches(Answer::isShown, formula);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            x - 1/3;                (0, 1)
            x;                      [0, 1]
            x^2 - 2;                (-inf, inf)
            (x - 3)^2;              (0, 10)
            1 - cos(x);             [-1, 1]
            x - 0.99999;            (0, 1)
            x + y - 1.9999999;      (0, 1)
            x - x;                  (0, 1)
            """)
    void aZeroIsFound(String formula, String domain) {
        assertThat(Enclosures.in(square(domain)).nowhereZero(Expression.parse(formula)))
                .matches(Answer::isRefuted, formula);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            x*(1 - x) <= 0.25001;   (-inf, inf)
            x^2 + y^2 >= 2*x*y - 1e-3; [-1, 1]
            sin(x) < x;             [0.01, 50]
            exp(x) > x;             [-50, 50]
            """)
    void comparisonsAreShown(String condition, String domain) {
        assertThat(Enclosures.in(square(domain)).withBudget(20_000_000).holds(Condition.parse(condition)))
                .matches(Answer::isShown, condition);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            1.001*x <= 1;           (0, 1)
            x*(1 - x) <= 0.2499;    (-inf, inf)
            x*y < 0.999999;         (0, 1]
            x < 5;                  [0, 5]
            """)
    void comparisonsThatFailSomewhereAreRefuted(String condition, String domain) {
        assertThat(Enclosures.in(square(domain)).holds(Condition.parse(condition)))
                .matches(Answer::isRefuted, condition);
    }

    @Test
    void assumptionsNarrowTheRegion() {
        Region triangle = square("(0, 1)").assuming(Condition.parse("x > y + 0.01"));
        Expression difference = Expression.parse("x - y");
        assertThat(Enclosures.in(triangle).nowhereZero(difference).isShown()).isTrue();
        assertThat(Enclosures.in(square("(0, 1)")).nowhereZero(difference).isRefuted())
                .isTrue();
    }

    @Test
    void aZeroThatIsOnlyTouchedAtANumberThatIsNoDoubleIsLeftOpen() {
        Answer answer = Enclosures.in(square("(0, 2)")).nowhereZero(Expression.parse("(x^2 - 2)^2"));
        assertThat(answer.state()).isEqualTo(Answer.State.OPEN);
        assertThat(answer.effort()).startsWith("undecided: ").contains("boxes left");
    }

    @Test
    void theBudgetEndsTheSearch() {
        Answer answer = Enclosures.in(square("(-1, 1)"))
                .withBudget(100)
                .nowhereZero(Expression.parse("x^2 + y^2 - 2*x*y*cos(x - y) + 1e-9"));
        assertThat(answer.state()).isEqualTo(Answer.State.OPEN);
        assertThat(answer.boxes()).isLessThan(100);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ((x - 0.371234)/1e-9)^2;                      0.371234
            (x - 0.25)^4;                                 0.25
            abs(x - 0.123456789);                         0.123456789
            cosh((x - 0.7)/1e-6);                         0.7
            """)
    void theSmallestPlaceIsFoundHoweverNarrow(String formula, double place) {
        Region line = Region.of(Map.of("x", Domain.parse("(0, 1)")));
        List<? extends Map<String, Double>> places = Extremes.smallest(Expression.parse(formula), line);
        assertThat(places).anySatisfy(found -> assertThat(found.get("x")).isCloseTo(place, within(1e-12)));
    }

    @Test
    void onlyRootsAreToldFromOthers() {
        Region line = Region.of(Map.of("x", Domain.parse("(0, 10)"), "a", Domain.parse("(0.1, 0.9)")));
        long budget = 2_000_000;
        assertThat(OnlyRoot.of(Expression.parse("x - a"), "x", Expression.parse("a"), line, budget)
                        .isShown())
                .isTrue();
        assertThat(OnlyRoot.of(Expression.parse("exp(x) - exp(a)"), "x", Expression.parse("a"), line, budget)
                        .isShown())
                .isTrue();
        assertThat(OnlyRoot.of(Expression.parse("(x - a)*(x - 3)"), "x", Expression.parse("a"), line, budget)
                        .isRefuted())
                .isTrue();
        assertThat(OnlyRoot.of(Expression.parse("(x - a)*(x - 3)^2"), "x", Expression.parse("a"), line, budget)
                        .isRefuted())
                .isTrue();
    }
}
