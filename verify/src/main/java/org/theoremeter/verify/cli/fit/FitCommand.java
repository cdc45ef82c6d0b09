package org.theoremeter.verify.cli.fit;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.csv.Table;
import org.theoremeter.verify.cli.terminal.BadInput;
import org.theoremeter.verify.cli.terminal.ExitStatus;
import org.theoremeter.verify.statistics.Coordinate;
import org.theoremeter.verify.statistics.LogRegression;
import org.theoremeter.verify.statistics.ThresholdExponent;
import org.theoremeter.verify.statistics.ThresholdMethod;
import org.theoremeter.verify.statistics.ThresholdModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds thresholds and their exponents in a table of counts. */
@Command(
        name = "fit",
        description =
                "From a CSV table of counts: the threshold of each outcome along a coordinate, at each value of a control,"
                        + " and the exponent between the two. Columns: control, coordinate, then one count an outcome.",
        footer = {
            "",
            "Two directions:",
            "  --rate lr --along delay       b of lr ~ T^(-b), T the critical delay of each rate",
            "                                (ordinary regression: ln lr on ln T)",
            "  --control window --along lr   b of T ~ window^(-b), T the critical rate of each window",
            "                                (ordinary regression: ln T on ln window)",
            "Thresholds with their errors are always fitted as ln T on the logarithm of the control, which is exact."
        },
        mixinStandardHelpOptions = true)
public final class FitCommand implements Callable<Integer> {

    /** Which thresholds are asked for. */
    enum Asked {
        REFERENCE,
        LIKELIHOOD,
        BOTH
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The table; lines that begin with # are left out.")
    private Path file;

    @Option(
            names = "--threshold",
            paramLabel = "OUTCOME=MODEL",
            description =
                    "Which curve the fraction of an outcome follows: saturation, which starts at the threshold, or"
                            + " logistic, which is a half there. Default: a logistic for every outcome.")
    private List<String> models = List.of();

    @Option(
            names = "--rate",
            paramLabel = "COLUMN",
            description = "The control, of which the exponent is; default: the first column.")
    private String rate;

    @Option(
            names = "--control",
            paramLabel = "COLUMN",
            description = "In place of --rate: the control, against which the exponent of the threshold is.")
    private String control;

    @Option(names = "--along", paramLabel = "COLUMN", description = "The coordinate; default: the next column.")
    private String along;

    @Option(
            names = "--coordinate",
            paramLabel = "SCALE",
            defaultValue = "linear",
            description = "linear, or log for a curve in the logarithm of the coordinate; default: ${DEFAULT-VALUE}.")
    private String coordinate;

    @Option(
            names = "--where",
            paramLabel = "CONDITION",
            description =
                    "Use only rows that fulfil it, COLUMN OP NUMBER, with OP one of = != < <= > >=; of several, all. As keep"
                            + " in a claim.")
    private List<String> where = List.of();

    @Option(
            names = "--outcomes",
            paramLabel = "COLUMNS",
            split = ",",
            description = "The counts, whose sum is the number of trials; default: all other columns.")
    private List<String> outcomes = List.of();

    @Option(
            names = "--method",
            defaultValue = "both",
            description = "reference (least squares of the fractions), likelihood or both; default: ${DEFAULT-VALUE}.")
    private Asked method;

    @Option(
            names = "--start",
            paramLabel = "T0,K",
            split = ",",
            description =
                    "Where least squares set out, threshold and steepness; they end in the minimum next to it. Default: the"
                            + " lowest of all minima.")
    private double[] start;

    @Option(
            names = "--least-fraction",
            paramLabel = "F",
            defaultValue = "0.1",
            description = "Leave out controls whose largest fraction is below; default: ${DEFAULT-VALUE}.")
    private double leastFraction;

    @Option(
            names = "--largest",
            paramLabel = "OUTCOME=N",
            description = "Give the exponent of the N largest controls too.")
    private List<String> largest = List.of();

    @Option(
            names = "--confidence",
            paramLabel = "C",
            defaultValue = "0.95",
            description = "Of all intervals, two-sided; default: ${DEFAULT-VALUE}.")
    private double confidence;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "theoremeter-fit",
            description = "Where files go; default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(
            names = "--details",
            description = "Print every threshold, with reasons where there is none, and tests for bends.")
    private boolean details;

    @Option(names = "--quiet", description = "Print nothing but faults.")
    private boolean quiet;

