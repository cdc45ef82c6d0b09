package org.theoremeter.theory.symbolic.algebra;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs an attempt on a thread of its own, and walks away when its time is up. */
final class TimeLimit {
    /** The algebra system recurses deeply; the memory is reserved but used only as far as it does. */
    private static final long STACK = 64L << 20;

    private TimeLimit() {}

    static Proof.Attempt run(Callable<Proof.Attempt> attempt, Duration limit) {
        FutureTask<Proof.Attempt> task = new FutureTask<>(attempt);
        Thread thread = new Thread(null, task, "theoremeter-algebra", STACK);
        thread.setDaemon(true);
        thread.start();
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

    private static String reason(Throwable cause) {
        boolean ours = cause instanceof Translation.Untranslatable || cause instanceof ExactSize.TooLarge;
        return ours ? cause.getMessage() : "the algebra system failed with " + cause;
    }
}
