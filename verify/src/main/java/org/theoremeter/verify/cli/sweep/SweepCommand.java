package org.theoremeter.verify.cli.sweep;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.theoremeter.simulate.sweep.Run;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.GridPoint;
import org.theoremeter.verify.claim.Profile;
import org.theoremeter.verify.claim.SweepFile;
import org.theoremeter.verify.claim.read.SweepReader;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.cli.terminal.BadInput;
import org.theoremeter.verify.cli.terminal.ExitStatus;
import org.theoremeter.verify.cli.terminal.RunOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the runs of a sweep file that are not there yet. */
@Command(
        name = "sweep",
        description =
                "Make the runs of a sweep file, in parallel and longest first; each is kept as it ends, and what is"
                        + " kept is not made again.",
        mixinStandardHelpOptions = true,
        subcommands = StatusCommand.class)
public final class SweepCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The sweep file (YAML).")
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
            names = "--only",
            paramLabel = "POINT",
            description = "One grid point: its number, or such as rate=0.1,delay=120.")
    private String only;

    @Option(
            names = "--export",
            paramLabel = "FILE",
            description = "Write all that is kept in the end as a table, a row a run: FILE.csv or FILE.parquet.")
    private Path export;

    @Option(
            names = "--where",
            paramLabel = "CONDITION",
            description = "Export only runs that fulfil it, as in sweep status; of several, all.")
    private List<String> where = List.of();

    @Option(names = "--yes", description = "More than a million runs are meant.")
    private boolean yes;

    @Option(names = "--quiet", description = "Print nothing but faults.")
    private boolean quiet;

    @Override
    public Integer call() {
        if (path == null) {
            throw new BadInput("sweep: found no file, accepted: theoremeter sweep FILE, or sweep status FILE");
        }
        SweepFile file = SweepReader.read(path, profile, yes);
        options.jobs();
        if (export == null && !where.isEmpty()) {
            throw new BadInput("--where: found nothing to choose rows of, accepted: beside --export FILE");
        }
        SweepTable table = SweepTable.of(file, where, export);
        List<String> told = new ArrayList<>();
        try (StoredSweep stored = StoredSweep.open(path, file, options, told)) {
            PrintWriter err = spec.commandLine().getErr();
            if (!quiet) {
                told.forEach(err::println);
            }
            SweepProgress ended = make(stored, chosen(stored, only));
            table.write(stored);
            report(ended);
            return ended.failed() > 0 ? ExitStatus.UNDECIDED : ExitStatus.AS_EXPECTED;
        }
    }

    private SweepProgress make(StoredSweep stored, List<Integer> points) {
        List<Run> missing = new ArrayList<>();
        int kept = 0;
        int diverged = 0;
        for (StoredSweep.Kept run : stored.runs(points)) {
            boolean found = run.observation().isPresent() && !options.fresh();
            kept += found ? 1 : 0;
            diverged += found && run.diverged() ? 1 : 0;
            if (!found) {
                missing.add(run.run());
            }
        }
        int all = kept + missing.size();
        missing.sort(Comparator.comparingDouble(run -> -run.experiment().estimatedSeconds(run.arguments())));
        PrintWriter err = spec.commandLine().getErr();
        if (!quiet) {
            err.println(all + " runs: " + kept + " kept already, " + missing.size() + " to make");
            err.flush();
        }
        try (SweepProgress progress = new SweepProgress(err, quiet, all, kept, diverged, missing)) {
            stored.sweep().each(missing, progress::ended);
            return progress;
        }
    }

    private void report(SweepProgress ended) {
        ended.failures().forEach(spec.commandLine().getErr()::println);
        if (!quiet) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(ended.summary());
            out.println("kept in " + options.storeFolder());
            if (export != null) {
                out.println(export);
            }
        }
    }

    /** Returns the indices of the grid points that are meant, or of all. */
    private static List<Integer> chosen(StoredSweep stored, String only) {
        List<Integer> all = stored.indices();
        if (only == null) {
            return all;
        }
        List<Integer> chosen = all.stream()
                .filter(index -> only.matches("[0-9]{1,9}")
                        ? stored.numbers().get(index) == Integer.parseInt(only)
                        : isAt(stored.point(index), only))
                .toList();
        if (chosen.isEmpty()) {
            throw new BadInput("--only: found " + Quotation.of(only)
                    + ", accepted: the number of a grid point, such as "
                    + stored.numbers().get(0) + ", or its coordinates, such as "
                    + stored.point(0).label().replace(" ", ""));
        }
        return chosen;
    }

    private static boolean isAt(GridPoint point, String coordinates) {
        return Arrays.stream(coordinates.split(",", -1)).allMatch(each -> {
            String[] sides = each.split("=", -1);
            OptionalDouble value = sides.length == 2 ? Fields.decimal(sides[1].strip()) : OptionalDouble.empty();
            Double at = point.coordinates().get(sides[0].strip());
            return value.isPresent()
                    && at != null
                    && Math.abs(at - value.getAsDouble()) <= 1e-9 * Math.max(1e-300, Math.abs(at));
        });
    }
}
