package org.theoremeter.theory.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.IterativeLegendreGaussIntegrator;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.theory.Laws;

/** Holds the laws against the loss with its exact time arctan(X/√r)/√r, of which they keep two orders of 1/X. */
class ConsistencyLawsTest {

    private static final double WINDOW = 12;

    private static double law(String name, String value, Map<String, Double> symbols) {
        return Laws.named(name).orElseThrow().values().get(value).evaluate(symbols);
    }

    private static double time(double r, double ceiling) {
        return Math.atan(ceiling / Math.sqrt(r)) / Math.sqrt(r);
    }

    private static double slope(DoubleUnaryOperator f, double r) {
        double step = 1e-5 * r;
        return (f.applyAsDouble(r + step) - f.applyAsDouble(r - step)) / (2 * step);
    }

    /** The r whose output switches on at this time. */
    private static double switchingAt(double time, double ceiling) {
        return new BracketingNthOrderBrentSolver(1e-15, 1e-18, 5).solve(200, r -> time(r, ceiling) - time, 1e-5, 1);
    }

    @ParameterizedTest
    @CsvSource({"40, 50, 0.3, 20", "40, 5, 2, 3", "15, 20, 0.01, 50", "15, 20, 10, 8"})
    void theSearchIsTheIntegralOfTheInverseSlope(double delay, double ceiling, double consistency, double start) {
        double optimum = switchingAt(delay, ceiling);
        double expected = new IterativeLegendreGaussIntegrator(20, 1e-10, 1e-13)
                .integrate(
                        100_000,
                        r -> 1 / (consistency * ceiling - slope(x -> time(x, ceiling), r) / delay),
                        optimum,
                        start * optimum);
        double found = law(
                "consistency.search",
                "search-time",
                Map.of("delay", delay, "ceiling", ceiling, "consistency", consistency, "start", start));
        // the next order of 1/X is r/(3X³) of the time, below 1e-6 here but for its slope far up: 4 r^(3/2)/(3πX³)
        double next = 4 * Math.pow(start * optimum, 1.5) / (3 * Math.PI * Math.pow(ceiling, 3));
        assertThat(found).isCloseTo(expected, within((1e-5 + next) * expected));
        assertThat(next).isLessThan(1e-3);
    }

    @ParameterizedTest
    @CsvSource({"40, 50", "40, 5", "15, 20"})
    void theStrengthsCancelTheSlopes(double delay, double ceiling) {
        Map<String, Double> symbols = Map.of("delay", delay, "ceiling", ceiling, "window", WINDOW);
        DoubleUnaryOperator late = r -> (time(r, ceiling) - delay) / WINDOW;
        double critical = -slope(late, switchingAt(delay, ceiling)) / ceiling;
        double fatal = -slope(late, switchingAt(delay + WINDOW, ceiling)) / ceiling;
        assertThat(law("consistency.strength", "critical-strength", symbols))
                .isCloseTo(critical, within(1e-5 * critical));
        assertThat(law("consistency.strength", "fatal-strength", symbols)).isCloseTo(fatal, within(1e-5 * fatal));
    }

    @ParameterizedTest
    @CsvSource({"40, 50, 0.3", "40, 5, 2", "15, 20, 0.01"})
    void atTheCriticalRateAStepFromTheOptimumReachesTheDeadZone(double delay, double ceiling, double consistency) {
        double rate = law(
                "consistency.critical-rate",
                "rate",
                Map.of("delay", delay, "ceiling", ceiling, "window", WINDOW, "consistency", consistency));
        double optimum = switchingAt(delay, ceiling);
        double pull = consistency * ceiling - slope(r -> time(r, ceiling), optimum) / delay;
        double way = optimum - switchingAt(delay + WINDOW, ceiling);
        assertThat(rate * pull).isCloseTo(way, within(1e-5 * way));
    }

    @Test
    void weakPenaltiesLeaveTheRateOfTheory3() {
        double rate = law(
                "consistency.critical-rate",
                "rate",
                Map.of("delay", 40.0, "ceiling", 1e9, "window", 10.0, "consistency", 1e-20));
        // theory 3.2
        double expected = Math.pow(Math.PI, 4) / (8 * 1600) * (1 / 1600.0 - 1 / 2500.0);
        assertThat(rate).isCloseTo(expected, within(1e-9 * expected));
    }
}
