package org.theoremeter.verify.cli.fit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.theoremeter.reports.Report;
import org.theoremeter.verify.cli.terminal.CsvFile;
import org.theoremeter.verify.statistics.ErrorLine;
import org.theoremeter.verify.statistics.LogRegression;
import org.theoremeter.verify.statistics.Threshold;
import org.theoremeter.verify.statistics.ThresholdExponent;
import org.theoremeter.verify.statistics.ThresholdMethod;

/** Writes what {@code fit} found: two tables, and two figures for each outcome. */
final class FitFiles {

    private static final List<String> THRESHOLDS = List.of(
            "outcome",
            "model",
            "control",
            "method",
            "threshold",
            "lower",
            "upper",
            "steepness",
            "misfit",
            "coordinate",
            "start",
            "remark");

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
            "exponent_of",
            "without_threshold",
            "remark");

    private FitFiles() {}

    /** Writes all files and returns them. */
    static List<Path> write(Path out, CountTable counts, List<OutcomeFit> fits) {
        List<Path> written = new ArrayList<>();
        written.add(table(out.resolve("thresholds.csv"), THRESHOLDS, thresholds(counts, fits)));
        written.add(table(out.resolve("exponents.csv"), EXPONENTS, exponents(fits)));
        for (int i = 0; i < fits.size(); i++) {
            int number = i + 1;
            OutcomeFit fit = fits.get(i);
            Stream.of(FitFigure.of(number, counts, fit), FitFigure.collapse(number, counts, fit))
                    .flatMap(Optional::stream)
                    .forEach(figure -> {
                        Path svg = out.resolve(figure.id() + ".svg");
                        CsvFile.write(svg, Report.svg(figure));
                        written.add(svg);
                    });
        }
        return written;
    }

    private static Path table(Path file, List<String> header, List<List<?>> rows) {
        CsvFile.write(file, header, rows);
        return file;
    }

    private static List<List<?>> thresholds(CountTable counts, List<OutcomeFit> fits) {
        List<List<?>> rows = new ArrayList<>();
        for (OutcomeFit fit : fits) {
            for (OutcomeFit.Row row : fit.rows()) {
                row.thresholds().forEach((method, threshold) -> {
                    List<Object> values =
                            new ArrayList<>(List.of(fit.outcome(), fit.model().text(), row.control(), method.text()));
                    if (threshold instanceof Threshold.Estimate found) {
                        values.addAll(List.of(
                                found.value(), found.lower(), found.upper(), found.steepness(), found.misfit()));
                    } else {
                        values.addAll(List.of("", "", "", "", ""));
                    }
                    values.add(counts.columns().scale().text());
                    values.add(start(method));
                    values.add(remark(threshold));
                    rows.add(values);
                });
            }
        }
        return rows;
    }

    private static String start(ThresholdMethod method) {
        return method instanceof ThresholdMethod.LeastSquares squares
                ? squares.start().map(ThresholdMethod.Start::text).orElse("")
                : "";
    }

    private static String remark(Threshold threshold) {
        return threshold instanceof Threshold.None none
                ? "no threshold: " + none.reason()
                : ((Threshold.Estimate) threshold).remark();
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
                set(
                        values,
                        18,
                        fit.settings().direction().name().toLowerCase(Locale.ROOT),
                        exponent.controls() - exponent.thresholds());
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
        law.byErrors().ifPresent(found -> {
            ErrorLine line = law.line().orElseThrow();
            set(values, 8, found.value(), found.lower(), found.upper(), line.misfit(), line.scatter());
        });
        law.bend()
                .ifPresent(bend -> set(
                        values,
                        13,
                        bend.quadratic(),
                        bend.lower(),
                        bend.upper(),
                        law.direction().exponent(bend.slopeAtLeast()),
                        law.direction().exponent(bend.slopeAtLargest())));
    }

    private static void set(Object[] values, int from, Object... what) {
        System.arraycopy(what, 0, values, from, what.length);
    }
}
