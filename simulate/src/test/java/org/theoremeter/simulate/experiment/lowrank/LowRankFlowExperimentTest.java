package org.theoremeter.simulate.experiment.lowrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.theoremeter.simulate.experiment.Runs.scalar;
import static org.theoremeter.simulate.experiment.Runs.series;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.simulate.experiment.ArgumentException;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Runs;
import org.theoremeter.simulate.measure.Spectrum;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.network.LowRankRnn;
import org.theoremeter.simulate.network.Target;
import org.theoremeter.simulate.ode.ReducedRun;
import org.theoremeter.simulate.ode.Trajectory;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.training.WoodburyGradient;
import org.theoremeter.theory.Laws;
import org.theoremeter.theory.law.Law;
import org.theoremeter.theory.lowrank.Overlap;

class LowRankFlowExperimentTest {

    private static final String NAME = "low-rank-rnn/gradient-flow";

    /** Overlaps of a network of rank two, their matrix diagonally strong enough to be positive. */
    private static final Map<String, Double> GRAM = Map.ofEntries(
            Map.entry("A11", 0.11),
            Map.entry("A12", -0.12),
            Map.entry("A21", 0.12),
            Map.entry("A22", -0.29),
            Map.entry("b1", 0.15),
            Map.entry("k1", 0.46),
            Map.entry("k2", -0.19),
            Map.entry("d", 0.1),
            Map.entry("mm11", 0.8),
            Map.entry("mm12", 0.12),
            Map.entry("mu2", -0.34),
            Map.entry("nv1", 0.15));

