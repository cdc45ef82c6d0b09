package org.theoremeter.verify.cli.formula;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.theoremeter.theory.critical.CriticalAnalysis;
import org.theoremeter.theory.symbolic.algebra.symja.TimeLimit;
import org.theoremeter.verify.claim.read.LossFile;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.YamlNode;
import org.theoremeter.verify.claim.yaml.YamlReader;
import org.theoremeter.verify.cli.terminal.BadInput;
import org.theoremeter.verify.cli.terminal.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds gradient flow, optimum, Hessian and critical learning rate of a loss formula. */
@Command(
        name = "critical",
        description = "From a loss formula: gradient flow, optimum, Hessian, critical learning rate and its exponents,"
                + " with TeX. 'new critical my.yaml' writes a file to start from.",
        mixinStandardHelpOptions = true)
public final class CriticalCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The loss: 'theoremeter new critical' shows its form.")
    private Path file;

    @Option(names = "--tex", description = "Print TeX alone: one align environment, ready for a paper.")
    private boolean tex;

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Processor time for the analysis; default: ${DEFAULT-VALUE}.")
    private int limit;

    @Override
    public Integer call() throws InterruptedException {
        if (limit < 1) {
            throw new BadInput("critical: found --limit " + limit + ", accepted: at least 1 second");
        }
        List<YamlNode> documents = YamlReader.read(file);
        if (documents.size() > 1) {
            throw new ClaimException(documents.get(1).position(), "found a second document, accepted: one loss a file");
        }
        LossFile loss = LossFile.read(documents.get(0));
        Optional<CriticalAnalysis> found = analysis(loss);
        if (found.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println(file + ": no answer within " + limit + " s of processor time, accepted: a shorter loss,"
                            + " narrower domains, or more time by --limit");
            return ExitStatus.UNDECIDED;
        }
        CriticalAnalysis analysis = found.get();
        List<CriticalText.Section> sections = CriticalText.of(analysis);
        PrintWriter out = spec.commandLine().getOut();
        String title = loss.title().isEmpty() ? file.getFileName().toString() : loss.title();
        if (tex) {
            printTex(out, title, sections);
        } else {
            print(out, title, sections);
        }
        analysis.obstacles().forEach(obstacle -> spec.commandLine().getErr().println("undecided: " + obstacle));
        return analysis.obstacles().isEmpty() ? ExitStatus.AS_EXPECTED : ExitStatus.UNDECIDED;
    }

    private Optional<CriticalAnalysis> analysis(LossFile loss) throws InterruptedException {
        try {
            return Optional.of(TimeLimit.within(() -> CriticalAnalysis.of(loss.problem()), Duration.ofSeconds(limit)));
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            throw failure.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(failure);
        }
    }

    private static void print(PrintWriter out, String title, List<CriticalText.Section> sections) {
        out.println(title);
        for (CriticalText.Section section : sections) {
            out.println();
            out.println(section.title());
            for (CriticalText.Line line : section.lines()) {
                String standing = line.standing().isEmpty() ? "" : "   [" + line.standing() + "]";
                out.println("  " + line.text() + standing);
                out.println("      " + line.tex().replace("&=", "="));
            }
            section.notes().forEach(note -> out.println("  (" + note + ")"));
        }
    }

    /** Every line says in a comment how it is known, and each section begins with one. */
    private static void printTex(PrintWriter out, String title, List<CriticalText.Section> sections) {
        out.println("% " + title);
        out.println("\\begin{align}");
        List<CriticalText.Section> shown =
                sections.stream().filter(section -> !section.lines().isEmpty()).toList();
        for (int i = 0; i < shown.size(); i++) {
            List<CriticalText.Line> lines = shown.get(i).lines();
            out.println("  % " + shown.get(i).title());
            for (int j = 0; j < lines.size(); j++) {
                boolean last = i == shown.size() - 1 && j == lines.size() - 1;
                String standing = lines.get(j).standing();
                out.println("  " + lines.get(j).tex() + (last ? "" : " \\\\")
                        + (standing.isEmpty() ? "" : " % " + standing));
            }
        }
        out.println("\\end{align}");
    }
}
