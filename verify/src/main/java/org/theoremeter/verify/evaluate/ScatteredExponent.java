package org.theoremeter.verify.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.verify.claim.ExponentComparison;
import org.theoremeter.verify.claim.Observe;
import org.theoremeter.verify.judge.Judgement;
import org.theoremeter.verify.judge.NumericalError;
import org.theoremeter.verify.judge.ScatterJudge;
import org.theoremeter.verify.results.Plot;

/** Evaluates an exponent on the user's own data that were measured once at every point. */
final class ScatteredExponent {

    private final ExponentComparison comparison;
    private final Observations all;

    ScatteredExponent(ExponentComparison comparison, Observations all) {
        this.comparison = comparison;
        this.all = all;
    }

    /** A value that is not so many times its error says little about its logarithm. */
    private static final double CLEAR = 3;

    /**
     * One point, with the standard errors of the logarithms.
     *
     * @param absolute the error of y itself where it is not clear of it, so that its logarithm says little; else 0
     */
    private record Point(double x, double xError, double y, double yError, double absolute, double predicted) {
        boolean clear() {
            return absolute == 0;
        }
    }

    Finding finding(double confidence) {
        List<Point> points = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        int cells = all.observe().cells().size();
        for (int cell = 0; cell < cells; cell++) {
            try {
                points.add(point(cell));
            } catch (Undetermined reason) {
                missing.add(reason.getMessage());
            }
        }
        if (2 * points.size() < cells) {
            throw new Undetermined("only " + points.size() + " of " + cells
                    + " points are determined, fewer than half: " + missing.get(0));
        }
        points.sort(Comparator.comparingDouble(Point::x));
        return points.stream().allMatch(Point::clear)
                ? Finding.of(
                        comparison.name(),
                        told(ofLogarithms(points, confidence), missing, cells),
                        Optional.of(plot(points)))
                : Finding.of(comparison.name(), told(ofValues(points, confidence), missing, cells));
    }

    /** Some points are not clear of their errors: the power law itself is fitted to all of them. */
    private Judgement ofValues(List<Point> points, double confidence) {
        if (points.stream().anyMatch(point -> point.xError() > 0)) {
            return Judgement.open("some values are not clear of their errors, and their abscissas have errors too");
        }
        boolean values = !comparison.slope();
        double[] scale = points.stream()
                .mapToDouble(point -> values ? point.predicted() : 1)
                .toArray();
        if (Arrays.stream(scale).anyMatch(each -> !(each > 0))) {
            throw new Unreadable("the prediction is not positive everywhere, so that it has no exponent");
        }
        double[] y = new double[scale.length];
        double[] errors = new double[scale.length];
        for (int i = 0; i < scale.length; i++) {
            Point point = points.get(i);
            y[i] = point.y() / scale[i];
            errors[i] = (point.clear() ? point.yError() * point.y() : point.absolute()) / scale[i];
        }
        double predicted = values ? 0 : points.get(0).predicted();
        double[] x = logs(points, Point::x);
        double meant = values && comparison.margin().relative() ? slopeOfPrediction(x, points) : predicted;
        return new ScatterJudge(confidence)
                .judge(
                        points.stream().mapToDouble(Point::x).toArray(),
                        y,
                        errors,
                        logarithms(points.stream().filter(Point::clear).toList()),
                        predicted,
                        Evaluation.margin(comparison.margin(), meant));
    }

    private Judgement ofLogarithms(List<Point> points, double confidence) {
        double[] x = logs(points, Point::x);
        boolean values = !comparison.slope();
        double predicted = values ? 0 : points.get(0).predicted();
        double meant = values && comparison.margin().relative() ? slopeOfPrediction(x, points) : predicted;
        return new ScatterJudge(confidence)
                .judge(logarithms(points), predicted, Evaluation.margin(comparison.margin(), meant));
    }

    private ScatterJudge.Points logarithms(List<Point> points) {
        double[] x = logs(points, Point::x);
        double[] y = logs(points, Point::y);
        boolean values = !comparison.slope();
        for (int i = 0; values && i < y.length; i++) {
            // the slope of what is left when the prediction is divided out is 0 if theory is right
            y[i] -= logarithm(points.get(i).predicted());
        }
        boolean ignored = comparison.ignoringErrors();
        return new ScatterJudge.Points(
                x,
                points.stream()
                        .mapToDouble(point -> ignored ? 0 : point.xError())
                        .toArray(),
                y,
                points.stream()
                        .mapToDouble(point -> ignored ? 0 : point.yError())
                        .toArray());
    }

