package org.theoremeter.verify.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.theoremeter.verify.judge.Figures;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.ComparisonResult;
import org.theoremeter.verify.results.ComparisonResult.EstimateResult;

/**
 * What changed in the estimates.
 *
 * <p>An estimate changed beyond its error when its two intervals [lower, upper] are disjoint: over seeds these are Student's
 * intervals of the mean together with the numerical error, without seeds the numerical error alone. Intervals that are
 * apart by less than 1e-12 of the larger estimate count as touching, because an error stated as 0 leaves no room for
 * rounding. A predicted number, and the margin about it, changed when they differ by more than 1e-9 of their
 * size, far above the rounding of a formula.
 */
final class Measured {

    private static final double TOUCHING = 1e-12;
    private static final double ROUNDING = 1e-9;

    private Measured() {}

    static List<Change> changes(ClaimResult before, ClaimResult after) {
        // with other parameters a formula gives another number and still is the same
        Weight predicted = Parameters.changes(before, after).isEmpty() ? Weight.RESTATED : Weight.NOTED;
        Map<String, ComparisonResult> was = Change.keyed(before.comparisons(), ComparisonResult::name);
        List<Change> changes = new ArrayList<>();
        Change.keyed(after.comparisons(), ComparisonResult::name).forEach((name, later) -> {
            ComparisonResult earlier = was.get(name);
            if (earlier != null && earlier.estimate() != null && later.estimate() != null) {
                changes.addAll(changes(name, earlier.estimate(), later.estimate(), predicted));
            }
        });
        return changes;
    }

    private static List<Change> changes(String name, EstimateResult before, EstimateResult after, Weight predicted) {
        List<Change> changes = new ArrayList<>();
        String label = name.equals(after.name()) ? name : name + " " + after.name();
        changes.addAll(Change.between(name + " estimates", before.name(), after.name(), predicted));
        boolean same =
                before.value() == after.value() && before.lower() == after.lower() && before.upper() == after.upper();
        if (!same) {
            Weight weight = disjoint(before, after) ? Weight.NOTED : Weight.WITHIN_ERROR;
            changes.add(Change.of(label, interval(before), interval(after), weight));
        }
        if (differ(before.predicted(), after.predicted())) {
            changes.add(numbers(label + " predicted", before.predicted(), after.predicted(), predicted));
        }
        if (differ(margin(before), margin(after))) {
            changes.add(numbers(label + " margin", margin(before), margin(after), predicted));
        }
        return changes;
    }

    private static boolean disjoint(EstimateResult before, EstimateResult after) {
        double gap = Math.max(after.lower() - before.upper(), before.lower() - after.upper());
        return gap > TOUCHING * Math.max(Math.abs(before.value()), Math.abs(after.value()));
    }

    private static boolean differ(double before, double after) {
        return Math.abs(before - after) > ROUNDING * Math.max(Math.abs(before), Math.abs(after));
    }

    /**
     * Returns how far from the prediction is accepted. On one side only where no number is accepted below, and 0 where the
     * prediction itself is the limit; of a margin about a fraction, of which 0 or 1 cuts off a part, the longer side counts.
     */
    private static double margin(EstimateResult estimate) {
        double above = estimate.acceptUpper() - estimate.predicted();
        double below = estimate.predicted() - estimate.acceptLower();
        return above == 0 || Double.isInfinite(below) ? above : Math.max(above, below);
    }

    private static Change numbers(String what, double before, double after, Weight weight) {
        boolean apart = !Figures.of(before).equals(Figures.of(after));
        return Change.of(
                what,
                apart ? Figures.of(before) : Double.toString(before),
                apart ? Figures.of(after) : Double.toString(after),
                weight);
    }

    /** A half-width says more than the ends where these differ from the value in their last digits only. */
    private static String interval(EstimateResult estimate) {
        double below = estimate.value() - estimate.lower();
        double above = estimate.upper() - estimate.value();
        return estimate.value()
                + (Figures.of(below).equals(Figures.of(above))
                        ? " ± " + Figures.of(above)
                        : " [" + Figures.of(estimate.lower()) + ", " + Figures.of(estimate.upper()) + "]");
    }
}
