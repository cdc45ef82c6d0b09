package org.theoremeter.verify.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.theoremeter.reports.document.Badge;
import org.theoremeter.reports.document.Block;
import org.theoremeter.reports.document.Cell;
import org.theoremeter.reports.document.Section;
import org.theoremeter.reports.document.Table;
import org.theoremeter.reports.document.Tone;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.ComparisonResult;
import org.theoremeter.verify.results.ManyClaims;
import org.theoremeter.verify.results.Results;
import org.theoremeter.verify.results.Shown;

/** The section that shows every comparison in one table: the table for the paper. */
final class ComparisonsSection {

    private static final int FEWEST_DIGITS = 4;
    private static final int MOST_DIGITS = 10;

    private ComparisonsSection() {}

    static Section of(Results results) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ClaimResult claim : results.claims()) {
            if (claim.comparisons().isEmpty() || DerivationChain.isIn(claim)) {
                rows.add(row(
                        claim,
                        claim.id(),
                        new ComparisonResult("", claim.verdict(), "", null, null, null, null, null)));
                continue;
            }
            for (ComparisonResult comparison : claim.comparisons()) {
                String name = claim.comparisons().size() == 1 ? claim.id() : claim.id() + ": " + comparison.name();
                rows.add(row(claim, name, comparison));
            }
        }
        Table table = new Table(
                "comparisons",
                "All comparisons: measured values with their intervals, against predictions with their margins; a"
                        + " derivation takes one row",
                List.of(
                        new Table.Column("Claim", Table.Align.LEFT),
                        new Table.Column("Verdict", Table.Align.CENTER),
                        new Table.Column("Theory", Table.Align.LEFT),
                        new Table.Column("Estimate", Table.Align.LEFT),
                        new Table.Column("Measured", Table.Align.RIGHT),
                        new Table.Column("Interval", Table.Align.RIGHT),
                        new Table.Column("Predicted", Table.Align.RIGHT),
                        new Table.Column("Accepted", Table.Align.RIGHT)),
                rows);
        return new Section("all_comparisons", "All comparisons", "", badge(results), List.of(rates(results), table));
    }

    private static Badge badge(Results results) {
        if (results.summary().fail() > 0) {
            return new Badge("FAIL", Tone.BAD);
        }
        return results.summary().inconclusive() + results.summary().error() > 0
                ? new Badge("UNDECIDED", Tone.UNDECIDED)
                : new Badge("AS EXPECTED", Tone.GOOD);
    }

    /** States what was compared, and how often a verdict may be wrong. */
    private static Block rates(Results results) {
        ManyClaims many = ManyClaims.of(results.claims());
        int steps = (int) results.claims().stream()
                .filter(DerivationChain::isIn)
                .flatMap(claim -> claim.comparisons().stream())
                .filter(comparison -> comparison.grade() != null)
                .count();
        int comparisons = results.summary().comparisons() - steps;
        List<String> counted = new ArrayList<>();
        if (comparisons > 0 || steps == 0) {
            counted.add(counted(comparisons, "comparison") + ", " + many.comparisons() + " of them on seeds or counts");
        }
        if (steps > 0) {
            counted.add(counted(steps, "step") + " of derivations");
        }
        String rates = String.format(
                Locale.ROOT,
                " If every one of the %d claims on seeds were false by just its margin, %.2f would be expected to pass"
                        + " wrongly (at least one with a probability of %.2f); if each were true by just its margin,"
                        + " %.2f comparisons would be expected to fail wrongly. The chances of those that passed add up"
                        + " to %.2g.",
                many.claims(),
                many.falsePasses(),
                many.anyFalsePass(),
                many.falseFailures(),
                many.chances());
        String shown = Shown.obligations(results.claims());
        if (!shown.isEmpty()) {
            counted.add(shown);
        }
        return new Block.Paragraph(String.join("; ", counted) + "." + (many.claims() == 0 ? "" : rates));
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static List<Cell> row(ClaimResult claim, String name, ComparisonResult comparison) {
        ComparisonResult.EstimateResult estimate = comparison.estimate();
        List<Cell> row = new ArrayList<>();
        row.add(new Cell.Text(name));
        row.add(new Cell.Tag(claim.disagreesAsExpected() ? Badges.of(claim) : Badges.of(comparison.verdict())));
        row.add(new Cell.Text(claim.description().source().theory()));
        row.add(new Cell.Text(estimate == null ? basis(claim) : estimate.name()));
        if (estimate == null) {
            row.addAll(List.of(new Cell.Empty(), new Cell.Empty(), new Cell.Empty(), new Cell.Empty()));
        } else {
            int digits = digits(estimate);
            row.add(new Cell.Number(estimate.value(), digits));
            row.add(new Cell.Range(estimate.lower(), estimate.upper(), digits));
            row.add(new Cell.Number(estimate.predicted(), digits));
            row.add(
                    Double.isInfinite(estimate.acceptLower())
                            ? new Cell.Text("below " + (float) estimate.acceptUpper())
                            : new Cell.Range(estimate.acceptLower(), estimate.acceptUpper(), digits));
        }
        return row;
    }

    /** Says what a verdict rests on if not on an estimate. */
    private static String basis(ClaimResult claim) {
        String shown = Shown.line(claim);
        return shown.isEmpty() ? claim.description().kind() : shown;
    }

    /** Enough digits to see the width of the interval, or a hundredth of the margin where that is wider. */
    private static int digits(ComparisonResult.EstimateResult estimate) {
        double size = Math.max(Math.abs(estimate.value()), Math.abs(estimate.predicted()));
        double accepted = estimate.acceptUpper() - estimate.acceptLower();
        double seen = Math.max(estimate.upper() - estimate.lower(), Double.isInfinite(accepted) ? 0 : 0.01 * accepted);
        int digits = size > 0 && seen > 0 ? 2 + (int) Math.ceil(Math.log10(size / seen)) : FEWEST_DIGITS;
        return Math.max(FEWEST_DIGITS, Math.min(MOST_DIGITS, digits));
    }
}
