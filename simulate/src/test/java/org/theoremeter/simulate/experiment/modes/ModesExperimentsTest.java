package org.theoremeter.simulate.experiment.modes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.simulate.experiment.ArgumentException;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Runs;

class ModesExperimentsTest {

    private static final String FLOW = "modes/gradient-flow";
    private static final String DESCENT = "modes/gradient-descent";
    private static final String AGREEMENT = "modes/gradient-agreement";

    /** Theory 4.2: the last response is a c, the first a c b^(T − 1); s_T and s_1 of the task by their definitions. */
    @ParameterizedTest
    @CsvSource({"constant, 1, 1, 1", "recent, 0.8, 1, 0.512", "early, 1.25, 0.4096, 0.8"})
    void aModeEndsWithoutLoss(String structure, double recurrence, double last, double first) {
        Observation run = Runs.run(
                FLOW,
                0,
                Map.of(
                        "structure",
                        structure,
                        "lambda",
                        0.8,
                        "length",
                        4,
                        "delta",
                        2,
                        "ratio",
                        0.7,
                        "mode",
                        2,
                        "horizon",
                        30,
                        "samples",
                        1));
        // the slowest direction has decayed to 1e-9
        assertThat(Runs.scalar(run, "final-b")).isCloseTo(recurrence, within(1e-7));
        assertThat(Runs.scalar(run, "final-response")).isCloseTo(1.4 * last, within(1e-7));
        assertThat(Runs.scalar(run, "final-first-response")).isCloseTo(1.4 * first, within(1e-7));
        assertThat(Runs.scalar(run, "final-loss")).isLessThan(1e-12);
    }

    /** An aligned mode knows nothing of the sizes of the network, of other modes or of directions. */
    @Test
    void anAlignedModeIsThatOfOneNeuron() {
        Map<String, Object> common = Map.of("structure", "early", "delta", 1.4, "horizon", 5, "samples", 20);
        Map<String, Object> large = with(common, "neurons", 20, "inputs", 7, "outputs", 6, "modes", 4, "ratio", 0.6);
        Map<String, Object> alone = with(common, "neurons", 1, "inputs", 1, "outputs", 1, "modes", 1);
        Observation one = Runs.run(FLOW, 0, large);
        Observation other = Runs.run(FLOW, 0, alone);
        for (String name : new String[] {"a", "b", "c", "response", "first-response", "balance"}) {
            Measurement.Series first = Runs.series(one, name);
            Measurement.Series second = Runs.series(other, name);
            for (int i = 0; i <= 20; i++) {
                // twice the declared errors: a series may err in either run
                assertThat(first.values()[i])
                        .as("%s at %d", name, i)
                        .isCloseTo(second.values()[i], within(2 * (first.error() + second.error())));
            }
            assertThat(first.error()).isLessThan(1e-8);
        }
        assertThat(Runs.scalar(one, "largest-deviation")).isLessThan(1e-9);
        assertThat(Runs.scalar(one, "final-leakage")).isLessThan(1e-9);
    }

    /** Four equations for one mode with two inputs, by steps of the midpoint rule: no code in common. */
    @Test
    void anAlignedModeFollowsItsEquations() {
        Observation run = Runs.run(
                FLOW,
                0,
                Map.of(
                        "structure",
                        "recent",
                        "lambda",
                        0.5,
                        "length",
                        2,
                        "delta",
                        2,
                        "ratio",
                        0.5,
                        "mode",
                        2,
                        "horizon",
                        2,
                        "samples",
                        1));
        double[] state = {0.2, 0.3, 0.1};
        int steps = 20_000;
        for (int i = 0; i < steps; i++) {
            double[] middle = moved(state, slope(state), 1.0 / steps);
            state = moved(state, slope(middle), 2.0 / steps);
        }
        // the midpoint rule errs by (2/steps)² times derivatives of order 10
        assertThat(Runs.scalar(run, "final-a")).isCloseTo(state[0], within(1e-6));
        assertThat(Runs.scalar(run, "final-b")).isCloseTo(state[1], within(1e-6));
        assertThat(Runs.scalar(run, "final-c")).isCloseTo(state[2], within(1e-6));
        assertThat(state[1]).isGreaterThan(0.4);
    }

    /** Theory 4.1 with T = 2, s_1 = 1/2 and s_2 = 1. */
    private static double[] slope(double[] state) {
        double a = state[0];
        double b = state[1];
        double c = state[2];
        double last = 1 - c * a;
        double first = 0.5 - c * b * a;
        return new double[] {c * last + c * b * first, c * a * first, a * last + b * a * first};
    }