    private static Map<String, Object> with(Object... pairs) {
        Map<String, Object> given = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            given.put((String) pairs[i], pairs[i + 1]);
        }
        return given;
    }

    private static Map<String, Object> gram(Object... pairs) {
        Map<String, Object> given = with(pairs);
        given.put("initial", "gram");
        given.put("rank", 2);
        given.putAll(GRAM);
        return given;
    }

    @ParameterizedTest
    @CsvSource({"6, random", "40, random", "6, cosine", "41, cosine"})
    void realisesPrescribedOverlapsAtAnySize(int neurons, String embedding) {
        Observation found =
                Runs.run(NAME, 3, gram("neurons", neurons, "embedding", embedding, "horizon", 0.01, "samples", 1));
        for (Overlap overlap : Overlap.ofRank(2)) {
            double expected = GRAM.getOrDefault(overlap.name(), overlap.isSquare() ? 1.0 : 0.0);
            // rounding of an eigendecomposition of a matrix of norm 2
            assertThat(scalar(found, "initial-" + overlap.name())).isCloseTo(expected, within(2e-14));
        }
        assertThat(scalar(found, "redrawn")).isZero();
    }

    /** Errors that runs declare must cover how far they are from the law; a coarse tolerance would show errors that are hidden. */
    @ParameterizedTest
    @CsvSource({"1, integrator, full", "2, oscillator, factored", "3, integrator, factored", "3, oscillator, full"})
    void overlapsFollowTheClosedFlow(int rank, String target, String gradient) {
        Observation found = Runs.run(
                NAME,
                rank,
                with("rank", rank, "neurons", 20, "target", target, "gradient", gradient, "horizon", 3, "samples", 12));
        Law law = Laws.named("lowrank.rank-" + new String[] {"one", "two", "three"}[rank - 1] + "-" + target)
                .orElseThrow();
        Map<String, Double> start = new HashMap<>();
        law.start().keySet().forEach(name -> start.put(name, scalar(found, "initial-" + name)));
        Trajectory trajectory =
                ReducedRun.of(law.dynamics().orElseThrow()).run(start, Map.of("cstar", 0.3, "omegastar", 1.0), 3);
        for (String curve : law.dynamics().orElseThrow().observables()) {
            Measurement.Series series = series(found, curve);
            assertThat(series.at()).hasSize(13);
            for (int i = 0; i < series.at().length; i++) {
                double tolerance = series.error() + trajectory.error() + 1e-12;
                assertThat(tolerance).isLessThan(5e-8);
                assertThat(series.values()[i])
                        .as(curve)
                        .isCloseTo(trajectory.observable(curve, series.at()[i]), within(tolerance));
            }
        }
    }

    @Test
    void declaresErrorsThatCoverACoarseTolerance() {
        Map<String, Object> coarse = with("rank", 2, "neurons", 20, "tolerance", 1e-6);
        Observation rough = Runs.run(NAME, 1, coarse);
        Observation fine = Runs.run(NAME, 1, with("rank", 2, "neurons", 20, "tolerance", 1e-12));
        for (String name : new String[] {"loss", "A11", "mm12", "leading-eigenvalue", "squared-norm"}) {
            Measurement.Series series = series(rough, name);
            assertThat(series.error()).as(name).isBetween(1e-8, 1e-2);
            assertThat(series.values())
                    .as(name)
                    .containsExactly(series(fine, name).values(), within(series.error()));
        }
    }

    @Test
    void bothGradientsTrainAlike() {
        Observation fast = Runs.run(NAME, 2, with("rank", 2, "neurons", 25));
        Observation full = Runs.run(NAME, 2, with("rank", 2, "neurons", 25, "gradient", "full"));
        Measurement.Series loss = series(fast, "loss");
        assertThat(loss.values()).containsExactly(series(full, "loss").values(), within(2 * loss.error()));
    }

    /** The eigenvalues of nᵀm against those of all N² weights. */
    @Test
    void theLeadingEigenvalueIsThatOfTheWeights() {
        Arguments arguments =
                Arguments.of(new LowRankFlowExperiment(), gram("neurons", 20, "horizon", 0.01, "samples", 1));
        RandomStreams streams = RandomStreams.of(1).child(NAME).child(4);
        LowRankRnn network = new InitialNetwork(arguments)
                .network(streams, new WoodburyGradient(20, 2, Target.integrator(0.3)))
                .orElseThrow()
                .network();
        double[] weights = new double[400];
        network.writeWeights(weights);
        Spectrum spectrum = Spectrum.of(new LinearRnn(weights, network.readIn(), network.readOut()).rows());
        Observation found = Runs.run(NAME, 4, gram("neurons", 20, "horizon", 0.01, "samples", 1));
        // rounding of a matrix of norm 1
        assertThat(series(found, "leading-eigenvalue").values()[0]).isCloseTo(spectrum.leading(), within(1e-13));
    }

    /** With A of gain² ~ 100/√N a rank-one network is unstable in every other draw. */
    @Test
    void drawsAnUnstableNetworkAgainAndCountsIt() {
        int redrawn = 0;
        for (int seed = 0; seed < 12; seed++) {
            Observation found = Runs.run(NAME, seed, with("gain", 10, "neurons", 9, "horizon", 1e-6, "samples", 1));
            assertThat(scalar(found, "initial-A11")).isLessThan(1);
            redrawn += (int) scalar(found, "redrawn");
        }
        // twelve times a geometric number of mean 1: 0 with a probability of 2⁻¹²
        assertThat(redrawn).isBetween(1, 60);
    }

    @Test
    void theSameVisibleOverlapsStartWithTheSameLossAndLearnDifferently() {
        Map<String, Object> given = gram("neurons", 50, "embedding", "cosine", "horizon", 2);
        Observation one = Runs.run(NAME, 0, given);
        given.put("mm11", 2.5);
        given.put("uu", 2.5);
        Observation other = Runs.run(NAME, 0, given);
        // rounding
        assertThat(scalar(other, "initial-loss")).isCloseTo(scalar(one, "initial-loss"), within(1e-13));
        assertThat(scalar(other, "initial-slope")).isLessThan(scalar(one, "initial-slope") - 0.1);
        assertThat(scalar(other, "final-loss")).isLessThan(0.9 * scalar(one, "final-loss"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void conservesThreeQuantities(int rank) {
        Observation found = Runs.run(NAME, 1, with("rank", rank, "neurons", 15));
        for (String name : new String[] {"balance-drift", "lengths-drift", "neurons-drift"}) {
            Measurement.Series drift = series(found, name);
            assertThat(drift.values()[0]).isZero();
            for (double value : drift.values()) {
                assertThat(value).as(name).isLessThan(drift.error());
            }
            assertThat(drift.error()).isLessThan(1e-7);
        }
    }

    @Test
    void refusesWhatNoNetworkCanBe() {
        assertRefused(with("rank", 0), "rank: found 0, accepted: a whole number in [1, 3]");
        assertRefused(gram("neurons", 5), "neurons: found 5, accepted: at least 2 rank + 2 = 6");
        Map<String, Object> indefinite = gram();
        indefinite.put("d", 1.5);
        assertRefused(indefinite, "no vectors have: their matrix has the eigenvalue -0.");
        Map<String, Object> unstable = gram("mm22", 3, "nn22", 3);
        unstable.put("A22", 1.2);
        assertRefused(unstable, "A11: found overlaps A with an eigenvalue of real part 1.1");
        assertRefused(with("A11", 0.3), "A11: found 0.3, accepted: it only with 'initial: gram'");
        Map<String, Object> third = gram("A33", 0.1);
        assertRefused(third, "A33: found 0.1, accepted: it only with 'initial: gram' and a rank that has it");
        assertRefused(gram("gain", 2), "gain: found 2.0, accepted: it only with 'initial: gaussian'");
        assertRefused(with("embedding", "cosine"), "embedding: found cosine, accepted: it only with 'initial: gram'");
        assertRefused(with("omegastar", 2), "omegastar: found 2.0, accepted: it only with 'target: oscillator'");
        assertRefused(
                with("target", "oscillator", "cstar", 0.1, "omegastar", 60),
                "omegastar: found 60.0, accepted: at most");
    }

    private static void assertRefused(Map<String, Object> given, String message) {
        assertThatThrownBy(() -> Arguments.of(new LowRankFlowExperiment(), given))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining(message);
    }

    /** A rank-deficient matrix is none that is refused: m = n = u = v. */
    @Test
    void acceptsOverlapsOfParallelVectors() {
        Map<String, Object> given = with("initial", "gram", "neurons", 10, "horizon", 0.1);
        for (Overlap overlap : Overlap.ofRank(1)) {
            given.put(overlap.name(), 0.5);
        }
        Observation found = Runs.run(NAME, 1, given);
        assertThat(scalar(found, "initial-nv1")).isCloseTo(0.5, within(1e-14));
        assertThat(found.divergence()).isEmpty();
    }
}
