package org.theoremeter.simulate.experiment.shortterm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Runs;

class LossExperimentTest {

    private static final String SLOW_POINT = "short-term/slow-point";
    private static final String LIMIT_CYCLE = "short-term/limit-cycle";

    @ParameterizedTest
    @ValueSource(doubles = {1e-5, 6e-4, 0.02, 1, 50})
    void aSlowPointBlowsUpWhenQuadratureSaysSo(double r) {
        // t⋆ = ∫₀^∞ dx/(r + x²), with x = √r s/(1 − s): by Simpson's rule over (0, 1), error below 1e-13
        int panels = 2000;
        double sum = 0;
        for (int i = 0; i <= panels; i++) {
            double s = (double) i / panels;
            double weight = i == 0 || i == panels ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight / ((1 - s) * (1 - s) + s * s);
        }
        double expected = sum / (3 * panels) / Math.sqrt(r);
        // theory 3.1, as a second route
        assertThat(expected).isCloseTo(Math.PI / (2 * Math.sqrt(r)), within(1e-13 * expected));
        Observation run = Runs.run(SLOW_POINT, 0, Map.of("r", r, "delay", 500, "window", 10));
        double found = Runs.scalar(run, "blow-up-time");
        assertThat(found).isCloseTo(expected, within(1e-10 * expected));
        assertThat(Math.abs(found - expected))
                .isLessThanOrEqualTo(run.measurements().get("blow-up-time").error());
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.003", "0.5, 0.02", "1, 0.02", "3, 0.3", "0.01, 0.02", "0.5, -0.02"})
    void aLimitCycleSwitchesEveryHalfPeriodWhateverItsStart(double radius, double r) {
        Observation run = Runs.run(LIMIT_CYCLE, 0, Map.of("r", r, "radius", radius, "delay", 300, "window", 13));
        Measurement.Series crossings = Runs.series(run, "crossings");
        double half = 1 / (2 * Math.abs(r));
        assertThat(crossings.values()).hasSize((int) Math.floor(313 / half));
        for (int i = 0; i < crossings.values().length; i++) {
            assertThat(crossings.at()[i]).isEqualTo(i + 1.0);
            // θ = 2πrt passes a multiple of π (theory 3.3)
            assertThat(crossings.values()[i]).isCloseTo((i + 1) * half, within(1e-10 * 313));
            assertThat(crossings.values()[i]).isCloseTo((i + 1) * half, within(crossings.error()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // the three pieces of theory 3.1 and r ≤ 0: t⋆ = π/(2√r) is 57, 66, 91 and never
        "7.6e-4, 60, 10",
        "5.66e-4, 60, 10",
        "3e-4, 60, 10",
        "-1e-3, 60, 10",
        "0, 60, 10",
        "0.5, 2, 7",
        "1e-6, 1500, 100"
    })
    void theLossOfASlowPointIsThatOfItsOutput(double r, double delay, double window) {
        double blowUp = r > 0 ? Math.PI / (2 * Math.sqrt(r)) : Double.POSITIVE_INFINITY;
        isTheLossOf(t -> t > blowUp, SLOW_POINT, r, delay, window);
    }

    @ParameterizedTest
    @CsvSource({
        // every piece of theory 3.3, the further one of long windows, beyond 1/T_d, backwards, and standing still
        "0.007, 60, 10",
        "0.0075, 60, 10",
        "0.011, 60, 10",
        "0.0155, 60, 10",
        "0.018, 40, 36",
        "0.022, 40, 36",
        "0.12, 60, 10",
        "-0.005, 60, 10",
        "-0.011, 60, 10",
        "0, 60, 10"
    })
    void theLossOfALimitCycleIsThatOfItsOutput(double r, double delay, double window) {
        isTheLossOf(t -> Math.sin(2 * Math.PI * r * t) < 0, LIMIT_CYCLE, r, delay, window);
    }

    private static void isTheLossOf(DoublePredicate on, String name, double r, double delay, double window) {
        int points = 200_000;
        double expected = 0;
        for (int i = 0; i < points; i++) {
            double share = (i + 0.5) / points;
            expected += on.test(share * delay) ? 1.0 / points : 0;
            expected += on.test(delay + share * window) ? 0 : 1.0 / points;
        }
        Observation run = Runs.run(name, 0, Map.of("r", r, "delay", delay, "window", window));
        // each edge of the output costs the midpoint rule half a point at most; at most 20 edges
        assertThat(Runs.scalar(run, "loss")).isCloseTo(expected, within(10.0 / points));
        assertThat(run.measurements().get("loss").error()).isLessThan(1e-8);
    }

    @ParameterizedTest
    @CsvSource({
        "short-term/slow-point, 7.6e-4, 60, 10",
        "short-term/slow-point, 5.66e-4, 60, 10",
        "short-term/slow-point, 3e-4, 60, 10",
        "short-term/slow-point, 0.5, 2, 7",
        "short-term/limit-cycle, 0.0075, 60, 10",
        "short-term/limit-cycle, 0.011, 60, 10",
        "short-term/limit-cycle, 0.0155, 60, 10",
        "short-term/limit-cycle, 0.022, 40, 36",
        "short-term/limit-cycle, 0.12, 60, 10",
        "short-term/limit-cycle, -0.011, 60, 10"
    })
    void theSlopeIsThatOfFiniteDifferences(String name, double r, double delay, double window) {
        double step = 1e-5 * Math.abs(r);
        double above = loss(name, r + step, delay, window);
        double below = loss(name, r - step, delay, window);
        double expected = (above - below) / (2 * step);
        Observation run = Runs.run(name, 0, Map.of("r", r, "delay", delay, "window", window));
        double found = Runs.scalar(run, "slope");
        // third derivatives of r^(−1/2) and 1/r: at most 6·(1e-5)²/6 relative; rounding 1e-11/(1e-5 r slope)
        assertThat(found).isCloseTo(expected, within(1e-6 * Math.abs(expected) + 1e-12 / step));
        assertThat(run.measurements().get("slope").error()).isLessThanOrEqualTo(1e-6 * Math.abs(expected));
    }

    @Test
    void declaredErrorsBoundWhatIsWrong() {
        for (double factor = 1.001; factor < 4; factor *= 1.13) {
            double r = factor * Math.PI * Math.PI / (4 * 70 * 70);
            Observation run = Runs.run(SLOW_POINT, 0, Map.of("r", r));
            double blowUp = Math.PI / (2 * Math.sqrt(r));
            double loss = blowUp > 60 ? (blowUp - 60) / 10 : (60 - blowUp) / 60;
            double slope = -Math.PI / (4 * Math.pow(r, 1.5)) / (blowUp > 60 ? 10 : -60);
            assertThat(Runs.scalar(run, "loss"))
                    .isCloseTo(loss, within(run.measurements().get("loss").error()));
            assertThat(Runs.scalar(run, "slope"))
                    .isCloseTo(slope, within(run.measurements().get("slope").error()));
        }
    }

    @Test
    void whatDoesNotSwitchHasNoTimes() {
        assertThat(Runs.run(SLOW_POINT, 0, Map.of("r", 1e-4)).measurements()).containsOnlyKeys("loss", "slope");
        assertThat(Runs.run(LIMIT_CYCLE, 0, Map.of("r", 0.001)).measurements()).containsOnlyKeys("loss", "slope");
    }

    @Test
    void refusesByName() {
        for (String name : new String[] {SLOW_POINT, LIMIT_CYCLE}) {
            for (double wrong : new double[] {0, -1, 20_000}) {
                assertThatThrownBy(() -> Runs.run(name, 0, Map.of("delay", wrong)))
                        .hasMessage("delay: found " + wrong + ", accepted: a number in (0, 10000]");
                assertThatThrownBy(() -> Runs.run(name, 0, Map.of("window", wrong)))
                        .hasMessage("window: found " + wrong + ", accepted: a number in (0, 10000]");
            }
        }
        assertThatThrownBy(() -> Runs.run(LIMIT_CYCLE, 0, Map.of("r", 3, "delay", 40, "window", 10)))
                .hasMessage("r: found 3.0, accepted: a number in [-2, 2] for so long a trial");
    }

    private static double loss(String name, double r, double delay, double window) {
        return Runs.scalar(Runs.run(name, 0, Map.of("r", r, "delay", delay, "window", window)), "loss");
    }
}
