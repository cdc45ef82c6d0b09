package org.theoremeter.verify.cli.fit;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.theoremeter.reports.Report;
import org.theoremeter.reports.document.Figure;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.comparison.CurvePrediction;
import org.theoremeter.verify.cli.terminal.BadInput;
import org.theoremeter.verify.cli.terminal.ClaimOptions;
import org.theoremeter.verify.cli.terminal.CsvFile;
import org.theoremeter.verify.cli.terminal.ExitStatus;
import org.theoremeter.verify.evaluate.CurveSolution;
import org.theoremeter.verify.evaluate.Undetermined;
import org.theoremeter.verify.evaluate.Unreadable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Integrates a claim's reduced dynamics alone: curves, fixed points and their stability. */
@Command(
        name = "predict",
        description = "Integrate a claim's reduced ODE only: CSV, figure, fixed points and their stability.",
        mixinStandardHelpOptions = true)
public final class PredictCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClaimOptions options;

    @Option(
            names = "--horizon",
            paramLabel = "T",
            defaultValue = "3",
            description = "Until when; default: ${DEFAULT-VALUE}.")
    private double horizon;

    @Option(
            names = "--points",
            paramLabel = "N",
            defaultValue = "300",
            description = "Samples; default: ${DEFAULT-VALUE}.")
    private int points;

    @Option(
            names = "--start",
            paramLabel = "SYMBOL=VALUE",
            description = "A symbol that the claim measures from each run, such as c0=1.")
    private Map<String, Double> measured = new HashMap<>();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "theoremeter-prediction",
            description = "Where files go; default: ${DEFAULT-VALUE}.")
    private Path out;

    @Override
    public Integer call() {
        if (options.nothingNamed()) {
            throw new BadInput("predict: no claim named, accepted: an id ('list claims' shows them), a glob or a file");
        }
        if (!(horizon > 0) || horizon > 1e12 || points < 1 || points > 1_000_000) {
            throw new BadInput("predict: found --horizon " + horizon + " --points " + points
                    + ", accepted: a positive horizon and from 1 to 1000000 points");
        }
        List<Claim> claims = options.claims();
        for (Map.Entry<String, Double> entry : measured.entrySet()) {
            if (!Double.isFinite(entry.getValue())) {
                throw new BadInput(
                        "--start " + entry.getKey() + ": found " + entry.getValue() + ", accepted: a finite number");
            }
        }
        for (Claim claim : claims) {
            CurvePrediction prediction = claim.curves()
                    .orElseThrow(() -> new BadInput(
                            claim.id() + ": predicts no curve, accepted: a claim with an ODE or" + " curves"));
            try {
                predict(claim, prediction);
            } catch (Unreadable | Undetermined reason) {
                spec.commandLine().getErr().println(claim.id() + ": " + reason.getMessage());
                return ExitStatus.UNDECIDED;
            }
        }
        return ExitStatus.AS_EXPECTED;
    }

    private void predict(Claim claim, CurvePrediction prediction) {
        Map<String, Double> symbols = symbols(claim, prediction);
        CurveSolution solution = CurveSolution.of(prediction, symbols, horizon);
        List<String> names = List.copyOf(prediction.curves().keySet());
        List<String> header = new ArrayList<>(List.of(prediction.time()));
        header.addAll(names);
        double[] times = IntStream.rangeClosed(0, points)
                .mapToDouble(i -> horizon * i / points)
                .toArray();
        double[][] curves = new double[names.size()][times.length];
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            List<Double> row = new ArrayList<>(List.of(times[i]));
            for (int k = 0; k < curves.length; k++) {
                curves[k][i] = solution.at(names.get(k), times[i]);
                row.add(curves[k][i]);
            }
            rows.add(row);
        }
        PrintWriter printer = spec.commandLine().getOut();
        Path csv = out.resolve(claim.id() + ".csv");
        CsvFile.write(csv, header, rows);
        Path svg = out.resolve(claim.id() + ".svg");
        CsvFile.write(svg, figure(claim, prediction.time(), names, times, curves));
        printer.println(claim.id() + " — " + claim.header().title());
        prediction
                .dynamics()
                .ifPresent(dynamics -> FixedPointText.of(dynamics, symbols, state -> states(solution, state))
                        .forEach(printer::println));
        printer.println(csv);
        printer.println(svg);
    }

    private Map<String, Double> symbols(Claim claim, CurvePrediction prediction) {
        Map<String, Double> symbols = new HashMap<>(claim.header().given().values());
        claim.observed()
                .values()
                .forEach(observe -> symbols.putAll(observe.points().get(0).symbols()));
        symbols.putAll(measured);
        List<String> needed = new ArrayList<>();
        prediction.start().values().forEach(formula -> needed.addAll(formula.symbols()));
        prediction.dynamics().ifPresent(dynamics -> needed.addAll(dynamics.parameters()));
        if (prediction.dynamics().isEmpty()) {
            prediction.curves().values().forEach(formula -> needed.addAll(formula.symbols()));
            needed.remove(prediction.time());
        }
        needed.removeAll(symbols.keySet());
        if (!needed.isEmpty()) {
            throw new BadInput(claim.id() + ": " + Quotation.of(needed.get(0))
                    + " is measured from each run, accepted: --start " + needed.get(0) + "=VALUE");
        }
        return symbols;
    }

    /** Returns the values of a state variable that the solution visits. */
    private double[] states(CurveSolution solution, String state) {
        return IntStream.rangeClosed(0, points)
                .mapToDouble(i -> solution.state(state, horizon * i / points))
                .toArray();
    }

    private static String figure(Claim claim, String time, List<String> names, double[] times, double[][] values) {
        List<Figure.Curve> curves = new ArrayList<>();
        for (int k = 0; k < values.length; k++) {
            curves.add(new Figure.Curve(names.get(k), Figure.Role.THEORY, times, values[k]));
        }
        return Report.svg(new Figure(
                claim.id(),
                claim.header().title(),
                new Figure.Axis(time, false),
                new Figure.Axis(String.join(", ", names), false),
                curves));
    }
}
