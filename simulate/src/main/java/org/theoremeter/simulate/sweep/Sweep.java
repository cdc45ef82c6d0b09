package org.theoremeter.simulate.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
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
public final class Sweep implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;
    /** How often is looked for runs that another process is at. */
    private static final long POLL_MILLIS = 200;

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
        List<RunKey> keys = runs.stream().map(this::key).toList();
        Map<RunKey, List<Run>> distinct = new LinkedHashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            distinct.computeIfAbsent(keys.get(i), key -> new ArrayList<>()).add(runs.get(i));
        }
        Ledger ledger = new Ledger(runs.size(), progress);
        Map<RunKey, Found> found = new ConcurrentHashMap<>();
        inParallel(List.copyOf(distinct.keySet()), Function.identity(), key -> {
            List<Run> same = distinct.get(key);
            Optional<Found> one = attempt(key, same.get(0), this::whole);
            one.ifPresent(known -> {
                found.put(key, known);
                same.forEach(run -> ledger.enter(known.result(run)));
            });
            return one.isPresent();
        });
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            results.add(found.get(keys.get(i)).result(runs.get(i)));
        }
        return List.copyOf(results);
    }

    /**
     * Makes the runs and holds none of them: of what was observed only scalars and events are told, and the rest is kept in the
     * store.
     *
     * @param progress told of every finished run, one at a time, on any thread
     * @throws InterruptedRun if the thread is interrupted; what has been computed stays kept
     */
    public void each(List<Run> runs, Consumer<Progress> progress) {
        Ledger ledger = new Ledger(runs.size(), progress);
        inParallel(runs, this::key, run -> {
            Optional<Found> one = attempt(key(run), run, this::scalars);
            one.ifPresent(known -> ledger.enter(known.result(run)));
            return one.isPresent();
        });
    }

    /**
     * Returns the scalars and events of each run, if it was kept, in their order; fast for many at once, and for those that
     * follow each other and differ in their seeds alone.
     */
    public List<Optional<Observation>> kept(List<Run> runs) {
        List<RunKey> keys = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            boolean again = i > 0
                    && run.experiment() == runs.get(i - 1).experiment()
                    && run.arguments() == runs.get(i - 1).arguments();
            keys.add(again ? keys.get(i - 1).withSeedOf(run) : key(run));
        }
        return store.summaries(keys);
    }

    private RunKey key(Run run) {
        return RunKey.of(run, rootSeed, conditions.kernel());
    }

    /**
     * Does every item once, those that another process is at after all others, when they are there or the process has ended.
     *
     * @param key tells which run an item is
     * @param work returns whether it was done
     */
    private <T> void inParallel(List<T> items, Function<T, RunKey> key, Predicate<T> work) {
        ExecutorService pool = Executors.newFixedThreadPool(jobs, task -> {
            Thread thread = new Thread(task, "sweep");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<T> left = items;
            boolean told = false;
            while (!left.isEmpty()) {
                int before = left.size();
                left = undone(pool, left, work);
                if (left.size() == before) {
                    if (!told) {
                        store.tellWaiting(left.size(), key.apply(left.get(0)));
                        told = true;
                    }
                    pause();
                }
            }
        } finally {
            stop(pool);
        }
    }

    /** Does items as threads become free, and returns those that were not to be done now. */
    private <T> List<T> undone(ExecutorService pool, List<T> items, Predicate<T> work) {
        AtomicInteger next = new AtomicInteger();
        Queue<T> postponed = new ConcurrentLinkedQueue<>();
        List<Future<?>> workers = new ArrayList<>();
        for (int worker = 0; worker < Math.min(jobs, items.size()); worker++) {
            workers.add(pool.submit(() -> {
                for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
                    if (!work.test(items.get(i))) {
                        postponed.add(items.get(i));
                    }
                }
            }));
        }
        awaitAll(workers);
        return List.copyOf(postponed);
    }

    /** Waits for workers, and meanwhile says to other processes that this one lives. */
    private void awaitAll(List<Future<?>> workers) {
        for (Future<?> worker : workers) {
            while (!await(worker)) {
                store.stayAlive();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedRun();
        }
    }

    /** Finds or makes a run; nothing if another process is at it. */
    private Optional<Found> attempt(RunKey key, Run run, BiFunction<RunKey, Run, Optional<Observation>> search) {
        try {
            InterruptedRun.check();
            long before = store.made(key);
            if (!fresh) {
                Optional<Observation> kept = search.apply(key, run);
                if (kept.isPresent()) {
                    return Optional.of(new Found(kept, Optional.empty(), true));
                }
            }
            return store.lend(key) ? Optional.of(lent(key, run, before, search)) : Optional.empty();
        } catch (InterruptedRun | CheckpointException | TrainingFileException stopped) {
            throw stopped;
        } catch (RuntimeException | StackOverflowError fault) {
            return Optional.of(new Found(Optional.empty(), Optional.of(fault.toString()), false));
        }
    }

    private Found lent(RunKey key, Run run, long before, BiFunction<RunKey, Run, Optional<Observation>> search) {
        boolean kept = false;
        try {
            // another process may have kept it between the look and the loan
            boolean again = !fresh && store.made(key) > before;
            Optional<Observation> meanwhile = again ? search.apply(key, run) : Optional.empty();
            if (meanwhile.isPresent()) {
                return new Found(meanwhile, Optional.empty(), true);
            }
            long start = System.nanoTime();
            Observation observation = run.observe(rootSeed, conditions);
            kept = store.keep(key, observation, (System.nanoTime() - start) / 1e9);
            return new Found(Optional.of(observation), Optional.empty(), false);
        } finally {
            if (!kept) {
                store.takeBack(key);
            }
        }
    }

    private Optional<Observation> whole(RunKey key, Run run) {
        return store.find(key, observation -> observation.isOf(run.experiment()));
    }

    private Optional<Observation> scalars(RunKey key, Run run) {
        return store.summary(key).filter(observation -> observation.isOf(run.experiment()));
    }

    /** Waits for a while; returns whether it has ended. */
    private static boolean await(Future<?> future) {
        try {
            future.get(PATIENCE_SECONDS / 6, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
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

    /** Closes the store. */
    @Override
    public void close() {
        store.close();
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
