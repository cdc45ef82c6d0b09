package org.theoremeter.theory.symbolic.algebra.symja;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.theoremeter.theory.symbolic.algebra.rewrite.ExactSize;

/**
 * Runs an attempt on a thread of its own, and walks away when its time is up.
 *
 * <p>The time is that of the processor, so that the answer does not depend on what else a machine is doing; only an
 * attempt that makes no progress at all is ended by the clock on the wall.
 */
public final class TimeLimit {
    /** The algebra system recurses deeply; the memory is reserved but used only as far as it does. */
    private static final long STACK = 64L << 20;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long POLL_MILLIS = 20;
    /** How many times slower than its processor time an attempt may be. */
    private static final int PATIENCE = 20;

    private TimeLimit() {}

    /** Runs an attempt at a proof; one that is cut off, interrupted or fails has proved nothing, and says why. */
    public static Attempt run(Callable<Attempt> attempt, Duration limit) {
        try {
            return within(attempt, limit);
        } catch (TimeoutException late) {
            return new Attempt(false, "cut off after " + limit.toMillis() + " ms", true);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Attempt.failed("interrupted");
        } catch (ExecutionException failure) {
            return Attempt.failed(reason(failure.getCause()));
        }
    }

    /**
     * Runs a computation whose failure is no answer: {@code otherwise} stands for it.
     *
     * @param computation the computation; it opens a session of its own
     * @param limit its time
     * @param otherwise what is returned when it fails or runs out of time
     */
    static <T> T orElse(Callable<T> computation, Duration limit, Supplier<T> otherwise) {
        try {
            return within(computation, limit);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return otherwise.get();
        } catch (TimeoutException | ExecutionException noAnswer) {
            return otherwise.get();
        }
    }

    /**
     * Runs a computation.
     *
     * @param computation the computation; it ends when its thread is interrupted, or goes on unheard
     * @param limit its time
     * @throws TimeoutException if its time is up
     * @throws ExecutionException if it fails, with the reason as cause
     * @throws InterruptedException if this thread is interrupted
     */
    public static <T> T within(Callable<T> computation, Duration limit)
            throws InterruptedException, ExecutionException, TimeoutException {
        AtomicLong spent = new AtomicLong();
        FutureTask<T> task = new FutureTask<>(() -> {
            T found = computation.call();
            spent.set(THREADS.getCurrentThreadCpuTime());
            return found;
        });
        Thread thread = new Thread(null, task, "theoremeter-algebra", STACK);
        thread.setDaemon(true);
        thread.start();
        long begun = System.nanoTime();
        long nanos = Math.min(limit.toNanos(), TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
        try {
            while (true) {
                T found;
                try {
                    found = task.get(nanos, TimeUnit.NANOSECONDS);
                } catch (TimeoutException late) {
                    boolean idle = System.nanoTime() - begun > PATIENCE * limit.toNanos();
                    if (THREADS.getThreadCpuTime(thread.getId()) > limit.toNanos() || idle) {
                        throw late;
                    }
                    continue;
                }
                if (spent.get() > limit.toNanos()) {
                    // It ended before it was looked at; on a busier machine it would not have.
                    throw new TimeoutException();
                }
                return found;
            }
        } finally {
            // The system looks at the thread's interrupt between evaluations.
            task.cancel(true);
        }
    }

    private static String reason(Throwable cause) {
        boolean ours = cause instanceof Translation.Untranslatable || cause instanceof ExactSize.TooLarge;
        return ours ? cause.getMessage() : "the algebra system failed with " + cause;
    }
}
