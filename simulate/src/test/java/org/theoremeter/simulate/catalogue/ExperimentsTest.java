package org.theoremeter.simulate.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.sweep.ObservationStore;
import org.theoremeter.simulate.sweep.Run;
import org.theoremeter.simulate.sweep.Sweep;

class ExperimentsTest {

    /** Arguments with which each experiment runs in a moment. */
    private static final Map<String, Map<String, Object>> SMALL = Map.ofEntries(
            Map.entry("linear-rnn/gradient-flow", Map.of("neurons", 5, "cstar", 0.3, "gain", 0.2, "horizon", 1)),
            Map.entry(
                    "linear-rnn/gradient-descent",
                    Map.of("neurons", 5, "cstar", 0.3, "gain", 0.2, "horizon", 1, "rate", 0.1)),
            Map.entry("linear-rnn/critical-rate", Map.of("neurons", 3, "cstar", 0.5, "horizon", 300, "bracket", 0.05)),
            Map.entry("linear-rnn/steps-to-learn", Map.of("neurons", 5, "cstar", 0.3, "rate", 0.05)),
            Map.entry("linear-rnn/gradient-agreement", Map.of("neurons", 4, "cstar", 0.3)),
            Map.entry("linear-rnn/sampled-gradient", Map.of("neurons", 3, "steps", 20, "batch", 2, "batches", 2)),
            Map.entry("linear-rnn/tangent-kernel", Map.of("neurons", 4, "cstar", 0.5, "gain", 0.3, "dt", 0.5)),
            Map.entry("linear-rnn/lazy-change", Map.of("neurons", 6, "cstar", 0.5, "gain", 0.6, "moments", 3)),
            Map.entry("linear-rnn/plateau", Map.of("neurons", 3, "cstar", 0.4, "gain", 0.3, "horizon", 20)),
            Map.entry("linear-rnn/restructuring", Map.of("neurons", 3, "cstar", 0.4, "gain", 0.3, "horizon", 60)),
            Map.entry("tanh-rnn/gradient-descent", Map.of("neurons", 2, "cstar", 0.5, "steps", 100, "batch", 2)),
            Map.entry("low-rank-rnn/gradient-flow", Map.of("neurons", 5, "horizon", 1)),
            Map.entry("filter/quadrature", Map.of()),
            Map.entry("short-term/slow-point", Map.of()),
            Map.entry("short-term/limit-cycle", Map.of()),
            Map.entry("short-term/descent", Map.of("lowest", 1.1, "highest", 2, "horizon", 10)),
            Map.entry("short-term/critical-rate", Map.of("bracket", 0.1, "starts", 8, "horizon", 2)),
            Map.entry("short-term/search", Map.of("consistency", 0.1)),
            Map.entry("mechanism/synthetic", Map.of("neurons", 6, "kind", "two-cycle")),
            Map.entry("rank-k-rnn/ghost", Map.of("neurons", 5, "epochs", 20, "every", 5, "release-gain", 1)),
            Map.entry("rank-k-rnn/passage", Map.of("neurons", 5, "delay", 3, "response", 2, "epochs", 20, "every", 5)),
            Map.entry("modes/gradient-flow", Map.of("gain", 0.1, "horizon", 1, "samples", 5)),
            Map.entry("modes/gradient-descent", Map.of("horizon", 1, "samples", 5)),
            Map.entry("modes/gradient-agreement", Map.of("gain", 0.5)));

    private static final List<String> NETWORKS = List.of("leaky-rnn", "tanh-rnn", "plrnn", "lstm", "rank-k-rnn");
    private static final List<String> TASKS = List.of("delayed-cue", "single-cue", "addition", "evidence", "flip-flop");

    /** Returns the arguments with which each experiment runs in a moment: every network is trained on every task. */
    private static Map<String, Map<String, Object>> small() {
        Map<String, Map<String, Object>> small = new HashMap<>(SMALL);
        for (String network : NETWORKS) {
            for (String task : TASKS) {
                small.put(network + "/" + task, Map.of("neurons", 4, "batch", 2, "epochs", 3));
            }
        }
        return small;
    }

    static List<Experiment> all() {
        return Experiments.all();
    }

    @Test
    void everyoneIsFoundByNameAndMisspelt() {
        assertThat(Experiments.all())
                .extracting(Experiment::name)
                .containsExactlyInAnyOrderElementsOf(small().keySet());
        assertThat(Experiments.named("filter/quadrature")).isPresent();
        assertThat(Experiments.named("filter/quadratur")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void describesItself(Experiment experiment) {
        assertThat(experiment.summary()).endsWith(".");
        assertThat(experiment.theory()).matches("[0-9]+\\.[0-9]+");
        assertThat(experiment.version()).isPositive();
        assertThat(experiment.parameters()).extracting(Parameter::name).doesNotHaveDuplicates();
        assertThat(experiment.parameters()).allSatisfy(parameter -> {
            assertThat(parameter.description()).isNotBlank();
            assertThat(parameter.read(parameter.defaultValue())).isEqualTo(parameter.defaultValue());
            assertThat(parameter.accepted()).isNotBlank();
        });
        assertThat(experiment.observables()).extracting(Observable::name).doesNotHaveDuplicates();
        assertThat(experiment.estimatedSeconds(Arguments.of(experiment, Map.of())))
                .isPositive()
                .isLessThan(100);
    }

    @ParameterizedTest
    @MethodSource("all")
    void observesWhatItAnnouncesTwiceAlike(Experiment experiment) {
        Arguments arguments = Arguments.of(experiment, small().get(experiment.name()));
        OptionalLong seed = experiment.random(arguments) ? OptionalLong.of(0) : OptionalLong.empty();
        Observation first = observe(new Run(experiment, arguments, seed));
        assertThat(first.divergence()).isEmpty();
        assertThat(first.measurements()).isNotEmpty();
        first.measurements().forEach((name, measurement) -> {
            Observable announced = experiment.observables().stream()
                    .filter(observable -> observable.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(name + " was not announced"));
            assertThat(measurement.getClass().getSimpleName())
                    .isEqualToIgnoringCase(announced.shape().name());
        });
        assertThat(experiment.events().keySet()).containsAll(first.events().keySet());
        assertThat(observe(new Run(experiment, arguments, seed))).isEqualTo(first);
    }

    private static Observation observe(Run run) {
        return Sweep.of(1, ObservationStore.none(), true, 1)
                .run(List.of(run), progress -> {})
                .get(0)
                .observation()
                .orElseThrow();
    }
}
