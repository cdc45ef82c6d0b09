package org.theoremeter.theory.symbolic.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainTest {
    private static final String INTERVALS = "(0, 1);[0, inf);(-inf, inf);(-inf, 3];[2, 2];(1e-300, 2e-300);"
            + "(1, 1.0000000000000004);(-1e308, 1e308);[-5, -2.5);(1e15, 1e16)";

    @Test
    void containsWhatLiesBetweenItsEnds() {
        Domain domain = Domain.parse("(0, 1]");
        assertThat(domain).isEqualTo(new Domain(0, true, 1, false));
        assertThat(domain.contains(1)).isTrue();
        assertThat(domain.contains(Double.MIN_VALUE)).isTrue();
        assertThat(domain.contains(0)).isFalse();
        assertThat(domain.contains(Double.NaN)).isFalse();
        assertThat(Domain.reals().contains(-1e300)).isTrue();
        assertThat(Domain.reals().contains(Double.POSITIVE_INFINITY)).isFalse();
    }

    @Test
    void readsBackWhatItWrites() {
        for (String text : INTERVALS.split(";")) {
            Domain domain = Domain.parse(text);
            assertThat(Domain.parse(domain.toString())).isEqualTo(domain);
        }
        assertThat(Domain.parse(" ( -.5 , +inf ) ")).hasToString("(-0.5, inf)");
    }

    @Test
    void mapsTheUnitIntervalInside() {
        double[] units = {Double.MIN_VALUE, 1e-300, 1e-16, 0.1, 0.5, 0.9, 1 - 1e-16, Math.nextDown(1.0)};
        for (String text : INTERVALS.split(";")) {
            Domain domain = Domain.parse(text);
            double before = Double.NEGATIVE_INFINITY;
            for (double unit : units) {
                double point = domain.point(unit);
                assertThat(domain.contains(point)).as("%s at %s", text, unit).isTrue();
                assertThat(point).isFinite().isGreaterThanOrEqualTo(before);
                before = point;
            }
            assertThat(domain.nearEdges()).isNotEmpty().isSorted().allMatch(domain::contains);
        }
    }

    @ParameterizedTest
    @CsvSource({"'(0, 4)', 1", "'(-1, 3)', 0", "'(1, inf)', 1.3333333333333333", "'(-inf, 1)', -2"})
    void mapsAQuarter(String text, double expected) {
        // Bounded linearly; above by u/(1 − u) = 1/3, below by −(1 − u)/u = −3, exact to one rounding.
        assertThat(Domain.parse(text).point(0.25)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0, 1",
                "(0 1)",
                "(1, 0)",
                "(1, 1)",
                "[1, 1)",
                "(inf, inf)",
                "[-inf, 0]",
                "(0, inf]",
                "(nan, 1)",
                "(a, b)",
                "(0, 1e999)",
                "(0, 1, 2)",
                "(inf, -inf)",
                "(0, 4.9e-324)"
            })
    void refusesWhatIsNoInterval(String text) {
        assertThatThrownBy(() -> Domain.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found")
                .hasMessageContaining("accepted: an interval such as (0, 1), [0, inf) or (-inf, inf)");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, Double.NaN})
    void refusesUnitsOutside(double unit) {
        assertThatThrownBy(() -> Domain.reals().point(unit)).isInstanceOf(IllegalArgumentException.class);
    }
}