    private static double[] moved(double[] state, double[] slope, double step) {
        double[] moved = state.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += step * slope[i];
        }
        return moved;
    }

    @Test
    void anyWeightsKeepGammaButNotTheirBalance() {
        Observation run = Runs.run(
                FLOW, 3, Map.of("start", "random", "gain", 0.6, "recurrent-gain", 0.6, "horizon", 5, "samples", 5));
        assertThat(Runs.scalar(run, "final-gamma-drift")).isLessThan(1e-9);
        double balance = Runs.scalar(run, "final-balance") - Runs.scalar(run, "initial-balance");
        assertThat(Math.abs(balance)).isGreaterThan(1e-3);
        assertThat(Runs.scalar(run, "largest-deviation")).isGreaterThan(1e-3);
        assertThat(Runs.scalar(run, "final-leakage")).isGreaterThan(1e-2);
    }

    @Test
    void directionsOfRandomWeightsDependOnStrongerModesOnlyIfMadeOrthogonal() {
        Map<String, Object> random = Map.of("start", "random", "gain", 0.1, "horizon", 0.1, "samples", 1);
        for (String mode : new String[] {"1", "2"}) {
            Map<String, Object> one = with(random, "mode", Integer.parseInt(mode));
            double orthogonal = Runs.scalar(Runs.run(FLOW, 1, with(one, "directions", "orthogonal")), "initial-a");
            double separate = Runs.scalar(Runs.run(FLOW, 1, with(one, "directions", "separate")), "initial-a");
            // equal directions give equal numbers to rounding
            assertThat(Math.abs(orthogonal - separate) < 1e-15)
                    .as("mode %s", mode)
                    .isEqualTo(mode.equals("1"));
        }
    }

    @Test
    void nothingIsDrawnWhereNothingIsRandom() {
        Map<String, Object> exact = Map.of("horizon", 1, "samples", 2);
        assertThat(Runs.run(FLOW, 1, exact)).isEqualTo(Runs.run(FLOW, 2, exact));
        assertThat(Runs.run(FLOW, 1, with(exact, "gain", 0.1)))
                .isNotEqualTo(Runs.run(FLOW, 2, with(exact, "gain", 0.1)));
    }

    @Test
    void descentApproachesTheFlowAndDivergesWhereTheRateIsTooLarge() {
        Map<String, Object> common = Map.of("horizon", 2, "samples", 1);
        double flow = Runs.scalar(Runs.run(FLOW, 4, common), "final-response");
        double coarse = Runs.scalar(Runs.run(DESCENT, 4, with(common, "rate", 0.002)), "final-response") - flow;
        double fine = Runs.scalar(Runs.run(DESCENT, 4, with(common, "rate", 0.001)), "final-response") - flow;
        // first order; the second contributes a relative rate times a few
        assertThat(coarse / fine).isCloseTo(2, within(0.1));
        Observation wild = Runs.run(DESCENT, 4, with(common, "rate", 2, "horizon", 100));
        assertThat(wild.divergence()).isPresent();
        assertThat(wild.divergence().get().reason()).contains("without bound");
        assertThat(wild.measurements()).containsKey("initial-a").doesNotContainKey("largest-deviation");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7})
    void theGradientIsRightForRandomWeights(int length) {
        Observation run = Runs.run(
                AGREEMENT,
                2,
                Map.of("start", "random", "gain", 0.7, "recurrent-gain", 0.9, "length", length, "structure", "early"));
        // a step of 1e-5 truncates at 1e-10 and rounds at 1e-16 of the loss over the step
        assertThat(Runs.scalar(run, "finite-difference-error")).isLessThan(1e-7);
        assertThat(Runs.scalar(run, "conservation-residual")).isLessThan(1e-14);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "length | 0 | whole number in [1, 50]",
                "lambda | 0 | (0, 1]",
                "lambda | 1.5 | (0, 1]",
                "ratio | 1.1 | (0, 1]",
                "delta | -1 | (0, 100)",
                "neurons | 2 | at least as many as modes, 3",
                "inputs | 2 | at least as many as modes, 3",
                "outputs | 2 | at least as many as modes, 3",
                "mode | 4 | at most modes, 3",
                "gain | -0.1 | [0, 10)",
                "horizon | 0 | (0, 1000000)"
            })
    void badInputIsRefusedByName(String parameter, double value, String accepted) {
        for (String name : new String[] {FLOW, DESCENT}) {
            assertThatThrownBy(() -> Runs.run(name, 0, Map.of(parameter, value)))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageStartingWith(parameter)
                    .hasMessageContaining(accepted);
        }
    }

    @Test
    void combinationsThatMakeNoSenseAreRefused() {
        for (String name : new String[] {FLOW, DESCENT, AGREEMENT}) {
            assertThatThrownBy(() -> Runs.run(name, 0, Map.of("start", "random")))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("more than 0 for a random start");
        }
        assertThatThrownBy(() -> Runs.run(DESCENT, 0, Map.of("rate", 0.3, "horizon", 1)))
                .hasMessageContaining("a whole multiple of the rate");
        assertThatThrownBy(() -> Runs.run(DESCENT, 0, Map.of("rate", 1e-12, "horizon", 1)))
                .hasMessageContaining("1e8 steps");
        assertThatThrownBy(() -> Runs.run(FLOW, 0, Map.of("structure", "recnt")))
                .hasMessageContaining("recent");
    }

    private static Map<String, Object> with(Map<String, Object> common, Object... more) {
        Map<String, Object> all = new HashMap<>(common);
        for (int i = 0; i < more.length; i += 2) {
            all.put((String) more[i], more[i + 1]);
        }
        return all;
    }
}
