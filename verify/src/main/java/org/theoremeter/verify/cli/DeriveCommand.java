package org.theoremeter.verify.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.theory.derivation.StepReport;
import org.theoremeter.theory.derivation.StepReport.Status;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.evaluate.DerivationText;
import org.theoremeter.verify.evaluate.Derivations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks derivations only, step by step. */
@Command(
        name = "derive",
        description = "Check derivations (default: all of the catalogue): a tick or a cross a step.",
        mixinStandardHelpOptions = true)
final class DeriveCommand implements Callable<Integer> {

    private static final Map<Status, String> MARKS = new EnumMap<>(Map.of(
            Status.PROVED, "✓",
            Status.AGREED, "≈",
            Status.CITED, "†",
            Status.UNDECIDED, "?",
            Status.REFUTED, "✗"));

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClaimOptions options;

    @Option(names = "--jobs", paramLabel = "N", description = "Threads; default: all processors.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--how", description = "Say of every step how it was shown.")
    private boolean how;

    private final Map<Status, List<String>> found = new EnumMap<>(Status.class);

    @Override
    public Integer call() {
        if (jobs < 1 || jobs > 1024) {
            throw new BadInput("--jobs: found " + jobs + ", accepted: from 1 to 1024");
        }
        List<Claim.Derivation> derivations = options.claims().stream()
                .filter(Claim.Derivation.class::isInstance)
                .map(Claim.Derivation.class::cast)
                .toList();
        if (derivations.isEmpty()) {
            throw new BadInput("derive: none of these is a derivation ('list claims' shows the kinds)");
        }
        check(derivations);
        summary(derivations.size());
        if (count(Status.REFUTED) > 0) {
            return ExitStatus.FAILED;
        }
        boolean unproved =
                derivations.stream().anyMatch(claim -> claim.header().judge().proofRequired())
                        && count(Status.AGREED) > 0;
        return count(Status.UNDECIDED) > 0 || unproved ? ExitStatus.UNDECIDED : ExitStatus.AS_EXPECTED;
    }

    /** Checks several at once, and prints them in order. */
    private void check(List<Claim.Derivation> derivations) {
        ExecutorService pool = Executors.newFixedThreadPool(jobs, task -> {
            Thread thread = new Thread(task, "derive");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<List<StepReport>>> reports = new ArrayList<>();
            derivations.forEach(claim -> reports.add(pool.submit(() -> Derivations.check(claim))));
            for (int i = 0; i < derivations.size(); i++) {
                print(derivations.get(i), reports.get(i).get());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedRun();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a derivation could not be checked", failure.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private void print(Claim.Derivation claim, List<StepReport> reports) {
        PrintWriter out = spec.commandLine().getOut();
        String theory = claim.header().source().theory();
        out.println(claim.id() + "  " + claim.header().title() + (theory.isEmpty() ? "" : " (theory " + theory + ")"));
        for (int i = 0; i < reports.size(); i++) {
            StepReport report = reports.get(i);
            found.computeIfAbsent(report.status(), status -> new ArrayList<>()).add(claim.id() + ": " + report.step());
            out.println("  " + MARKS.get(report.status()) + " "
                    + DerivationText.of(claim.chain().steps().get(i)).text());
            boolean settled = report.status() == Status.PROVED;
            if (how || !settled) {
                out.println("      " + claim.chain().steps().get(i).because().words() + "; "
                        + report.status().name().toLowerCase(Locale.ROOT)
                        + (report.how().isEmpty() ? "" : ": " + report.how()));
            }
        }
        out.flush();
    }

    private int count(Status status) {
        return found.getOrDefault(status, List.of()).size();
    }

    private void summary(int derivations) {
        PrintWriter out = spec.commandLine().getOut();
        int steps = found.values().stream().mapToInt(List::size).sum();
        out.printf(
                Locale.ROOT,
                "%d derivations, %d steps: %d proved, %d agreed only, %d cited, %d undecided, %d refuted%n",
                derivations,
                steps,
                count(Status.PROVED),
                count(Status.AGREED),
                count(Status.CITED),
                count(Status.UNDECIDED),
                count(Status.REFUTED));
        for (Status status : List.of(Status.AGREED, Status.CITED, Status.UNDECIDED, Status.REFUTED)) {
            found.getOrDefault(status, List.of())
                    .forEach(name -> out.println(
                            "  " + MARKS.get(status) + " " + status.name().toLowerCase(Locale.ROOT) + ": " + name));
        }
    }
}
