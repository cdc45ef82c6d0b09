package org.theoremeter.verify.cli.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.theoremeter.reports.document.Figure;
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
    private final List<Figure.Curve> curves = new ArrayList<>();

    private FitFigure(OutcomeFit fit) {
        this.fit = fit;
    }

    /**
     * Returns the figure, empty if there is no threshold to show.
     *
     * @param number of the outcome, from 1
     */
    static Optional<Figure> of(int number, CountTable counts, OutcomeFit fit) {
        FitFigure figure = new FitFigure(fit);
        figure.draw();
        if (figure.curves.isEmpty()) {
            return Optional.empty();
        }
        boolean ofControl = fit.settings().direction() == Direction.CONTROL;
        Figure.Axis threshold = new Figure.Axis(counts.along(), true);
        Figure.Axis control = new Figure.Axis(counts.control(), true);
        return Optional.of(new Figure(
                // a column may be called anything; its number tells apart what is left of two names
                "exponent-" + number + "-" + fit.outcome().replaceAll("[^A-Za-z0-9]", "_"),
                fit.outcome() + ": "
                        + (ofControl
                                ? counts.control() + " against threshold"
                                : "threshold in " + counts.along() + " against " + counts.control()),
                ofControl ? threshold : control,
                ofControl ? control : threshold,
                figure.curves));
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
            if (threshold.lower() > 0 && threshold.closed()) {
                double[] ends = {threshold.lower(), threshold.upper()};
                double[] control = {point.control(), point.control()};
                add(interval, Figure.Role.INTERVAL, ends, control);
            }
        }
        double[] thresholds =
                points.stream().mapToDouble(point -> point.threshold().value()).toArray();
        double[] controls =
                points.stream().mapToDouble(ThresholdExponent.Point::control).toArray();
        add(method.text(), Figure.Role.POINTS, thresholds, controls);
        law(method).flatMap(ThresholdExponent::line).ifPresent(line -> line(line, ends(controls)));
        law(methods.get(0)).ifPresent(law -> ordinary(methods.get(0), law, ends(thresholds), ends(controls)));
    }

    private void add(String name, Figure.Role role, double[] thresholds, double[] controls) {
        curves.add(
                fit.settings().direction() == Direction.CONTROL
                        ? new Figure.Curve(name, role, thresholds, controls)
                        : new Figure.Curve(name, role, controls, thresholds));
    }

    /** Returns the law of a method over the first range. */
    private Optional<ThresholdExponent> law(ThresholdMethod method) {
        return fit.exponents().stream()
                .filter(exponent -> exponent.method().equals(method))
                .findFirst()
                .flatMap(OutcomeFit.Exponent::law);
    }

    private static double[] ends(double[] values) {
        return new double[] {
            Arrays.stream(values).min().orElseThrow(),
            Arrays.stream(values).max().orElseThrow()
        };
    }

    private void line(ErrorLine line, double[] controls) {
        String name = String.format(
                Locale.ROOT,
                "exponent %.2f, errors in the threshold",
                fit.settings().direction().exponent(line.slope()));
        add(name, Figure.Role.FIT, along(controls, line.intercept(), line.slope()), controls);
    }

    private void ordinary(ThresholdMethod method, ThresholdExponent law, double[] thresholds, double[] controls) {
        LogRegression ordinary = law.ordinary();
        String name =
                String.format(Locale.ROOT, "exponent %.2f, ordinary regression, " + method.text(), -ordinary.slope());
        if (law.direction() == Direction.CONTROL) {
            double[] control = along(thresholds, ordinary.intercept(), ordinary.slope());
            add(name, Figure.Role.MARGIN, thresholds, control);
        } else {
            double[] threshold = along(controls, ordinary.intercept(), ordinary.slope());
            add(name, Figure.Role.MARGIN, threshold, controls);
        }
    }

    /** Returns the values of a power law. */
    private static double[] along(double[] x, double intercept, double slope) {
        return Arrays.stream(x)
                .map(value -> Math.exp(intercept + slope * Math.log(value)))
                .toArray();
    }
}
