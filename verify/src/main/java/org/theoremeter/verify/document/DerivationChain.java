package org.theoremeter.verify.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.theoremeter.reports.document.Badge;
import org.theoremeter.reports.document.Block;
import org.theoremeter.reports.document.Chain;
import org.theoremeter.reports.document.Tone;
import org.theoremeter.verify.claim.Kind;
import org.theoremeter.verify.results.ClaimDescription;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.ComparisonResult;

/** A derivation as a chain of formulas, each step with what its check found. */
final class DerivationChain {

    private static final String CITED = "cited";

    private DerivationChain() {}

    /** Returns whether a claim is a derivation. */
    static boolean isIn(ClaimResult claim) {
        return claim.description().kind().equals(Kind.DERIVATION.text());
    }

    static Chain of(ClaimResult claim) {
        List<Chain.Line> lines = new ArrayList<>();
        for (ClaimDescription.Statement statement :
                claim.description().prediction().statements()) {
            Block.Formula formula = new Block.Formula(statement.tex(), statement.mathMl(), statement.text());
            String says = Objects.requireNonNullElse(statement.says(), "");
            if (statement.because() == null) {
                lines.add(new Chain.Definition(formula, says));
            } else {
                Optional<ComparisonResult> found = claim.comparisons().stream()
                        .filter(comparison -> isOf(comparison, statement))
                        .findFirst();
                lines.add(new Chain.Step(
                        formula,
                        says,
                        statement.because(),
                        found.map(DerivationChain::badge).orElse(new Badge("NOT CHECKED", Tone.NEUTRAL)),
                        found.map(DerivationChain::detail).orElse("")));
            }
        }
        return new Chain(lines);
    }

    /** Returns the comparisons that the chain does not show, as when a derivation could not be evaluated at all. */
    static List<ComparisonResult> beside(ClaimResult claim) {
        return claim.comparisons().stream()
                .filter(comparison -> claim.description().prediction().statements().stream()
                        .noneMatch(step -> isOf(comparison, step)))
                .toList();
    }

    private static boolean isOf(ComparisonResult comparison, ClaimDescription.Statement statement) {
        return statement.because() != null && comparison.name().equals(statement.label());
    }

    /** The reason of what is cited is its source already. */
    private static String detail(ComparisonResult comparison) {
        return CITED.equals(comparison.grade()) ? "taken on trust" : comparison.message();
    }

    /** What is cited is neither right nor wrong by anything done here. */
    private static Badge badge(ComparisonResult comparison) {
        Badge verdict = Badges.of(comparison.verdict());
        return comparison.grade() == null
                ? verdict
                : new Badge(
                        comparison.grade().toUpperCase(Locale.ROOT),
                        CITED.equals(comparison.grade()) ? Tone.NEUTRAL : verdict.tone());
    }
}