    /** Returns the slope that a line through the predicted values has, to which a margin is relative. */
    private static double slopeOfPrediction(double[] x, List<Point> points) {
        SimpleRegression line = new SimpleRegression();
        for (int i = 0; i < x.length; i++) {
            line.addData(x[i], Math.log(points.get(i).predicted()));
        }
        return line.getSlope();
    }

    /** Adds how many points the data do not determine. */
    private static Judgement told(Judgement judgement, List<String> missing, int cells) {
        return missing.isEmpty()
                ? judgement
                : new Judgement(
                        judgement.verdict(),
                        judgement.estimate(),
                        judgement.message() + "; " + missing.size() + " of " + cells + " points are not determined",
                        judgement.seedsToDecide());
    }

    private static double[] logs(List<Point> points, ToDoubleFunction<Point> of) {
        return points.stream()
                .mapToDouble(point -> logarithm(of.applyAsDouble(point)))
                .toArray();
    }

    private static double logarithm(double value) {
        if (!(value > 0)) {
            throw new Unreadable("found " + value + " on a logarithmic axis, which has no logarithm");
        }
        return Math.log(value);
    }

    private Point point(int cell) {
        Observe.Cell at = all.observe().cells().get(cell);
        Observation run = all.runs(cell).get(0);
        Double coordinate = at.coordinates().get(comparison.against());
        Expression abscissa = Expression.symbol(comparison.against().replace('-', '_'));
        Reading x = coordinate != null ? new Reading(coordinate, NumericalError.NONE) : read(abscissa, at, run, cell);
        Reading y = read(comparison.observed(), at, run, cell);
        double predicted = Evaluation.exact(comparison.predicted(), at.symbols(), comparison.slope() ? 1 : 0);
        double error = y.error().total();
        boolean buried = !comparison.ignoringErrors() && error > 0 && y.value() < CLEAR * error;
        return new Point(
                x.value(),
                deviation(abscissa, x, cell),
                y.value(),
                buried ? 0 : deviation(comparison.observed(), y, cell),
                buried ? error : 0,
                predicted);
    }

    private Reading read(Expression formula, Observe.Cell at, Observation run, int cell) {
        Map<String, String> reasons =
                all.observe().recorded().orElseThrow().undetermined().get(cell);
        for (String name : reasons.keySet()) {
            if (formula.symbols().contains(name.replace('-', '_'))) {
                throw new Undetermined(name + " at " + at.label() + ": " + reasons.get(name));
            }
        }
        return Reading.of(formula, all.observe(), at, run, Map.of());
    }

    /** Returns the standard error of the logarithm: of a threshold its own, of a column what is stated for it. */
    private double deviation(Expression formula, Reading reading, int cell) {
        if (formula.symbols().size() == 1
                && formula.equals(Expression.symbol(formula.symbols().first()))) {
            Double known = known(formula.symbols().first(), cell);
            if (known != null) {
                return known;
            }
        }
        if (reading.error().total() >= Math.abs(reading.value()) && !comparison.ignoringErrors()) {
            throw new Undetermined(formula + " is " + reading.value() + " ± "
                    + reading.error().total() + ", which may have no logarithm");
        }
        return reading.error().total() / Math.abs(reading.value());
    }

    private Double known(String symbol, int cell) {
        Map<String, Double> deviations =
                all.observe().recorded().orElseThrow().deviations().get(cell);
        return deviations.entrySet().stream()
                .filter(entry -> entry.getKey().replace('-', '_').equals(symbol))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private Plot plot(List<Point> points) {
        List<Plot.Curve> curves = new ArrayList<>();
        List<Double> x = points.stream().map(Point::x).toList();
        curves.add(new Plot.Curve(
                "observed", Plot.Role.MEASURED, x, points.stream().map(Point::y).toList()));
        Point middle = points.get(points.size() / 2);
        curves.add(new Plot.Curve(
                "theory",
                Plot.Role.THEORY,
                x,
                points.stream()
                        .map(point -> comparison.slope()
                                ? middle.y() * Math.pow(point.x() / middle.x(), point.predicted())
                                : middle.y() * point.predicted() / middle.predicted())
                        .toList()));
        return new Plot(comparison.against(), comparison.name(), true, curves);
    }
}
