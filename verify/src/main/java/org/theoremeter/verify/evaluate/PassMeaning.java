package org.theoremeter.verify.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.Observe;
import org.theoremeter.verify.claim.comparison.ConvergenceComparison;
import org.theoremeter.verify.claim.comparison.ExponentComparison;

/** Says in plain words what it means for a claim to pass, with the claim's own numbers. */
public final class PassMeaning implements Claim.Cases<List<String>> {

    private final double confidence;

    private PassMeaning(double confidence) {
        this.confidence = confidence;
    }

    /** Returns one sentence a comparison. */
    public static List<String> of(Claim claim) {
        return claim.match(new PassMeaning(claim.header().judge().confidence()));
    }

    @Override
    public List<String> identity(Claim.Identity claim) {
        return List.of(
                switch (claim.header().judge().require()) {
                    case PROVED -> "the two sides were proved to be one and the same on the whole domain";
                    case ENCLOSED ->
                        "the two sides were proved to be the same, or enclosed, on the whole domain, to differ by no"
                                + " more than a bound that the report states";
                    default ->
                        String.format(
                                Locale.ROOT,
                                "no difference was found at %d points of the domain; that is no proof",
                                claim.header().judge().points());
                });
    }

    @Override
    public List<String> derivation(Claim.Derivation claim) {
        return List.of(String.format(
                Locale.ROOT,
                "each of the %d steps, carried out anew, gives what the claim says%s",
                claim.chain().steps().size(),
                switch (claim.header().judge().require()) {
                    case PROVED -> ", by proof";
                    case ENCLOSED -> ": by proof, or enclosed on the whole domain to a bound that the report states";
                    default -> ": by proof, by an enclosure, or at points of the domain where neither was found";
                }));
    }

    @Override
    public List<String> value(Claim.Value claim) {
        return claim.comparisons().stream()
                .map(each -> sure(claim, each.source()) + mean(claim, each.source()) + each.observed() + " lies within "
                        + each.margin() + " of what is predicted" + everywhere(claim, each.source()))
                .toList();
    }

    @Override
    public List<String> trajectory(Claim.Trajectory claim) {
        return claim.comparisons().stream()
                .map(each -> sure(claim, each.source()) + each.observed() + " stays within " + each.margin()
                        + " of the curve " + each.predicted() + ", by the "
                        + each.distance().text() + " distance"
                        + (seeded(claim, each.source()) ? " of each run, averaged over the runs" : "")
                        + everywhere(claim, each.source()))
                .toList();
    }

    @Override
    public List<String> exponent(Claim.Exponent claim) {
        return claim.comparisons().stream()
                .map(each -> each.minus().isPresent() ? difference(claim, each) : power(claim, each))
                .toList();
    }

    private String difference(Claim claim, ExponentComparison each) {
        ExponentComparison.Minus minus = each.minus().orElseThrow();
        return sure(claim, each.source()) + "the power to which " + Compared.of(each.source()) + each.observed()
                + " goes with " + each.against()
                + " less that to which " + Compared.of(minus.source()) + minus.observed() + " goes with "
                + minus.against()
                + " is within " + each.margin()
                + " of what is predicted, whatever the two have in common, and neither power changes along its grid by"
                + " more than twice that";
    }

    private String power(Claim claim, ExponentComparison each) {
        return sure(claim, each.source()) + each.observed() + " goes with " + each.against()
                + " to a power within " + each.margin()
                + " of what is predicted, and the power does not change along the grid by more than twice that"
                + (each.leastRSquared().isPresent()
                        ? ", on lines of an R² of at least "
                                + each.leastRSquared().getAsDouble()
                        : "");
    }

    @Override
    public List<String> convergence(Claim.Convergence claim) {
        return claim.comparisons().stream().map(each -> order(claim, each)).toList();
    }

    private String order(Claim claim, ConvergenceComparison each) {
        return sure(claim, each.source()) + each.error() + " vanishes as a power of " + each.along() + " within "
                + each.margin() + " of " + each.predicted()
                + " at the finest step, and within twice that at the step before";
    }

    @Override
    public List<String> invariant(Claim.Invariant claim) {
        List<String> lines = new ArrayList<>();
        claim.drifts()
                .forEach(each -> lines.add(sure(claim, each.source()) + String.join(", ", each.drifting())
                        + " never leaves what it is at the start by more than " + each.margin()
                        + each.scale().map(scale -> " of " + scale).orElse("") + everywhere(claim, each.source())));
        claim.orders().forEach(each -> lines.add(order(claim, each)));
        return lines;
    }

    @Override
    public List<String> comparison(Claim.Comparison claim) {
        return claim.comparisons().stream()
                .map(each -> sure(claim, each.source())
                        + each.below()
                                .map(limit -> "the ratio of "
                                        + named(each.source(), each.first().toString()) + " to "
                                        + named(
                                                each.otherSource(),
                                                each.second().toString())
                                        + ", its geometric mean over the runs, is below " + limit)
                                .orElse(named(each.source(), each.first().toString()) + " comes before "
                                        + named(
                                                each.otherSource(),
                                                each.second().toString())
                                        + ", on average over the runs")
                        + everywhere(claim, each.source()))
                .toList();
    }

    @Override
    public List<String> fraction(Claim.Fraction claim) {
        return claim.comparisons().stream()
                .map(each -> sure(claim, each.source()) + "the probability of " + each.success() + " lies within "
                        + each.margin() + " of what is predicted" + everywhere(claim, each.source()))
                .toList();
    }

    private static String named(String source, String quantity) {
        return source.isEmpty() ? quantity : source + "'s " + quantity;
    }

    private static boolean seeded(Claim claim, String source) {
        return claim.observed().get(source).seeds().isPresent();
    }

    /** Without seeds nothing is left to chance, and the numerical error alone must fit. */
    private String sure(Claim claim, String source) {
        Observe observe = claim.observed().get(source);
        if (!seeded(claim, source) && !observe.isRecorded()) {
            return "whatever the numerical errors are within their bounds, ";
        }
        return String.format(Locale.ROOT, "with %s %% confidence, ", (float) (100 * confidence))
                .replace(".0 %", " %");
    }

    private static String mean(Claim claim, String source) {
        Observe observe = claim.observed().get(source);
        return seeded(claim, source)
                ? "the mean over " + observe.seeds().getAsInt() + " seeds (and those not drawn) of "
                : "";
    }

    private static String everywhere(Claim claim, String source) {
        int points = claim.observed().get(source).points().size();
        return points > 1 ? ", at every one of " + points + " points of the grid" : "";
    }
}
