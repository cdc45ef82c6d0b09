package org.theoremeter.verify.cli.fit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.theoremeter.reports.Report;
import org.theoremeter.reports.document.Figure;
import org.theoremeter.verify.cli.terminal.CsvFile;
import org.theoremeter.verify.statistics.ErrorLine;
import org.theoremeter.verify.statistics.LogRegression;
import org.theoremeter.verify.statistics.Threshold;
import org.theoremeter.verify.statistics.ThresholdExponent;
import org.theoremeter.verify.statistics.ThresholdMethod;

/** Writes what {@code fit} found: two tables, and a figure on logarithmic axes for each outcome. */
final class FitFiles {

    private static final List<String> THRESHOLDS = List.of(
            "outcome", "model", "control", "method", "threshold", "lower", "upper", "steepness", "misfit", "remark");

    private static final List<String> EXPONENTS = List.of(
            "outcome",
            "controls",
            "method",
            "points",
            "exponent_ordinary",
            "error_ordinary",
            "r_squared",
            "points_weighted",
            "exponent",
            "lower",
            "upper",
            "misfit",
            "scatter",
            "bend",
            "bend_lower",
            "bend_upper",
            "exponent_at_least_control",
            "exponent_at_largest_control",
            "remark");

    private FitFiles() {}

    /** Writes all files and returns them. */
    static List<Path> write(Path out, CountTable counts, List<OutcomeFit> fits) {
        List<Path> written = new ArrayList<>();
        written.add(table(out.resolve("thresholds.csv"), THRESHOLDS, thresholds(fits)));
        written.add(table(out.resolve("exponents.csv"), EXPONENTS, exponents(fits)));
        for (int i = 0; i < fits.size(); i++) {
            OutcomeFit fit = fits.get(i);
            List<Figure.Curve> curves = curves(fit);
            if (!curves.isEmpty()) {
                // a column may be called anything; its number tells apart what is left of two names
                String id = "exponent-" + (i + 1) + "-" + fit.outcome().replaceAll("[^A-Za-z0-9]", "_");
                Figure figure = new Figure(
                        id,
                        fit.outcome() + ": " + counts.control() + " against threshold",
                        new Figure.Axis(counts.along(), true),
                        new Figure.Axis(counts.control(), true),
                        curves);
                Path svg = out.resolve(id + ".svg");
                CsvFile.write(svg, Report.svg(figure));
                written.add(svg);
            }
        }
        return written;
    }

    private static Path table(Path file, List<String> header, List<List<?>> rows) {
        CsvFile.write(file, header, rows);
        return file;
    }

    private static List<List<?>> thresholds(List<OutcomeFit> fits) {
        List<List<?>> rows = new ArrayList<>();
        for (OutcomeFit fit : fits) {
            for (OutcomeFit.Row row : fit.rows()) {
                row.thresholds().forEach((method, threshold) -> {
                    List<Object> values =
                            new ArrayList<>(List.of(fit.outcome(), fit.model().text(), row.control(), method.text()));
                    if (threshold instanceof Threshold.Estimate found) {
                        values.addAll(List.of(
                                found.value(), found.lower(), found.upper(), found.steepness(), found.misfit()));
                        values.add(found.remark());
                    } else if (threshold instanceof Threshold.None none) {
                        values.addAll(List.of("", "", "", "", "", "no threshold: " + none.reason()));
                    }
                    rows.add(values);
                });
            }
        }
        return rows;
    }

    private static List<List<?>> exponents(List<OutcomeFit> fits) {
        List<List<?>> rows = new ArrayList<>();
        for (OutcomeFit fit : fits) {
            for (OutcomeFit.Exponent exponent : fit.exponents()) {
                Object[] values = new Object[EXPONENTS.size()];
                Arrays.fill(values, "");
                values[0] = fit.outcome();
                values[1] = exponent.range();
                values[2] = exponent.method().text();
                values[values.length - 1] = exponent.obstacle();
                exponent.law().ifPresent(law -> fill(values, law));
                rows.add(Arrays.asList(values));
            }
        }
        return rows;
    }

