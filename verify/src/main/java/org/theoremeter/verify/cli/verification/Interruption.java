package org.theoremeter.verify.cli.verification;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What happens on Ctrl-C until all is reported: the runs are stopped, and the process stays alive until what was judged is written,
 * or for some seconds.
 */
final class Interruption {

    private static final long PATIENCE_SECONDS = 10;

    private final Thread runner = Thread.currentThread();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");
    private final PartialResults partial;
    private final PrintWriter err;

    private Interruption(PartialResults partial, PrintWriter err) {
        this.partial = partial;
        this.err = err;
    }

    /** Begins; it is the runs of the thread that calls this that are stopped. */
    static Interruption of(PartialResults partial, PrintWriter err) {
        Interruption stopping = new Interruption(partial, err);
        Runtime.getRuntime().addShutdownHook(stopping.hook);
        return stopping;
    }

    private void stop() {
        runner.interrupt();
        try {
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
        err.println("stopped; what was judged so far is in " + partial.place());
        err.flush();
    }

    /** Ends: what was judged is written. */
    void end() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            // the hook is running: it waits for this thread and needs no removal
        }
    }
}
