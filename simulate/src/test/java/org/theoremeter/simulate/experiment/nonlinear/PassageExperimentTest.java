package org.theoremeter.simulate.experiment.nonlinear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.catalogue.Experiments;
import org.theoremeter.simulate.experiment.ArgumentException;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Conditions;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Runs;
import org.theoremeter.simulate.kernel.KernelChoice;
import org.theoremeter.simulate.mechanism.MechanismOfMemory;
import org.theoremeter.simulate.mechanism.MechanismOfMemory.Summary;
import org.theoremeter.simulate.mechanism.MechanismSettings;
import org.theoremeter.simulate.mechanism.RankKDynamics;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.training.run.Recorder;
import org.theoremeter.simulate.training.run.Training;
import org.theoremeter.simulate.training.run.TrainingPlan;
import org.theoremeter.simulate.training.run.Watcher;

class PassageExperimentTest {

    private static final String PASSAGE = "rank-k-rnn/passage";

    /** A short delay at a large rate: learned within some thousand epochs. */
    private static final Map<String, Object> EASY =
            Map.of("start", "published", "delay", 6, "response", 3, "rate", 1, "epochs", 4000, "every", 500);

    /** The run with these arguments, made once. */
    private static Observation run;

    @BeforeAll
    static void trainOnce() {
        run = Runs.run(PASSAGE, 1, EASY);
    }

    private static Map<String, Object> easy(Map<String, ?> more) {
        Map<String, Object> given = new HashMap<>(EASY);
        given.putAll(more);
        return given;
    }

    @Test
    void trainsAsTheSingleCueExperimentDoes() {
        Map<String, Object> given =
                Map.of("neurons", 20, "delay", 4, "response", 2, "post-response", 3, "rate", 0.5, "epochs", 300);
        RandomStreams streams = RandomStreams.of(7);
        Observation passage = run(PASSAGE, given, streams);
        Observation single = run("rank-k-rnn/single-cue", given, streams);
        for (String name : List.of("first-loss", "final-loss", "final-accuracy", "final-reliability", "learned")) {
            assertThat(Runs.scalar(passage, name)).as(name).isEqualTo(Runs.scalar(single, name));
        }
    }

    private static Observation run(String name, Map<String, Object> given, RandomStreams streams) {
        Experiment experiment = Experiments.named(name).orElseThrow();
        return experiment.run(Arguments.of(experiment, given), streams, Conditions.of(KernelChoice.PLAIN));
    }

    /** The second route: the network of all its units, trained anew, at every epoch that was looked at. */
    @Test
    void saysOfTheLatentsWhatTheNetworkOfAllUnitsDoes() {
        double[] epochs = Runs.series(run, "limit-cycle").at();
        Map<Long, double[]> weights = new HashMap<>();
        PassageSetting setting =
                PassageSetting.of(Arguments.of(Experiments.named(PASSAGE).orElseThrow(), EASY));
        double[] start = setting.state(RandomStreams.none());
        new Training(
                        setting.plan(start, KernelChoice.PLAIN),
                        setting.initial(RandomStreams.none()),
                        RandomStreams.none(),
                        new Recorder() {
                            @Override
                            public void begin(TrainingPlan plan, RandomStreams streams) {
                                // nothing to prepare
                            }

                            @Override
                            public boolean wants(long epoch) {
                                return Arrays.binarySearch(epochs, epoch) >= 0;
                            }

                            @Override
                            public void before(long epoch, double[] parameters) {
                                weights.put(epoch, parameters);
                            }

                            @Override
                            public void end(long epoch, double[] parameters) {
                                weights.put(epoch, parameters);
                            }
                        })
                .run(Watcher.NONE, Optional.empty());
        List<Summary> seen = new ArrayList<>();
        for (int i = 0; i < epochs.length; i += epochs.length / 12) {
            MechanismOfMemory whole = MechanismOfMemory.of(
                    new RankKDynamics(setting.network(), weights.get((long) epochs[i])),
                    start,
                    MechanismSettings.withDefaults());
            String place = "epoch " + epochs[i];
            assertThat(Runs.series(run, "limit-cycle").values()[i])
                    .as(place)
                    .isEqualTo(whole.summary() == Summary.LIMIT_CYCLE ? 1 : 0);
            assertThat(Runs.series(run, "slow-point").values()[i])
                    .as(place)
                    .isEqualTo(whole.summary() == Summary.SLOW_POINT ? 1 : 0);
            seen.add(whole.summary());
        }
        // what is compared has both
        assertThat(seen).contains(Summary.LIMIT_CYCLE, Summary.SLOW_POINT);
    }

