package org.theoremeter.verify.cli.sweep;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
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
            description = "Write all that is kept as a table, a row a run: FILE.csv or FILE.parquet.")
    private Path export;

    @Option(
            names = "--where",
            paramLabel = "CONDITION",
            description =
                    "Only runs that fulfil it, COLUMN OP NUMBER, with OP one of = != < <= > >= and the columns of the table; or"
                            + " state = done, state = diverged. Of several, all; what a missing run will measure is left open.")
    private List<String> where = List.of();

    @Mixin
    private PhaseOptions phases;

    /** Counts what is kept at a grid point. */
    private static final class Counts {
        private int done;
        private int diverged;
        private int missing;

        private void count(StoredSweep.Kept kept) {
            missing += kept.observation().isEmpty() ? 1 : 0;
            diverged += kept.diverged() ? 1 : 0;
            done += kept.observation().isPresent() && !kept.diverged() ? 1 : 0;
        }

        @Override
        public String toString() {
            return done + " done, " + diverged + " diverged, " + missing + " missing";
        }
    }

    @Override
    public Integer call() {
        SweepFile file = SweepReader.read(path, profile, true);
        SweepTable table = SweepTable.of(file, where, export);
        Optional<PhaseFigure> figure = PhaseFigure.of(file, phases, table.filter());
        List<String> told = new ArrayList<>();
        try (StoredSweep stored = StoredSweep.look(path, file, options, told)) {
            PrintWriter out = spec.commandLine().getOut();
            told.forEach(out::println);
            Counts all = new Counts();
            Map<Integer, Counts> points = new LinkedHashMap<>();
            List<String> shown = new ArrayList<>();
            table.each(stored, kept -> {
                if (shown.size() < MOST_POINTS && !points.containsKey(kept.number())) {
                    shown.add("  " + kept.number() + "  " + kept.point().label() + ": ");
                }
                points.computeIfAbsent(kept.number(), first -> new Counts()).count(kept);
                all.count(kept);
                figure.ifPresent(drawn -> drawn.count(kept));
            });
            out.println(file.storedAs() + ": " + file.observe().points().size() + " grid points, " + file.total()
                    + " runs" + table.filter() + ": " + all);
            Iterator<Counts> counted = points.values().iterator();
            shown.forEach(point -> out.println(point + counted.next()));
            if (points.size() > MOST_POINTS) {
                out.println("  and " + (points.size() - MOST_POINTS) + " more grid points; --export FILE has all");
            }
            table.export().ifPresent(out::println);
            figure.ifPresent(drawn -> drawn.write().forEach(out::println));
            return all.missing > 0 ? ExitStatus.UNDECIDED : ExitStatus.AS_EXPECTED;
        }
    }
}
