package org.theoremeter.theory.symbolic.algebra;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Runs an attempt on a thread of its own, and walks away when its time is up. */
final class TimeLimit {
    /** The algebra system recurses deeply; the memory is reserved but used only as far as it does. */
    private static final long STACK = 64L << 20;

    private TimeLimit() {}

    static Proof.Attempt run(Callable<Proof.Attempt> attempt, Duration limit) {
        FutureTask<Proof.Attempt> task = started(attempt);
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            // The system looks at the thread's interrupt between evaluations.
            task.cancel(true);
            return new Proof.Attempt(false, "cut off after " + limit.toMillis() + " ms", true);
        } catch (InterruptedException interrupted) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return Proof.Attempt.failed("interrupted");
        } catch (ExecutionException failure) {
            return Proof.Attempt.failed(reason(failure.getCause()));
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
        FutureTask<T> task = started(computation);
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return otherwise.get();
        } catch (TimeoutException | ExecutionException noAnswer) {
            return otherwise.get();
        } finally {
            task.cancel(true);
        }
    }

    private static <T> FutureTask<T> started(Callable<T> computation) {
        FutureTask<T> task = new FutureTask<>(computation);
        Thread thread = new Thread(null, task, "theoremeter-algebra", STACK);
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private static String reason(Throwable cause) {
        boolean ours = cause instanceof Translation.Untranslatable || cause instanceof ExactSize.TooLarge;
        return ours ? cause.getMessage() : "the algebra system failed with " + cause;
    }
}
