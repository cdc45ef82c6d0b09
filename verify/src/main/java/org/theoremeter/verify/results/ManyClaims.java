package org.theoremeter.verify.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.theoremeter.verify.judge.Verdict;
import org.theoremeter.verify.statistics.Holm;

/**
 * What many claims at once mean for wrong verdicts. Reports compute it from results when they are written ({@code document}); no
 * results.json holds it. With {@code --holm} a run corrects its verdicts here before it writes them ({@code cli.verification}).
 *
 * <p>A claim of several comparisons passes when all do, so that its chance of passing wrongly is the largest of theirs. Only
 * comparisons on seeds or counts have one: what draws nothing cannot pass by luck.
 *
 * @param claims how many claims rest on seeds or counts
 * @param comparisons how many comparisons of theirs do
 * @param falsePasses the expected number of wrong passes if every one of the claims were false, its truth at the edge of
 *     the margin: the sum of their α
 * @param anyFalsePass the probability of at least one, if they are independent
 * @param falseFailures the expected number of wrong failures if every one of the claims were true, each comparison's truth
 *     at the edge of the margin: the sum of α over comparisons
 * @param chances the sum of the chances of the claims that passed: how many of them noise alone would have brought as far
 *     inside from the edge
 */
public record ManyClaims(
        int claims, int comparisons, double falsePasses, double anyFalsePass, double falseFailures, double chances) {

    /** Adds up the rates of all claims that ran. */
    public static ManyClaims of(List<ClaimResult> results) {
        int claims = 0;
        int comparisons = 0;
        double falsePasses = 0;
        double noFalsePass = 1;
        double falseFailures = 0;
        double chances = 0;
        for (ClaimResult result : results) {
            OptionalDouble chance = chance(result);
            if (chance.isPresent()) {
                double level = 1 - result.evidence().confidence();
                long drawn = result.comparisons().stream()
                        .filter(ComparisonResult::isDrawn)
                        .count();
                claims++;
                comparisons += (int) drawn;
                falsePasses += level;
                noFalsePass *= 1 - level;
                falseFailures += level * drawn;
                chances += result.verdict() == Verdict.PASS ? chance.getAsDouble() : 0;
            }
        }
        return new ManyClaims(claims, comparisons, falsePasses, 1 - noFalsePass, falseFailures, chances);
    }

    /** Returns the results with Holm's correction: a claim that passes only without it becomes inconclusive. */
    public static List<ClaimResult> corrected(List<ClaimResult> results) {
        List<ClaimResult> drawn =
                results.stream().filter(result -> chance(result).isPresent()).toList();
        double[] corrected = Holm.corrected(drawn.stream()
                .mapToDouble(result -> chance(result).getAsDouble())
                .toArray());
        List<ClaimResult> judged = new ArrayList<>(results);
        for (int i = 0; i < corrected.length; i++) {
            ClaimResult result = drawn.get(i);
            if (result.verdict() == Verdict.PASS
                    && corrected[i] > 1 - result.evidence().confidence()) {
                String message = String.format(
                        Locale.ROOT,
                        "passes alone (chance %.2g), but not with Holm's correction over %d claims (%.2g)",
                        chance(result).getAsDouble(),
                        corrected.length,
                        corrected[i]);
                judged.set(judged.indexOf(result), result.undecided(message));
            }
        }
        return judged;
    }

    private static OptionalDouble chance(ClaimResult result) {
        return result.comparisons().stream()
                .filter(ComparisonResult::isDrawn)
                .mapToDouble(comparison -> comparison.estimate().chance())
                .max();
    }
}