    private static void fill(Object[] values, ThresholdExponent law) {
        LogRegression ordinary = law.ordinary();
        set(values, 3, ordinary.points(), -ordinary.slope(), ordinary.error(), ordinary.rSquared(), law.weighted());
        law.line().ifPresent(line -> {
            double[] interval = ThresholdExponent.exponents(line.lower(), line.upper());
            set(values, 8, -1 / line.slope(), interval[0], interval[1], line.misfit(), line.scatter());
        });
        law.bend()
                .ifPresent(bend -> set(
                        values,
                        13,
                        bend.quadratic(),
                        bend.lower(),
                        bend.upper(),
                        -1 / bend.slopeAtLeast(),
                        -1 / bend.slopeAtLargest()));
    }

    private static void set(Object[] values, int from, Object... what) {
        System.arraycopy(what, 0, values, from, what.length);
    }

    /** Returns the thresholds of the last method with their intervals, its line, and the ordinary regression of the first. */
    private static List<Figure.Curve> curves(OutcomeFit fit) {
        ThresholdMethod method =
                fit.settings().methods().get(fit.settings().methods().size() - 1);
        List<ThresholdExponent.Point> points = OutcomeFit.points(fit.rows(), method).stream()
                .filter(point -> point.threshold().value() > 0)
                .toList();
        List<Figure.Curve> curves = new ArrayList<>();
        if (points.isEmpty()) {
            return curves;
        }
        String interval = FitText.number(100 * fit.settings().confidence()) + " % interval";
        for (ThresholdExponent.Point point : points) {
            Threshold.Estimate threshold = point.threshold();
            if (threshold.lower() > 0 && threshold.closed()) {
                double[] ends = {threshold.lower(), threshold.upper()};
                double[] control = {point.control(), point.control()};
                curves.add(new Figure.Curve(interval, Figure.Role.INTERVAL, ends, control));
            }
        }
        double[] x =
                points.stream().mapToDouble(point -> point.threshold().value()).toArray();
        double[] y =
                points.stream().mapToDouble(ThresholdExponent.Point::control).toArray();
        curves.add(new Figure.Curve(method.text(), Figure.Role.POINTS, x, y));
        fit.exponents().stream()
                .filter(exponent -> exponent.method().equals(method))
                .findFirst()
                .flatMap(OutcomeFit.Exponent::law)
                .flatMap(ThresholdExponent::line)
                .ifPresent(line -> curves.add(line(line, y)));
        fit.exponents().stream()
                .filter(exponent ->
                        exponent.method().equals(fit.settings().methods().get(0)))
                .findFirst()
                .flatMap(OutcomeFit.Exponent::law)
                .ifPresent(law -> curves.add(ordinary(fit.settings().methods().get(0), law.ordinary(), x)));
        return curves;
    }

    private static Figure.Curve line(ErrorLine line, double[] controls) {
        double[] control = {
            Arrays.stream(controls).min().orElseThrow(),
            Arrays.stream(controls).max().orElseThrow()
        };
        double[] threshold = Arrays.stream(control)
                .map(value -> Math.exp(line.intercept() + line.slope() * Math.log(value)))
                .toArray();
        return new Figure.Curve(
                String.format(Locale.ROOT, "exponent %.2f, errors in the threshold", -1 / line.slope()),
                Figure.Role.FIT,
                threshold,
                control);
    }

    private static Figure.Curve ordinary(ThresholdMethod method, LogRegression ordinary, double[] thresholds) {
        double[] threshold = {
            Arrays.stream(thresholds).min().orElseThrow(),
            Arrays.stream(thresholds).max().orElseThrow()
        };
        double[] control = Arrays.stream(threshold)
                .map(value -> Math.exp(ordinary.intercept() + ordinary.slope() * Math.log(value)))
                .toArray();
        return new Figure.Curve(
                String.format(Locale.ROOT, "exponent %.2f, ordinary regression, " + method.text(), -ordinary.slope()),
                Figure.Role.MARGIN,
                threshold,
                control);
    }
}
