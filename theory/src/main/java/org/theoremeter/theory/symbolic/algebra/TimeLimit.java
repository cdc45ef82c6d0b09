package org.theoremeter.theory.symbolic.algebra;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs an attempt on a thread of its own, and walks away when its time is up.
 *
 * <p>The time is that of the processor, so that the outcome does not depend on what else a machine is doing; only an
 * attempt that makes no progress at all is ended by the clock on the wall.
 */
final class TimeLimit {
    /** The algebra system recurses deeply; the memory is reserved but used only as far as it does. */
    private static final long STACK = 64L << 20;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long POLL_MILLIS = 20;
    /** How many times slower than its processor time an attempt may be. */
    private static final int PATIENCE = 20;

    private TimeLimit() {}

    static Proof.Attempt run(Callable<Proof.Attempt> attempt, Duration limit) {
        FutureTask<Proof.Attempt> task = new FutureTask<>(attempt);
        Thread thread = new Thread(null, task, "theoremeter-algebra", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            long begun = System.nanoTime();
            while (true) {
                Optional<Proof.Attempt> result = poll(task, limit);
                if (result.isPresent()) {
                    return result.get();
                }
                boolean idle = System.nanoTime() - begun > PATIENCE * limit.toNanos();
                if (THREADS.getThreadCpuTime(thread.getId()) > limit.toNanos() || idle) {
                    // The system looks at the thread's interrupt between evaluations.
                    task.cancel(true);
                    return new Proof.Attempt(false, "cut off after " + limit.toMillis() + " ms", true);
                }
            }
        } catch (InterruptedException interrupted) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return Proof.Attempt.failed("interrupted");
        } catch (ExecutionException failure) {
            return Proof.Attempt.failed(reason(failure.getCause()));
        }
    }

    private static Optional<Proof.Attempt> poll(FutureTask<Proof.Attempt> task, Duration limit)
            throws InterruptedException, ExecutionException {
        try {
            long nanos = Math.min(limit.toNanos(), TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
            return Optional.of(task.get(nanos, TimeUnit.NANOSECONDS));
        } catch (TimeoutException goesOn) {
            return Optional.empty();
        }
    }

    private static String reason(Throwable cause) {
        boolean ours = cause instanceof Translation.Untranslatable || cause instanceof ExactSize.TooLarge;
        return ours ? cause.getMessage() : "the algebra system failed with " + cause;
    }
}
