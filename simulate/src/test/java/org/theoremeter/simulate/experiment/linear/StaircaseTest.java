package org.theoremeter.simulate.experiment.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Runs;
import org.theoremeter.simulate.ode.ReducedRun;
import org.theoremeter.simulate.ode.Trajectory;
import org.theoremeter.theory.Laws;

/** Where training is slowest (theory 2.5): on speeds made up for it, on four equations, and on targets of several modes. */
class StaircaseTest {

    private static final String FLOW = "linear-rnn/gradient-flow";

    /** Measures a course of speeds at τ = 0, 1, …, with losses that fall by one from 100 and as many modes as the index. */
    private static Map<String, Measurement> measured(double rest, double lossError, double... speeds) {
        Staircase staircase = new Staircase();
        for (int i = 0; i < speeds.length; i++) {
            staircase.sample(i, 100 - i, Math.sqrt(speeds[i]), i);
        }
        Map<String, Measurement> found = new HashMap<>();
        staircase.measure(rest, 0, lossError, found);
        return found;
    }

    private static Measurement.Series stairs(Map<String, Measurement> found, String what) {
        return (Measurement.Series) found.get("stair-" + what);
    }

    private static double count(Map<String, Measurement> found) {
        return ((Measurement.Scalar) found.get("stairs")).value();
    }

    @ParameterizedTest
    @CsvSource({
        "1, '30,5,3,4,31,2,1.9,30,0.1', '2,6'",
        "1, '30,3,29,3,31,5', '1'",
        "1, '30,3,31,5,60', '1'",
        "1, '1000,200,30,2000,1', '2'"
    })
    void aStairIsTheSlowestBetweenTwoTimesOfTenTimesTheSpeed(int first, String speeds, String expected) {
        check(first, speeds, expected);
    }

    @ParameterizedTest
    @CsvSource({
        // slow from the start on, and slowest a little later
        "0, '2,1,5,20,1.5,20,3', '1,4'",
        "0, '1,11,2', '0'"
    })
    void aSlowStartIsStairZero(int first, String speeds, String expected) {
        check(first, speeds, expected);
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    private static void check(int first, String speeds, String expected) {
        Map<String, Measurement> found = measured(0, 0, numbers(speeds));
        double[] at = numbers(expected);
        assertThat(stairs(found, "tau").values()).containsExactly(at);
        assertThat(stairs(found, "modes").values()).containsExactly(at);
        assertThat(stairs(found, "tau").at()[0]).isEqualTo(first);
        assertThat(stairs(found, "loss").values()[0]).isEqualTo(100 - at[0]);
        assertThat(count(found)).isEqualTo(at.length + first - 1);
    }

    @Test
    void neitherARestAtTheEndNorADipOfLessIsAStair() {
        Map<String, Measurement> found = measured(0, 0, 100, 11, 99, 12, 105, 1, 0.1, 0.1);
        assertThat(count(found)).isZero();
        assertThat(stairs(found, "loss").at()).isEmpty();
    }

    @Test
    void errorsAreNoStairs() {
        // gradients of 0.1 are nothing: speeds below 0.01 are all alike, and 0.09 is not ten times as fast
        assertThat(count(measured(0.1, 0, 10, 1e-9, 0.09, 1e-5, 0.09))).isZero();
        assertThat(count(measured(0.1, 0, 10, 1e-9, 0.11, 1e-5, 0.09))).isEqualTo(1);
        // losses err by 97: the fourth is the first that may be nothing
        assertThat(count(measured(0, 97, 10, 1, 9, 11, 10))).isZero();
        assertThat(count(measured(0, 96, 10, 1, 9, 11, 10))).isEqualTo(1);
    }

    @Test
    void onAPlaneTheStairIsWhereTheFourEquationsAreSlowest() {
        double horizon = 40;
        int samples = 400;
        Observation run = Runs.run(
                FLOW,
                0,
                Map.of(
                        "target",
                        "oscillator",
                        "cstar",
                        0.3,
                        "neurons",
                        5,
                        "start-w12",
                        0.02,
                        "start-w21",
                        -0.02,
                        "horizon",
                        horizon,
                        "samples",
                        samples));
        Trajectory plane = ReducedRun.of(
                        Laws.named("oscillator.plane").orElseThrow().dynamics().orElseThrow())
                .run(
                        Map.of("w11", 0.0, "w12", 0.02, "w21", -0.02, "w22", 0.0),
                        Map.of("cstar", 0.3, "omegastar", 1.0),
                        horizon);
        Measurement.Series speed = Runs.series(run, "loss-speed");
        // −dL/dτ is the squared velocity of the weights, here by central differences of a tenth of a sample
        double h = horizon / samples / 10;
        int slowest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < samples; i++) {
            double square = 0;
            for (String entry : new String[] {"w11", "w12", "w21", "w22"}) {
                double at = speed.at()[i];
                double velocity = (plane.state(entry, at + h) - plane.state(entry, at - h)) / (2 * h);
                square += velocity * velocity;
            }
            // differences err by h² = 1e-4 of the third derivative, and by rounding over h
            assertThat(speed.values()[i]).isCloseTo(square, within(1e-4 * square + 1e-9));
            if (square < least && Runs.series(run, "loss").values()[i] > 0.1) {
                least = square;
                slowest = i;
            }
        }
        assertThat(Runs.scalar(run, "stairs")).isEqualTo(1);
        assertThat(Runs.series(run, "stair-tau").values()[0]).isEqualTo(speed.at()[slowest]);
        assertThat(Runs.series(run, "stair-loss").values()[0])
                .isEqualTo(Runs.series(run, "loss").values()[slowest]);
        assertThat(Runs.series(run, "stair-modes").values()).containsExactly(1);
    }

