package org.theoremeter.simulate.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.simulate.experiment.Conditions;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.training.file.TrainingFileException;
import org.theoremeter.simulate.training.run.CheckpointException;

/**
 * Makes many runs in parallel; results come in the order of the runs and are the same for any number of threads.
 *
 * <p>Runs that would compute the same thing are computed once. Every observation is kept as soon as it is there, so an
 * interrupted sweep resumes where it stopped.
 *
 * <pre>{@code
 * List<Result> results = Sweep.unkept(2, 1).run(runs, progress -> {});
 * }</pre>
 */
public final class Sweep {

    private static final long PATIENCE_SECONDS = 60;

    private final int jobs;
    private final ObservationStore store;
    private final boolean fresh;
    private final long rootSeed;
    private final Conditions conditions;

    private Sweep(int jobs, ObservationStore store, boolean fresh, long rootSeed, Conditions conditions) {
        this.jobs = jobs;
        this.store = store;
        this.fresh = fresh;
        this.rootSeed = rootSeed;
        this.conditions = conditions;
    }

    /**
     * Prepares a sweep.
     *
     * @param jobs number of threads, at least 1
     * @param store where observations are kept and looked up
     * @param fresh whether to ignore what the store has (new observations are kept all the same)
     * @param rootSeed the seed below which every stream lies
     * @throws IllegalArgumentException if there are no jobs
     */
    public static Sweep of(int jobs, ObservationStore store, boolean fresh, long rootSeed) {
        if (jobs < 1) {
            throw new IllegalArgumentException("jobs: found " + jobs + ", accepted: a whole number from 1");
        }
        return new Sweep(jobs, store, fresh, rootSeed, Conditions.usual());
    }

    /**
     * Prepares a sweep that computes everything anew and keeps nothing.
     *
     * @param jobs number of threads, at least 1
     * @param rootSeed the seed below which every stream lies
     * @throws IllegalArgumentException if there are no jobs
     */
    public static Sweep unkept(int jobs, long rootSeed) {
        return of(jobs, ObservationStore.none(), true, rootSeed);
    }

    /** Returns the same sweep under other conditions; checkpoints suit a sweep of one run only. */
    public Sweep under(Conditions other) {
        return new Sweep(jobs, store, fresh, rootSeed, other);
    }

    /** Returns the same sweep that ignores what has been kept, for runs that are made for more than what they observe. */
    public Sweep anew() {
        return new Sweep(jobs, store, true, rootSeed, conditions);
    }

    /**
     * Makes the runs.
     *
     * @param progress told of every finished run, one at a time, on any thread
     * @return one result a run, in the same order; a run that throws gives a failure and stops nothing else
     * @throws InterruptedRun if the thread is interrupted; its interrupt status stays set, and what has been computed
     * stays kept
     */
    public List<Result> run(List<Run> runs, Consumer<Progress> progress) {
        List<RunKey> keys = runs.stream()
                .map(run -> RunKey.of(run, rootSeed, conditions.kernel()))
                .toList();
        Map<RunKey, List<Run>> distinct = new LinkedHashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            distinct.computeIfAbsent(keys.get(i), key -> new ArrayList<>()).add(runs.get(i));
        }
        Ledger ledger = new Ledger(runs.size(), progress);
        ExecutorService pool = Executors.newFixedThreadPool(jobs, task -> {
            Thread thread = new Thread(task, "sweep");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Map<RunKey, Future<Found>> futures = new LinkedHashMap<>();
            distinct.forEach((key, same) -> futures.put(key, pool.submit(() -> attempt(key, same, ledger))));
            Map<RunKey, Found> found = new LinkedHashMap<>();
            for (Map.Entry<RunKey, Future<Found>> entry : futures.entrySet()) {
                found.put(entry.getKey(), await(entry.getValue()));
            }
            List<Result> results = new ArrayList<>();
            for (int i = 0; i < runs.size(); i++) {
                Found one = found.get(keys.get(i));
                results.add(one.result(runs.get(i)));
            }
            return List.copyOf(results);
        } finally {
            stop(pool);
        }
    }

    private Found attempt(RunKey key, List<Run> same, Ledger ledger) {
        Found found;
        try {
            found = find(key, same.get(0));
        } catch (InterruptedRun | CheckpointException | TrainingFileException stopped) {
            throw stopped;
        } catch (RuntimeException | StackOverflowError fault) {
            found = new Found(Optional.empty(), Optional.of(fault.toString()), false);
        }
        for (Run run : same) {
            ledger.enter(found.result(run));
        }
        return found;
    }

    private Found find(RunKey key, Run run) {
        InterruptedRun.check();
        Optional<Observation> kept =
                fresh ? Optional.empty() : store.find(key, observation -> observation.isOf(run.experiment()));
        if (kept.isPresent()) {
            return new Found(kept, Optional.empty(), true);
        }
        Observation observation = run.observe(rootSeed, conditions);
        store.keep(key, observation);
        return new Found(Optional.of(observation), Optional.empty(), false);
    }

    private static Found await(Future<Found> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedRun();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        }
    }

    /** Interrupts what still runs and waits for it, so that no run outlives the sweep. */
    private static void stop(ExecutorService pool) {
        boolean interrupted = Thread.interrupted();
        pool.shutdownNow();
        try {
            pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was found, for every run that would find the same. */
    private record Found(Optional<Observation> observation, Optional<String> failure, boolean reused) {

        Result result(Run run) {
            return new Result(run, observation, failure.map(reason -> run + ": " + reason), reused);
        }
    }

    /** Counts finished runs and tells of them one at a time. */
    private static final class Ledger {

        private final int total;
        private final Consumer<Progress> progress;
        private int done;

        Ledger(int total, Consumer<Progress> progress) {
            this.total = total;
            this.progress = progress;
        }

        synchronized void enter(Result result) {
            done++;
            progress.accept(new Progress(done, total, result));
        }
    }
}
