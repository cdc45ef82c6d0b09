package org.theoremeter.verify.cli.verification;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.simulate.sweep.Sweep;
import org.theoremeter.verify.baseline.Snapshot;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.cli.baseline.CompareCommand;
import org.theoremeter.verify.cli.terminal.BadInput;
import org.theoremeter.verify.cli.terminal.ClaimOptions;
import org.theoremeter.verify.cli.terminal.Console;
import org.theoremeter.verify.cli.terminal.ExitStatus;
import org.theoremeter.verify.cli.terminal.RunOptions;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.OutputFolder;
import org.theoremeter.verify.results.Results;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs claims, writes results and a report. */
@Command(
        name = "verify",
        description = "Run claims (default: the whole catalogue), write results and a report.",
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClaimOptions chosen;

    @Mixin
    private RunOptions runs;

    @Mixin
    private VerifyOptions options;

    @Override
    public Integer call() throws IOException {
        List<Claim> claims = chosen.claims();
        runs.jobs();
        options.requirePossible();
        Optional<Snapshot> before = options.baseline().map(CompareCommand::read);
        runs.requireUsable(options.out());
        try (OutputFolder output = open();
                Sweep sweep = runs.sweep()) {
            return verify(claims, sweep, output, before);
        }
    }

    private OutputFolder open() {
        try {
            return OutputFolder.open(options.out());
        } catch (IOException fault) {
            throw new BadInput(fault.getMessage());
        }
    }

    private int verify(List<Claim> claims, Sweep sweep, OutputFolder output, Optional<Snapshot> before) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        RunRecord record = new RunRecord(chosen, runs, options.rules());
        Console console = new Console(out, err, options.quiet());
        PartialResults partial = new PartialResults(claims.size(), output, record, console, err);
        Interruption stopping = Interruption.of(partial, err);
        try (partial;
                console) {
            Results results = new ClaimRun(options, sweep, runs.jobs(), record, console, partial).of(claims);
            return report(results, new RunReport(options, out, err), output, console, before);
        } catch (InterruptedRun interrupted) {
            partial.write();
            throw interrupted;
        } finally {
            stopping.end();
        }
    }

    /** Reports the results; returns the exit status. */
    private int report(
            Results results, RunReport report, OutputFolder output, Console console, Optional<Snapshot> before) {
        boolean written = report.write(results, output);
        console.end();
        boolean alarms = before.isPresent() && report.alarms(before.get(), Snapshot.of(results));
        report.print(results, written);
        if (alarms) {
            return ExitStatus.FAILED;
        }
        boolean nothing = results.claims().stream().noneMatch(ClaimResult::ran);
        int status = nothing ? ExitStatus.UNDECIDED : ExitStatus.of(results.claims(), options.strict());
        return !written && status == ExitStatus.AS_EXPECTED ? ExitStatus.UNDECIDED : status;
    }
}
