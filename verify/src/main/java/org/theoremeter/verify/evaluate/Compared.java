package org.theoremeter.verify.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.theoremeter.verify.claim.Claim;

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
                claim.header().judge().proofRequired() ? "requires a symbolic proof" : "is content with agreement"));
    }

    @Override
    public List<String> derivation(Claim.Derivation claim) {
        return List.of(String.format(
                Locale.ROOT,
                "%d steps, each carried out anew and compared at %d points of the domain to %s relative; %s",
                claim.chain().steps().size(),
                claim.header().judge().points(),
                claim.header().judge().relative(),
                claim.header().judge().proofRequired()
                        ? "every step requires a symbolic proof"
                        : "agreement is enough where a proof is not found"));
    }

    @Override
    public List<String> value(Claim.Value claim) {
        return claim.comparisons().stream()
                .map(comparison -> comparison.observed() + " with " + comparison.predicted() + at(claim) + ", margin "
                        + comparison.margin())
                .toList();
    }

    @Override
    public List<String> trajectory(Claim.Trajectory claim) {
        String measured = measured(claim.measured());
        return claim.comparisons().stream()
                .map(comparison -> "the series " + comparison.observed() + " with the curve " + comparison.predicted()
                        + from(comparison.from()) + " by "
                        + comparison.distance().text() + " distance" + measured
                        + ", margin " + comparison.margin())
                .toList();
    }

    @Override
    public List<String> exponent(Claim.Exponent claim) {
        return claim.comparisons().stream()
                .map(comparison -> "the slope of " + comparison.observed() + " against " + comparison.against()
                        + (comparison.finestHalf() ? " on the half of the grid nearest zero" : "") + " with "
                        + (comparison.slope() ? "" : "that of ") + comparison.predicted() + at(claim) + ", margin "
                        + comparison.margin())
                .toList();
    }

    @Override
    public List<String> convergence(Claim.Convergence claim) {
        return claim.comparisons().stream()
                .map(comparison -> "the order of the " + comparison.average().text() + " of " + comparison.error()
                        + " in " + comparison.along() + " with " + comparison.predicted() + at(claim)
                        + measured(claim.measured()) + ", margin " + comparison.margin())
                .toList();
    }

    private static String measured(Map<String, String> measured) {
        return measured.isEmpty() ? "" : ", with " + measured + " measured from each run";
    }

    private static String at(Claim claim) {
        return claim.observe()
                .filter(observe -> !observe.at().isEmpty())
                .map(observe -> " at " + observe.at())
                .orElse("");
    }

    private static String from(Claim.From from) {
        if (from.event().isPresent()) {
            return " from " + from.event().get();
        }
        return Double.isInfinite(from.time()) ? "" : " from " + from.time();
    }
}
