package org.theoremeter.verify.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.theoremeter.verify.judge.Verdict;
import org.theoremeter.verify.results.ClaimDescription.Expected;
import org.theoremeter.verify.results.ClaimDescription.Prediction;
import org.theoremeter.verify.results.ClaimDescription.Source;
import org.theoremeter.verify.results.ClaimDescription.Statement;
import org.theoremeter.verify.results.ClaimResult.Conclusion;
import org.theoremeter.verify.results.ClaimResult.Evidence;
import org.theoremeter.verify.results.ClaimResult.Setup;

/**
 * A claim's result as results.json has it: one object, whose keys are these, in this order. What they mean is said where a
 * {@link ClaimResult} has them; {@code message} is the reason of its conclusion.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "id",
    "kind",
    "title",
    "verdict",
    "message",
    "expected",
    "paper",
    "theory",
    "standing",
    "falsified",
    "passes",
    "statements",
    "given",
    "assumes",
    "setups",
    "confidence",
    "compared",
    "comparisons",
    "sensitivity"
})
record ClaimJson(
        String id,
        String kind,
        String title,
        Verdict verdict,
        String message,
        Expected expected,
        String paper,
        String theory,
        String standing,
        String falsified,
        String passes,
        List<Statement> statements,
        Map<String, Double> given,
        List<String> assumes,
        List<Setup> setups,
        Double confidence,
        List<String> compared,
        List<ComparisonResult> comparisons,
        Sensitivity sensitivity) {

    static ClaimJson of(ClaimResult result) {
        ClaimDescription description = result.description();
        Prediction prediction = description.prediction();
        Evidence evidence = result.evidence();
        return new ClaimJson(
                description.id(),
                description.kind(),
                description.title(),
                result.conclusion().verdict(),
                result.conclusion().reason(),
                description.expected(),
                description.source().paper(),
                description.source().theory(),
                description.source().standing(),
                description.falsified(),
                description.passes(),
                prediction.statements(),
                prediction.given(),
                prediction.assumes(),
                evidence.setups(),
                evidence.confidence(),
                prediction.compared(),
                evidence.comparisons(),
                evidence.sensitivity());
    }

    /** Returns the result that is written so; early records have no assumptions. */
    ClaimResult result() {
        return new ClaimResult(
                new ClaimDescription(
                        id,
                        kind,
                        title,
                        new Source(paper, theory, standing),
                        falsified,
                        passes,
                        expected,
                        new Prediction(statements, given, assumes == null ? List.of() : assumes, compared)),
                new Conclusion(verdict, message),
                new Evidence(setups, confidence, comparisons, sensitivity));
    }
}
