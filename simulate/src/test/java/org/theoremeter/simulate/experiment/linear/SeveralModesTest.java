package org.theoremeter.simulate.experiment.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Runs;

/** Targets of several modes: the mean of two oscillators, and that of real modes of several timescales. */
class SeveralModesTest {

    private static final String FLOW = "linear-rnn/gradient-flow";
    private static final Map<String, Object> TWO = Map.of(
            "target",
            "oscillators",
            "cstar",
            0.2,
            "omegastar",
            0.5,
            "second-omegastar",
            1.5,
            "neurons",
            4,
            "horizon",
            1);
    private static final Map<String, Object> FOUR =
            Map.of("target", "timescales", "cstar", 0.1, "ratio", 3, "timescales", 4, "neurons", 4, "horizon", 1e-3);

    private static Map<String, Object> with(Map<String, Object> given, Object... more) {
        Map<String, Object> all = new HashMap<>(given);
        for (int i = 0; i < more.length; i += 2) {
            all.put((String) more[i], more[i + 1]);
        }
        return all;
    }

    private static double initialLoss(Map<String, Object> given) {
        return Runs.series(Runs.run(FLOW, 0, with(given, "samples", 1)), "loss").values()[0];
    }

    /** ∫ e^{−st} cos at cos bt dt, s being the sum of two decay rates. */
    private static double overlap(double s, double a, double b) {
        return (s / (s * s + (a - b) * (a - b)) + s / (s * s + (a + b) * (a + b))) / 2;
    }

    /** ½∫(e^{−t} − f⋆)² dt, the loss without weights, for f⋆ the mean of e^{−ct} cos ωt over the given c and ω. */
    private static double loss(double[] decays, double[] frequencies) {
        int n = decays.length;
        double loss = 1.0 / 4;
        for (int i = 0; i < n; i++) {
            loss -= overlap(1 + decays[i], 0, frequencies[i]) / n;
            for (int j = 0; j < n; j++) {
                loss += overlap(decays[i] + decays[j], frequencies[i], frequencies[j]) / (2.0 * n * n);
            }
        }
        return loss;
    }

    @Test
    void theTargetIsTheMeanOfTwoOscillators() {
        double expected = loss(new double[] {0.2, 0.2}, new double[] {0.5, 1.5});
        assertThat(initialLoss(TWO)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void theTargetIsTheMeanOfSeveralTimescales() {
        double expected = loss(new double[] {0.1, 0.3, 0.9, 2.7}, new double[4]);
        assertThat(initialLoss(FOUR)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void discreteTimeComesNearAtFirstOrder() {
        for (Map<String, Object> target : List.of(TWO, FOUR)) {
            double continuous = initialLoss(target);
            double coarse = initialLoss(with(target, "gradient", "discrete", "dt", 0.004)) - continuous;
            double fine = initialLoss(with(target, "gradient", "discrete", "dt", 0.002)) - continuous;
            // the ratio is 2 in the limit, and errs by the order of the steps times the fastest rate
            assertThat(coarse / fine).isCloseTo(2, within(0.1));
        }
    }

    @Test
    void learnedMeansThatEveryModeHasItsEigenvalue() {
        Map<String, Object> two =
                with(FOUR, "timescales", 2, "cstar", 0.2, "ratio", 3, "horizon", 3000, "samples", 100, "within", 0.5);
        Observation run = Runs.run(FLOW, 1, with(two, "gain", 0.1, "stop", "learned"));
        Measurement.Series first = Runs.series(run, "leading-eigenvalue");
        Measurement.Series second = Runs.series(run, "bulk-radius");
        int last = first.at().length - 1;
        assertThat(first.at()[last]).isEqualTo(Runs.scalar(run, "learning-time"));
        // λ = 1 − c: 0.8 and 0.4, both positive, so that the second is the largest modulus of the others
        double farther = Math.max(Math.abs(first.values()[last] - 0.8), Math.abs(second.values()[last] - 0.4));
        assertThat(farther).isCloseTo(0.5 * 0.2, within(1e-6));
    }

    @Test
    void refusesWhatBelongsToAnotherTarget() {
        assertThatThrownBy(() -> Runs.run(FLOW, 0, Map.of("target", "timescales", "omegastar", 2)))
                .hasMessageContaining("omegastar: found 2.0, accepted: it only with 'target: oscillator' or");
        assertThatThrownBy(() -> Runs.run(FLOW, 0, Map.of("target", "oscillator", "second-omegastar", 3)))
                .hasMessageContaining("second-omegastar: found 3.0, accepted: it only with 'target: oscillators'");
        assertThatThrownBy(() -> Runs.run(FLOW, 0, with(TWO, "timescales", 2)))
                .hasMessageContaining("timescales: found 2, accepted: it only with 'target: timescales'");
        assertThatThrownBy(() -> Runs.run(FLOW, 0, Map.of("ratio", 2)))
                .hasMessageContaining("ratio: found 2.0, accepted: it only with 'target: timescales'");
    }

    @Test
    void refusesATargetThatIsNoneOrTooSteep() {
        assertThatThrownBy(() -> Runs.run(FLOW, 0, with(TWO, "second-omegastar", 0.5)))
                .hasMessageContaining("second-omegastar: found 0.5, accepted: another one than omegastar");
        assertThatThrownBy(() -> Runs.run(FLOW, 0, with(TWO, "cstar", 0.002)))
                .hasMessageContaining("second-omegastar: found 1.5, accepted: at most 500.0 cstar = 1.0");
        // 1e4 over four timescales leaves three ratios of 21.54…
        assertThatThrownBy(() -> Runs.run(FLOW, 0, with(FOUR, "ratio", 22)))
                .hasMessageContaining("ratio: found 22.0, accepted: at most 21.54")
                .hasMessageContaining("with 4 timescales");
        // 2c/(c² + ω²) of the faster oscillator, 0.4/2.29, and 2/c of the fastest mode, 2/2.7
        assertThatThrownBy(() -> Runs.run(FLOW, 0, with(TWO, "gradient", "discrete", "dt", 0.2)))
                .hasMessageContaining("dt: found 0.2, accepted: less than 0.1746");
        assertThatThrownBy(() -> Runs.run(FLOW, 0, with(FOUR, "gradient", "discrete", "dt", 0.8)))
                .hasMessageContaining("dt: found 0.8, accepted: less than 0.7407");
        assertThatThrownBy(() -> Runs.run("linear-rnn/critical-rate", 0, Map.of("target", "oscillators")))
                .hasMessageContaining("target: found oscillators, accepted: one of integrator, oscillator");
    }
}