    @Test
    void aLimitCycleIsBornWhereItStays() {
        double[] at = Runs.series(run, "limit-cycle").at();
        double[] cycle = Runs.series(run, "limit-cycle").values();
        assertThat(Runs.scalar(run, "final-limit-cycle")).isEqualTo(cycle[cycle.length - 1]);
        int first = cycle.length;
        while (first > 0 && cycle[first - 1] == 1) {
            first--;
        }
        assertThat(run.events().containsKey("limit-cycle-born")).isEqualTo(first < cycle.length);
        assertThat(run.events().get("limit-cycle-born")).isEqualTo(at[first]);
        assertThat(Runs.series(run, "fixed-points").at()).isEqualTo(at);
        assertThat(at[at.length - 1]).isEqualTo(4000);
        // the sum of the indices is 1, so that their number is odd
        assertThat(Arrays.stream(Runs.series(run, "fixed-points").values())).allMatch(count -> count % 2 == 1);
        double[] losses = Runs.series(run, "loss").values();
        assertThat(run.events()).containsKey("drop");
        assertThat(Arrays.stream(losses).min().orElseThrow()).isLessThan(losses[0] / 2);
        double learnedBoth = Runs.scalar(run, "learned-by-limit-cycle") + Runs.scalar(run, "learned-by-slow-point");
        assertThat(learnedBoth).isEqualTo(Runs.scalar(run, "learned"));
    }

    @Test
    void endsWhereItFirstAnswersWell() {
        Observation reached = Runs.run(PASSAGE, 1, easy(Map.of("until", "reached")));
        double[] at = Runs.series(reached, "limit-cycle").at();
        // the epoch whose answers were good has had its update when the last look is made
        assertThat(at[at.length - 1]).isEqualTo(reached.events().get("reached") + 1);
        assertThat(reached.events().get("reached")).isEqualTo(run.events().get("reached"));
        assertThat(Runs.scalar(reached, "reached-by-limit-cycle")).isEqualTo(Runs.scalar(reached, "final-limit-cycle"));
        assertThat(Runs.scalar(reached, "reached-by-limit-cycle") + Runs.scalar(reached, "reached-by-slow-point"))
                .isEqualTo(1);
    }

    @Test
    void looksWheneverTheLossHasFallenByATenth() {
        Observation fallen = Runs.run(PASSAGE, 1, easy(Map.of("every", 100_000, "epochs", 1500)));
        Map<String, Object> single = new HashMap<>(EASY);
        single.remove("every");
        single.put("epochs", 1500);
        double[] losses = Runs.series(Runs.run("rank-k-rnn/single-cue", 1, single), "loss")
                .values();
        List<Double> expected = new ArrayList<>(List.of(0.0));
        double lowest = losses[0];
        for (int epoch = 1; epoch < losses.length; epoch++) {
            if (losses[epoch - 1] < 0.9 * lowest) {
                lowest = losses[epoch - 1];
                expected.add((double) epoch);
            }
        }
        double[] at = expected.stream().mapToDouble(Double::doubleValue).toArray();
        assertThat(at).hasSizeGreaterThan(10);
        assertThat(Runs.series(fallen, "loss").at()).isEqualTo(at);
        for (int i = 0; i < at.length; i++) {
            assertThat(Runs.series(fallen, "loss").values()[i]).isEqualTo(losses[(int) at[i]]);
        }
    }

    @Test
    void countsNoFixedPointsOfHigherRank() {
        Map<String, Object> given = Map.of("neurons", 6, "rank", 3, "delay", 2, "response", 2, "epochs", 5);
        assertThat(Runs.run(PASSAGE, 1, given).measurements())
                .containsKey("limit-cycle")
                .doesNotContainKeys("fixed-points", "final-fixed-points");
        Map<String, Object> line = Map.of("neurons", 6, "rank", 1, "delay", 2, "response", 2, "epochs", 5);
        assertThat(Runs.scalar(Runs.run(PASSAGE, 1, line), "final-fixed-points"))
                .isPositive();
    }

    /** Saturated units stay finite whatever their weights are, but latents leave every bound. */
    @Test
    void weightsBeyondEveryBoundAreNoMechanism() {
        Observation huge = Runs.run(PASSAGE, 1, easy(Map.of("rate", 1e300, "epochs", 20, "every", 50)));
        assertThat(Runs.scalar(huge, "final-undecided")).isEqualTo(1);
        assertThat(Runs.scalar(huge, "learned")).isZero();
        assertThat(Runs.scalar(huge, "learned-by-limit-cycle")).isZero();
        assertThat(huge.measurements()).containsKey("first-fixed-points").doesNotContainKey("final-fixed-points");
        assertThat(huge.events()).doesNotContainKey("limit-cycle-born");
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> Arguments.of(new PassageExperiment(), Map.of("neurons", 3, "rank", 4)))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("at most the number of neurons, 3");
        assertThatThrownBy(() -> Arguments.of(new PassageExperiment(), Map.of("start", "published", "neurons", 50)))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("drawn, or published with neurons 100 and rank 2");
        assertThatThrownBy(() -> Arguments.of(new PassageExperiment(), Map.of("delay", 0)))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("[1, 10000]");
    }
}
