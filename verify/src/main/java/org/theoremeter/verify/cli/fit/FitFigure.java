package org.theoremeter.verify.cli.fit;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.theoremeter.reports.document.Figure;
import org.theoremeter.verify.document.PlotFigure;
import org.theoremeter.verify.document.ScalingCollapse;
import org.theoremeter.verify.results.Plot;
import org.theoremeter.verify.results.PowerLawPlot;
import org.theoremeter.verify.statistics.ErrorLine;
import org.theoremeter.verify.statistics.LogRegression;
import org.theoremeter.verify.statistics.Threshold;
import org.theoremeter.verify.statistics.ThresholdExponent;
import org.theoremeter.verify.statistics.ThresholdExponent.Direction;
import org.theoremeter.verify.statistics.ThresholdMethod;

/**
 * The thresholds of the last method with their intervals, its line, and the ordinary regression of the first, on logarithmic axes. What
 * the exponent is of is the ordinate. Beside it, the fractions in units of that line.
 */
final class FitFigure {

    private final OutcomeFit fit;
    private final PowerLawPlot curves;

    private FitFigure(OutcomeFit fit) {
        this.fit = fit;
        // what the exponent is of is the ordinate
        curves = new PowerLawPlot(ofControl());
    }

    /**
     * Returns the figure, empty if there is no threshold to show.
     *
     * @param number of the outcome, from 1
     */
    static Optional<Figure> of(int number, CountTable counts, OutcomeFit fit) {
        FitFigure figure = new FitFigure(fit);
        figure.draw();
        boolean ofControl = figure.ofControl();
        Plot plot = ofControl
                ? figure.curves.plot(counts.along(), counts.control())
                : figure.curves.plot(counts.control(), counts.along());
        if (plot.curves().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(PlotFigure.of(
                id("exponent", number, fit),
                fit.outcome() + ": "
                        + (ofControl
                                ? counts.control() + " against threshold"
                                : "threshold in " + counts.along() + " against " + counts.control()),
                plot));
    }

    /**
     * Returns the fractions in units of the fitted law, empty if there is no law.
     *
     * @param number of the outcome, from 1
     */
    static Optional<Figure> collapse(int number, CountTable counts, OutcomeFit fit) {
        FitFigure figure = new FitFigure(fit);
        List<ThresholdExponent.Point> points = figure.points();
        return figure.law(figure.method())
                .flatMap(ThresholdExponent::line)
                .flatMap(line -> ScalingCollapse.of(
                        id("collapse", number, fit),
                        fit.outcome(),
                        counts.map(fit.outcome(), figure.ofControl()),
                        at -> figure.fitted(line, points, at)));
    }

    /** Returns the ordinate of the line, not a number beyond the points. */
    private double fitted(ErrorLine line, List<ThresholdExponent.Point> points, double at) {
        DoubleSummaryStatistics range = points.stream()
                .mapToDouble(point -> ofControl() ? point.threshold().value() : point.control())
                .summaryStatistics();
        if (!(at >= range.getMin() && at <= range.getMax())) {
            return Double.NaN;
        }
        return ofControl()
                ? Math.exp((Math.log(at) - line.intercept()) / line.slope())
                : Math.exp(line.intercept() + line.slope() * Math.log(at));
    }

    /** Returns a name for a file: a column may be called anything; its number tells apart what is left of two names. */
    private static String id(String kind, int number, OutcomeFit fit) {
        return kind + "-" + number + "-" + fit.outcome().replaceAll("[^A-Za-z0-9]", "_");
    }

    private boolean ofControl() {
        return fit.settings().direction() == Direction.CONTROL;
    }

    private ThresholdMethod method() {
        List<ThresholdMethod> methods = fit.settings().methods();
        return methods.get(methods.size() - 1);
    }

    private List<ThresholdExponent.Point> points() {
        return OutcomeFit.points(fit.rows(), method()).stream()
                .filter(point -> point.threshold().value() > 0)
                .toList();
    }

    private void draw() {
        ThresholdMethod method = method();
        List<ThresholdExponent.Point> points = points();
        if (points.isEmpty()) {
            return;
        }
        String interval = FitText.number(100 * fit.settings().confidence()) + " % interval";
        for (ThresholdExponent.Point point : points) {
            Threshold.Estimate threshold = point.threshold();
            if (threshold.closed()) {
                curves.errorOfY(interval, point.control(), threshold.lower(), threshold.upper());
            }
        }
        double[] thresholds =
                points.stream().mapToDouble(point -> point.threshold().value()).toArray();
        double[] controls =
                points.stream().mapToDouble(ThresholdExponent.Point::control).toArray();
        curves.points(method.text(), controls, thresholds);
        law(method).flatMap(ThresholdExponent::line).ifPresent(line -> line(line, controls));
        ThresholdMethod first = fit.settings().methods().get(0);
        law(first).ifPresent(law -> ordinary(first, law, thresholds, controls));
    }

    /** Returns the law of a method over the first range. */
    private Optional<ThresholdExponent> law(ThresholdMethod method) {
        return fit.exponents().stream()
                .filter(exponent -> exponent.method().equals(method))
                .findFirst()
                .flatMap(OutcomeFit.Exponent::law);
    }

    private void line(ErrorLine line, double[] controls) {
        String name = String.format(
                Locale.ROOT,
                "exponent %.2f, errors in the threshold",
                fit.settings().direction().exponent(line.slope()));
        curves.line(name, Plot.Role.FIT, controls, line.intercept(), line.slope());
    }

    private void ordinary(ThresholdMethod method, ThresholdExponent law, double[] thresholds, double[] controls) {
        LogRegression ordinary = law.ordinary();
        String name =
                String.format(Locale.ROOT, "exponent %.2f, ordinary regression, " + method.text(), -ordinary.slope());
        if (law.direction() == Direction.CONTROL) {
            curves.inverseLine(name, Plot.Role.MARGIN, thresholds, ordinary.intercept(), ordinary.slope());
        } else {
            curves.line(name, Plot.Role.MARGIN, controls, ordinary.intercept(), ordinary.slope());
        }
    }
}
