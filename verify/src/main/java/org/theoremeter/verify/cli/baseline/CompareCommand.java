package org.theoremeter.verify.cli.baseline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.theoremeter.verify.baseline.Difference;
import org.theoremeter.verify.baseline.Snapshot;
import org.theoremeter.verify.cli.terminal.BadInput;
import org.theoremeter.verify.cli.terminal.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says claim by claim what changed between two runs. */
@Command(
        name = "compare",
        description = "Say claim by claim what changed between two runs.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit status: 1 if a claim came out worse, is gone, or states something else (a formula, a step, a",
            "domain, an assumption, a margin), 2 if the input is bad, else 0."
        })
public final class CompareCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A", description = "A results.json, a report folder or a baseline: before.")
    private Path before;

    @Parameters(index = "1", paramLabel = "B", description = "Another: after.")
    private Path after;

    @Option(
            names = "--strict",
            description =
                    "Exit status 1 on any change of a claim: parameters, estimates beyond errors, new claims too.")
    private boolean strict;

    @Option(names = "--verbose", description = "Show what changed within errors too.")
    private boolean verbose;

    @Override
    public Integer call() {
        Difference difference = Difference.between(read(before), read(after));
        new DifferenceText(spec.commandLine().getOut(), verbose).print(difference);
        boolean attention = strict ? difference.anyClaimChanged() : difference.alarms();
        return attention ? ExitStatus.FAILED : ExitStatus.AS_EXPECTED;
    }

    /**
     * Reads one side of a comparison.
     *
     * @throws BadInput if it is neither results nor a baseline
     */
    public static Snapshot read(Path path) {
        try {
            return Snapshot.read(path);
        } catch (IOException fault) {
            throw new BadInput(path + ": " + fault.getMessage());
        }
    }
}
