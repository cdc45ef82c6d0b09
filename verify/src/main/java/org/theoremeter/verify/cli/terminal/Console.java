package org.theoremeter.verify.cli.terminal;

import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.theoremeter.simulate.sweep.Progress;
import org.theoremeter.verify.judge.Verdict;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.ComparisonResult;
import org.theoremeter.verify.results.Shown;

/** Shows how a run goes on: a progress bar on a terminal, plain lines elsewhere. */
public final class Console implements AutoCloseable {

    private static final String EMPTY_LINE = "\r\u001b[K";

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean quiet;
    private ProgressBar bar;
    private boolean analysing;

    /** Creates a console for output, progress and faults. */
    public Console(PrintWriter out, PrintWriter err, boolean quiet) {
        this.out = out;
        this.err = err;
        this.quiet = quiet;
    }

    /** Begins with so many runs to come. */
    public void begin(int runs) {
        if (quiet || runs == 0) {
            return;
        }
        if (onTerminal()) {
            bar = new ProgressBarBuilder()
                    .setTaskName("simulating")
                    .setInitialMax(runs)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new ConsoleProgressBarConsumer(System.err))
                    .build();
        } else {
            err.println("simulating: " + runs + " runs");
            err.flush();
        }
    }

    /** Tells whether somebody watches a terminal, where a line can be drawn anew. */
    @SuppressWarnings("SystemConsoleNull") // null still says that there is no terminal, and the rest is asked for
    public static boolean onTerminal() {
        java.io.Console console = System.console();
        return console != null && isTerminal(console);
    }

    /** Asks a console of Java 22 or later, which is there without a terminal, too. */
    private static boolean isTerminal(java.io.Console console) {
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException beforeJava22) {
            return true;
        }
    }

    /** Shows how far the runs are. */
    public void observed(Progress progress) {
        if (bar != null) {
            bar.step();
        }
    }

    /** Prints a verdict; what did not pass comes with the reason. */
    public synchronized void judged(ClaimResult claim) {
        if (quiet) {
            return;
        }
        String shown = Shown.line(claim);
        wipeBar();
        out.printf(
                Locale.ROOT,
                "%-13s%s  %s%s%n",
                claim.verdict().label(),
                claim.id(),
                claim.title(),
                shown.isEmpty() ? "" : " (" + shown + ")");
        if (!claim.conclusion().reason().isBlank()) {
            out.println("               " + claim.conclusion().reason());
        }
        for (ComparisonResult comparison : claim.comparisons()) {
            if (comparison.verdict() != Verdict.PASS) {
                out.println("               " + comparison.name() + ": " + comparison.message()
                        + (comparison.seedsToDecide() == null
                                ? ""
                                : "; about " + comparison.seedsToDecide() + " seeds would decide"));
            }
        }
        if (claim.passesUnexpectedly()) {
            out.println("               unexpectedly: expected to come out as "
                    + claim.description().expected().verdict().text() + ", because "
                    + claim.description().expected().because());
        }
        if (claim.disagreesAsExpected()) {
            out.println("               as expected: "
                    + claim.description().expected().because());
        }
        out.flush();
    }

    /** Empties the line of the bar, which is drawn past what is printed. */
    private void wipeBar() {
        if (bar != null) {
            System.err.print(EMPTY_LINE);
            System.err.flush();
        }
    }

    /** Prints what a claim would notice. */
    public synchronized void analysed(ClaimResult claim) {
        end();
        if (!quiet) {
            if (!analysing) {
                out.println();
            }
            analysing = true;
            SensitivityText.print(out, claim);
        }
    }

    /** Takes the progress bar away. */
    public void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    @Override
    public void close() {
        end();
    }
}
