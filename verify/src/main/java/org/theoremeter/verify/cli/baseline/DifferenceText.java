package org.theoremeter.verify.cli.baseline;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.theoremeter.verify.baseline.Change;
import org.theoremeter.verify.baseline.ClaimDifference;
import org.theoremeter.verify.baseline.Counts;
import org.theoremeter.verify.baseline.Difference;
import org.theoremeter.verify.baseline.Weight;
import org.theoremeter.verify.cli.terminal.Columns;

/** Prints what changed: the claim, then what of it, from what to what. */
public final class DifferenceText {

    private static final int WIDTH = 100;
    private static final String MARGIN = "  ";
    private static final String ARROW = "→ ";

    private final PrintWriter out;
    private final boolean verbose;

    /**
     * Creates a printer.
     *
     * @param verbose whether to print what changed within errors too
     */
    public DifferenceText(PrintWriter out, boolean verbose) {
        this.out = out;
        this.verbose = verbose;
    }

    /** Prints what changed. */
    public void print(Difference difference) {
        for (ClaimDifference claim : difference.claims()) {
            List<Change> shown = claim.changes().stream()
                    .filter(change -> verbose || change.weight() != Weight.WITHIN_ERROR)
                    .toList();
            if (!shown.isEmpty()) {
                block(claim.id() + ": " + heading(claim), shown);
            }
        }
        if (!difference.provenance().isEmpty()) {
            block("provenance", difference.provenance());
        }
        Counts counts = difference.counts();
        if (!difference.anyClaimChanged()) {
            out.printf(Locale.ROOT, "nothing changed in %d claims%n", counts.same());
        } else {
            out.printf(
                    Locale.ROOT,
                    "%d claims worse, %d restated, %d changed otherwise, %d new, %d gone, %d the same%n",
                    counts.worse(),
                    counts.restated(),
                    counts.otherwise(),
                    counts.added(),
                    counts.gone(),
                    counts.same());
        }
        out.flush();
    }

    private static String heading(ClaimDifference claim) {
        return switch (claim.presence()) {
            case NEW -> "new";
            case GONE -> "gone";
            case KEPT ->
                switch (claim.weight()) {
                    case WORSE -> "worse";
                    case RESTATED -> "restated, bless it or put it right";
                    case NOTED -> "changed";
                    case WITHIN_ERROR -> "changed within errors";
                };
        };
    }

    private void block(String heading, List<Change> changes) {
        out.println(heading);
        int width = changes.stream()
                .mapToInt(change -> change.what().length())
                .max()
                .orElse(0);
        changes.forEach(change -> print(change, width));
    }

    private void print(Change change, int width) {
        String label = MARGIN + change.what() + " ".repeat(width - change.what().length()) + MARGIN;
        String below = " ".repeat(label.length());
        String before = change.before().isEmpty() ? "(none)" : change.before();
        String after = change.after().isEmpty() ? "(none)" : change.after();
        String both = label + before + " " + ARROW + after;
        if (both.length() <= WIDTH) {
            out.println(both);
        } else {
            Columns.formula(label, below, before).forEach(out::println);
            Columns.formula(below.substring(ARROW.length()) + ARROW, below, after)
                    .forEach(out::println);
        }
        if (!change.note().isEmpty()) {
            Columns.words(below, below, change.note()).forEach(out::println);
        }
    }
}
