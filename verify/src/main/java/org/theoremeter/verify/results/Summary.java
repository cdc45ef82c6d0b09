package org.theoremeter.verify.results;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.theoremeter.verify.judge.Verdict;

/**
 * Counts of verdicts.
 *
 * @param pass claims that passed, expected disagreements not counted
 * @param fail claims that failed unexpectedly, or passed where a disagreement was expected
 * @param inconclusive claims left open unexpectedly
 * @param error claims that could not be evaluated, unexpectedly
 * @param expected known disagreements that came out as expected
 * @param notRun claims that the profile leaves out
 * @param comparisons how many comparisons were made, among them the steps of derivations
 */
@JsonPropertyOrder({"pass", "fail", "inconclusive", "error", "expected", "notRun", "comparisons"})
public record Summary(int pass, int fail, int inconclusive, int error, int expected, int notRun, int comparisons) {

    static Summary of(List<ClaimResult> claims) {
        int unexpected =
                (int) claims.stream().filter(ClaimResult::passesUnexpectedly).count();
        return new Summary(
                count(claims, Verdict.PASS) - unexpected,
                count(claims, Verdict.FAIL) + unexpected,
                count(claims, Verdict.INCONCLUSIVE),
                count(claims, Verdict.ERROR),
                (int) claims.stream().filter(ClaimResult::disagreesAsExpected).count(),
                (int) claims.stream().filter(claim -> !claim.ran()).count(),
                claims.stream().mapToInt(claim -> claim.comparisons().size()).sum());
    }

    private static int count(List<ClaimResult> claims, Verdict verdict) {
        return (int) claims.stream()
                .filter(claim -> claim.verdict() == verdict && !claim.disagreesAsExpected())
                .count();
    }
}
