package org.theoremeter.verify.cli.formula;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.theory.derivation.StepReport;
import org.theoremeter.theory.evidence.Evidence;
import org.theoremeter.theory.evidence.Grade;
import org.theoremeter.theory.evidence.Obligation;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.cli.terminal.BadInput;
import org.theoremeter.verify.cli.terminal.ClaimOptions;
import org.theoremeter.verify.cli.terminal.ExitStatus;
import org.theoremeter.verify.evaluate.DerivationText;
import org.theoremeter.verify.evaluate.Derivations;
import org.theoremeter.verify.judge.EvidenceJudge;
import org.theoremeter.verify.judge.Judgement;
import org.theoremeter.verify.judge.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks derivations only, step by step. */
@Command(
        name = "derive",
        description = {
            "Check derivations (default: all of the catalogue): a mark a step.",
            "✓ proved, ⊂ enclosed, ≈ agreed at points, † cited, ? undecided, ✗ refuted."
        },
        mixinStandardHelpOptions = true)
public final class DeriveCommand implements Callable<Integer> {

    private static final Map<Grade, String> MARKS = new EnumMap<>(Map.of(
            Grade.PROVED, "✓",
            Grade.ENCLOSED, "⊂",
            Grade.AGREED, "≈",
            Grade.CITED, "†",
            Grade.UNDECIDED, "?",
            Grade.REFUTED, "✗"));

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClaimOptions options;

    @Option(names = "--jobs", paramLabel = "N", description = "Threads; default: all processors.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--how", description = "Say of every step what had to be shown, and how each was shown.")
    private boolean how;

    private final Map<Grade, List<String>> steps = new EnumMap<>(Grade.class);
    private final Map<Grade, Integer> obligations = new EnumMap<>(Grade.class);
    private final List<Verdict> verdicts = new ArrayList<>();

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
        return switch (Verdict.worst(verdicts)) {
            case PASS -> ExitStatus.AS_EXPECTED;
            case FAIL -> ExitStatus.FAILED;
            default -> ExitStatus.UNDECIDED;
        };
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
        EvidenceJudge judge = new EvidenceJudge(claim.header().judge().require());
        for (int i = 0; i < reports.size(); i++) {
            StepReport report = reports.get(i);
            Judgement judgement = judge.judge(report.evidence());
            verdicts.add(judgement.verdict());
            steps.computeIfAbsent(report.grade(), grade -> new ArrayList<>()).add(claim.id() + ": " + report.step());
            report.evidence().obligations().forEach(each -> obligations.merge(each.grade(), 1, Integer::sum));
            out.println("  " + MARKS.get(report.grade()) + " "
                    + DerivationText.of(claim.chain().steps().get(i)).text());
            if (how || report.grade() != Grade.PROVED) {
                out.println("      " + claim.chain().steps().get(i).because().words() + "; " + judgement.message());
            }
            if (how) {
                report.evidence().obligations().forEach(each -> out.println("        " + told(each)));
            }
        }
        Evidence all =
                reports.stream().map(StepReport::evidence).reduce(Evidence::and).orElseThrow();
        out.println("  " + counted(all.obligations().size(), "obligation") + ": " + all.counts());
        out.flush();
    }

    private static String told(Obligation obligation) {
        String how = Grade.inFront(obligation.grade().text(), ", ", obligation.how());
        return MARKS.get(obligation.grade()) + " " + obligation.statement() + ": " + how;
    }

    private void summary(int derivations) {
        PrintWriter out = spec.commandLine().getOut();
        int count = steps.values().stream().mapToInt(List::size).sum();
        out.println(counted(derivations, "derivation") + ", " + counted(count, "step") + ": "
                + counts(grade -> steps.getOrDefault(grade, List.of()).size()));
        out.println(counted(
                        obligations.values().stream()
                                .mapToInt(Integer::intValue)
                                .sum(),
                        "obligation") + ": " + counts(grade -> obligations.getOrDefault(grade, 0)));
        for (Grade grade : Grade.values()) {
            if (grade != Grade.PROVED) {
                steps.getOrDefault(grade, List.of())
                        .forEach(name -> out.println("  " + MARKS.get(grade) + " " + grade.text() + ": " + name));
            }
        }
    }

    private static String counts(ToIntFunction<Grade> count) {
        return Arrays.stream(Grade.values())
                .map(grade -> count.applyAsInt(grade) + " " + grade.text())
                .collect(Collectors.joining(", "));
    }

    private static String counted(int count, String noun) {
        return String.format(Locale.ROOT, "%d %s%s", count, noun, count == 1 ? "" : "s");
    }
}
