package org.theoremeter.simulate.experiment.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Runs;
import org.theoremeter.simulate.ode.ReducedRun;
import org.theoremeter.simulate.ode.Trajectory;
import org.theoremeter.theory.Laws;

/** Experiments whose target is the damped oscillator of theory 2. */
class OscillatorTest {

    private static final String FLOW = "linear-rnn/gradient-flow";
    private static final String DESCENT = "linear-rnn/gradient-descent";
    private static final String RATE = "linear-rnn/critical-rate";
    private static final String STEPS = "linear-rnn/steps-to-learn";

    private static final Map<String, Object> ON_A_PLANE = Map.of(
            "target", "oscillator", "cstar", 0.3, "neurons", 9, "start-w12", 0.2, "start-w21", -0.25, "start-w11", 0.1);

    private static Map<String, Object> with(Map<String, Object> given, Object... more) {
        Map<String, Object> all = new HashMap<>(given);
        for (int i = 0; i < more.length; i += 2) {
            all.put((String) more[i], more[i + 1]);
        }
        return all;
    }

    @Test
    void aStartOnAPlaneFollowsTheFourEquationsAndStaysThere() {
        Observation run = Runs.run(FLOW, 0, with(ON_A_PLANE, "horizon", 40, "samples", 200));
        // the second direction is that of (w12 − w21) e2 with w12 − w21 > 0
        assertThat(Runs.scalar(run, "initial-w12")).isCloseTo(0.2, within(1e-13));
        Trajectory plane = ReducedRun.of(
                        Laws.named("oscillator.plane").orElseThrow().dynamics().orElseThrow())
                .run(
                        Map.of("w11", 0.1, "w12", 0.2, "w21", -0.25, "w22", 0.0),
                        Map.of("cstar", 0.3, "omegastar", 1.0),
                        40);
        for (String entry : new String[] {"w11", "w12", "w21", "w22"}) {
            Measurement.Series found = Runs.series(run, "plane-" + entry);
            for (int i = 0; i < found.at().length; i++) {
                // theory 0.4: exact, up to what both declare as their error
                assertThat(found.values()[i])
                        .isCloseTo(plane.state(entry, found.at()[i]), within(found.error() + plane.error()));
            }
        }
        Measurement.Series outside = Runs.series(run, "outside-span");
        assertThat(Arrays.stream(outside.values())).allMatch(rest -> rest < outside.error());
        assertThat(outside.error()).isLessThan(1e-12);
        // both eigenvalues by the trace and the determinant
        Measurement.Series real = Runs.series(run, "pair-real");
        Measurement.Series imaginary = Runs.series(run, "pair-imaginary");
        int last = real.at().length - 1;
        double tau = real.at()[last];
        assertThat(imaginary.values()[last]).isCloseTo(plane.observable("frequency", tau), within(real.error() + 1e-8));
        assertThat(real.values()[last]).isCloseTo(plane.observable("outlier", tau), within(real.error() + 1e-8));
        // the target is nearly reached, where the pair has turned fast for long
        assertThat(imaginary.values()[last]).isCloseTo(1, within(0.01));
        assertThat(run.events().get("pair")).isLessThan(Runs.scalar(run, "plateau-end"));
    }

    @Test
    void thePlateauEndsWhereThePairTurnsHalfAsFastAsTheTarget() {
        Map<String, Object> given = with(ON_A_PLANE, "start-w12", 0.02, "start-w21", -0.02, "horizon", 60);
        Observation run = Runs.run(FLOW, 0, given);
        double end = Runs.scalar(run, "plateau-end");
        Observation until = Runs.run(FLOW, 0, with(given, "horizon", end, "samples", 100));
        double[] imaginary = Runs.series(until, "pair-imaginary").values();
        assertThat(imaginary[imaginary.length - 1]).isCloseTo(0.5, within(1e-6));
        assertThat(run.measurements().get("plateau-end").error()).isLessThan(1e-4);
        // by steps of descent: later by less than a few of them, an error of first order in the rate
        double rate = 0.01;
        Observation descent = Runs.run(DESCENT, 0, with(given, "rate", rate));
        assertThat(Runs.scalar(descent, "plateau-end")).isCloseTo(end, within(30 * rate));
        Observation learned = Runs.run(FLOW, 0, with(given, "within", 0.1));
        assertThat(Runs.scalar(learned, "learning-time")).isGreaterThan(end);
    }

