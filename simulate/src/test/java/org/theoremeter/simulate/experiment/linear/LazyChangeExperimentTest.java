package org.theoremeter.simulate.experiment.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.experiment.ArgumentException;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Runs;
import org.theoremeter.simulate.random.RandomStreams;

/** The least change of weights that learns a target, against the tangent kernel of the same network (theory 1.11). */
class LazyChangeExperimentTest {

    private static final double LENGTH = 3;
    private static final double TIME = 20;
    private static final Map<String, Object> NETWORK =
            Map.of("neurons", 30, "gain", 0.5, "target", "oscillator", "cstar", 0.6, "omegastar", 0.2);

    private static Observation run(Experiment experiment, Map<String, Object> more) {
        Map<String, Object> given = new HashMap<>(NETWORK);
        given.putAll(more);
        Arguments arguments = Arguments.of(experiment, given);
        experiment.check(arguments);
        return experiment.run(arguments, RandomStreams.of(7));
    }

    private static Observation lazy(Map<String, Object> more) {
        Map<String, Object> given = new HashMap<>(Map.of("length", LENGTH, "time", TIME, "moments", 17));
        given.putAll(more);
        return run(new LazyChangeExperiment(), given);
    }

    @Test
    void flowChangesWhatTheTangentKernelPredicts() {
        double norm = Math.sqrt(LENGTH);
        Observation kernel = run(
                new TangentKernelExperiment(),
                Map.of(
                        "dt",
                        1,
                        "overlap",
                        1 / LENGTH,
                        "read-in-norm",
                        norm,
                        "read-out-norm",
                        norm,
                        "samples",
                        1,
                        "horizon",
                        TIME / (LENGTH * LENGTH)));
        double expected = LENGTH * Runs.scalar(kernel, "frozen-weight-change");
        // the kernel has as many steps as leave 1e-6 of the target, in whose slopes 0.5^17 of the random moments is
        // left out
        assertThat(Runs.scalar(lazy(Map.of()), "flow-change")).isCloseTo(expected, within(1e-4 * expected));
    }

    @Test
    void flowTendsToTheLeastChange() {
        Observation late = lazy(Map.of("moments", 4, "time", 900_000));
        double least = Runs.scalar(late, "least-change");
        assertThat(Runs.scalar(late, "flow-change")).isCloseTo(least, within(1e-9 * least));
        assertThat(Runs.scalar(lazy(Map.of("moments", 4)), "flow-change")).isLessThan(least);
    }

    @Test
    void everyFurtherMomentCostsMore() {
        double few = Runs.scalar(lazy(Map.of("moments", 4)), "least-change");
        double more = Runs.scalar(lazy(Map.of("moments", 8)), "least-change");
        assertThat(more).isGreaterThan(few);
    }

    @Test
    void asksForRandomWeightsAndNoMoreMomentsThanNeurons() {
        assertThatThrownBy(() -> lazy(Map.of("gain", 0)))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("gain");
        assertThatThrownBy(() -> lazy(Map.of("moments", 31)))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("at most as many as neurons, 30");
    }
}