    @Override
    public Integer call() {
        Coordinate scale = scale();
        OutcomeFit.Settings settings = settings(scale);
        CountTable.Columns told = new CountTable.Columns(control == null ? rate : control, along, scale, outcomes);
        CountTable counts = CountTable.of(Table.read(file), told, control == null ? "--rate" : "--control", where);
        Map<String, ThresholdModel> curves = curves(counts.outcomes());
        Map<String, Integer> ranges = ranges(curves);
        List<OutcomeFit> fits = new ArrayList<>();
        curves.forEach((outcome, curve) -> fits.add(
                OutcomeFit.of(outcome, curve, counts.byControl(outcome), ranges.getOrDefault(outcome, 0), settings)));
        List<Path> written = FitFiles.write(out, counts, fits);
        if (!quiet) {
            print(counts, settings, fits, written);
        }
        boolean complete = fits.stream()
                .flatMap(fit -> fit.exponents().stream())
                .allMatch(exponent -> exponent.estimate(confidence).isPresent());
        return complete ? ExitStatus.AS_EXPECTED : ExitStatus.UNDECIDED;
    }

    private void print(CountTable counts, OutcomeFit.Settings settings, List<OutcomeFit> fits, List<Path> written) {
        PrintWriter printer = spec.commandLine().getOut();
        printer.println(FitSummary.heading(file, counts));
        if (models.isEmpty()) {
            printer.println(
                    "no --threshold OUTCOME=MODEL: a logistic for each of " + String.join(", ", counts.outcomes()));
        }
        FitSummary.law(counts, settings).forEach(printer::println);
        fits.forEach(fit -> FitSummary.of(counts, fit).forEach(printer::println));
        if (details) {
            fits.forEach(fit -> FitText.of(counts, fit).forEach(printer::println));
            printer.println();
        }
        written.forEach(printer::println);
    }

    private Coordinate scale() {
        if (!Coordinate.names().contains(coordinate)) {
            throw new BadInput("--coordinate: found " + Quotation.of(coordinate) + ", "
                    + Nearest.hint(coordinate, Coordinate.names()));
        }
        return Coordinate.valueOf(coordinate.toUpperCase(Locale.ROOT));
    }

    private OutcomeFit.Settings settings(Coordinate scale) {
        if (rate != null && control != null) {
            throw new BadInput(
                    "--rate, --control: found both, accepted: --rate for the exponent of the rate against the"
                            + " threshold, --control for that of the threshold against the control");
        }
        if (!(leastFraction >= 0 && leastFraction <= 1)) {
            throw new BadInput("--least-fraction: found " + leastFraction + ", accepted: from 0 to 1");
        }
        if (!(confidence >= 0.5 && confidence <= 0.9999)) {
            throw new BadInput("--confidence: found " + confidence + ", accepted: from 0.5 to 0.9999");
        }
        ThresholdMethod reference = start == null ? ThresholdMethod.LEAST_SQUARES : fromStart(scale);
        List<ThresholdMethod> methods = switch (method) {
            case REFERENCE -> List.of(reference);
            case LIKELIHOOD -> List.of(ThresholdMethod.LIKELIHOOD);
            case BOTH -> List.of(reference, ThresholdMethod.LIKELIHOOD);
        };
        ThresholdExponent.Direction direction =
                control == null ? ThresholdExponent.Direction.CONTROL : ThresholdExponent.Direction.THRESHOLD;
        return new OutcomeFit.Settings(methods, direction, leastFraction, confidence);
    }

    private ThresholdMethod fromStart(Coordinate scale) {
        if (method == Asked.LIKELIHOOD) {
            throw new BadInput(
                    "--start: found with --method likelihood, which needs none; accepted: with reference or both");
        }
        ThresholdMethod.Start.obstacle(scale, start).ifPresent(accepted -> {
            throw new BadInput(
                    "--start: found " + Arrays.toString(start) + ", accepted: " + accepted + ", such as 0.1,0.1");
        });
        return new ThresholdMethod.LeastSquares(Optional.of(new ThresholdMethod.Start(start[0], start[1])));
    }

    private Map<String, ThresholdModel> curves(List<String> counted) {
        Map<String, ThresholdModel> curves = new LinkedHashMap<>();
        Assignments.of("--threshold", "logistic", models, counted).forEach((outcome, name) -> {
            if (!ThresholdModel.names().contains(name)) {
                throw new BadInput("--threshold " + outcome + ": found the model " + Quotation.of(name) + ", "
                        + Nearest.hint(name, ThresholdModel.names()));
            }
            curves.put(outcome, ThresholdModel.valueOf(name.toUpperCase(Locale.ROOT)));
        });
        if (curves.isEmpty()) {
            counted.forEach(outcome -> curves.put(outcome, ThresholdModel.LOGISTIC));
        }
        return curves;
    }

    private Map<String, Integer> ranges(Map<String, ThresholdModel> curves) {
        Map<String, Integer> ranges = new LinkedHashMap<>();
        Assignments.of("--largest", "25", largest, List.copyOf(curves.keySet())).forEach((outcome, number) -> {
            if (!number.matches("[0-9]{1,9}") || Integer.parseInt(number) < LogRegression.FEWEST) {
                throw new BadInput("--largest " + outcome + ": found " + Quotation.of(number)
                        + ", accepted: a whole number from " + LogRegression.FEWEST + " on");
            }
            ranges.put(outcome, Integer.parseInt(number));
        });
        return ranges;
    }
}