    @Test
    void learnedMeansThatThePairIsNearThatOfTheTarget() {
        Observation run = Runs.run(FLOW, 0, with(ON_A_PLANE, "horizon", 60, "within", 0.05, "stop", "learned"));
        Measurement.Series real = Runs.series(run, "pair-real");
        int last = real.at().length - 1;
        double distance = Math.hypot(
                real.values()[last] - 0.7, Runs.series(run, "pair-imaginary").values()[last] - 1);
        assertThat(real.at()[last]).isEqualTo(Runs.scalar(run, "learning-time"));
        // located to the declared error of the time, at speeds below 1
        assertThat(distance).isCloseTo(0.05 * 0.3, within(1e-6));
    }

    @Test
    void fromZeroWeightsTrainingEndsAtTheBestRealMode() {
        Observation run = Runs.run(
                FLOW, 0, Map.of("target", "oscillator", "cstar", 0.2, "neurons", 6, "horizon", 120, "samples", 4));
        double c = 1 - Runs.scalar(run, "final-outlier");
        double s = c + 0.2;
        // theory 2.3, the plateau: 1/(4c²) = (s² − ω⋆²)/(s² + ω⋆²)²; the mode relaxes by e^{−τ/4}, 1e-13 at the end
        assertThat(1 / (4 * c * c)).isCloseTo((s * s - 1) / Math.pow(s * s + 1, 2), within(1e-9));
        assertThat(run.events()).doesNotContainKey("pair");
        assertThat(run.measurements()).doesNotContainKeys("plateau-end", "learning-time");
    }

    @ParameterizedTest
    @CsvSource({"0.3, 1", "0.3, 2.5"})
    void theCriticalRateIsThatOfTheGramMatrix(double cstar, double omegastar) {
        Map<String, Object> given = Map.of(
                "target",
                "oscillator",
                "cstar",
                cstar,
                "omegastar",
                omegastar,
                "neurons",
                4,
                "start",
                1.05 * cstar,
                "low",
                10,
                "high",
                60,
                "bracket",
                2e-3,
                "horizon",
                1500,
                "within",
                1e-3);
        Measurement rate = Runs.run(RATE, 0, given).measurements().get("critical-rate");
        double expected = value("rate", cstar, omegastar, 0.5);
        assertThat(((Measurement.Scalar) rate).value()).isCloseTo(expected, within(rate.error()));
        assertThat(rate.error()).isLessThan(0.01 * expected);
    }

    @Test
    void discreteTimeHasItsOwnCriticalRate() {
        Map<String, Object> given = with(
                Map.of("target", "oscillator", "cstar", 0.3, "neurons", 4, "start", 0.315, "horizon", 1500),
                "low",
                5,
                "high",
                60,
                "bracket",
                2e-3,
                "within",
                1e-3,
                "gradient",
                "discrete",
                "dt",
                0.1);
        Measurement rate = Runs.run(RATE, 0, given).measurements().get("critical-rate");
        double expected = value("discrete-rate", 0.3, 1, 0.1);
        assertThat(((Measurement.Scalar) rate).value()).isCloseTo(expected, within(rate.error()));
        assertThat(rate.error()).isLessThan(0.01 * expected);
        // far from that of continuous time, so that the two cannot be confused
        assertThat(expected).isLessThan(0.9 * value("rate", 0.3, 1, 0.1));
    }

    private static double value(String name, double cstar, double omegastar, double dt) {
        return Laws.named("oscillator.critical-rate")
                .orElseThrow()
                .values()
                .get(name)
                .evaluate(Map.of("cstar", cstar, "omegastar", omegastar, "dt", dt));
    }

    @Test
    void countsTheStepsUntilThePairIsLearned() {
        Map<String, Object> given =
                Map.of("target", "oscillator", "cstar", 0.4, "neurons", 6, "gain", 0.3, "rate", 0.1, "within", 0.1);
        Observation run = Runs.run(STEPS, 2, with(given, "horizon", 20000));
        double steps = Runs.scalar(run, "steps");
        // one step less is not enough
        assertThat(Runs.run(STEPS, 2, with(given, "horizon", (long) steps - 1)).measurements())
                .doesNotContainKey("steps");
        assertThat(Runs.run(STEPS, 2, with(given, "horizon", (long) steps)).measurements())
                .containsKey("steps");
    }

    @Test
    void runsTwiceAlike() {
        Map<String, Object> given = Map.of(
                "target",
                "oscillator",
                "cstar",
                0.3,
                "neurons",
                8,
                "gain",
                0.1,
                "horizon",
                30,
                "overlap",
                0.5,
                "samples",
                10);
        assertThat(Runs.run(FLOW, 4, given)).isEqualTo(Runs.run(FLOW, 4, given)).isNotEqualTo(Runs.run(FLOW, 5, given));
    }

