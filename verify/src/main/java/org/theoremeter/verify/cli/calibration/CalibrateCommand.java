package org.theoremeter.verify.cli.calibration;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.theoremeter.verify.calibration.Calibration;
import org.theoremeter.verify.calibration.Noise;
import org.theoremeter.verify.calibration.Planning;
import org.theoremeter.verify.calibration.Subject;
import org.theoremeter.verify.cli.terminal.BadInput;
import org.theoremeter.verify.cli.terminal.CsvFile;
import org.theoremeter.verify.cli.terminal.ExitStatus;
import org.theoremeter.verify.statistics.Proportion;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Measures how often each judge is wrong, on synthetic observations whose truth is known, or how often the checkers of formulas
 * are, on statements whose truth is known.
 */
@Command(
        name = "calibrate",
        description = {
            "Measure how often each judge is wrong, on synthetic observations of known truth.",
            "With --formulas: how often the checkers of identities, derivations and ODEs are, on statements that are false"
                    + " by construction and hard to see through, and on true ones that look odd."
        },
        mixinStandardHelpOptions = true)
public final class CalibrateCommand implements Callable<Integer> {

    private static final double LEVEL = 0.05;
    private static final double DECIDED = 0.7;
    private static final int REPEATS = 200;
    private static final List<String> HEADER = List.of(
            "judge",
            "seeds",
            "noise",
            "verdict",
            "truth",
            "draws",
            "wrong",
            "rate",
            "lower bound",
            "refused",
            "promised");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--draws",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Synthetic claims a rate; default: ${DEFAULT-VALUE}.")
    private int draws;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "1",
            description = "The root seed; default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "theoremeter-calibration",
            description = "Where calibration.csv goes, or formulas.csv and survivors; default: ${DEFAULT-VALUE}.")
    private Path out;

    @ArgGroup(exclusive = false, heading = "%nOf formulas:%n")
    private FormulaCalibration formulas;

    @Override
    public Integer call() {
        if (formulas != null) {
            return formulas.run(spec.commandLine().getOut(), seed, out);
        }
        if (draws < 1 || draws > 10_000_000) {
            throw new BadInput("--draws: found " + draws + ", accepted: from 1 to 10000000");
        }
        List<Calibration.Rate> rates = Subject.all().parallelStream()
                .flatMap(subject -> new Calibration(draws, seed).of(subject).stream())
                .toList();
        PrintWriter writer = spec.commandLine().getOut();
        writer.printf(
                "%-42s %5s  %-15s %-7s %5s  %7s  %11s  %7s%n",
                "judge", "seeds", "noise", "verdict", "truth", "rate", "lower bound", "refused");
        List<List<?>> rows = new ArrayList<>();
        int liberal = 0;
        for (Calibration.Rate rate : rates) {
            boolean often = rate.lowerBound() > LEVEL;
            boolean bad = often && rate.promised();
            liberal += bad ? 1 : 0;
            writer.printf(
                    Locale.ROOT,
                    "%-42s %5d  %-15s %-7s %5.2f  %7.4f  %11.4f  %7.4f%s%n",
                    rate.judge(),
                    rate.seeds(),
                    rate.noise(),
                    rate.verdict(),
                    rate.truth(),
                    rate.wrong().fraction(),
                    rate.lowerBound(),
                    rate.refused().fraction(),
                    bad ? "  too often" : often ? "  not promised: such noise has no variance" : "");
            rows.add(List.of(
                    rate.judge(),
                    rate.seeds(),
                    rate.noise(),
                    rate.verdict().text(),
                    rate.truth(),
                    rate.wrong().trials(),
                    rate.wrong().successes(),
                    rate.wrong().fraction(),
                    rate.lowerBound(),
                    rate.refused().fraction(),
                    rate.promised()));
        }
        Path csv = out.resolve("calibration.csv");
        CsvFile.write(csv, HEADER, rows);
        writer.printf(
                Locale.ROOT,
                "%d rates of %d draws; of those promised the one-sided 99 %% lower bound exceeds %.2f in %d%n",
                rates.size(),
                draws,
                LEVEL,
                liberal);
        int undecided = planning(writer);
        writer.println(csv);
        return liberal + undecided == 0 ? ExitStatus.AS_EXPECTED : ExitStatus.FAILED;
    }

    /** Shows how often claims left open are decided by the seeds they named; returns how many of the rates fall short. */
    private int planning(PrintWriter writer) {
        int few = 0;
        for (Planning planning :
                List.of(new Planning(0, 0.8, 8), new Planning(0.5, 0.5, 8), new Planning(1.5, 0.5, 8))) {
            for (Noise noise : Noise.moderate()) {
                Proportion decided = planning.decided(noise, REPEATS, seed);
                boolean bad = decided.fraction() < DECIDED;
                few += bad ? 1 : 0;
                writer.printf(
                        Locale.ROOT,
                        "left open with %d seeds of deviation %.1f, truth %.1f, %s noise: %d of %d decided by the seeds named%s%n",
                        planning.seeds(),
                        planning.deviation(),
                        planning.truth(),
                        noise.text(),
                        decided.successes(),
                        decided.trials(),
                        bad ? "  too few" : "");
            }
        }
        return few;
    }
}
