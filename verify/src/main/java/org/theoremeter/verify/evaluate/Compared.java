package org.theoremeter.verify.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.Observe;
import org.theoremeter.verify.claim.comparison.ConvergenceComparison;
import org.theoremeter.verify.claim.comparison.From;

/** Says in words what a claim compares with what, how, and how close it must come. */
public final class Compared implements Claim.Cases<List<String>> {

    private Compared() {}

    /** Returns one line a comparison. */
    public static List<String> of(Claim claim) {
        return claim.match(new Compared());
    }

    @Override
    public List<String> identity(Claim.Identity claim) {
        return List.of(String.format(
                Locale.ROOT,
                "both sides at %d points of the domain to %s relative, and %s",
                claim.header().judge().points(),
                claim.header().judge().relative(),
                switch (claim.header().judge().require()) {
                    case PROVED -> "requires a symbolic proof";
                    case ENCLOSED -> "requires a proof or an enclosure";
                    default -> "is content with agreement";
                }));
    }

    @Override
    public List<String> derivation(Claim.Derivation claim) {
        return List.of(String.format(
                Locale.ROOT,
                "%d steps, each carried out anew and compared at %d points of the domain to %s relative; %s",
                claim.chain().steps().size(),
                claim.header().judge().points(),
                claim.header().judge().relative(),
                switch (claim.header().judge().require()) {
                    case PROVED -> "every step requires a symbolic proof";
                    case ENCLOSED -> "every step requires a proof or an enclosure";
                    default -> "agreement is enough where a proof is not found";
                }));
    }

    @Override
    public List<String> value(Claim.Value claim) {
        return claim.comparisons().stream()
                .map(comparison -> of(comparison.source()) + comparison.observed() + " with " + comparison.predicted()
                        + at(claim, comparison.source()) + ", margin " + comparison.margin())
                .toList();
    }

    @Override
    public List<String> trajectory(Claim.Trajectory claim) {
        String measured = measured(claim.measured());
        return claim.comparisons().stream()
                .map(comparison -> "the series " + of(comparison.source()) + comparison.observed() + " with the curve "
                        + comparison.predicted()
                        + from(comparison.from()) + " by "
                        + comparison.distance().text() + " distance" + measured
                        + ", margin " + comparison.margin())
                .toList();
    }

    @Override
    public List<String> exponent(Claim.Exponent claim) {
        return claim.comparisons().stream()
                .map(comparison -> "the slope of " + of(comparison.source()) + comparison.observed() + " against "
                        + comparison.against()
                        + comparison
                                .minus()
                                .map(minus -> " less that of " + of(minus.source()) + minus.observed() + " against "
                                        + minus.against())
                                .orElse("")
                        + (comparison.finestHalf() ? " on the half of the grid nearest zero" : "") + " with "
                        + (comparison.slope() ? "" : "that of ") + comparison.predicted()
                        + at(claim, comparison.source()) + ", margin "
                        + comparison.margin()
                        + (comparison.leastRSquared().isPresent()
                                ? ", R² of every seed at least "
                                        + comparison.leastRSquared().getAsDouble()
                                : ""))
                .toList();
    }

    @Override
    public List<String> convergence(Claim.Convergence claim) {
        return claim.comparisons().stream()
                .map(comparison -> order(comparison, at(claim, comparison.source()) + measured(claim.measured())))
                .toList();
    }

    @Override
    public List<String> invariant(Claim.Invariant claim) {
        List<String> lines = new ArrayList<>();
        claim.drifts()
                .forEach(drift -> lines.add("the drift of " + of(drift.source())
                        + String.join(", ", drift.drifting())
                        + (drift.drifting().size() > 1
                                ? " (" + drift.norm().name().toLowerCase(Locale.ROOT) + " norm)"
                                : "")
                        + drift.scale().map(scale -> " relative to " + scale).orElse("") + " with 0, margin "
                        + drift.margin()));
        claim.orders().forEach(order -> lines.add(order(order, at(claim, order.source()))));
        return lines;
    }

    @Override
    public List<String> comparison(Claim.Comparison claim) {
        return claim.comparisons().stream()
                .map(pair -> pair.below()
                        .map(limit -> "the ratio of " + of(pair.source()) + pair.first() + " to "
                                + of(pair.otherSource()) + pair.second() + " with the limit " + limit)
                        .orElse("whether " + of(pair.source()) + pair.first() + " comes before "
                                + of(pair.otherSource()) + pair.second()))
                .toList();
    }

    @Override
    public List<String> fraction(Claim.Fraction claim) {
        return claim.comparisons().stream()
                .map(comparison -> "how often " + of(comparison.source()) + comparison.success() + " with "
                        + comparison.predicted() + at(claim, comparison.source()) + ", margin " + comparison.margin())
                .toList();
    }

    private static String order(ConvergenceComparison comparison, String at) {
        return "the order of the " + comparison.average().text() + " of " + of(comparison.source())
                + comparison.error() + " in " + comparison.along() + " with " + comparison.predicted() + at
                + ", margin " + comparison.margin();
    }

    private static String measured(Map<String, String> measured) {
        return measured.isEmpty() ? "" : ", with " + measured + " measured from each run";
    }

    static String of(String source) {
        return source.isEmpty() ? "" : source + "'s ";
    }

    private static String at(Claim claim, String source) {
        Observe observe = claim.observed().get(source);
        return observe.at().isEmpty() ? "" : " at " + observe.at();
    }

    private static String from(From from) {
        if (from.event().isPresent()) {
            return " from " + from.event().get();
        }
        return Double.isInfinite(from.time()) ? "" : " from " + from.time();
    }
}
