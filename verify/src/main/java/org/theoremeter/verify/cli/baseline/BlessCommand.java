package org.theoremeter.verify.cli.baseline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.theoremeter.verify.baseline.Baseline;
import org.theoremeter.verify.baseline.BaselineFile;
import org.theoremeter.verify.baseline.Difference;
import org.theoremeter.verify.baseline.Snapshot;
import org.theoremeter.verify.cli.terminal.BadInput;
import org.theoremeter.verify.cli.terminal.ExitStatus;
import org.theoremeter.verify.judge.Verdict;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.Results;
import org.theoremeter.verify.results.ResultsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes results the baseline that later ones are compared with. */
@Command(
        name = "bless",
        description = {
            "Make the results of a run the baseline, with a reason that is kept.",
            "",
            "Claims of the baseline that were not run, as after 'verify' of one claim alone, stay as they are."
        },
        mixinStandardHelpOptions = true)
public final class BlessCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RESULTS",
            arity = "0..1",
            defaultValue = "theoremeter-report",
            description = "A results.json or a report folder; default: ${DEFAULT-VALUE}.")
    private Path path;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why these results are right.")
    private String reason;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            defaultValue = "theoremeter-baseline.json",
            description = "The baseline; default: ${DEFAULT-VALUE}.")
    private Path file;

    @Option(
            names = "--even-failed",
            description =
                    "Take claims too that failed or could not be evaluated. Later runs are then held to be no worse"
                            + " than that.")
    private boolean evenFailed;

    @Option(
            names = "--drop-others",
            description = "Take claims out of the baseline that these results do not have, as when they were deleted.")
    private boolean dropOthers;

    @Override
    public Integer call() throws IOException {
        Results results = results();
        Optional<Baseline> before = before();
        List<ClaimResult> kept = kept(results, before);
        Snapshot earlier = before.map(Snapshot::of).orElse(new Snapshot(results.provenance(), List.of()));
        Difference difference = Difference.between(earlier.without(kept), Snapshot.of(results));
        String date = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        Baseline baseline;
        try {
            baseline = Baseline.of(results, reason, date, before, kept, difference.counts());
        } catch (IllegalArgumentException fault) {
            throw new BadInput("bless: " + fault.getMessage());
        }
        refuseFailed(results.claims());
        try {
            BaselineFile.write(baseline, file);
        } catch (IOException failure) {
            throw new BadInput(file + ": cannot be written");
        }
        if (before.isPresent()) {
            new DifferenceText(spec.commandLine().getOut(), false).print(difference);
        }
        spec.commandLine()
                .getOut()
                .println("blessed " + results.claims().size() + " claims"
                        + (kept.isEmpty() ? "" : ", kept " + kept.size() + " others as they were") + ": " + file);
        return ExitStatus.AS_EXPECTED;
    }

    private Results results() {
        try {
            // read as one side of a comparison first: what later comparisons would refuse must not become a baseline
            Snapshot.read(path);
            return ResultsFile.read(Snapshot.record(path));
        } catch (IOException fault) {
            throw new BadInput(path + ": " + fault.getMessage());
        }
    }

    private Optional<Baseline> before() {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(BaselineFile.read(file));
        } catch (IOException fault) {
            throw new BadInput(file + ": " + fault.getMessage() + "; it is left as it is");
        }
    }

    /** Returns the claims of the baseline that these results say nothing of, unless they are to go. */
    private List<ClaimResult> kept(Results results, Optional<Baseline> before) {
        if (dropOthers || before.isEmpty()) {
            return List.of();
        }
        Set<String> run = results.claims().stream().map(ClaimResult::id).collect(Collectors.toSet());
        return before.get().claims().stream()
                .filter(claim -> !run.contains(claim.id()))
                .toList();
    }

    /** A failure in the baseline would be taken for right ever after. */
    private void refuseFailed(List<ClaimResult> claims) {
        List<String> failed = claims.stream()
                .filter(claim -> claim.passesUnexpectedly()
                        || (List.of(Verdict.FAIL, Verdict.ERROR).contains(claim.verdict())
                                && !claim.disagreesAsExpected()))
                .map(ClaimResult::id)
                .toList();
        if (!failed.isEmpty() && !evenFailed) {
            throw new BadInput("bless: found " + failed.size() + " claims that failed or could not be evaluated ("
                    + String.join(", ", failed) + "), accepted: none, or --even-failed");
        }
    }
}
