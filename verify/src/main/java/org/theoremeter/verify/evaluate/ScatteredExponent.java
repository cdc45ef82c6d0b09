package org.theoremeter.verify.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.verify.claim.GridPoint;
import org.theoremeter.verify.claim.Recorded;
import org.theoremeter.verify.claim.comparison.ExponentComparison;
import org.theoremeter.verify.judge.Judgement;
import org.theoremeter.verify.judge.ScatterJudge;
import org.theoremeter.verify.results.PhaseCounts;
import org.theoremeter.verify.results.Plot;
import org.theoremeter.verify.results.PowerLawPlot;
import org.theoremeter.verify.statistics.LogSlope;

/** Evaluates an exponent on what was measured once at every point: the user's own data, or thresholds fitted to runs. */
final class ScatteredExponent {

    private final ExponentComparison comparison;
    private final Observations all;

    ScatteredExponent(ExponentComparison comparison, Observations all) {
        this.comparison = comparison;
        this.all = all;
    }

    private static final String ERROR = "± 1 standard error";

    private static final int MOST_REASONS = 3;

    /** A value that is not so many times its error says little about its logarithm. */
    private static final double CLEAR = 3;

    /**
     * One point, with the errors of the logarithms.
     *
     * @param x the abscissa
     * @param y the ordinate
     * @param absolute the error of y itself where it is not clear of it, so that its logarithm says little; else 0
     * @param predicted what is predicted
     */
    private record Point(Coordinate x, Coordinate y, double absolute, double predicted) {
        boolean clear() {
            return absolute == 0;
        }
    }

    /**
     * A value with what is unsure of it, relative to it where it is clear of its errors.
     *
     * @param error the standard error of what is independent from point to point
     * @param common a bound of what points may have in common
     */
    private record Coordinate(double value, double error, double common) {

        /** Returns by how much the logarithm may be off together with others. */
        double commonOfLogarithm() {
            return LogSlope.ofLogarithm(1, common);
        }
    }

    Finding finding(double confidence) {
        List<Point> points = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        int size = all.points().size();
        for (PointObservations here : all.points()) {
            try {
                points.add(point(here));
            } catch (Undetermined reason) {
                missing.add(reason.getMessage());
            }
        }
        if (2 * points.size() < size) {
            throw new Undetermined("only " + points.size() + " of " + size + " points are determined, fewer than half: "
                    + missing.get(0));
        }
        points.sort(Comparator.comparingDouble(point -> point.x().value()));
        return points.stream().allMatch(Point::clear)
                ? Finding.of(
                        comparison.name(),
                        told(ofLogarithms(points, confidence), missing, size),
                        Optional.of(plot(points, missing, confidence)))
                : Finding.of(comparison.name(), told(ofValues(points, confidence), missing, size));
    }

