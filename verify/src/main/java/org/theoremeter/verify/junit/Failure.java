package org.theoremeter.verify.junit;

import java.util.List;
import java.util.StringJoiner;
import org.opentest4j.AssertionFailedError;
import org.theoremeter.verify.claim.Kind;
import org.theoremeter.verify.judge.Figures;
import org.theoremeter.verify.judge.Verdict;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.ComparisonResult;
import org.theoremeter.verify.results.ComparisonResult.EstimateResult;

/**
 * Says what is wrong with a claim that did not come out as it should: verdict, place, evidence, and how to see more.
 *
 * @param result what became of the claim
 * @param places where its parts stand
 * @param settings how it was run
 */
record Failure(ClaimResult result, Places places, RunSettings settings) {

    /** Fails with a message that says where in which file; where in JUnit it was found helps nobody. */
    static AssertionFailedError of(String message) {
        return withoutTrace(new AssertionFailedError(message));
    }

    private static AssertionFailedError withoutTrace(AssertionFailedError error) {
        error.setStackTrace(new StackTraceElement[0]);
        return error;
    }

    /** Fails with the first estimate that decided the verdict as expected and actual value, if one did. */
    AssertionFailedError error() {
        return wrong().stream()
                .filter(comparison -> comparison.verdict() == result.verdict() && comparison.estimate() != null)
                .map(ComparisonResult::estimate)
                .findFirst()
                .map(found -> withoutTrace(new AssertionFailedError(message(), accepted(found), found(found))))
                .orElseGet(() -> of(message()));
    }

    private String message() {
        StringJoiner lines = new StringJoiner("\n  ");
        lines.add(result.verdict().label() + " " + result.id() + ", " + places.claim());
        if (!result.conclusion().reason().isBlank()) {
            lines.add(result.conclusion().reason());
        }
        wrong().forEach(comparison -> lines.add(told(comparison)));
        if (result.description().expected() != null) {
            lines.add("expected to come out as "
                    + result.description().expected().verdict().text() + ", because "
                    + result.description().expected().because());
        }
        return lines.add("more: " + settings.command(places.claim().file())).toString();
    }

    /** Returns what speaks against the claim: what did not pass, or everything if it passed unexpectedly. */
    private List<ComparisonResult> wrong() {
        return result.comparisons().stream()
                .filter(comparison -> result.passesUnexpectedly() || comparison.verdict() != Verdict.PASS)
                .toList();
    }

    private String told(ComparisonResult comparison) {
        String seeds = comparison.seedsToDecide() == null
                ? ""
                : "; about " + comparison.seedsToDecide() + " seeds would decide";
        String estimate = comparison.estimate() == null
                ? ""
                : "\n    " + found(comparison.estimate()) + "; " + accepted(comparison.estimate());
        return comparison.verdict().label() + " "
                + (result.description().kind().equals(Kind.DERIVATION.text()) ? "step " : "")
                + comparison.name() + ", " + places.of(comparison.name()) + "\n    " + comparison.message() + seeds
                + estimate;
    }

    private static String found(EstimateResult estimate) {
        return "estimate " + Figures.of(estimate.value()) + ", interval " + range(estimate.lower(), estimate.upper());
    }

    private static String accepted(EstimateResult estimate) {
        return "predicted " + Figures.of(estimate.predicted()) + ", accepted "
                + range(estimate.acceptLower(), estimate.acceptUpper());
    }

    private static String range(double lower, double upper) {
        return Figures.of(lower) + " to " + Figures.of(upper);
    }
}
