package org.theoremeter.theory.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.theory.critical.OptimumSearch.Ending;

/** Losses that were made to be got wrong, each with its answer. */
class OptimumSearchTest {
    private static OptimumSearch.Spot spot(String loss, String... domains) {
        List<String> trained = new ArrayList<>();
        for (String domain : domains) {
            trained.add(domain.substring(0, domain.indexOf(' ')));
        }
        return new OptimumSearch(Losses.of(loss, String.join(" ", trained), domains)).at(Map.of());
    }

    static Stream<Arguments> optima() {
        return Stream.of(
                // dips of widths that no grid of starts meets, which the slope of what surrounds them shifts by
                // slope/curvature
                arguments("(x-1)^2/2 - 2*exp(-((x-0.3)/1e-4)^2)", "x (-3, 3)", 0.3 + 0.7 / 4e8, 2 / (1 + 4e8), 1e-6),
                arguments("x^2 - 5/(1 + ((x-0.3)/1e-5)^2)", "x (-3, 3)", 0.3, 2 / (2 + 1e11), 1e-6),
                arguments(
                        "x^2 - 3*exp(-1e8*(x - pi/10)^2)",
                        "x (-3, 3)",
                        Math.PI / 10 * (1 - 2 / 6e8),
                        2 / (2 + 6e8),
                        1e-6),
                arguments("min(x^2, 1e8*(x-0.7)^2 - 1)", "x (-3, 3)", 0.7, 1e-8, 1e-12),
                arguments("tanh((x-0.2)/1e-5)^2 + (x-0.2)^2", "x (-9, 9)", 0.2, 2 / (2e10 + 2), 1e-12),
                arguments("x^2 - exp(-((x-1234.5)/1e-3)^2)*1e8", "x (-inf, inf)", 1234.5, 2 / (2 + 2e14), 1e-6),
                // kinks elsewhere, or such that all pieces agree to second order
                arguments("(x-2)^2/2 + max(x-3, 0)", "x (-5, 5)", 2, 2, 1e-14),
                arguments("abs(x)^2", "x (-3, 3)", 0, 1, 1e-14),
                arguments("abs(x) + (x-2)^2/2", "x (-9, 9)", 1, 2, 1e-14),
                arguments("piecewise(x < 0, x^2, x^2 + x^4)", "x (-3, 3)", 0, 1, 1e-14),
                arguments("sqrt(x^2 + 1e-6)", "x (-3, 3)", 0, 2e-3, 1e-12),
                // no formula: e^x + x = 2 at x = 2 − W(e²) = 0.442854401…; cos x = x at 0.739085133…
                arguments("exp(x) + x^2/2 - 2*x", "x (-3, 3)", 0.4428544010023886, 2 / (3 - 0.4428544010023886), 1e-14),
                arguments(
                        "x^2/2 - sin(x)",
                        "x (-3, 3)",
                        0.7390851332151607,
                        2 / (1 + Math.sin(0.7390851332151607)),
                        1e-14),
                // the optimum is not the round number beside it
                arguments("x^2/2 - 1e-10*x", "x (-3, 3)", 1e-10, 2, 1e-14),
                // 3y⁴ + 4y³ has an inflection at 0, where Newton's method stops; L″ = 36y² + 24y
                arguments("3*x^4 + 4*x^3", "x (-3, 3)", -1, 2 / 12.0, 1e-14),
                // the infimum at infinity is as low as the minimum, not lower: L″(0) = 2
                arguments("x^2/(1 + x^4)", "x (-inf, inf)", 0, 1, 1e-14),
                arguments("x*ln(x)", "x positive", 1 / Math.E, 2 / Math.E, 1e-14));
    }

    /** The tolerance covers that what surrounds the dip shifts its minimum and bends it, relative to its curvature. */
    @ParameterizedTest
    @MethodSource("optima")
    void findsTheOptimumAndItsRate(String loss, String domain, double x, double rate, double tolerance) {
        OptimumSearch.Spot spot = spot(loss, domain);
        assertThat(spot.obstacle()).isEmpty();
        assertThat(spot.state().get("x")).isCloseTo(x, within(1e-9 * Math.max(1e-6, Math.abs(x))));
        Optional<NumericalRate> found = NumericalRate.of(Losses.of(loss, "x", domain), spot);
        assertThat(found.orElseThrow().value()).isCloseTo(rate, within(tolerance * rate));
        assertThat(found.orElseThrow().isConfirmed()).isTrue();
        assertThat(found.orElseThrow().error()).isLessThan(1e-13 * rate);
    }

