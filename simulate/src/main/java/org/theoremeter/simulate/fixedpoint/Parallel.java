package org.theoremeter.simulate.fixedpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.theoremeter.simulate.InterruptedRun;

/** Computes many things that do not depend on each other, on several threads, in an order of results that does not depend on them. */
public final class Parallel {

    private Parallel() {}

    /**
     * Computes.
     *
     * @param worker makes what one thread computes with, called once a thread
     * @throws InterruptedRun if the calling thread is interrupted
     */
    public static <T> List<T> each(int count, int threads, Supplier<IntFunction<T>> worker) {
        Object[] results = new Object[count];
        AtomicInteger next = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(threads, count)), task -> {
            Thread thread = new Thread(task, "points");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < Math.min(threads, count); t++) {
                running.add(pool.submit(() -> {
                    IntFunction<T> work = worker.get();
                    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                        results[i] = work.apply(i);
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedRun();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failure.getCause());
        } finally {
            pool.shutdownNow();
        }
        @SuppressWarnings("unchecked") // only what the workers gave is in it
        List<T> list = (List<T>) Arrays.asList(results);
        return list;
    }
}