    /** Some points are not clear of their errors: the power law itself is fitted to all of them. */
    private Judgement ofValues(List<Point> points, double confidence) {
        if (points.stream().anyMatch(point -> point.x().error() > 0 || point.x().common() > 0)) {
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
        double[] common = new double[scale.length];
        for (int i = 0; i < scale.length; i++) {
            Point point = points.get(i);
            double value = point.y().value();
            y[i] = value / scale[i];
            errors[i] = (point.clear() ? Math.max(point.y().error(), point.y().common()) * value : point.absolute())
                    / scale[i];
            // an error that may be either counts as independent here
            double shared = point.y().common() > point.y().error() ? point.y().common() : 0;
            common[i] = (point.clear() ? shared * value : shared) / scale[i];
        }
        double predicted = values ? 0 : points.get(0).predicted();
        double[] x = logs(points, point -> point.x().value());
        double meant = values && comparison.margin().relative() ? slopeOfPrediction(x, points) : predicted;
        return new ScatterJudge(confidence)
                .judge(
                        points.stream().mapToDouble(point -> point.x().value()).toArray(),
                        y,
                        errors,
                        common,
                        logarithms(points.stream().filter(Point::clear).toList()),
                        predicted,
                        Evaluation.margin(comparison.margin(), meant));
    }

    private Judgement ofLogarithms(List<Point> points, double confidence) {
        double[] x = logs(points, point -> point.x().value());
        boolean values = !comparison.slope();
        double predicted = values ? 0 : points.get(0).predicted();
        double meant = values && comparison.margin().relative() ? slopeOfPrediction(x, points) : predicted;
        return new ScatterJudge(confidence)
                .judge(logarithms(points), predicted, Evaluation.margin(comparison.margin(), meant));
    }

    private ScatterJudge.Points logarithms(List<Point> points) {
        double[] x = logs(points, point -> point.x().value());
        double[] y = logs(points, point -> point.y().value());
        boolean values = !comparison.slope();
        for (int i = 0; values && i < y.length; i++) {
            // the slope of what is left when the prediction is divided out is 0 if theory is right
            y[i] -= logarithm(points.get(i).predicted());
        }
        return new ScatterJudge.Points(
                x,
                points.stream().mapToDouble(point -> point.x().error()).toArray(),
                points.stream()
                        .mapToDouble(point -> point.x().commonOfLogarithm())
                        .toArray(),
                y,
                points.stream().mapToDouble(point -> point.y().error()).toArray(),
                points.stream()
                        .mapToDouble(point -> point.y().commonOfLogarithm())
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
    private static Judgement told(Judgement judgement, List<String> missing, int size) {
        return missing.isEmpty()
                ? judgement
                : new Judgement(
                        judgement.verdict(),
                        judgement.estimate(),
                        judgement.message() + "; " + missing.size() + " of " + size + " points are not determined",
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

    private Point point(PointObservations here) {
        GridPoint at = here.point();
        Recorded.Point data = here.recorded().orElseThrow();
        Recorded.Stated run = data.stated().orElseThrow();
        Double coordinate = at.coordinates().get(comparison.against());
        Expression abscissa = Expression.symbol(Observable.symbolOf(comparison.against()));
        Coordinate x = coordinate != null
                ? new Coordinate(coordinate, 0, 0)
                : coordinate(
                        abscissa, read(abscissa, here, run.independent()), read(abscissa, here, run.common()), data);
        Reading independent = read(comparison.observed(), here, run.independent());
        Reading common = read(comparison.observed(), here, run.common());
        double predicted = Evaluation.exact(comparison.predicted(), at.symbols(), comparison.slope() ? 1 : 0);
        double error = Math.max(independent.error().total(), common.error().total());
        boolean buried = !comparison.ignoringErrors() && error > 0 && independent.value() < CLEAR * error;
        Coordinate y = buried
                ? new Coordinate(
                        independent.value(),
                        independent.error().total(),
                        common.error().total())
                : coordinate(comparison.observed(), independent, common, data);
        return new Point(x, y, buried ? error : 0, predicted);
    }

    private static Reading read(Expression formula, PointObservations here, Observation run) {
        Map<String, String> reasons =
                here.recorded().flatMap(Recorded.Point::stated).orElseThrow().undetermined();
        for (String name : reasons.keySet()) {
            if (formula.symbols().contains(Observable.symbolOf(name))) {
                throw new Undetermined(name + " at " + here.point().label() + ": " + reasons.get(name));
            }
        }
        return Reading.of(formula, here, run, Map.of());
    }

    /** Returns a value with the errors of its logarithm: of a threshold its own, of a column what is stated for it. */
    private Coordinate coordinate(Expression formula, Reading independent, Reading common, Recorded.Point data) {
        if (comparison.ignoringErrors()) {
            return new Coordinate(independent.value(), 0, 0);
        }
        if (formula.symbols().size() == 1
                && formula.equals(Expression.symbol(formula.symbols().first()))) {
            Double known = known(formula.symbols().first(), data);
            if (known != null) {
                return new Coordinate(independent.value(), known, 0);
            }
        }
        double size = Math.abs(independent.value());
        double most = Math.max(independent.error().total(), common.error().total());
        if (most >= size) {
            throw new Undetermined(
                    formula + " is " + independent.value() + " ± " + most + ", which may have no logarithm");
        }
        return new Coordinate(
                independent.value(),
                independent.error().total() / size,
                common.error().total() / size);
    }

    private static Double known(String symbol, Recorded.Point data) {
        return data.deviations().entrySet().stream()
                .filter(entry -> Observable.symbolOf(entry.getKey()).equals(symbol))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private Plot plot(List<Point> points, List<String> missing, double confidence) {
        Optional<PhaseCounts> counts = ThresholdCounts.of(comparison, all.points());
        double[] x = points.stream().mapToDouble(point -> point.x().value()).toArray();
        double[] y = points.stream().mapToDouble(point -> point.y().value()).toArray();
        PowerLawPlot plot = new PowerLawPlot(false);
        for (Point point : points) {
            double atX = point.x().value();
            double atY = point.y().value();
            double errorOfX = Math.exp(point.x().error());
            double errorOfY = Math.exp(point.y().error());
            if (errorOfY > 1) {
                plot.errorOfY(ERROR, atX, atY / errorOfY, atY * errorOfY);
            }
            if (errorOfX > 1) {
                plot.errorOfX(ERROR, atX / errorOfX, atX * errorOfX, atY);
            }
        }
        plot.points(counts.isPresent() ? "fitted thresholds" : "observed", x, y);
        lines(plot, points, x, confidence);
        String note = missing.isEmpty()
                ? null
                : missing.size() + " of " + all.points().size() + (missing.size() == 1 ? " points is" : " points are")
                        + " left out: " + missing.stream().limit(MOST_REASONS).collect(Collectors.joining("; "))
                        + (missing.size() > MOST_REASONS ? "; …" : "");
        return plot.plot(comparison.against(), comparison.name()).with(note, counts.orElse(null));
    }

    /** Predicted lines go through the middle of the points, as only the slope is predicted. */
    private void lines(PowerLawPlot plot, List<Point> points, double[] x, double confidence) {
        ScatterJudge.Points logarithms = logarithms(points);
        Optional<ScatterJudge.Line> fit = new ScatterJudge(confidence).line(logarithms);
        double middleOfX = Arrays.stream(logarithms.x()).average().orElseThrow();
        double middleOfY = Arrays.stream(logarithms.y()).average().orElseThrow();
        if (!comparison.slope()) {
            double[] predicted = points.stream().mapToDouble(Point::predicted).toArray();
            fit.ifPresent(line ->
                    plot.curve("fitted", Plot.Role.FIT, x, times(predicted, x, line.intercept(), line.slope())));
            plot.curve("predicted, in proportion", Plot.Role.THEORY, x, times(predicted, x, middleOfY, 0));
            return;
        }
        fit.ifPresent(line ->
                plot.line("fitted slope " + shown(line.slope()), Plot.Role.FIT, x, line.intercept(), line.slope()));
        double slope = points.get(0).predicted();
        double margin = Evaluation.margin(comparison.margin(), slope);
        for (double edge : new double[] {slope - margin, slope + margin}) {
            plot.line(
                    "accepted slopes " + shown(slope - margin) + " to " + shown(slope + margin),
                    Plot.Role.MARGIN,
                    x,
                    middleOfY - edge * middleOfX,
                    edge);
        }
        plot.line("predicted slope " + shown(slope), Plot.Role.THEORY, x, middleOfY - slope * middleOfX, slope);
    }

    private static double[] times(double[] predicted, double[] x, double intercept, double slope) {
        double[] times = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            times[i] = predicted[i] * Math.exp(intercept + slope * Math.log(x[i]));
        }
        return times;
    }

    private static String shown(double slope) {
        return String.format(Locale.ROOT, "%.3g", slope).replace('-', '−');
    }
}
