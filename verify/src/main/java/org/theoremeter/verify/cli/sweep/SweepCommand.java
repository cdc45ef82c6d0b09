package org.theoremeter.verify.cli.sweep;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.sweep.Run;
import org.theoremeter.theory.text.Quotation;
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
            description = "Write all that is kept in the end as a table, a row a run (CSV).")
    private Path export;

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
        List<String> told = new ArrayList<>();
        try (StoredSweep stored = StoredSweep.open(path, file, options, told)) {
            PrintWriter err = spec.commandLine().getErr();
            if (!quiet) {
                told.forEach(err::println);
            }
            SweepProgress ended = make(stored, chosen(stored, only));
            if (export != null) {
                new SweepTable(stored).write(export);
            }
            report(ended);
            return ended.failed() > 0 ? ExitStatus.UNDECIDED : ExitStatus.AS_EXPECTED;
        }
    }

    private SweepProgress make(StoredSweep stored, List<StoredSweep.Member> members) {
        List<Run> missing = new ArrayList<>();
        int kept = 0;
        int diverged = 0;
        for (StoredSweep.Member member : members) {
            Optional<Observation> found = options.fresh() ? Optional.empty() : stored.kept(member);
            kept += found.isPresent() ? 1 : 0;
            diverged += found.filter(each -> each.divergence().isPresent()).isPresent() ? 1 : 0;
            if (found.isEmpty()) {
                missing.add(member.run());
            }
        }
        missing.sort(Comparator.comparingDouble(run -> -run.experiment().estimatedSeconds(run.arguments())));
        PrintWriter err = spec.commandLine().getErr();
        if (!quiet) {
            err.println(members.size() + " runs: " + kept + " kept already, " + missing.size() + " to make");
            err.flush();
        }
        try (SweepProgress progress = new SweepProgress(err, quiet, members.size(), kept, diverged, missing)) {
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

    /** Returns the runs of one grid point, or all. */
    private static List<StoredSweep.Member> chosen(StoredSweep stored, String only) {
        List<StoredSweep.Member> all = stored.members();
        if (only == null) {
            return all;
        }
        List<StoredSweep.Member> chosen = all.stream()
                .filter(member ->
                        only.matches("[0-9]{1,9}") ? member.number() == Integer.parseInt(only) : isAt(member, only))
                .toList();
        if (chosen.isEmpty()) {
            StoredSweep.Member any = all.get(0);
            throw new BadInput(
                    "--only: found " + Quotation.of(only) + ", accepted: the number of a grid point, such as "
                            + any.number() + ", or its coordinates, such as "
                            + any.point().label().replace(" ", "").replace(",", ","));
        }
        return chosen;
    }

    private static boolean isAt(StoredSweep.Member member, String coordinates) {
        return Arrays.stream(coordinates.split(",", -1)).allMatch(each -> {
            String[] sides = each.split("=", -1);
            OptionalDouble value = sides.length == 2 ? Fields.decimal(sides[1].strip()) : OptionalDouble.empty();
            Double at = member.point().coordinates().get(sides[0].strip());
            return value.isPresent()
                    && at != null
                    && Math.abs(at - value.getAsDouble()) <= 1e-9 * Math.max(1e-300, Math.abs(at));
        });
    }
}
