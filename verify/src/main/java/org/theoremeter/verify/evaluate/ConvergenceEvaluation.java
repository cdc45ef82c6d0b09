package org.theoremeter.verify.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.ode.TimeCurve;
import org.theoremeter.verify.claim.comparison.ConvergenceComparison;
import org.theoremeter.verify.claim.comparison.CurvePrediction;
import org.theoremeter.verify.judge.ConvergenceJudge;
import org.theoremeter.verify.judge.Figures;
import org.theoremeter.verify.judge.Judgement;
import org.theoremeter.verify.judge.NumericalError;
import org.theoremeter.verify.results.Plot;

/** Evaluates orders: at which order an error, or the drift of a conserved quantity, vanishes along an axis. */
final class ConvergenceEvaluation {

    private final double confidence;
    private final Optional<CurvePrediction> curves;
    private final Map<String, String> measured;
    private final Map<String, Observations> sources;

    /**
     * Prepares an evaluation.
     *
     * @param confidence 1 − α
     * @param curves predicted curves that the error may be measured from
     * @param measured symbols taken from each run: symbol → scalar observable
     * @param sources what was observed, by name
     */
    ConvergenceEvaluation(
            double confidence,
            Optional<CurvePrediction> curves,
            Map<String, String> measured,
            Map<String, Observations> sources) {
        this.confidence = confidence;
        this.curves = curves;
        this.measured = measured;
        this.sources = sources;
    }

    List<Finding> findings(List<ConvergenceComparison> comparisons) {
        return comparisons.stream()
                .map(comparison -> Evaluation.judged(
                        comparison.name(), () -> finding(comparison, sources.get(comparison.source()))))
                .toList();
    }

    private Finding finding(ConvergenceComparison comparison, Observations all) {
        GridValues grid = GridValues.of(all, comparison.along(), (here, run) -> error(comparison, here, run));
        double predicted = Evaluation.exact(
                comparison.predicted(), all.observe().points().get(0).symbols(), 1);
        ConvergenceJudge judge = new ConvergenceJudge(confidence, comparison.average()::of)
                .ofTable(all.observe().isRecorded());
        double[] averaged = judge.averaged(grid.y());
        Judgement judgement = judge.judge(
                grid.x(),
                grid.y(),
                grid.errors(),
                grid.predicted(),
                all.seeded(),
                predicted,
                Evaluation.margin(comparison.margin(), predicted));
        boolean drawable = Arrays.stream(averaged).allMatch(value -> value > 0);
        Optional<Plot> plot = drawable ? Optional.of(plot(comparison, grid, averaged, predicted)) : Optional.empty();
        return Finding.of(comparison.name(), judgement, plot);
    }

    private Reading error(ConvergenceComparison comparison, PointObservations here, Observation run) {
        Map<String, Reading> read = new HashMap<>();
        curves.ifPresent(prediction -> {
            double time = here.observe().at().get(prediction.time());
            Map<String, Double> symbols = here.symbols(measured, run);
            CurveSolution solution = CurveSolution.of(prediction, symbols, time);
            List<CurveSolution> moved = moved(prediction, symbols, run, time);
            for (String name : prediction.curves().keySet()) {
                TimeCurve.Value curve = solution.read(name, time);
                double value = curve.value();
                double jump = Math.max(curve.high() - value, value - curve.low());
                double start = moved.stream()
                        .mapToDouble(other -> Math.abs(other.at(name, time) - value))
                        .sum();
                read.put(
                        Observable.symbolOf(name),
                        new Reading(value, new NumericalError(0, curve.error() + jump + start)));
            }
        });
        Reading reading = Reading.of(comparison.error(), here, run, read);
        return new Reading(Math.abs(reading.value()), reading.error());
    }

    /** Returns the curves with one of the measured symbols moved by its numerical error, for each that has one. */
    private List<CurveSolution> moved(
            CurvePrediction prediction, Map<String, Double> symbols, Observation run, double time) {
        List<CurveSolution> moved = new ArrayList<>();
        measured.forEach((symbol, observable) -> {
            double error = run.measurements().get(observable).error();
            if (error > 0) {
                Map<String, Double> other = new HashMap<>(symbols);
                other.merge(symbol, error, Double::sum);
                moved.add(CurveSolution.of(prediction, other, time));
            }
        });
        return moved;
    }

    private static Plot plot(ConvergenceComparison comparison, GridValues grid, double[] averaged, double predicted) {
        int last = averaged.length - 1;
        double[] law = new double[averaged.length];
        for (int j = 0; j < law.length; j++) {
            law[j] = averaged[last] * Math.pow(grid.x()[j] / grid.x()[last], predicted);
        }
        List<Plot.Curve> curves = new ArrayList<>();
        double[] x = grid.x();
        curves.add(new Plot.Curve("simulated", Plot.Role.MEASURED, x, averaged));
        curves.add(new Plot.Curve("order " + Figures.of(predicted), Plot.Role.THEORY, x, law));
        return new Plot(comparison.along(), comparison.name() + ": " + comparison.error(), true, curves);
    }
}
