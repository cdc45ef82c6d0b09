package org.theoremeter.verify.cli.fit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.theoremeter.verify.cli.terminal.Columns;
import org.theoremeter.verify.statistics.Bend;
import org.theoremeter.verify.statistics.Threshold;
import org.theoremeter.verify.statistics.ThresholdExponent;
import org.theoremeter.verify.statistics.ThresholdMethod;

/** Says in one line each what {@code fit} found: which table, and of every outcome the exponent. */
final class FitSummary {

    /** Decimals of exponents, to be compared with published ones. */
    private static final int DECIMALS = 4;

    /** More notes than these are counted. */
    private static final int MOST_NOTES = 3;

    private FitSummary() {}

    /** Returns what the table holds, in one line. */
    static String heading(Path file, CountTable counts) {
        double[] x = counts.coordinates();
        int used = counts.rows().size();
        return String.format(
                Locale.ROOT,
                "%s: %s, %d values of %s, %s from %s to %s, %.0f trials (%s)",
                file.getFileName(),
                counts.filter().isEmpty()
                        ? used + " grid points"
                        : used + " of " + counts.table().rows() + " rows used (" + counts.filter() + ")",
                Arrays.stream(counts.controls()).distinct().count(),
                counts.control(),
                counts.along(),
                FitText.number(Arrays.stream(x).min().orElseThrow()),
                FitText.number(Arrays.stream(x).max().orElseThrow()),
                counts.sumOfTrials(),
                String.join(" + ", counts.outcomes()));
    }

    /** Returns which law the exponents are of, and how the methods differ. */
    static List<String> law(CountTable counts, OutcomeFit.Settings settings) {
        return List.of(
                "exponent " + FitText.law(counts, settings.direction()) + ", with "
                        + FitText.number(100 * settings.confidence()) + " % intervals",
                "(least squares: ordinary regression; likelihood: thresholds with their errors)");
    }

    /** Returns the lines for one outcome: one a range and method, then what a reader has to know besides. */
    static List<String> of(CountTable counts, OutcomeFit fit) {
        List<String> lines = new ArrayList<>();
        for (OutcomeFit.Exponent exponent : fit.exponents()) {
            lines.addAll(Columns.words("  ", "      ", line(counts, fit, exponent)));
        }
        List<String> notes = notes(counts, fit);
        notes.stream().limit(MOST_NOTES).forEach(note -> lines.addAll(Columns.words("    ", "      ", note)));
        if (notes.size() > MOST_NOTES) {
            lines.add("    and " + (notes.size() - MOST_NOTES) + " more such notes (--details)");
        }
        return lines;
    }

    private static String line(CountTable counts, OutcomeFit fit, OutcomeFit.Exponent exponent) {
        Optional<ThresholdExponent.Interval> estimate =
                exponent.estimate(fit.settings().confidence());
        String found = estimate.map(
                        interval -> new WithInterval(interval.value(), interval.lower(), interval.upper(), DECIMALS))
                .map(interval -> "b = " + interval.valueText() + " " + interval.intervalText())
                .orElseGet(() -> "no exponent: " + obstacle(exponent));
        int open = exponent.thresholds() - exponent.used();
        return fit.outcome() + ": " + found + ", " + exponent.method().described() + ", " + exponent.used() + " of "
                + exponent.range() + " " + counts.control() + ", "
                + (exponent.controls() - exponent.thresholds()) + " without threshold"
                + (open > 0 ? ", " + open + " with an open interval" : "")
                + (exponent.law()
                                .flatMap(ThresholdExponent::bend)
                                .filter(Bend::beyondErrors)
                                .isPresent()
                        ? "; bends"
                        : "");
    }

    private static String obstacle(OutcomeFit.Exponent exponent) {
        return exponent.law().isPresent()
                ? "fewer than 3 different thresholds have a closed interval of positive ends"
                : exponent.obstacle();
    }

    /** Returns what is remarked of thresholds that there are. */
    private static List<String> notes(CountTable counts, OutcomeFit fit) {
        List<String> notes = new ArrayList<>();
        for (OutcomeFit.Row row : fit.rows()) {
            for (ThresholdMethod method : fit.settings().methods()) {
                if (row.thresholds().get(method) instanceof Threshold.Estimate found
                        && !found.remark().isEmpty()) {
                    notes.add(FitText.note(counts, row, method, found.remark()));
                }
            }
        }
        return notes;
    }
}
