package org.theoremeter.verify.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.theoremeter.reports.document.Badge;
import org.theoremeter.reports.document.Block;
import org.theoremeter.reports.document.Chain;
import org.theoremeter.reports.document.Section;
import org.theoremeter.reports.document.Tone;
import org.theoremeter.verify.judge.Verdict;
import org.theoremeter.verify.results.ClaimDescription;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.ComparisonResult;
import org.theoremeter.verify.results.Shown;

class DerivationChainTest {

    @Test
    void everyStatusHasItsBadgeAndWhatIsCitedIsNeitherRightNorWrong() {
        Chain chain = DerivationChain.of(derivation(
                Verdict.FAIL,
                step("a", Verdict.PASS, "proved"),
                step("b", Verdict.PASS, "agreed"),
                step("c", Verdict.INCONCLUSIVE, "agreed"),
                step("d", Verdict.PASS, "cited"),
                step("e", Verdict.INCONCLUSIVE, "undecided"),
                step("f", Verdict.FAIL, "refuted")));
        assertThat(chain.lines().subList(1, 7))
                .extracting(line -> ((Chain.Step) line).badge())
                .containsExactly(
                        new Badge("PROVED", Tone.GOOD),
                        new Badge("AGREED", Tone.GOOD),
                        // where a proof is required
                        new Badge("AGREED", Tone.UNDECIDED),
                        new Badge("CITED", Tone.NEUTRAL),
                        new Badge("UNDECIDED", Tone.UNDECIDED),
                        new Badge("REFUTED", Tone.BAD));
    }

    @Test
    void linesAreTheStatementsWithWhatWasFound() {
        List<Chain.Line> lines = DerivationChain.of(derivation(Verdict.PASS, step("a", Verdict.PASS, "proved")))
                .lines();
        Block.Formula formula = new Block.Formula("tex", "<mi>x</mi>", "text");
        assertThat(lines)
                .startsWith(
                        new Chain.Definition(formula, "what is given"),
                        new Chain.Step(formula, "", "algebra", new Badge("PROVED", Tone.GOOD), "found of a"));
    }

    @Test
    void stepsAreCountedFromBestToWorst() {
        assertThat(Shown.line(derivation(
                        Verdict.FAIL,
                        step("a", Verdict.FAIL, "refuted"),
                        step("b", Verdict.PASS, "cited"),
                        step("c", Verdict.PASS, "proved"),
                        step("d", Verdict.PASS, "proved"))))
                .isEqualTo("4 steps: 2 proved, 1 cited, 1 refuted");
        assertThat(Shown.line(derivation(Verdict.PASS, step("a", Verdict.PASS, "agreed"))))
                .isEqualTo("1 step: 1 agreed");
    }

    @Test
    void whatCouldNotBeEvaluatedIsSaidBesideTheChain() {
        Section section = ClaimSection.of(derivation(
                Verdict.ERROR,
                new ComparisonResult("evaluation", Verdict.ERROR, "out of memory", null, null, null, null, null)));
        assertThat(section.blocks()).contains(new Block.Paragraph("ERROR — out of memory."));
        assertThat(((Chain) section.blocks().get(0)).lines().subList(1, 7))
                .allMatch(line -> ((Chain.Step) line).badge().equals(new Badge("NOT CHECKED", Tone.NEUTRAL)));
    }

    @Test
    void theSectionDoesNotSayEveryStepTwice() {
        Section section = ClaimSection.of(derivation(Verdict.PASS, step("a", Verdict.PASS, "proved")));
        assertThat(section.blocks()).noneMatch(Block.Paragraph.class::isInstance);
        assertThat(section.blocks()).noneMatch(Block.Formula.class::isInstance);
    }

    private static ComparisonResult step(String name, Verdict verdict, String grade) {
        return new ComparisonResult(name, verdict, "found of " + name, grade, null, null, null, null);
    }

    /** A derivation with a definition and the steps a to f, of which some were checked. */
    private static ClaimResult derivation(Verdict verdict, ComparisonResult... comparisons) {
        List<ClaimDescription.Statement> statements = List.of("given", "a", "b", "c", "d", "e", "f").stream()
                .map(name -> new ClaimDescription.Statement(
                        name,
                        "tex",
                        "<mi>x</mi>",
                        "text",
                        name.equals("given") ? "what is given" : null,
                        name.equals("given") ? null : "algebra",
                        null))
                .toList();
        return new ClaimResult(
                new ClaimDescription(
                        "my.derivation",
                        "derivation",
                        "title",
                        new ClaimDescription.Source("", "", "exact"),
                        "",
                        "every step holds",
                        null,
                        new ClaimDescription.Prediction(statements, Map.of(), List.of(), List.of())),
                new ClaimResult.Conclusion(verdict, ""),
                new ClaimResult.Evidence(List.of(), null, List.of(comparisons), null));
    }
}
