package org.theoremeter.verify.cli.verification;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.theoremeter.reports.Report;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.simulate.file.RegularFile;
import org.theoremeter.simulate.sweep.Sweep;
import org.theoremeter.verify.Verification;
import org.theoremeter.verify.baseline.Difference;
import org.theoremeter.verify.baseline.Snapshot;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.cli.baseline.CompareCommand;
import org.theoremeter.verify.cli.baseline.DifferenceText;
import org.theoremeter.verify.cli.terminal.BadInput;
import org.theoremeter.verify.cli.terminal.ClaimOptions;
import org.theoremeter.verify.cli.terminal.Console;
import org.theoremeter.verify.cli.terminal.ExitStatus;
import org.theoremeter.verify.cli.terminal.RunOptions;
import org.theoremeter.verify.cli.terminal.SensitivityText;
import org.theoremeter.verify.document.ResultsDocument;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.ManyClaims;
import org.theoremeter.verify.results.OutputFolder;
import org.theoremeter.verify.results.Results;
import org.theoremeter.verify.results.ResultsFile;
import org.theoremeter.verify.results.Shown;
import org.theoremeter.verify.results.Summary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs claims, writes results and a report. */
@Command(
        name = "verify",
        description = "Run claims (default: the whole catalogue), write results and a report.",
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {

    private static final long PATIENCE_SECONDS = 10;
    private static final int MOST_SEEDS = 10_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClaimOptions options;

    @Mixin
    private RunOptions runs;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "theoremeter-report",
            description = "Where the report goes; default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(names = "--quiet", description = "Print nothing but faults.")
    private boolean quiet;

    @Option(
            names = "--strict",
            description = "Ignore what claims expect: a known disagreement counts in the exit status.")
    private boolean strict;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description =
                    "Say what changed against a baseline; exit status 1 if a claim came out worse or states something"
                            + " else.")
    private Path baseline;

    @Option(
            names = "--until-decided",
            description = "Add seeds to claims left open, doubling, up to --most-seeds; every look is paid for by a"
                    + " higher confidence.")
    private boolean untilDecided;

    @Option(
            names = "--most-seeds",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many seeds a claim may get with --until-decided; default: ${DEFAULT-VALUE}.")
    private int most;

    @Option(
            names = "--holm",
            description = "Holm's correction: the chance that any claim passes wrongly is at most 1 - confidence.")
    private boolean holm;

    @Option(
            names = "--sensitivity",
            description =
                    "Say what each claim would notice: make its prediction wrong, number by number, and judge it again on the"
                            + " same observations.")
    private boolean sensitivity;

    @Override
    public Integer call() throws IOException {
        List<Claim> claims = options.claims();
        runs.jobs();
        if (most < 2 || most > MOST_SEEDS) {
            throw new BadInput("--most-seeds: found " + most + ", accepted: from 2 to " + MOST_SEEDS + " seeds");
        }
        Optional<Snapshot> before = Optional.ofNullable(baseline).map(CompareCommand::read);
        runs.requireUsable(out);
        try (OutputFolder output = open()) {
            return verify(claims, runs.sweep(), output, before);
        }
    }

    private int verify(List<Claim> claims, Sweep sweep, OutputFolder output, Optional<Snapshot> before) {
        RunRecord record = new RunRecord(options, runs, rules());
        Console console =
                new Console(spec.commandLine().getOut(), spec.commandLine().getErr(), quiet);
        Thread main = Thread.currentThread();
        CountDownLatch ended = new CountDownLatch(1);
        PartialResults partial = new PartialResults(
                claims.size(), output, record, console, spec.commandLine().getErr());
        Thread hook = new Thread(() -> stop(main, ended, partial), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try (console) {
            console.begin(claims.stream()
                    .filter(claim -> !claim.header().skipped())
                    .mapToInt(Claim::runs)
                    .sum());
            Verification verification = new Verification(sweep, partial);
            Verification asked = sensitivity ? verification.withSensitivity(runs.jobs()) : verification;
            List<ClaimResult> alone = untilDecided ? asked.runUntilDecided(claims, most) : asked.run(claims);
            List<ClaimResult> judged = holm ? ManyClaims.corrected(alone) : alone;
            for (int i = 0; i < judged.size(); i++) {
                if (!judged.get(i).equals(alone.get(i))) {
                    console.judged(judged.get(i));
                }
            }
            Results results = Results.of(record.ended(), judged);
            partial.close();
            boolean written = write(results, output);
            console.end();
            boolean alarms = before.isPresent() && alarms(before.get(), Snapshot.of(results));
            print(results);
            if (!quiet && written) {
                spec.commandLine().getOut().println(out.resolve("index.html"));
            }
            boolean nothing = judged.stream().noneMatch(ClaimResult::ran);
            if (alarms) {
                return ExitStatus.FAILED;
            }
            int status = nothing ? ExitStatus.UNDECIDED : ExitStatus.of(judged, strict);
            return !written && status == ExitStatus.AS_EXPECTED ? ExitStatus.UNDECIDED : status;
        } catch (InterruptedRun interrupted) {
            partial.write();
            throw interrupted;
        } finally {
            partial.close();
            ended.countDown();
            ended(hook);
        }
    }

    /** Returns the rules by which verdicts were reached, beyond what each claim says. */
    private Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        if (untilDecided) {
            rules.put("--until-decided", most + " seeds");
        }
        if (holm) {
            rules.put("--holm", "yes");
        }
        return rules;
    }

    private OutputFolder open() {
        try {
            return OutputFolder.open(out);
        } catch (IOException fault) {
            throw new BadInput(fault.getMessage());
        }
    }

    /** On Ctrl-C: stops the runs, and leaves the process alive until what was judged is written. */
    private void stop(Thread main, CountDownLatch ended, PartialResults partial) {
        main.interrupt();
        try {
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println("stopped; what was judged so far is in " + partial.place());
        err.flush();
    }

    private static void ended(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            // the hook is running: it waits for this thread and needs no removal
        }
    }

    private void print(Results results) {
        if (quiet) {
            return;
        }
        PrintWriter writer = spec.commandLine().getOut();
        Summary summary = results.summary();
        writer.printf(
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
            writer.println("identities and derivations: " + shown);
        }
        writer.printf(
                Locale.ROOT,
                "%d observations computed, %d reused; %.1f s%n",
                results.provenance().run().computed(),
                results.provenance().run().reused(),
                results.provenance().run().seconds());
        if (sensitivity) {
            SensitivityText.printEnd(writer, results.claims());
        }
    }

    /** Writes the report; where that fails, the verdicts stand all the same, and what could be written stays. */
    private boolean write(Results results, OutputFolder output) {
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
        spec.commandLine()
                .getErr()
                .println("the report cannot be written to " + out + ": " + RegularFile.reason(failure)
                        + "; what could be written of it is in " + output.partial());
    }

    /** Prints what changed against the baseline in the claims that were run; returns whether that calls for attention. */
    private boolean alarms(Snapshot before, Snapshot run) {
        Difference difference = Difference.between(before.asFarAs(run), run.against(before));
        if (!quiet) {
            PrintWriter writer = spec.commandLine().getOut();
            writer.println(
                    "\nagainst " + baseline + " (profile " + before.provenance().profile() + ", seed "
                            + before.provenance().seed() + "):");
            new DifferenceText(writer, false).print(difference);
        }
        return difference.alarms();
    }
}