    static Stream<Arguments> none() {
        return Stream.of(
                // kinks and jumps at the minimum
                arguments("abs(x-1)", Ending.KINK, "x − 1 is 0 there.*different slopes"),
                arguments("sqrt((x-1)^2)", Ending.KINK, "under a root"),
                arguments("(x^2)^(3/4)", Ending.KINK, "broken power"),
                arguments("max(x, 0)^2 + 3*min(x, 0)^2", Ending.KINK, "different second derivatives"),
                arguments("1e-9*max(x, 0)^2 + 3e-9*min(x, 0)^2", Ending.KINK, "different second derivatives"),
                arguments("piecewise(x < 0, x^2, 2*x^2)", Ending.KINK, "different second derivatives"),
                arguments("piecewise(x < 1, 1 - x, 2*x - 2)", Ending.KINK, "different slopes"),
                arguments("piecewise(x < 0.5, x^2 + 1, (x-0.5)^2)", Ending.KINK, "different values"),
                arguments("2*abs(x) + (x-1)^2/2", Ending.KINK, "x is 0 there"),
                // sets
                arguments("max(x, 0)^2", Ending.SET, "not a point"),
                arguments("0*x + 1", Ending.SET, "not a point"),
                // minima at an end or at infinity
                arguments("exp(-x)", Ending.ELSEWHERE, "x → 3"),
                arguments("x^3", Ending.ELSEWHERE, "x → -3"),
                arguments("x^2 - 1e-12/(x-0.3)^2", Ending.ELSEWHERE, "near x = 0\\.(3|2999|3000)"),
                // equal minima: L″ = 2(x + 2)²(1 + x²) = 36 at 1, and 2(x − 1)²(1 + x²) = 90 at −2
                arguments("(x-1)^2*(x+2)^2*(1+x^2)", Ending.SEVERAL, "x = 1; x = -2"));
    }

    @ParameterizedTest
    @MethodSource("none")
    void saysWhyThereIsNone(String loss, Ending ending, String says) {
        OptimumSearch.Spot spot = spot(loss, "x (-3, 3)");
        assertThat(spot.ending()).as(spot.toString()).isEqualTo(ending);
        assertThat(spot.obstacle().orElseThrow()).containsPattern(says);
    }

    /** −2x²/(x² + 10⁸) goes to −2 only beyond |x| = 10⁴, where no start lies. */
    @Test
    void looksFarOut() {
        OptimumSearch.Spot spot = spot("1 - exp(-x^2) - 2*x^2/(x^2 + 1e8)", "x (-inf, inf)");
        assertThat(spot.ending()).isEqualTo(Ending.ELSEWHERE);
        assertThat(spot.obstacle().orElseThrow()).contains("∞");
        assertThat(spot("2*x", "x (-inf, inf)").obstacle().orElseThrow()).contains("x → −∞");
        assertThat(spot("exp(-x)", "x positive").obstacle().orElseThrow()).contains("x → ∞");
    }

    @Test
    void findsDipsInSeveralSymbols() {
        for (String dip :
                List.of("exp(-((x-0.3)^2 + (y-0.2)^2)/1e-8)", "exp(-((x-0.3)/1e-4)^2)*exp(-((y-0.2)/1e-4)^2)")) {
            OptimumSearch.Spot spot = spot("x^2 + y^2 - 5*" + dip, "x (-3, 3)", "y (-3, 3)");
            assertThat(spot.obstacle()).isEmpty();
            // the slope of x² + y² over the curvature 10/w² shifts the dip by 6e-10
            assertThat(spot.state().get("x")).isCloseTo(0.3, within(1e-9));
            assertThat(spot.state().get("y")).isCloseTo(0.2, within(1e-9));
        }
    }

    @Test
    void tellsSaddlesFlatAndSlowlyRisingDirections() {
        OptimumSearch.Spot quartic = spot("x^2 + y^4", "x (-3, 3)", "y (-3, 3)");
        assertThat(quartic.obstacle()).isEmpty();
        assertThat(quartic.strict()).isFalse();
        OptimumSearch.Spot slow = spot("x^2 + 1e-11*y^2", "x (-3, 3)", "y (-3, 3)");
        assertThat(slow.obstacle()).isEmpty();
        assertThat(slow.strict()).isTrue();
        assertThat(spot("x^2 - 1e-11*y^2 + 1e-11*y^4", "x (-3, 3)", "y (-0.5, 0.5)")
                        .ending())
                .isEqualTo(Ending.ELSEWHERE);
        assertThat(spot("x^2 + y^3", "x (-3, 3)", "y (-3, 3)").ending()).isEqualTo(Ending.ELSEWHERE);
        assertThat(spot("(x^2 + y^2 - 1)^2", "x (-3, 3)", "y (-3, 3)").ending()).isEqualTo(Ending.SET);
        assertThat(spot("3*x^4 + 4*x^3", "x (-3, 3)").remarks()).isEmpty();
    }

    /** cos 20x has 64 wells; the lowest is where sin 20x = −1 next to 0, and x²/100 moves it by x/20000. */
    @Test
    void startsAsOftenAsManyMinimaDemand() {
        OptimumSearch.Spot spot = spot("x^2/100 + sin(20*x)", "x (-10, 10)");
        assertThat(spot.obstacle()).isEmpty();
        assertThat(spot.state().get("x")).isCloseTo(-Math.PI / 40, within(1e-5));
        // 6,000 wells are more than the search can be sure of
        assertThat(spot("x^2/1e8 + sin(2000*x)", "x (-10, 10)").ending()).isEqualTo(Ending.UNFINISHED);
    }

    /** L″ = 12x² − 4 = 8 at both. */
    @Test
    void takesOneOfMinimaThatAreAlike() {
        OptimumSearch.Spot spot = spot("(x^2 - 1)^2", "x (-4, 4)");
        assertThat(spot.obstacle()).isEmpty();
        assertThat(spot.state().get("x")).isEqualTo(1);
        assertThat(spot.remarks()).singleElement().asString().contains("2 minima of the same loss", "x = 1; x = -1");
    }
}
