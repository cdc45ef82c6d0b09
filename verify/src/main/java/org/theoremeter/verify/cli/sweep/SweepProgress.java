package org.theoremeter.verify.cli.sweep;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.theoremeter.simulate.sweep.Progress;
import org.theoremeter.simulate.sweep.Result;
import org.theoremeter.simulate.sweep.Run;
import org.theoremeter.verify.cli.terminal.Console;

/**
 * Counts runs to a total by how they ended, and estimates how long the rest takes: what experiments expect of themselves, by as much
 * as those that have ended took more or less.
 */
final class SweepProgress implements AutoCloseable {

    private static final double BETWEEN_LINES = 5e9;
    private static final int MOST_FAILURES = 5;

    private final PrintWriter err;
    private final boolean quiet;
    private final int total;
    private final ProgressBar bar;
    private final long start = System.nanoTime();
    private final List<String> failures = new ArrayList<>();
    private double left;
    private double ended;
    private int done;
    private int reused;
    private int diverged;
    private int failed;
    private long told = start;

    /**
     * Begins.
     *
     * @param total how many runs the sweep has
     * @param kept how many of them are there already
     * @param keptDiverged how many of those diverged
     * @param missing those that are to be made
     */
    SweepProgress(PrintWriter err, boolean quiet, int total, int kept, int keptDiverged, List<Run> missing) {
        this.err = err;
        this.quiet = quiet;
        this.total = total;
        reused = kept;
        done = kept;
        diverged = keptDiverged;
        left = missing.stream().mapToDouble(SweepProgress::expected).sum();
        bar = quiet || !Console.onTerminal() || missing.isEmpty()
                ? null
                : new ProgressBarBuilder()
                        .setTaskName("sweep")
                        .setInitialMax(total)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setConsumer(new ConsoleProgressBarConsumer(System.err))
                        .build();
        if (bar != null) {
            bar.stepTo(done);
        }
    }

    private static double expected(Run run) {
        return Math.max(1e-4, run.experiment().estimatedSeconds(run.arguments()));
    }

    /** Counts a run that has ended. */
    synchronized void ended(Progress progress) {
        Result result = progress.result();
        done++;
        reused += result.reused() ? 1 : 0;
        diverged += result.observation()
                        .filter(each -> each.divergence().isPresent())
                        .isPresent()
                ? 1
                : 0;
        if (result.failure().isPresent()) {
            failed++;
            if (failures.size() < MOST_FAILURES) {
                failures.add(result.failure().get());
            }
        }
        left -= expected(result.run());
        ended += expected(result.run());
        if (bar != null) {
            bar.stepTo(done);
            bar.setExtraMessage(states());
        } else if (!quiet && System.nanoTime() - told > BETWEEN_LINES) {
            told = System.nanoTime();
            err.println(line());
            err.flush();
        }
    }

    private String line() {
        return done + " of " + total + " runs" + states() + ", about " + time(secondsLeft()) + " left";
    }

    private String states() {
        return " (" + reused + " reused, " + diverged + " diverged, " + failed + " failed)";
    }

    private double secondsLeft() {
        double seconds = (System.nanoTime() - start) / 1e9;
        return ended > 0 ? Math.max(0, left) * seconds / ended : 0;
    }

    /** Returns such as {@code 45 s}, {@code 12 min} or {@code 3.5 h}. */
    static String time(double seconds) {
        return seconds < 90
                ? String.format(Locale.ROOT, "%.0f s", seconds)
                : seconds < 5400
                        ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
                        : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }

    /** Returns how all ended, in one line. */
    synchronized String summary() {
        return done + " of " + total + " runs are there" + states() + "; " + time((System.nanoTime() - start) / 1e9);
    }

    /** Returns why runs could not be made, the first few. */
    synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    synchronized int failed() {
        return failed;
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
