package org.theoremeter.verify.cli.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.theoremeter.reports.Report;
import org.theoremeter.simulate.file.RegularFile;
import org.theoremeter.verify.baseline.Snapshot;
import org.theoremeter.verify.cli.terminal.BadInput;
import org.theoremeter.verify.cli.terminal.ExitStatus;
import org.theoremeter.verify.document.ResultsDocument;
import org.theoremeter.verify.results.OutputFolder;
import org.theoremeter.verify.results.Results;
import org.theoremeter.verify.results.ResultsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the report again from results.json, without simulating. */
@Command(
        name = "render",
        description = "Make the report again from a results.json, without simulating.",
        mixinStandardHelpOptions = true)
public final class RenderCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A results.json or a report folder.")
    private Path file;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "theoremeter-report",
            description = "Where the report goes; default: ${DEFAULT-VALUE}.")
    private Path out;

    @Override
    public Integer call() {
        Results results = results();
        Report report = report(results);
        OutputFolder output;
        try {
            output = OutputFolder.open(out);
        } catch (IOException fault) {
            throw new BadInput(fault.getMessage());
        }
        try (output) {
            ResultsFile.write(results, output.record());
            report.writeTo(output.partial());
            output.complete();
        } catch (IOException failure) {
            throw lost(failure);
        } catch (UncheckedIOException failure) {
            throw lost(failure.getCause());
        }
        spec.commandLine().getOut().println(out.resolve("index.html"));
        return ExitStatus.AS_EXPECTED;
    }

    private BadInput lost(IOException failure) {
        return new BadInput("the report cannot be written to " + out + ": " + RegularFile.reason(failure));
    }

    private Results results() {
        try {
            return ResultsFile.read(Snapshot.record(file));
        } catch (IOException fault) {
            throw new BadInput(file + ": " + fault.getMessage());
        }
    }

    /** What the file's shape does not tell, the parts of a report do. */
    private Report report(Results results) {
        try {
            return Report.of(ResultsDocument.of(results));
        } catch (IllegalArgumentException fault) {
            throw new BadInput(file + ": not a results.json that can be shown: " + fault.getMessage());
        }
    }
}
