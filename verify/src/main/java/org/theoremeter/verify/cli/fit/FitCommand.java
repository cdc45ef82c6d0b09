package org.theoremeter.verify.cli.fit;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.csv.Table;
import org.theoremeter.verify.cli.terminal.BadInput;
import org.theoremeter.verify.cli.terminal.ExitStatus;
import org.theoremeter.verify.statistics.LogRegression;
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
                "From a CSV table of counts: the threshold of each outcome at each learning rate, and the exponent of the"
                        + " rate against it. Columns: control, coordinate, then one count an outcome.",
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

    @Option(names = "--rate", paramLabel = "COLUMN", description = "The control; default: the first column.")
    private String rate;

    @Option(names = "--along", paramLabel = "COLUMN", description = "The coordinate; default: the next column.")
    private String along;

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
            defaultValue = "0.1,0.1",
            description = "Where least squares set out: threshold and steepness; default: ${DEFAULT-VALUE}.")
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

    @Option(names = "--quiet", description = "Print nothing but faults.")
    private boolean quiet;

    @Override
    public Integer call() {
        OutcomeFit.Settings settings = settings();
        CountTable counts = CountTable.of(Table.read(file), rate, along, outcomes);
        Map<String, ThresholdModel> curves = curves(counts.outcomes());
        Map<String, Integer> ranges = ranges(curves);
        List<OutcomeFit> fits = new ArrayList<>();
        curves.forEach((outcome, curve) -> fits.add(
                OutcomeFit.of(outcome, curve, counts.byControl(outcome), ranges.getOrDefault(outcome, 0), settings)));
        List<Path> written = FitFiles.write(out, counts, fits);
        if (!quiet) {
            PrintWriter printer = spec.commandLine().getOut();
            printer.println(FitText.heading(file, counts));
            if (models.isEmpty()) {
                printer.println(
                        "no --threshold OUTCOME=MODEL: a logistic for each of " + String.join(", ", counts.outcomes()));
            }
            fits.forEach(fit -> FitText.of(counts, fit).forEach(printer::println));
            printer.println();
            written.forEach(printer::println);
        }
        boolean complete = fits.stream()
                .flatMap(fit -> fit.exponents().stream())
                .allMatch(exponent -> exponent.law().isPresent());
        return complete ? ExitStatus.AS_EXPECTED : ExitStatus.UNDECIDED;
    }

    private OutcomeFit.Settings settings() {
        if (start.length != 2 || !Arrays.stream(start).allMatch(Double::isFinite)) {
            throw new BadInput("--start: found " + Arrays.toString(start) + ", accepted: two finite numbers, T0,K");
        }
        if (!(leastFraction >= 0 && leastFraction <= 1)) {
            throw new BadInput("--least-fraction: found " + leastFraction + ", accepted: from 0 to 1");
        }
        if (!(confidence >= 0.5 && confidence <= 0.9999)) {
            throw new BadInput("--confidence: found " + confidence + ", accepted: from 0.5 to 0.9999");
        }
        ThresholdMethod reference = new ThresholdMethod.LeastSquares(start[0], start[1]);
        List<ThresholdMethod> methods = switch (method) {
            case REFERENCE -> List.of(reference);
            case LIKELIHOOD -> List.of(ThresholdMethod.LIKELIHOOD);
            case BOTH -> List.of(reference, ThresholdMethod.LIKELIHOOD);
        };
        return new OutcomeFit.Settings(methods, leastFraction, confidence);
    }

    private Map<String, ThresholdModel> curves(List<String> counted) {
        Map<String, ThresholdModel> curves = new LinkedHashMap<>();
        assignments("--threshold", "logistic", models, counted).forEach((outcome, name) -> {
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
        assignments("--largest", "25", largest, List.copyOf(curves.keySet())).forEach((outcome, number) -> {
            if (!number.matches("[0-9]{1,9}") || Integer.parseInt(number) < LogRegression.FEWEST) {
                throw new BadInput("--largest " + outcome + ": found " + Quotation.of(number)
                        + ", accepted: a whole number from " + LogRegression.FEWEST + " on");
            }
            ranges.put(outcome, Integer.parseInt(number));
        });
        return ranges;
    }

    /** Splits each at its last equals sign, as the name of a column may have one. */
    private static Map<String, String> assignments(
            String option, String example, List<String> texts, List<String> accepted) {
        Map<String, String> assignments = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.lastIndexOf('=');
            if (equals < 0) {
                throw new BadInput(option + ": found " + Quotation.of(text) + ", accepted: such as " + accepted.get(0)
                        + "=" + example);
            }
            String outcome = text.substring(0, equals);
            if (!accepted.contains(outcome)) {
                throw new BadInput(option + ": found the outcome " + Quotation.of(outcome) + ", "
                        + Nearest.hint(outcome, accepted));
            }
            if (assignments.put(outcome, text.substring(equals + 1)) != null) {
                throw new BadInput(option + ": found the outcome " + Quotation.of(outcome) + " twice, accepted: once");
            }
        }
        return assignments;
    }
}
