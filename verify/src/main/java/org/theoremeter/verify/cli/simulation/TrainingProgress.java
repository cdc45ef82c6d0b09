package org.theoremeter.verify.cli.simulation;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.theoremeter.reports.text.Numbers;
import org.theoremeter.simulate.training.run.Watcher;
import org.theoremeter.verify.cli.terminal.Console;

/**
 * Shows how a training goes on: a progress bar on a terminal, plain lines elsewhere; epochs done, loss and accuracy.
 *
 * <p>What comes faster than anybody reads is left out, but never the last epoch. A run that trains nothing shows nothing.
 */
public final class TrainingProgress implements Watcher, AutoCloseable {

    private static final int TERMINAL_MILLIS = 100;
    private static final int LINES_MILLIS = 2000;
    private static final int DIGITS = 4;

    private final Display display;
    private final long interval;
    private final LongSupplier clock;
    private long shown;
    private Epoch unshown;

    /** Where the epochs are shown. */
    interface Display extends AutoCloseable {

        /** Shows one epoch. */
        void show(Epoch epoch);

        /** Takes away what should not stay. */
        @Override
        void close();
    }

    /**
     * One epoch that has ended.
     *
     * @param done epochs done
     * @param total epochs planned
     * @param loss the loss
     * @param accuracy the accuracy, NaN if there is none
     */
    record Epoch(long done, long total, double loss, double accuracy) {

        /** Returns loss and accuracy in words. */
        String measured() {
            return "loss " + Numbers.plain(loss, DIGITS)
                    + (Double.isNaN(accuracy) ? "" : ", accuracy " + Numbers.plain(accuracy, DIGITS));
        }
    }

    /**
     * Shows epochs at most once in an interval.
     *
     * @param display where they are shown
     * @param millis the interval
     * @param clock nanoseconds from any origin
     */
    TrainingProgress(Display display, int millis, LongSupplier clock) {
        this.display = display;
        this.interval = TimeUnit.MILLISECONDS.toNanos(millis);
        this.clock = clock;
        this.shown = clock.getAsLong();
    }

    /** Shows a bar if somebody watches a terminal, and else writes lines. */
    public static TrainingProgress to(PrintWriter err) {
        return Console.onTerminal()
                ? new TrainingProgress(
                        bar(new ConsoleProgressBarConsumer(System.err)), TERMINAL_MILLIS, System::nanoTime)
                : lines(err, System::nanoTime);
    }

    /** Writes lines. */
    static TrainingProgress lines(PrintWriter err, LongSupplier clock) {
        Display lines = new Display() {
            @Override
            public void show(Epoch epoch) {
                err.println("training: epoch " + epoch.done + " of " + epoch.total + ", " + epoch.measured());
                err.flush();
            }

            @Override
            public void close() {
                // lines stay
            }
        };
        return new TrainingProgress(lines, LINES_MILLIS, clock);
    }

    /** Returns a bar, which appears with the first epoch. */
    static Display bar(ProgressBarConsumer terminal) {
        return new Bar(terminal);
    }

    @Override
    public synchronized void epoch(long done, long total, double loss, double accuracy) {
        unshown = new Epoch(done, total, loss, accuracy);
        if (done >= total || clock.getAsLong() - shown >= interval) {
            show();
        }
    }

    /** Shows the last epoch if a training ended before its time, and takes the bar away. */
    @Override
    public synchronized void close() {
        if (unshown != null) {
            show();
        }
        display.close();
    }

    private void show() {
        display.show(unshown);
        unshown = null;
        shown = clock.getAsLong();
    }

    private static final class Bar implements Display {

        private final ProgressBarConsumer terminal;
        private ProgressBar bar;

        Bar(ProgressBarConsumer terminal) {
            this.terminal = terminal;
        }

        @Override
        public void show(Epoch epoch) {
            if (bar == null) {
                bar = new ProgressBarBuilder()
                        .setTaskName("training")
                        .setInitialMax(epoch.total)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(TERMINAL_MILLIS)
                        .setConsumer(new DelegatingProgressBarConsumer(terminal, terminal.getMaxRenderedLength()))
                        .build();
            }
            bar.stepTo(epoch.done);
            bar.setExtraMessage(epoch.measured());
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
                // a bar that is closed before it was first drawn leaves its terminal open, in the middle of the line
                terminal.close();
            }
        }
    }
}