    @Test
    void refusesATimeStepBeyondWhichTheTargetDoesNotDecay() {
        Map<String, Object> discrete = Map.of("target", "oscillator", "cstar", 0.2, "gradient", "discrete");
        // theory 0.2: Δt < 2c/(c² + ω²), here 0.4/1.04 and 0.4/4.04
        for (String name : new String[] {FLOW, DESCENT, RATE}) {
            assertThatThrownBy(() -> Runs.run(name, 0, with(discrete, "dt", 0.39)))
                    .hasMessageContaining("dt: found 0.39, accepted: less than 2 cstar/(cstar² + omegastar²) = 0.3846");
        }
        assertThatThrownBy(() -> Runs.run(FLOW, 0, with(discrete, "dt", 0.1, "omegastar", 2)))
                .hasMessageContaining("= 0.0990");
        assertThatThrownBy(() -> Runs.run(
                        "linear-rnn/gradient-agreement", 0, Map.of("target", "oscillator", "cstar", 0.2, "dt", 0.4)))
                .hasMessageContaining("dt: found 0.4, accepted: less than");
    }

    @Test
    void bothGradientsAgreeWithDifferencesOfTheirLosses() {
        Observation run = Runs.run(
                "linear-rnn/gradient-agreement",
                3,
                Map.of("target", "oscillator", "cstar", 0.3, "omegastar", 1.5, "neurons", 6, "dt", 0.02));
        // central differences of second order, as for the integrator
        assertThat(Runs.scalar(run, "finite-difference-error")).isLessThan(1e-6);
        assertThat(Runs.scalar(run, "conservation-residual-continuous")).isLessThan(1e-12);
        assertThat(Runs.scalar(run, "conservation-residual-discrete")).isLessThan(1e-12);
        // of first order in dt
        assertThat(Runs.scalar(run, "relative-difference")).isBetween(1e-4, 0.2);
    }

    @Test
    void refusesWhatHasNoEffectOrNoEnd() {
        assertThatThrownBy(() -> Runs.run(FLOW, 0, Map.of("omegastar", 2)))
                .hasMessageContaining("omegastar: found 2.0, accepted: it only with 'target: oscillator'");
        assertThatThrownBy(() -> Runs.run(FLOW, 0, Map.of("target", "oscillator", "cstar", 0.001, "omegastar", 2)))
                .hasMessageContaining("omegastar: found 2.0, accepted: at most 500.0 cstar = 0.5");
        assertThatThrownBy(() -> Runs.run(FLOW, 0, Map.of("overlap", 0.5, "read-in", "gaussian")))
                .hasMessageContaining("overlap: found 0.5, accepted: it only if neither");
        assertThatThrownBy(() -> Runs.run(STEPS, 0, Map.of("target", "oscillator")))
                .hasMessageContaining("gain: found 0.0, accepted: more than 0 with 'target: oscillator'");
        assertThatThrownBy(() -> Runs.run(FLOW, 0, Map.of("target", "oscilator")))
                .hasMessageContaining("oscillator");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.5, 0, 0.3})
    void readInAndReadOutMayStandAtAnyAngle(double overlap) {
        Observation run = Runs.run(
                FLOW,
                0,
                Map.of("overlap", overlap, "cstar", 0.3, "neurons", 7, "horizon", 5, "train", "all", "samples", 5));
        assertThat(Runs.series(run, "amplitude").values()[0]).isCloseTo(overlap, within(1e-14));
        assertThat(run.measurements()).doesNotContainKey("initial-decay");
        Measurement.Series outside = Runs.series(run, "outside-span");
        assertThat(Arrays.stream(outside.values())).allMatch(rest -> rest < 1e-13);
    }

    @Test
    void theSecondEigenvalueRunsAwayWhereTheResponseCannotStartAtOne() {
        Observation run =
                Runs.run(FLOW, 0, Map.of("overlap", 0.5, "cstar", 0.2, "neurons", 7, "horizon", 40, "samples", 4));
        // theory 1.7: the larger creeps to 1 − c⋆, the other runs to −∞; all others are zero
        double[] leftmost = Runs.series(run, "leftmost").values();
        double[] rightmost = Runs.series(run, "rightmost").values();
        double[] first = Runs.series(run, "plane-w11").values();
        double[] last = Runs.series(run, "plane-w22").values();
        for (int i = 2; i < leftmost.length; i++) {
            assertThat(leftmost[i]).isLessThan(leftmost[i - 1]);
            assertThat(rightmost[i]).isGreaterThan(rightmost[i - 1]).isLessThan(0.8);
            // rounding of the eigenvalues of a matrix of norm 1
            assertThat(leftmost[i] + rightmost[i]).isCloseTo(first[i] + last[i], within(1e-13));
        }
        assertThat(leftmost[4]).isLessThan(-0.5);
    }
}
