package org.theoremeter.verify.cli.verification;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.theoremeter.reports.Report;
import org.theoremeter.simulate.file.RegularFile;
import org.theoremeter.verify.baseline.Difference;
import org.theoremeter.verify.baseline.Snapshot;
import org.theoremeter.verify.cli.baseline.DifferenceText;
import org.theoremeter.verify.cli.terminal.SensitivityText;
import org.theoremeter.verify.document.ResultsDocument;
import org.theoremeter.verify.results.OutputFolder;
import org.theoremeter.verify.results.Provenance;
import org.theoremeter.verify.results.Results;
import org.theoremeter.verify.results.ResultsFile;
import org.theoremeter.verify.results.Shown;
import org.theoremeter.verify.results.Summary;

/**
 * Says what came of a run: in a report, in counts, and against a baseline.
 *
 * @param options where, and how much of it
 * @param out the terminal
 * @param err its other end, for faults
 */
record RunReport(VerifyOptions options, PrintWriter out, PrintWriter err) {

    /**
     * Writes the report; where that fails, the verdicts stand all the same, and what could be written stays.
     *
     * @return whether it was written
     */
    boolean write(Results results, OutputFolder output) {
        try {
            ResultsFile.write(results, output.record());
            Report.of(ResultsDocument.of(results)).writeTo(output.partial());
            output.complete();
            return true;
        } catch (IOException failure) {
            lost(failure, output);
        } catch (UncheckedIOException failure) {
            lost(failure.getCause(), output);
        }
        return false;
    }

    private void lost(IOException failure, OutputFolder output) {
        err.println("the report cannot be written to " + options.out() + ": " + RegularFile.reason(failure)
                + "; what could be written of it is in " + output.partial());
    }

    /** Prints what changed against a baseline in the claims that were run; returns whether that calls for attention. */
    boolean alarms(Snapshot before, Snapshot run) {
        Difference difference = Difference.between(before.asFarAs(run), run.against(before));
        if (!options.quiet()) {
            Provenance provenance = before.provenance();
            out.println("\nagainst " + options.baseline().orElseThrow() + " (profile " + provenance.profile()
                    + ", seed " + provenance.seed() + "):");
            new DifferenceText(out, false).print(difference);
        }
        return difference.alarms();
    }

    /** Prints how many claims came out how, and where the report is if there is one. */
    void print(Results results, boolean written) {
        if (options.quiet()) {
            return;
        }
        Summary summary = results.summary();
        out.printf(
                Locale.ROOT,
                "%n%d passed, %d failed, %d inconclusive, %d error%s%s%n",
                summary.pass(),
                summary.fail(),
                summary.inconclusive(),
                summary.error(),
                summary.expected() > 0 ? ", " + summary.expected() + " known disagreements as expected" : "",
                summary.notRun() > 0 ? ", " + summary.notRun() + " not run in this profile" : "");
        String shown = Shown.obligations(results.claims());
        if (!shown.isEmpty()) {
            out.println("identities and derivations: " + shown);
        }
        Provenance.Run run = results.provenance().run();
        out.printf(
                Locale.ROOT,
                "%d observations computed, %d reused; %.1f s%n",
                run.computed(),
                run.reused(),
                run.seconds());
        if (options.sensitivity()) {
            SensitivityText.printEnd(out, results.claims());
        }
        if (written) {
            out.println(options.out().resolve("index.html"));
        }
    }
}
