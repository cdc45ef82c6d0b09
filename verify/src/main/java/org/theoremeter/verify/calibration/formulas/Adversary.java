package org.theoremeter.verify.calibration.formulas;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.theoremeter.simulate.InterruptedRun;

/**
 * Makes statements of known truth, has them checked, and counts what came out wrong.
 *
 * <p>Which statements there are depends on the seed alone. A proof that is cut off by the time limit leaves its statement
 * less well shown, so that grades may depend on how busy the machine is; which statements are false does not.
 */
public final class Adversary {

    private final long seed;
    private final int jobs;
    private final Trial trial;

    /**
     * Prepares an adversary.
     *
     * @param seed the root seed
     * @param jobs how many statements are checked at once, at least 1
     * @param limit the longest time that a proof may take
     */
    public Adversary(long seed, int jobs, Duration limit) {
        this.seed = seed;
        this.jobs = jobs;
        this.trial = new Trial(limit);
    }

    /** Checks the first statements of a kind: {@code count} of them, false or true. */
    public Tally of(Falsehood kind, boolean truth, int count) {
        ExecutorService pool = Executors.newFixedThreadPool(jobs, task -> {
            Thread thread = new Thread(task, "adversary");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<Tally.Tried>> futures = LongStream.range(0, count)
                    .mapToObj(number -> pool.submit(() -> tried(kind.statement(seed, truth, number))))
                    .toList();
            List<Tally.Tried> tried = new ArrayList<>();
            for (Future<Tally.Tried> future : futures) {
                tried.add(future.get());
            }
            return new Tally(kind, truth, tried);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedRun();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a checker failed", failure.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private Tally.Tried tried(Statement statement) {
        long start = System.nanoTime();
        Checked checked = trial.of(statement);
        return new Tally.Tried(statement, checked, (System.nanoTime() - start) / 1e9);
    }
}
