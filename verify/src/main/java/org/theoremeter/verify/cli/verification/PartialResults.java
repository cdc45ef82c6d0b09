package org.theoremeter.verify.cli.verification;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.theoremeter.simulate.file.RegularFile;
import org.theoremeter.simulate.sweep.Progress;
import org.theoremeter.verify.Verification;
import org.theoremeter.verify.cli.terminal.Console;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.OutputFolder;
import org.theoremeter.verify.results.Results;
import org.theoremeter.verify.results.ResultsFile;
import org.theoremeter.verify.results.ResultsLines;

/**
 * Hears of every verdict, prints it, and keeps it on disk: a line each, so that many claims take no longer than few. That they
 * cannot be kept is said once and ends nothing.
 */
final class PartialResults implements Verification.Listener, AutoCloseable {

    private final ClaimResult[] judged;
    private final OutputFolder output;
    private final RunRecord record;
    private final Console console;
    private final PrintWriter err;
    private ResultsLines lines;
    private boolean ended;

    PartialResults(int claims, OutputFolder output, RunRecord record, Console console, PrintWriter err) {
        this.judged = new ClaimResult[claims];
        this.output = output;
        this.record = record;
        this.console = console;
        this.err = err;
        try {
            lines = ResultsLines.begin(output.lines(), record.running());
        } catch (IOException failure) {
            lose(failure);
        }
    }

    @Override
    public void observed(Progress progress) {
        record.observed(progress);
        console.observed(progress);
    }

    @Override
    public synchronized void judged(int index, ClaimResult result) {
        console.judged(result);
        keep(index, result);
    }

    @Override
    public synchronized void analysed(int index, ClaimResult result) {
        console.analysed(result);
        keep(index, result);
    }

    private void keep(int index, ClaimResult result) {
        judged[index] = result;
        if (ended) {
            return;
        }
        try {
            lines.add(index, result);
        } catch (IOException failure) {
            lose(failure);
        }
    }

    private void lose(IOException failure) {
        ended = true;
        err.println("warning: verdicts cannot be kept in " + output.partial() + " while the run lasts: "
                + RegularFile.reason(failure));
    }

    /** Writes what is judged so far as results.json. */
    synchronized void write() {
        close();
        try {
            ResultsFile.write(
                    Results.of(
                            record.running(),
                            Arrays.stream(judged).filter(Objects::nonNull).toList()),
                    output.record());
            Files.deleteIfExists(output.lines());
        } catch (IOException failure) {
            lose(failure);
        }
    }

    /** Returns the file that holds what is judged so far. */
    Path place() {
        return Files.exists(output.record()) ? output.record() : output.lines();
    }

    /** Ends the lines; nothing more can be added. */
    @Override
    public synchronized void close() {
        ended = true;
        try {
            if (lines != null) {
                lines.close();
            }
        } catch (IOException failure) {
            lose(failure);
        }
    }
}
