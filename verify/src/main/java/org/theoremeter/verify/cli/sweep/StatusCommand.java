package org.theoremeter.verify.cli.sweep;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.verify.claim.Profile;
import org.theoremeter.verify.claim.SweepFile;
import org.theoremeter.verify.claim.read.SweepReader;
import org.theoremeter.verify.cli.terminal.ExitStatus;
import org.theoremeter.verify.cli.terminal.RunOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what is kept of a sweep, and makes nothing. */
@Command(
        name = "status",
        description = "What is kept of a sweep, grid point by grid point; makes nothing.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private static final int MOST_POINTS = 40;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The sweep file (YAML).")
    private Path path;

    @Mixin
    private RunOptions options;

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            defaultValue = "quick",
            description = "quick, standard or full: whose changes are laid over the file; default: ${DEFAULT-VALUE}.")
    private Profile profile;

    @Option(
            names = "--export",
            paramLabel = "FILE",
            description = "Write all that is kept as a table, a row a run (CSV).")
    private Path export;

    /** Counts what is kept at a grid point. */
    private static final class Counts {
        private int done;
        private int diverged;
        private int missing;
    }

    @Override
    public Integer call() {
        SweepFile file = SweepReader.read(path, profile, true);
        List<String> told = new ArrayList<>();
        try (StoredSweep stored = StoredSweep.look(path, file, options, told)) {
            PrintWriter out = spec.commandLine().getOut();
            told.forEach(out::println);
            Map<String, Counts> points = new LinkedHashMap<>();
            Counts all = new Counts();
            for (StoredSweep.Member member : stored.members()) {
                Counts here = points.computeIfAbsent(
                        member.number() + "  " + member.point().label(), first -> new Counts());
                Optional<Observation> kept = stored.kept(member);
                boolean diverged =
                        kept.filter(each -> each.divergence().isPresent()).isPresent();
                for (Counts counts : List.of(here, all)) {
                    counts.missing += kept.isEmpty() ? 1 : 0;
                    counts.diverged += diverged ? 1 : 0;
                    counts.done += kept.isPresent() && !diverged ? 1 : 0;
                }
            }
            out.println(file.storedAs() + ": " + file.observe().points().size() + " grid points, " + file.total()
                    + " runs: " + shown(all));
            points.entrySet().stream()
                    .limit(MOST_POINTS)
                    .forEach(each -> out.println("  " + each.getKey() + ": " + shown(each.getValue())));
            if (points.size() > MOST_POINTS) {
                out.println("  and " + (points.size() - MOST_POINTS) + " more grid points; --export FILE has all");
            }
            if (export != null) {
                new SweepTable(stored).write(export);
                out.println(export);
            }
            return all.missing > 0 ? ExitStatus.UNDECIDED : ExitStatus.AS_EXPECTED;
        }
    }

    private static String shown(Counts counts) {
        return counts.done + " done, " + counts.diverged + " diverged, " + counts.missing + " missing";
    }
}
