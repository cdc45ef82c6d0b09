package org.theoremeter.verify.cli.fit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.theoremeter.reports.document.Figure;
import org.theoremeter.verify.document.PlotFigure;
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
 * the exponent is of is the ordinate.
 */
final class FitFigure {

    private final OutcomeFit fit;
    private final PowerLawPlot curves;

    private FitFigure(OutcomeFit fit) {
        this.fit = fit;
        // what the exponent is of is the ordinate
        curves = new PowerLawPlot(fit.settings().direction() == Direction.CONTROL);
    }

    /**
     * Returns the figure, empty if there is no threshold to show.
     *
     * @param number of the outcome, from 1
     */
    static Optional<Figure> of(int number, CountTable counts, OutcomeFit fit) {
        FitFigure figure = new FitFigure(fit);
        figure.draw();
        boolean ofControl = fit.settings().direction() == Direction.CONTROL;
        Plot plot = ofControl
                ? figure.curves.plot(counts.along(), counts.control())
                : figure.curves.plot(counts.control(), counts.along());
        if (plot.curves().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(PlotFigure.of(
                // a column may be called anything; its number tells apart what is left of two names
                "exponent-" + number + "-" + fit.outcome().replaceAll("[^A-Za-z0-9]", "_"),
                fit.outcome() + ": "
                        + (ofControl
                                ? counts.control() + " against threshold"
                                : "threshold in " + counts.along() + " against " + counts.control()),
                plot));
    }

    private void draw() {
        List<ThresholdMethod> methods = fit.settings().methods();
        ThresholdMethod method = methods.get(methods.size() - 1);
        List<ThresholdExponent.Point> points = OutcomeFit.points(fit.rows(), method).stream()
                .filter(point -> point.threshold().value() > 0)
                .toList();
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
        law(methods.get(0)).ifPresent(law -> ordinary(methods.get(0), law, thresholds, controls));
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
