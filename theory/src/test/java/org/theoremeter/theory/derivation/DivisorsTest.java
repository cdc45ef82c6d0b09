package org.theoremeter.theory.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;

/** A divisor surely vanishes somewhere, or it does not, however small doubles make it. */
class DivisorsTest {

    private static Region region(String domain) {
        return Region.of(Map.of("x", Domain.parse(domain), "k", Domain.parse("integer [0, inf)")));
    }

    private static Optional<Divisors.Vanishing> vanishing(String divisor, String domain) {
        return new Divisors(region(domain)).vanishing(Expression.parse("1/(" + divisor + ")"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // changes its sign at a number that is no double
                "x - 1/3 | (0, 1)",
                "exp(x) - 2 | (0, 1)",
                "x^3 - 2 | (-inf, inf)",
                // is 0 where functions are at their trivial arguments
                "1 - cos(x) | (-1, 1)",
                "sqrt(x) - 2 | (1, 9)",
                // is 0 everywhere, and at an edge that belongs to the domain
                "x - x | (0, 1)",
                "(x + 1)^2 - x^2 - 2*x - 1 | (0, 1)",
                "x | [0, 1]",
                "2 - 2 | (0, 1)",
            })
    void vanishForCertain(String divisor, String domain) {
        assertThat(vanishing(divisor, domain)).as(divisor).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // positive everywhere, but 0 in double precision: 1 − tanh²(400) is about 4·10⁻³⁴⁷
                "1 - tanh(x)^2 | (-inf, inf)",
                "1 - 1/(1 + exp(-x)) | (-inf, inf)",
                "exp(-1e6*x) | (1, 2)",
                // small against its typical size, not 0
                "1e-12 + x^2 | (-1, 1)",
                // rounding changes the sign of a number that is positive
                "exp(x)*exp(-x) - 1 + 1e-18 | (0, 1)",
                // jumps over 0
                "piecewise(x > 0.3, 1, -1) + 0.5 | (-1, 1)",
            })
    void areNotTakenToVanishWhereDoublePrecisionCannotTell(String divisor, String domain) {
        assertThat(vanishing(divisor, domain)).as(divisor).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"x | (0, 1)", "x^2 + 1 | (-inf, inf)", "k - 1.5 | (0, 1)", "x - 1 | (0, 1)"})
    void areSeenToStayAway(String divisor, String domain) {
        assertThat(vanishing(divisor, domain)).as(divisor).isEmpty();
    }
}
