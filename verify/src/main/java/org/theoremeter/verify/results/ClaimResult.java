package org.theoremeter.verify.results;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.theoremeter.verify.judge.Verdict;

/**
 * What became of one claim.
 *
 * @param id the claim's name
 * @param kind its kind
 * @param title its title
 * @param verdict its verdict, or {@code not-run}
 * @param message the reason for the verdict where no comparison gives it, or empty
 * @param expected a known disagreement, or null
 * @param paper the paper it comes from, or empty
 * @param theory the section of the theory, or empty
 * @param standing how sure theory is of it
 * @param falsified what would falsify it
 * @param passes when a claim of its kind passes
 * @param statements the predictions as formulas
 * @param given the given symbols' values
 * @param assumes where the formulas are meant: the domain of every symbol, and what is assumed to hold between them
 * @param setups what was simulated; none for claims about formulas
 * @param confidence 1 − α of the intervals, or null for claims about formulas
 * @param compared what is compared with what, in words, one line a comparison of the claim
 * @param comparisons the comparisons, each with a verdict of its own
 * @param sensitivity how wrong the prediction could be without the claim noticing; null where that was not asked
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
public record ClaimResult(
        String id,
        String kind,
        String title,
        String verdict,
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

    /** The verdict of a claim that the profile leaves out. */
    public static final String NOT_RUN = "not-run";

    /** Copies the collections, keeping their order, and requires a verdict that there is; early records have no assumptions. */
    public ClaimResult {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        if (!verdict.equals(NOT_RUN)) {
            Verdict.of(verdict);
        }
        statements = List.copyOf(statements);
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
        setups = List.copyOf(setups);
        assumes = assumes == null ? List.of() : List.copyOf(assumes);
        compared = List.copyOf(compared);
        comparisons = List.copyOf(comparisons);
        if (confidence == null && comparisons.stream().anyMatch(ComparisonResult::isDrawn)) {
            throw new IllegalArgumentException(
                    "found the claim '" + id + "' with a chance and no confidence, accepted: both");
        }
    }

    /** Returns this result made inconclusive, for a reason. */
    public ClaimResult undecided(String reason) {
        return with("inconclusive", reason);
    }

    /** Returns this result with something to add to its verdict. */
    public ClaimResult with(String note) {
        return with(verdict, message.isEmpty() ? note : message + "; " + note);
    }

    private ClaimResult with(String otherVerdict, String otherMessage) {
        return with(otherVerdict, otherMessage, sensitivity);
    }

    private ClaimResult with(String otherVerdict, String otherMessage, Sensitivity otherSensitivity) {
        return new ClaimResult(
                id,
                kind,
                title,
                otherVerdict,
                otherMessage,
                expected,
                paper,
                theory,
                standing,
                falsified,
                passes,
                statements,
                given,
                assumes,
                setups,
                confidence,
                compared,
                comparisons,
                otherSensitivity);
    }

    /** Makes the result of a claim whose sensitivity was not asked for. */
    public ClaimResult(
            String id,
            String kind,
            String title,
            String verdict,
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
            List<ComparisonResult> comparisons) {
        this(
                id,
                kind,
                title,
                verdict,
                message,
                expected,
                paper,
                theory,
                standing,
                falsified,
                passes,
                statements,
                given,
                assumes,
                setups,
                confidence,
                compared,
                comparisons,
                null);
    }

    /** Returns the result with what was found about its sensitivity. */
    public ClaimResult with(Sensitivity found) {
        return with(verdict, message, found);
    }

    /** Returns whether the claim was evaluated at all. */
    public boolean ran() {
        return !verdict.equals(NOT_RUN);
    }

    /** Returns whether the claim did not pass, and was expected to come out just so. */
    @JsonIgnore
    public boolean disagreesAsExpected() {
        return expected != null
                && expected.verdict().equals(verdict)
                && comparisons.stream()
                        .allMatch(each -> each.verdict().equals("pass")
                                // a disagreement is measured, or refuted; a run that diverged is another matter
                                || (each.verdict().equals(verdict) && (each.estimate() != null || setups.isEmpty())));
    }

    /** Returns whether the claim passed although a disagreement was expected: a failure of the expectation. */
    @JsonIgnore
    public boolean passesUnexpectedly() {
        return expected != null && verdict.equals("pass");
    }

    /**
     * A known disagreement.
     *
     * @param verdict the expected verdict
     * @param because why
     */
    @JsonPropertyOrder({"verdict", "because"})
    public record Expected(String verdict, String because) {}

    /**
     * A prediction as a formula.
     *
     * @param label what it is
     * @param tex in TeX
     * @param mathMl in MathML
     * @param text in one line
     * @param says what it means, in words, or null
     * @param because why it follows from what stands before it, in words; null for all but the steps of a derivation
     * @param exact every formula and argument of a definition or step, where the text for readers could be that of two
     *     formulas: {@code exp(x)} and the power of a symbol e look the same; null for all others
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"label", "tex", "mathMl", "text", "says", "because", "exact"})
    public record Statement(
            String label, String tex, String mathMl, String text, String says, String because, String exact) {

        /** Makes a statement of a formula alone. */
        public Statement(String label, String tex, String mathMl, String text) {
            this(label, tex, mathMl, text, null, null, null);
        }
    }

    /**
     * What was simulated.
     *
     * @param name what comparisons call it, empty for the only one
     * @param experiment the experiment
     * @param version its version
     * @param parameters all parameters of the first cell, as exact text
     * @param axes the grid
     * @param seeds how many seeds, 0 for an experiment that draws nothing
     */
    @JsonPropertyOrder({"name", "experiment", "version", "parameters", "axes", "seeds"})
    public record Setup(
            String name,
            String experiment,
            int version,
            Map<String, String> parameters,
            Map<String, List<Double>> axes,
            int seeds) {

        /** Copies the maps, keeping their order. */
        public Setup {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
            axes = Collections.unmodifiableMap(new LinkedHashMap<>(axes));
        }
    }
}
