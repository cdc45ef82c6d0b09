package org.theoremeter.verify.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.theoremeter.reports.document.Block;
import org.theoremeter.reports.document.Fact;
import org.theoremeter.reports.document.Section;
import org.theoremeter.verify.results.ClaimDescription;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.ComparisonResult;

/** The section of one claim: what it says, what was done, what came out. */
final class ClaimSection {

    private ClaimSection() {}

    static Section of(ClaimResult claim) {
        ClaimDescription description = claim.description();
        List<ClaimDescription.Statement> statements = description.prediction().statements();
        List<Block> blocks = new ArrayList<>();
        boolean derivation = DerivationChain.isIn(claim) && !statements.isEmpty();
        if (derivation) {
            blocks.add(DerivationChain.of(claim));
        } else {
            statements.forEach(
                    statement -> blocks.add(new Block.Formula(statement.tex(), statement.mathMl(), statement.text())));
        }
        if (description.expected() != null) {
            blocks.add(
                    new Block.Paragraph((claim.passesUnexpectedly() ? "Passed unexpectedly; " : "Known disagreement, ")
                            + "expected to come out as "
                            + description.expected().verdict().text() + ": "
                            + description.expected().because()));
        }
        if (!claim.conclusion().reason().isBlank()) {
            blocks.add(new Block.Paragraph(claim.conclusion().reason()));
        }
        for (ComparisonResult comparison : derivation ? DerivationChain.beside(claim) : claim.comparisons()) {
            blocks.add(new Block.Paragraph(sentence(claim, comparison)));
        }
        int number = 0;
        for (ComparisonResult comparison : claim.comparisons()) {
            number++;
            if (comparison.plot() != null) {
                blocks.addAll(PlotFigure.all(
                        claim.id() + "-" + number, claim.title() + " (" + comparison.name() + ")", comparison.plot()));
            }
        }
        blocks.addAll(SensitivityBlocks.of(claim));
        blocks.add(new Block.Facts(facts(claim)));
        return new Section(claim.id(), claim.title(), subtitle(description), Badges.of(claim), blocks);
    }

    private static String sentence(ClaimResult claim, ComparisonResult comparison) {
        String named = claim.comparisons().size() > 1 ? comparison.name() + ": " : "";
        String verdict = comparison.verdict().label();
        String seeds = comparison.seedsToDecide() == null
                ? ""
                : "; about " + comparison.seedsToDecide() + " seeds would decide";
        return named + verdict + " — " + comparison.message() + seeds + ".";
    }

    private static String subtitle(ClaimDescription claim) {
        ClaimDescription.Source source = claim.source();
        String theory = source.theory().isEmpty() ? "" : ", theory " + source.theory();
        String paper = source.paper().isEmpty() ? "" : ", " + source.paper();
        return claim.id() + " (" + claim.kind() + ", " + source.standing() + theory + paper + ")";
    }

    private static List<Fact> facts(ClaimResult claim) {
        ClaimDescription description = claim.description();
        Double confidence = claim.evidence().confidence();
        List<Fact> facts = new ArrayList<>(ObligationFacts.of(claim));
        if (!description.falsified().isBlank()) {
            facts.add(new Fact("falsified if", description.falsified()));
        }
        facts.add(new Fact("passes if", description.passes()));
        description.prediction().compared().forEach(line -> facts.add(new Fact("compares", line)));
        if (confidence != null) {
            facts.add(new Fact("confidence", confidence.toString()));
        }
        description.prediction().given().forEach((name, value) -> facts.add(new Fact(name, Double.toString(value))));
        for (ClaimResult.Setup setup : claim.evidence().setups()) {
            if (!setup.name().isEmpty()) {
                facts.add(new Fact("observes", setup.name()));
            }
            facts.add(new Fact("experiment", setup.experiment() + " (version " + setup.version() + ")"));
            setup.axes().forEach((name, values) -> facts.add(new Fact("over " + name, values.toString())));
            facts.add(new Fact("seeds", setup.seeds() == 0 ? "none (draws nothing)" : String.valueOf(setup.seeds())));
            facts.add(new Fact(
                    "parameters",
                    setup.parameters().entrySet().stream()
                            .map(entry -> entry.getKey() + " = " + entry.getValue())
                            .collect(Collectors.joining(", "))));
        }
        return facts;
    }
}
