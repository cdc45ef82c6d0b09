package org.theoremeter.verify.cli.fit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.theoremeter.verify.cli.terminal.Columns;
import org.theoremeter.verify.judge.Figures;
import org.theoremeter.verify.statistics.Bend;
import org.theoremeter.verify.statistics.ErrorLine;
import org.theoremeter.verify.statistics.LogRegression;
import org.theoremeter.verify.statistics.Threshold;
import org.theoremeter.verify.statistics.ThresholdExponent;
import org.theoremeter.verify.statistics.ThresholdMethod;

/** Says in lines all that {@code fit} found for one outcome. */
final class FitText {

    /** A dispersion beyond which a model is said not to describe its counts: an interval widened by the root of 2 and more. */
    private static final double DISPERSED = 2;

    private static final int DIGITS = 6;

    /** Decimals of exponents that are shown even where the uncertainty is larger, to be compared with published ones. */
    private static final int DECIMALS = 4;

    private final CountTable counts;
    private final OutcomeFit fit;
    private final List<String> lines = new ArrayList<>();

    private FitText(CountTable counts, OutcomeFit fit) {
        this.counts = counts;
        this.fit = fit;
    }

    /** Returns a number with six digits at most and no zeros after the last. */
    static String number(double value) {
        return value == 0
                ? "0"
                : new BigDecimal(value)
                        .round(new MathContext(DIGITS))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /** Returns the lines for one outcome. */
    static List<String> of(CountTable counts, OutcomeFit fit) {
        FitText text = new FitText(counts, fit);
        text.thresholds();
        text.exponents();
        text.changes();
        return text.lines;
    }

    private void thresholds() {
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%s: threshold of a %s in %s, with %s %% intervals",
                fit.outcome(),
                fit.model().text(),
                counts.columns().scale().of(counts.along()),
                number(100 * fit.settings().confidence())));
        StringBuilder header = new StringBuilder(String.format("  %-12s", counts.control()));
        fit.settings().methods().forEach(method -> header.append(String.format("%-32s", method.described())));
        boolean likelihood = fit.settings().methods().contains(ThresholdMethod.LIKELIHOOD);
        lines.add(header.append(likelihood ? "dispersion" : "").toString().stripTrailing());
        List<String> notes = new ArrayList<>();
        for (OutcomeFit.Row row : fit.rows()) {
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %-12.6g", row.control()));
            for (ThresholdMethod method : fit.settings().methods()) {
                Threshold threshold = row.thresholds().get(method);
                line.append(String.format("%-32s", cell(threshold) + "  "));
                note(threshold).ifPresent(note -> notes.add(note(counts, row, method, note)));
            }
            if (row.thresholds().get(ThresholdMethod.LIKELIHOOD) instanceof Threshold.Estimate estimate) {
                line.append(String.format(Locale.ROOT, "%.2f", estimate.misfit()));
            }
            lines.add(line.toString().stripTrailing());
        }
        notes.forEach(note -> lines.addAll(Columns.words("  ", "    ", note)));
    }

    private static String cell(Threshold threshold) {
        return threshold instanceof Threshold.Estimate found
                ? cell(WithInterval.of(found.value(), found.lower(), found.upper()))
                : "      no threshold";
    }

    private static String cell(WithInterval threshold) {
        return String.format("%8s  %s", threshold.valueText(), threshold.intervalText());
    }

    /** Returns a note with the place that it is about. */
    static String note(CountTable counts, OutcomeFit.Row row, ThresholdMethod method, String note) {
        return String.format(Locale.ROOT, "%s = %.6g, %s: %s", counts.control(), row.control(), method.text(), note);
    }

    private static Optional<String> note(Threshold threshold) {
        if (threshold instanceof Threshold.None none) {
            return Optional.of("left out; " + none.reason());
        }
        return threshold instanceof Threshold.Estimate found && !found.remark().isEmpty()
                ? Optional.of(found.remark())
                : Optional.empty();
    }

    /** Returns which law an exponent is of. */
    static String law(CountTable counts, ThresholdExponent.Direction direction) {
        return "b of "
                + (direction == ThresholdExponent.Direction.CONTROL
                        ? counts.control() + " ~ T^(-b)"
                        : "T ~ " + counts.control() + "^(-b)")
                + ", T the threshold in " + counts.along();
    }

    private void exponents() {
        lines.add("  exponent " + law(counts, fit.settings().direction()));
        for (OutcomeFit.Exponent exponent : fit.exponents()) {
            String name = exponent.range() + " " + counts.control() + ", thresholds by "
                    + exponent.method().text();
            lines.add("    " + name);
            if (exponent.law().isEmpty()) {
                lines.add("      no exponent: " + exponent.obstacle());
            }
            exponent.law().ifPresent(this::law);
        }
    }

    private void law(ThresholdExponent law) {
        LogRegression ordinary = law.ordinary();
        WithInterval exponent = new WithInterval(
                -ordinary.slope(),
                -ordinary.slope() - ordinary.error(),
                -ordinary.slope() + ordinary.error(),
                DECIMALS);
        lines.add(String.format(
                Locale.ROOT,
                "      %s ± %s  ordinary regression of %s, %d points, R² = %.3f",
                exponent.valueText(),
                exponent.halfText(),
                law.direction() == ThresholdExponent.Direction.CONTROL
                        ? "ln " + counts.control() + " on ln T"
                        : "ln T on ln " + counts.control(),
                ordinary.points(),
                ordinary.rSquared()));
        law.byErrors()
                .ifPresentOrElse(
                        found -> lines.add(weighted(law, found)),
                        () -> lines.add("      no regression with errors: " + law.weighted()
                                + " thresholds have a closed interval of positive ends"));
        law.bend()
                .ifPresentOrElse(
                        bend -> lines.add("      " + bend(bend, law.direction())),
                        () -> lines.add("      no test for a bend: fewer than " + Bend.FEWEST + " such thresholds"));
    }

    private String weighted(ThresholdExponent law, ThresholdExponent.Interval found) {
        ErrorLine line = law.line().orElseThrow();
        WithInterval exponent = new WithInterval(found.value(), found.lower(), found.upper(), DECIMALS);
        String scatter = line.scatter() > 0
                ? Figures.of(line.scatter()) + " of scatter in ln T beyond the errors"
                : "no scatter beyond the errors, chi²/dof = " + Figures.of(line.misfit());
        return String.format(
                Locale.ROOT,
                "      %s %s  ln T with its errors on ln %s, %d points, %s",
                exponent.valueText(),
                exponent.intervalText(),
                counts.control(),
                law.weighted(),
                scatter);
    }

    private String bend(Bend bend, ThresholdExponent.Direction direction) {
        WithInterval quadratic = new WithInterval(bend.quadratic(), bend.lower(), bend.upper(), DECIMALS);
        return String.format(
                Locale.ROOT,
                "%s: quadratic term %s %s; local exponent %.2f at the least %s, %.2f at the largest",
                bend.beyondErrors() ? "bends" : bend.seen() ? "no bend beyond the errors" : "no bend seen",
                quadratic.valueText(),
                quadratic.intervalText(),
                direction.exponent(bend.slopeAtLeast()),
                counts.control(),
                direction.exponent(bend.slopeAtLargest()));
    }

    /** Compares each range's ordinary regression through the first thresholds with the errors' line through the last. */
    private void changes() {
        List<ThresholdMethod> methods = fit.settings().methods();
        List<String> changes = new ArrayList<>();
        fit.exponents().stream()
                .map(OutcomeFit.Exponent::range)
                .distinct()
                .forEach(range -> change(range, methods).ifPresent(changes::add));
        dispersion().ifPresent(changes::add);
        List<String> bent = fit.exponents().stream()
                .filter(exponent -> exponent.law()
                        .flatMap(ThresholdExponent::bend)
                        .filter(Bend::beyondErrors)
                        .isPresent())
                .map(exponent -> exponent.range() + " by " + exponent.method().text())
                .toList();
        if (!bent.isEmpty()) {
            changes.add(
                    "bends (" + String.join("; ", bent) + "): no single exponent holds over that range, and its value"
                            + " depends on which part is fitted");
        }
        if (!changes.isEmpty()) {
            lines.add("  what changes");
            changes.forEach(change -> lines.addAll(Columns.words("    ", "      ", change)));
        }
    }

    private Optional<String> change(String range, List<ThresholdMethod> methods) {
        Optional<ThresholdExponent> first = law(range, methods.get(0));
        Optional<ThresholdExponent.Interval> last =
                law(range, methods.get(methods.size() - 1)).flatMap(ThresholdExponent::byErrors);
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        double was = -first.get().ordinary().slope();
        double lower = last.get().lower();
        double upper = last.get().upper();
        WithInterval exponent = WithInterval.of(was, lower, upper);
        return Optional.of(String.format(
                Locale.ROOT,
                "%s: %s by ordinary regression through thresholds by %s lies %s %s, the interval by %s with errors",
                range,
                exponent.valueText(),
                methods.get(0).text(),
                was >= lower && was <= upper ? "inside" : "outside of",
                exponent.intervalText(),
                methods.get(methods.size() - 1).text()));
    }

    private Optional<ThresholdExponent> law(String range, ThresholdMethod method) {
        return fit.exponents().stream()
                .filter(exponent ->
                        exponent.range().equals(range) && exponent.method().equals(method))
                .findFirst()
                .flatMap(OutcomeFit.Exponent::law);
    }

    private Optional<String> dispersion() {
        List<Double> dispersions = OutcomeFit.points(fit.rows(), ThresholdMethod.LIKELIHOOD).stream()
                .map(point -> point.threshold().misfit())
                .filter(dispersion -> dispersion > DISPERSED)
                .sorted()
                .toList();
        return dispersions.isEmpty()
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "the counts scatter around the %s more than %.0f times as much as binomial ones at %d of %d %s, up"
                                + " to %.1f: it is not their law there, and the threshold depends on how it is fitted",
                        fit.model().text(),
                        DISPERSED,
                        dispersions.size(),
                        fit.rows().size(),
                        counts.control(),
                        dispersions.get(dispersions.size() - 1)));
    }
}
