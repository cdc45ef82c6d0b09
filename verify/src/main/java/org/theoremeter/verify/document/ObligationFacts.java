package org.theoremeter.verify.document;

import java.util.ArrayList;
import java.util.List;
import org.theoremeter.reports.document.Fact;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.ComparisonResult;
import org.theoremeter.verify.results.ComparisonResult.ObligationResult;
import org.theoremeter.verify.results.Shown;

/** What had to be shown for an identity or a derivation, and how well each was. */
final class ObligationFacts {

    private ObligationFacts() {}

    /** Returns how many obligations have which grade, then those that the comparison's own sentence leaves out. */
    static List<Fact> of(ClaimResult claim) {
        String counts = Shown.obligations(List.of(claim));
        if (counts.isEmpty()) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("shown", counts));
        claim.comparisons().stream()
                .filter(comparison -> comparison.obligations() != null)
                .filter(comparison -> comparison.obligations().size() > 1)
                .forEach(comparison ->
                        comparison.obligations().forEach(each -> facts.add(fact(claim, comparison, each))));
        return facts;
    }

    private static Fact fact(ClaimResult claim, ComparisonResult comparison, ObligationResult obligation) {
        String of = DerivationChain.isIn(claim) ? comparison.name() + ": " : "";
        return new Fact(of + obligation.statement(), obligation.sentence());
    }
}
