package org.theoremeter.verify.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.comparison.ExponentComparison;
import org.theoremeter.verify.judge.ExponentJudge;
import org.theoremeter.verify.judge.Judgement;
import org.theoremeter.verify.judge.SlopeDifferenceJudge;
import org.theoremeter.verify.results.Plot;
import org.theoremeter.verify.statistics.LogSlope;

/** Evaluates an exponent claim: the slope of what was measured against the slope that is predicted on the same grid. */
final class ExponentEvaluation {

    private final Claim.Exponent claim;
    private final Map<String, Observations> sources;

    ExponentEvaluation(Claim.Exponent claim, Map<String, Observations> sources) {
        this.claim = claim;
        this.sources = sources;
    }

    List<Finding> findings() {
        return claim.comparisons().stream()
                .map(comparison -> Evaluation.judged(comparison.name(), () -> finding(comparison)))
                .toList();
    }

    private Finding finding(ExponentComparison comparison) {
        double confidence = claim.header().judge().confidence();
        return comparison.minus().isPresent() ? difference(comparison, confidence) : finding(comparison, confidence);
    }

    private Finding difference(ExponentComparison comparison, double confidence) {
        double predicted =
                Evaluation.exact(comparison.predicted(), claim.header().given().values(), 1);
        double half = Evaluation.margin(comparison.margin(), predicted);
        Judgement judgement = new SlopeDifferenceJudge(confidence)
                .judge(
                        (sure, slope, within) ->
                                finding(comparison.first(slope, within), sure).judgement(),
                        (sure, slope, within) ->
                                finding(comparison.second(slope, within), sure).judgement(),
                        predicted,
                        half);
        return Finding.of(comparison.name(), judgement);
    }

    private Finding finding(ExponentComparison comparison, double confidence) {
        Observations all = sources.get(comparison.source());
        if (all.observe().isRecorded() && !all.seeded()) {
            Finding finding = new ScatteredExponent(comparison, all).finding(confidence);
            return all.exceptions().map(finding::saying).orElse(finding);
        }
        GridValues whole = GridValues.of(
                all, comparison.against(), (here, run) -> Reading.of(comparison.observed(), here, run, Map.of()));
        int points = whole.x().length;
        GridValues grid = comparison.finestHalf() ? whole.from(Math.min(points / 2, points - 2)) : whole;
        double[] local = comparison.slope() ? ofSlopes(comparison, grid) : ofValues(comparison, grid);
        double predicted = new LogSlope(grid.x()).ofLocalSlopes(local);
        Judgement judgement = new ExponentJudge(confidence)
                .with(comparison.leastRSquared())
                .ofTable(all.observe().isRecorded())
                .judge(
                        grid.x(),
                        grid.y(),
                        grid.errors(),
                        all.seeded(),
                        local,
                        Evaluation.margin(comparison.margin(), predicted));
        return Finding.of(comparison.name(), judgement, evidence(comparison, all, whole));
    }

    private double[] ofValues(ExponentComparison comparison, GridValues grid) {
        return new LogSlope(grid.x()).local(predictedValues(comparison, grid));
    }

    private double[] predictedValues(ExponentComparison comparison, GridValues grid) {
        return grid.points().stream()
                .mapToDouble(here ->
                        Evaluation.exact(comparison.predicted(), here.point().symbols(), 0))
                .toArray();
    }

    /** A slope formula is evaluated at the geometric middle of each interval of the grid. */
    private double[] ofSlopes(ExponentComparison comparison, GridValues grid) {
        double[] between = new double[grid.x().length - 1];
        for (int j = 0; j < between.length; j++) {
            Map<String, Double> symbols =
                    new HashMap<>(grid.points().get(j).point().symbols());
            symbols.put(comparison.against(), Math.sqrt(grid.x()[j] * grid.x()[j + 1]));
            between[j] = Evaluation.exact(comparison.predicted(), symbols, 1);
        }
        return between;
    }

    /** Returns the plot, or none where a prediction off the judged points is not finite. */
    private Optional<Plot> evidence(ExponentComparison comparison, Observations all, GridValues whole) {
        try {
            return plot(comparison, all, whole);
        } catch (Unreadable undrawable) {
            return Optional.empty();
        }
    }

    private Optional<Plot> plot(ExponentComparison comparison, Observations all, GridValues grid) {
        List<Plot.Curve> curves = new ArrayList<>();
        for (int seed = 0; seed < grid.y().length; seed++) {
            if (Arrays.stream(grid.y()[seed]).anyMatch(value -> value <= 0)) {
                return Optional.empty();
            }
            curves.add(new Plot.Curve(
                    all.seeded() ? "simulated, seed " + seed : "simulated",
                    Plot.Role.MEASURED,
                    grid.x(),
                    grid.y()[seed]));
        }
        if (!comparison.slope()) {
            double[] theory = predictedValues(comparison, grid);
            if (Arrays.stream(theory).allMatch(value -> value > 0)) {
                curves.add(new Plot.Curve("theory", Plot.Role.THEORY, grid.x(), theory));
            }
        }
        return Optional.of(new Plot(comparison.against(), comparison.name(), true, curves));
    }
}
