package org.theoremeter.simulate.experiment.nonlinear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.simulate.catalogue.Experiments;
import org.theoremeter.simulate.experiment.ArgumentException;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Conditions;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.kernel.KernelChoice;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.training.run.Recorder;

class TrainingExperimentTest {

    /** What is known only of a network that has learned. */
    private static final Set<String> ONLY_OF_LEARNED = Set.of(
            "limit-cycle",
            "slow-point",
            "undecided",
            "cues-differ",
            "period",
            "published-limit-cycle",
            "published-turns-with-sign");

    private static final Map<String, Object> SMALL = Map.of("neurons", 4, "batch", 2, "epochs", 3);

    private static final List<String> SERIES = List.of("loss", "task-loss", "accuracy", "reliability", "gradient-norm");

    /** What was given; the parameter that is named; what is said of it. */
    record Fault(String experiment, Map<String, Object> given, String parameter, String found, String accepted) {}

    static Stream<Fault> faults() {
        String cue = "leaky-rnn/delayed-cue";
        String rank = "rank-k-rnn/single-cue";
        return Stream.of(
                new Fault(cue, Map.of("batch", 0), "batch", "0", "1"),
                new Fault(cue, Map.of("batch", 7), "batch", "7", "a multiple of 2"),
                new Fault(
                        cue,
                        Map.of("delay", 101),
                        "delay",
                        "101.0 ms",
                        "multiples of 5 ms; nearest: 100 ms and 105 ms"),
                new Fault(cue, Map.of("response", 3), "response", "3.0 ms", "multiples of 5 ms"),
                new Fault(
                        cue,
                        Map.of("dt", 20, "delay", 100, "cue", 40, "response", 60),
                        "dt",
                        "20.0 ms",
                        "at most τ_m, 10.0 ms"),
                new Fault(cue, Map.of("momentum", 1), "momentum", "1", "[0, 1)"),
                new Fault(cue, Map.of("init", "he"), "init", "he", "published, xavier, gaussian"),
                new Fault(cue, Map.of("neurons", 0), "neurons", "0", "1"),
                new Fault(cue, Map.of("rate", 0), "rate", "0", "(0, inf)"),
                new Fault(cue, Map.of("rate", 1e-9), "epochs", "0", "30.0/η"),
                new Fault(cue, Map.of("variant", "hold", "post-response", 30), "post-response", "30.0 ms", "0 ms"),
                new Fault(
                        cue,
                        Map.of("epochs-factor", 100, "epochs", 7),
                        "epochs-factor",
                        "100.0",
                        "the number of epochs is fixed"),
                new Fault(
                        cue,
                        Map.of("epochs-factor", 100, "variant", "hold"),
                        "epochs-factor",
                        "100.0",
                        "fixed for variant=hold"),
                new Fault(cue, Map.of("stop-above", -1), "stop-above", "-1", "[0, inf)"),
                new Fault(rank, Map.of("neurons", 5, "rank", 6), "rank", "6", "at most the number of neurons, 5"),
                new Fault(
                        rank,
                        Map.of("start", "published", "init", "published"),
                        "init",
                        "published",
                        "nothing, since start=published"),
                new Fault(rank, Map.of("start", "published", "gain", 2), "gain", "2.0", "brings the initial network"),
                new Fault(
                        rank,
                        Map.of("start", "published", "initial-scale", 0.1),
                        "initial-scale",
                        "0.1",
                        "brings the initial network"),
                new Fault(
                        rank,
                        Map.of("start", "published", "initial-noise", 0.3),
                        "initial-noise",
                        "0.3",
                        "brings the initial network"),
                new Fault(
                        rank,
                        Map.of("start", "published", "neurons", 50),
                        "start",
                        "published",
                        "neurons 100 and rank 2"),
                new Fault(
                        rank, Map.of("start", "published", "rank", 3), "start", "published", "neurons 100 and rank 2"),
                new Fault("lstm/addition", Map.of("rank", 2), "rank", "2", "the parameters of lstm/addition"),
                new Fault("plrnn/addition", Map.of("alpha", 0.5), "alpha", "0.5", "the parameters of plrnn/addition"),
                new Fault("leaky-rnn/flip-flop", Map.of("probability", 1.5), "probability", "1.5", "(0, 1]"),
                new Fault(
                        "lstm/single-cue",
                        Map.of("neurons", 2000, "delay", 100_000),
                        "lstm/single-cue",
                        "do not go together",
                        "at most 2147483647 numbers"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void refusesByName(Fault fault) {
        Experiment experiment = Experiments.named(fault.experiment()).orElseThrow();
        assertThatThrownBy(() -> Arguments.of(experiment, fault.given()))
                .isInstanceOfSatisfying(ArgumentException.class, refused -> {
                    assertThat(refused.parameter()).isEqualTo(fault.parameter());
                    assertThat(refused.given()).contains(fault.found());
                    assertThat(refused.accepted()).contains(fault.accepted());
                });
    }

    static Stream<Experiment> all() {
        return TrainingExperiment.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void observesAllThatItAnnounces(Experiment experiment) {
        Observation observation = run(experiment, SMALL, KernelChoice.PLAIN);
        for (Observable observable : experiment.observables()) {
            Measurement found = observation.measurements().get(observable.name());
            if (observable.name().equals("epochs-to-reach")) {
                assertThat(found != null)
                        .isEqualTo(scalar(observation, "ever-reached") == 1)
                        .isEqualTo(observation.events().containsKey("reached"));
            } else if (ONLY_OF_LEARNED.contains(observable.name())) {
                assertThat(found != null)
                        .as(observable.name())
                        .isEqualTo(scalar(observation, "learned") == 1
                                && (!observable.name().equals("period") || scalar(observation, "limit-cycle") == 1));
            } else {
                assertThat(found).as(observable.name()).isNotNull();
                assertThat(found.getClass().getSimpleName())
                        .isEqualToIgnoringCase(observable.shape().name());
            }
        }
        for (String name : SERIES) {
            assertThat(series(observation, name).at()).as(name).containsExactly(0, 1, 2);
        }
        assertThat(scalar(observation, "first-loss"))
                .isEqualTo(series(observation, "loss").values()[0]);
        assertThat(scalar(observation, "final-loss"))
                .isEqualTo(series(observation, "loss").values()[2]);
        assertThat(scalar(observation, "final-accuracy"))
                .isEqualTo(series(observation, "accuracy").values()[2]);
        assertThat(scalar(observation, "final-reliability"))
                .isEqualTo(series(observation, "reliability").values()[2]);
        Measurement.Matrix activity =
                (Measurement.Matrix) observation.measurements().get("activity");
        assertThat(activity.rows()).containsExactly(0, 1, 2, 3);
        assertThat(activity.columns()[0]).isZero();
        // one state more than there are steps: the delayed cue has 30 + 100 + 50 ms of 5 ms
        if (experiment.name().endsWith("/delayed-cue")) {
            assertThat(activity.columns()).hasSize(36 + 1);
        }
    }

    @Tag("vector")
    @ParameterizedTest
    @MethodSource("all")
    void givesTheSameBitsOnVectorsAndInPlainJava(Experiment experiment) {
        for (String precision : List.of("double", "float")) {
            Map<String, Object> given = with(SMALL, "precision", precision);
            assertThat(run(experiment, given, KernelChoice.VECTOR))
                    .isEqualTo(run(experiment, given, KernelChoice.PLAIN));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void usualSettingsLeaveSomethingToLearnFrom(Experiment experiment) {
        Observation observation = run(experiment, Map.of("epochs", 1, "batch", 4), KernelChoice.PLAIN);
        // targets are of order 1: states that explode would give millions
        assertThat(scalar(observation, "first-loss")).isPositive().isLessThan(50);
        // far above rounding: a network that rests at zero has none
        assertThat(series(observation, "gradient-norm").values()[0]).isGreaterThan(1e-4);
    }

    @Test
    void aRunThatDivergesIsAnObservation() {
        Experiment experiment = Experiments.named("plrnn/flip-flop").orElseThrow();
        Map<String, Object> given = Map.of(
                "neurons", 4, "batch", 2, "epochs", 200, "optimiser", "sgd", "rate", 100, "gain", 0.5, "steps", 10);
        Observation observation = run(experiment, given, KernelChoice.AUTO);
        assertThat(observation.divergence()).hasValueSatisfying(end -> {
            assertThat(end.axis()).isEqualTo("epoch");
            assertThat(end.reason()).contains("not finite");
            assertThat(end.at()).isEqualTo(series(observation, "loss").values().length - 1);
        });
        for (String name : SERIES) {
            double[] values = series(observation, name).values();
            assertThat(values).as(name).hasSizeBetween(1, 199);
            assertThat(Arrays.stream(values)).as(name).allMatch(Double::isFinite);
        }
        assertThat(scalar(observation, "learned")).isZero();
        assertThat(observation.measurements()).doesNotContainKey("activity");
    }

    @Test
    void aRunMayDivergeInItsFirstEpoch() {
        Experiment experiment = Experiments.named("plrnn/flip-flop").orElseThrow();
        // weights of 1e300: the second step overflows
        Observation observation = run(experiment, with(SMALL, "gain", 1e300), KernelChoice.AUTO);
        assertThat(observation.divergence())
                .hasValueSatisfying(end -> assertThat(end.at()).isZero());
        assertThat(series(observation, "loss").values()).isEmpty();
        assertThat(observation.measurements()).doesNotContainKeys("first-loss", "final-loss", "activity");
        assertThat(scalar(observation, "learned")).isZero();
    }

    @Test
    void timesInMillisecondsAreStepsOfTheTimeStep() {
        // the same network and trials, told in other units of time
        Map<String, Object> usual =
                Map.of("neurons", 6, "batch", 4, "epochs", 3, "delay", 40, "post-response", 30, "state-noise", 0);
        Map<String, Object> doubled = with(usual, "delay", 80);
        doubled.putAll(Map.of("dt", 10, "tau-m", 20, "cue", 60, "response", 100, "post-response", 60));
        Experiment experiment = Experiments.named("leaky-rnn/delayed-cue").orElseThrow();
        assertThat(run(experiment, doubled, KernelChoice.AUTO)).isEqualTo(run(experiment, usual, KernelChoice.AUTO));
        assertThat(run(experiment, with(usual, "tau-m", 20), KernelChoice.AUTO))
                .isNotEqualTo(run(experiment, usual, KernelChoice.AUTO));
    }

    @Test
    void holdHasLinearOutputsAndNoDelay() {
        Map<String, Object> given = Map.of("neurons", 4, "batch", 2, "epochs", 2, "variant", "hold", "response", 100);
        Experiment experiment = Experiments.named("leaky-rnn/delayed-cue").orElseThrow();
        Observation observation = run(experiment, given, KernelChoice.AUTO);
        assertThat(observation).isEqualTo(run(experiment, with(given, "readout", "linear"), KernelChoice.AUTO));
        assertThat(observation).isNotEqualTo(run(experiment, with(given, "readout", "logistic"), KernelChoice.AUTO));
        // 30 ms of cue and 100 ms of response, no delay, in steps of 5 ms
        assertThat(((Measurement.Matrix) observation.measurements().get("activity")).columns())
                .hasSize(26 + 1);
    }

    @Test
    void everySettingOfTrainingMatters() {
        Experiment experiment = Experiments.named("leaky-rnn/evidence").orElseThrow();
        Map<String, Object> usual = Map.of("neurons", 4, "batch", 2, "epochs", 6, "schedule-every", 2);
        double[] losses =
                series(run(experiment, usual, KernelChoice.AUTO), "loss").values();
        List<Map<String, Object>> changes = List.of(
                Map.of("rate", 0.2),
                Map.of("optimiser", "adam"),
                Map.of("momentum", 0.5),
                Map.of("decay", 0.1),
                Map.of("clip", 0.001),
                Map.of("tcr", 0.3),
                Map.of("schedule", "steps"),
                Map.of("schedule", "steps", "schedule-factor", 0.25),
                Map.of("schedule", "steps", "schedule-every", 3),
                Map.of("schedule", "cosine"),
                Map.of("init", "gaussian"),
                Map.of("init", "gaussian", "gain", 2),
                Map.of("readout", "logistic"),
                Map.of("initial-noise", 0),
                Map.of("initial-noise", 0.3),
                Map.of("state-noise", 0),
                Map.of("input-noise", 0.1),
                Map.of("precision", "float"),
                Map.of("alpha", 0.25),
                Map.of("stream", 14),
                Map.of("delay", 4),
                Map.of("response", 3),
                Map.of("coherence", 0.4));
        List<double[]> seen = new ArrayList<>(List.of(losses));
        for (Map<String, Object> change : changes) {
            Map<String, Object> given = new HashMap<>(usual);
            given.putAll(change);
            double[] found =
                    series(run(experiment, given, KernelChoice.AUTO), "loss").values();
            assertThat(seen).as("%s", change).noneMatch(other -> Arrays.equals(other, found));
            seen.add(found);
        }
    }

    @Test
    void epochsNotGivenAreThePublishedOnes() {
        // max(1000, 30/η), seen by a watcher that stops at once
        assertThat(planned(Map.of("rate", 0.1))).isEqualTo(1000);
        assertThat(planned(Map.of("rate", 0.01))).isEqualTo(3000);
        assertThat(planned(Map.of("rate", 0.01, "epochs", 7))).isEqualTo(7);
        // with a post-response period max(1000, 100/η)
        assertThat(planned(Map.of("rate", 0.1, "epochs-factor", 100))).isEqualTo(1000);
        assertThat(planned(Map.of("rate", 0.01, "epochs-factor", 100))).isEqualTo(10_000);
        assertThat(planned(Map.of("rate", 0.001, "variant", "hold"))).isEqualTo(3000);
    }

    /** α = 5 ms/10 ms and 5 ms/20 ms; T = 30 ms + 100 ms + 50 ms of 5 ms. */
    @Test
    void aLongTimeConstantIsAQuarterAStep() {
        Map<String, Object> usual = Map.of("neurons", 6, "batch", 4, "epochs", 3);
        Experiment experiment = Experiments.named("leaky-rnn/delayed-cue").orElseThrow();
        assertThat(TaskKind.DELAYED_CUE.alpha(NetworkKind.LEAKY, Arguments.of(experiment, usual)))
                .isEqualTo(0.5);
        Arguments slow = Arguments.of(experiment, with(usual, "tau-m", 20));
        assertThat(TaskKind.DELAYED_CUE.alpha(NetworkKind.LEAKY, slow)).isEqualTo(0.25);
        assertThat(TaskKind.DELAYED_CUE.task(slow).steps()).isEqualTo(36);
    }

    @Test
    void trainingIsGivenUpAboveALoss() {
        Map<String, Object> given =
                Map.of("neurons", 6, "batch", 2, "epochs", 500, "variant", "hold", "rate", 3, "response", 100);
        Experiment experiment = Experiments.named("leaky-rnn/delayed-cue").orElseThrow();
        Observation whole = run(experiment, given, KernelChoice.AUTO);
        double[] losses = series(whole, "loss").values();
        int first = 0;
        while (losses[first] <= 100) {
            first++;
        }
        Observation ended = run(experiment, with(given, "stop-above", 100), KernelChoice.AUTO);
        assertThat(series(ended, "loss").values()).isEqualTo(Arrays.copyOf(losses, first + 1));
        assertThat(ended.divergence()).isEmpty();
        assertThat(ended.events()).containsEntry("given-up", (double) first);
        assertThat(scalar(ended, "learned")).isZero();
        assertThat(scalar(ended, "learned-at-end")).isZero();
        assertThat(whole.events()).doesNotContainKey("given-up");
        // a loss that is never exceeded changes nothing
        Map<String, Object> tame = with(given, "rate", 0.01);
        assertThat(run(experiment, with(tame, "stop-above", 100), KernelChoice.AUTO))
                .isEqualTo(run(experiment, tame, KernelChoice.AUTO));
    }

    private static long planned(Map<String, Object> given) {
        Experiment experiment = Experiments.named("leaky-rnn/delayed-cue").orElseThrow();
        Map<String, Object> all = with(given, "neurons", 2);
        all.put("batch", 2);
        long[] planned = new long[1];
        Conditions conditions = new Conditions(
                KernelChoice.PLAIN,
                (done, total, loss, accuracy) -> {
                    planned[0] = total;
                    throw new IllegalStateException("seen enough");
                },
                Optional.empty(),
                Recorder.NONE);
        assertThatThrownBy(() -> experiment.run(Arguments.of(experiment, all), streams(), conditions))
                .hasMessage("seen enough");
        return planned[0];
    }

    /** λ twice as large makes the same first step's regularisation twice as large, and the task's loss no other. */
    @Test
    void taskLossIsTheLossWithoutTemporalConsistency() {
        for (String name : List.of("leaky-rnn/evidence", "rank-k-rnn/evidence")) {
            Experiment experiment = Experiments.named(name).orElseThrow();
            Observation none = run(experiment, SMALL, KernelChoice.AUTO);
            Observation once = run(experiment, with(SMALL, "tcr", 0.7), KernelChoice.AUTO);
            Observation twice = run(experiment, with(SMALL, "tcr", 1.4), KernelChoice.AUTO);
            assertThat(series(none, "task-loss").values())
                    .containsExactly(series(none, "loss").values());
            double task = series(none, "loss").values()[0];
            assertThat(series(once, "task-loss").values()[0]).isEqualTo(task);
            assertThat(series(twice, "task-loss").values()[0]).isEqualTo(task);
            double added = scalar(once, "first-loss") - task;
            assertThat(added).isPositive();
            // rounding of a few additions
            assertThat(scalar(twice, "first-loss") - task).isCloseTo(2 * added, Offset.offset(1e-15));
            double[] tasks = series(once, "task-loss").values();
            assertThat(scalar(once, "final-task-loss")).isEqualTo(tasks[tasks.length - 1]);
        }
    }

    @Test
    void roundingIsDeclaredByPrecision() {
        Experiment experiment = Experiments.named("leaky-rnn/evidence").orElseThrow();
        Observation fine = run(experiment, SMALL, KernelChoice.AUTO);
        Observation coarse = run(experiment, with(SMALL, "precision", "float"), KernelChoice.AUTO);
        for (String name : List.of("loss", "gradient-norm")) {
            double error = series(coarse, name).error();
            assertThat(series(fine, name).error()).isPositive().isLessThan(error);
        }
        // without noise the first epoch differs by the rounding alone, by no more than is declared
        Map<String, Object> still = with(SMALL, "initial-noise", 0);
        still.put("state-noise", 0);
        double exact = scalar(run(experiment, still, KernelChoice.AUTO), "first-loss");
        Measurement.Scalar rounded =
                (Measurement.Scalar) run(experiment, with(still, "precision", "float"), KernelChoice.AUTO)
                        .measurements()
                        .get("first-loss");
        assertThat(rounded.value()).isNotEqualTo(exact).isCloseTo(exact, Offset.offset(rounded.error()));
    }

    private static Map<String, Object> with(Map<String, Object> given, String name, Object value) {
        Map<String, Object> all = new HashMap<>(given);
        all.put(name, value);
        return all;
    }

    private static RandomStreams streams() {
        return RandomStreams.of(6).child("test");
    }

    private static Observation run(Experiment experiment, Map<String, Object> given, KernelChoice kernel) {
        return experiment.run(Arguments.of(experiment, given), streams(), Conditions.of(kernel));
    }

    private static double scalar(Observation observation, String name) {
        return ((Measurement.Scalar) observation.measurements().get(name)).value();
    }

    private static Measurement.Series series(Observation observation, String name) {
        return (Measurement.Series) observation.measurements().get(name);
    }
}
