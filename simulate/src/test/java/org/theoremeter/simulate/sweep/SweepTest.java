package org.theoremeter.simulate.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.simulate.catalogue.Experiments;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Runs;
import org.theoremeter.simulate.experiment.Stub;
import org.theoremeter.simulate.kernel.KernelChoice;
import org.theoremeter.simulate.sweep.database.Database;

class SweepTest {

    private final Stub stub = new Stub();

    @TempDir
    Path folder;

    @Test
    void resultsComeInTheOrderOfTheRuns() {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            runs.add(run(Map.of("shift", i % 7, "mode", "still", "count", 1 + i), 0));
        }
        List<Integer> done = new ArrayList<>();
        List<Result> results = sweep(3).run(runs, progress -> {
            done.add(progress.done());
            assertThat(progress.total()).isEqualTo(20);
        });
        assertThat(results).extracting(Result::run).containsExactlyElementsOf(runs);
        for (int i = 0; i < 20; i++) {
            assertThat(Runs.scalar(observation(results.get(i)), "value")).isEqualTo(i % 7);
        }
        assertThat(done).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20);
    }

    @Test
    void theNumberOfThreadsChangesNoBit() {
        Experiment flow = Experiments.named("linear-rnn/gradient-flow").orElseThrow();
        List<Run> runs = new ArrayList<>();
        for (double gain : new double[] {0.1, 0.3}) {
            for (int seed = 0; seed < 4; seed++) {
                runs.add(Run.of(
                        flow,
                        Arguments.of(flow, Map.of("neurons", 9, "cstar", 0.3, "horizon", 1, "gain", gain)),
                        seed));
            }
        }
        List<Result> one = sweep(1).run(runs, progress -> {});
        List<Result> two = sweep(2).run(runs, progress -> {});
        assertThat(two).isEqualTo(one);
        // any run can be re-run alone
        assertThat(sweep(1).run(List.of(runs.get(5)), progress -> {})).containsExactly(one.get(5));
    }

    @Test
    void seedsArePairedAcrossArguments() {
        List<Result> results = sweep(1).run(
                        List.of(run(Map.of("shift", 1), 3), run(Map.of("shift", 2), 3), run(Map.of("shift", 1), 4)),
                        progress -> {});
        assertThat(Runs.series(observation(results.get(0)), "numbers"))
                .isEqualTo(Runs.series(observation(results.get(1)), "numbers"))
                .isNotEqualTo(Runs.series(observation(results.get(2)), "numbers"));
        Result otherRoot = Sweep.of(1, ObservationStore.none(), false, 2)
                .run(List.of(run(Map.of("shift", 1), 3)), progress -> {})
                .get(0);
        assertThat(otherRoot.observation()).isNotEqualTo(results.get(0).observation());
    }

    @Test
    void equalCellsAreComputedOnce() {
        List<Run> runs = List.of(
                run(Map.of("mode", "still"), 0),
                run(Map.of("mode", "still"), 1),
                run(Map.of("mode", "still", "delay", 5.0), 2),
                run(Map.of(), 0),
                run(Map.of(), 1),
                run(Map.of(), 0));
        List<Result> results = sweep(2).run(runs, progress -> {});
        // without random numbers the seed has no influence: one run, and two for two seeds
        assertThat(stub.runs).hasValue(3);
        assertThat(results.get(5).observation()).isEqualTo(results.get(3).observation());
    }

    @Test
    void whatIsKeptIsReusedUnlessFresh() {
        List<Run> runs = List.of(run(Map.of(), 0), run(Map.of("mode", "still"), 0));
        List<Result> first = kept(false).run(runs, progress -> {});
        List<Result> second = kept(false)
                .run(runs, progress -> assertThat(progress.result().reused()).isTrue());
        assertThat(stub.runs).hasValue(2);
        assertThat(first).noneMatch(Result::reused);
        assertThat(second).allMatch(Result::reused);
        assertThat(second)
                .extracting(Result::observation)
                .isEqualTo(first.stream().map(Result::observation).toList());
        assertThat(kept(true).run(runs, progress -> {})).isEqualTo(first);
        assertThat(stub.runs).hasValue(4);
    }

    @Test
    void aRunThatThrowsFailsAloneAndNamesItself() {
        List<Result> results = sweep(2).run(
                        List.of(run(Map.of("mode", "fail", "shift", 2.5), 1), run(Map.of("mode", "still"), 0)),
                        progress -> {});
        assertThat(results.get(0).observation()).isEmpty();
        assertThat(results.get(0).failure())
                .hasValueSatisfying(
                        reason -> assertThat(reason).contains("test/stub", "shift=2.5", "seed 1", "the stub fails"));
        assertThat(results.get(1).failure()).isEmpty();
    }

    @Test
    void aRunThatDrawsAgainstItsDeclarationFails() {
        Result result = sweep(1).run(List.of(run(Map.of("mode", "misbehave"), 0)), progress -> {})
                .get(0);
        assertThat(result.failure())
                .hasValueSatisfying(reason -> assertThat(reason).contains("declared to draw nothing"));
    }

    @Test
    void anInterruptStopsPromptlyAndLosesNothing() throws InterruptedException {
        AtomicReference<Throwable> ended = new AtomicReference<>();
        List<Run> runs = List.of(run(Map.of(), 0), run(Map.of("mode", "wait"), 0));
        Thread[] self = new Thread[1];
        Thread runner = new Thread(() -> {
            try {
                kept(false).run(runs, progress -> self[0].interrupt());
            } catch (InterruptedRun stopped) {
                ended.set(Thread.currentThread().isInterrupted() ? stopped : null);
            }
        });
        self[0] = runner;
        runner.start();
        // the waiting run would take 30 s
        runner.join(20_000);
        assertThat(runner.isAlive()).isFalse();
        assertThat(ended.get()).isInstanceOf(InterruptedRun.class);
        Result again = kept(false).run(runs.subList(0, 1), progress -> {}).get(0);
        assertThat(again.reused()).isTrue();
    }

    @Test
    void refusesNoJobsAndDrawsWithoutASeed() {
        assertThatThrownBy(() -> Sweep.of(0, ObservationStore.none(), false, 1)).hasMessageContaining("jobs: found 0");
        assertThatThrownBy(() -> Run.of(stub, Arguments.of(stub, Map.of()))).hasMessageContaining("needs a seed");
    }

    @Test
    void eachTellsOfEveryRunAndMakesEqualOnesOnce() {
        List<Run> runs = List.of(run(Map.of("shift", 1), 0), run(Map.of("shift", 2), 0), run(Map.of("shift", 1), 0));
        List<Result> told = new ArrayList<>();
        Sweep.of(2, ObservationStore.at(folder), false, 1).each(runs, progress -> told.add(progress.result()));
        assertThat(told).hasSize(3);
        assertThat(told).filteredOn(Result::reused).hasSize(1);
        List<Result> again = new ArrayList<>();
        kept(false).each(runs, progress -> again.add(progress.result()));
        assertThat(again).hasSize(3).allMatch(Result::reused);
        assertThat(Runs.scalar(kept(false).kept(List.of(runs.get(1))).get(0).orElseThrow(), "value"))
                .isEqualTo(Runs.scalar(
                        observation(sweep(1).run(runs, progress -> {}).get(1)), "value"));
    }

    @Test
    void waitsForARunThatAnotherIsAtAndMakesItIfTheOtherDoesNot() throws Exception {
        Run wanted = run(Map.of("shift", 1), 0);
        String hash = RunKey.of(wanted, 1, KernelChoice.AUTO).hash();
        List<String> said = Collections.synchronizedList(new ArrayList<>());
        try (Database other = Database.open(folder.resolve(ObservationStore.FILE))) {
            assertThat(other.lend(hash)).isTrue();
            List<Result> told = Collections.synchronizedList(new ArrayList<>());
            Thread waiting = new Thread(() -> Sweep.of(1, ObservationStore.at(folder, said::add), false, 1)
                    .each(List.of(run(Map.of("shift", 3), 0), wanted), progress -> told.add(progress.result())));
            waiting.start();
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (said.isEmpty() && System.nanoTime() < patience) {
                Thread.sleep(5);
            }
            assertThat(said).singleElement().asString().startsWith("waiting for process ");
            assertThat(told).hasSize(1);
            other.takeBack(hash);
            waiting.join();
            assertThat(told).hasSize(2).noneMatch(Result::reused);
            assertThat(other.times(hash)).isEqualTo(1);
        }
    }

    private Run run(Map<String, ?> given, long seed) {
        return Run.of(stub, Arguments.of(stub, given), seed);
    }

    private static Sweep sweep(int jobs) {
        return Sweep.of(jobs, ObservationStore.none(), false, 1);
    }

    private Sweep kept(boolean fresh) {
        return Sweep.of(1, ObservationStore.at(folder), fresh, 1);
    }

    private static Observation observation(Result result) {
        return result.observation().orElseThrow();
    }
}