    /** Where training comes to rest on a loss that is not zero, errors of the steps are all that moves it. */
    @ParameterizedTest
    @CsvSource({"linear-rnn/gradient-flow, tolerance, 1e-5", "linear-rnn/gradient-descent, rate, 0.5"})
    void aRestHasNoStairs(String experiment, String how, double value) {
        Map<String, Object> given = new HashMap<>(
                Map.of("target", "oscillator", "cstar", 0.3, "neurons", 3, "horizon", 120, "samples", 600));
        given.put(how, value);
        Observation run = Runs.run(experiment, 0, given);
        assertThat(Runs.scalar(run, "final-loss")).isGreaterThan(0.1);
        assertThat(Runs.scalar(run, "stairs")).isZero();
        assertThat(Runs.series(run, "stair-loss").at()).isEmpty();
    }

    @Test
    void fourModesAreLearnedOneAfterTheOther() {
        Observation run = Runs.run(
                FLOW,
                1,
                Map.of(
                        "target",
                        "oscillators",
                        "cstar",
                        0.15,
                        "omegastar",
                        0.7,
                        "gain",
                        0.02,
                        "neurons",
                        5,
                        "horizon",
                        1500,
                        "samples",
                        1500,
                        "tolerance",
                        1e-7,
                        "within",
                        0.1,
                        "stop",
                        "learned"));
        assertThat(Runs.series(run, "stair-modes").at()).containsExactly(1, 2, 3);
        assertThat(Runs.series(run, "stair-modes").values()).containsExactly(1, 2, 3);
        double learned = Runs.scalar(run, "learning-time");
        assertThat(Runs.series(run, "stair-tau").values()[2]).isLessThan(learned);
        // each of four eigenvalues is as far as 0.1 c⋆ from its own, of which the loss is of second order
        assertThat(Runs.scalar(run, "final-loss"))
                .isLessThan(0.01 * Runs.series(run, "stair-loss").values()[2]);
    }

    @Test
    void fromSmallReadInAndReadOutTrainingWaitsAtNoResponse() {
        Observation run = Runs.run(
                FLOW,
                0,
                Map.of(
                        "target",
                        "oscillator",
                        "cstar",
                        0.3,
                        "omegastar",
                        0.7,
                        "train",
                        "all",
                        "read-in-norm",
                        1e-3,
                        "read-out-norm",
                        1e-3,
                        "neurons",
                        3,
                        "horizon",
                        30,
                        "tolerance",
                        1e-8));
        assertThat(Runs.series(run, "stair-loss").at()[0]).isZero();
        // ½∫f⋆² dt (theory 2.1), from which the response of 1e-6 differs by its overlap with the target, below 1
        double none = (1 / (4 * 0.3) + 0.3 / (4 * (0.09 + 0.49))) / 2;
        assertThat(Runs.series(run, "stair-loss").values()[0]).isCloseTo(none, within(1e-6));
        assertThat(Runs.series(run, "stair-modes").values()[0]).isZero();
    }
}
