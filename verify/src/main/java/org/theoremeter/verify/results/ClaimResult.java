package org.theoremeter.verify.results;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.theoremeter.verify.judge.Verdict;

/**
 * What became of one claim.
 *
 * @param description what it is and states
 * @param conclusion its verdict
 * @param evidence what the verdict rests on
 */
public record ClaimResult(ClaimDescription description, Conclusion conclusion, Evidence evidence) {

    /**
     * Requires all three.
     *
     * @throws IllegalArgumentException if a comparison has a chance, but the claim no confidence
     */
    public ClaimResult {
        Objects.requireNonNull(conclusion, "conclusion");
        if (evidence.confidence() == null && evidence.comparisons().stream().anyMatch(ComparisonResult::isDrawn)) {
            throw new IllegalArgumentException(
                    "found the claim '" + description.id() + "' with a chance and no confidence, accepted: both");
        }
    }

    /**
     * A verdict with its reason.
     *
     * @param verdict the verdict; {@link Verdict#NOT_RUN} for a claim that the profile leaves out
     * @param reason the reason where no comparison gives it, or empty
     */
    public record Conclusion(Verdict verdict, String reason) {

        /** Requires both. */
        public Conclusion {
            Objects.requireNonNull(verdict, "verdict");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * What a verdict rests on.
     *
     * @param setups what was simulated; none for claims about formulas
     * @param confidence 1 − α of the intervals, or null for claims about formulas
     * @param comparisons the comparisons, each with a verdict of its own
     * @param sensitivity how wrong the prediction could be without the claim noticing; null where that was not asked
     */
    public record Evidence(
            List<Setup> setups, Double confidence, List<ComparisonResult> comparisons, Sensitivity sensitivity) {

        /** Copies the lists. */
        public Evidence {
            setups = List.copyOf(setups);
            comparisons = List.copyOf(comparisons);
        }
    }

    /**
     * What was simulated.
     *
     * @param name what comparisons call it, empty for the only one
     * @param experiment the experiment
     * @param version its version
     * @param parameters all parameters of the first grid point, as exact text
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

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ClaimResult of(ClaimJson written) {
        return written.result();
    }

    @JsonValue
    ClaimJson written() {
        return ClaimJson.of(this);
    }

    /** Returns the claim's name. */
    public String id() {
        return description.id();
    }

    /** Returns the claim's title. */
    public String title() {
        return description.title();
    }

    /** Returns the verdict. */
    public Verdict verdict() {
        return conclusion.verdict();
    }

    /** Returns the comparisons, each with a verdict of its own. */
    public List<ComparisonResult> comparisons() {
        return evidence.comparisons();
    }

    /** Returns this result made inconclusive, for a reason. */
    public ClaimResult undecided(String reason) {
        return new ClaimResult(description, new Conclusion(Verdict.INCONCLUSIVE, reason), evidence);
    }

    /** Returns this result with something to add to its verdict. */
    public ClaimResult with(String note) {
        String reason = conclusion.reason();
        return new ClaimResult(
                description, new Conclusion(verdict(), reason.isEmpty() ? note : reason + "; " + note), evidence);
    }

    /** Returns the result with what was found about its sensitivity. */
    public ClaimResult with(Sensitivity found) {
        return new ClaimResult(
                description,
                conclusion,
                new Evidence(evidence.setups(), evidence.confidence(), evidence.comparisons(), found));
    }

    /** Returns whether the claim was evaluated at all. */
    public boolean ran() {
        return verdict() != Verdict.NOT_RUN;
    }

    /** Returns whether the claim did not pass, and was expected to come out just so. */
    public boolean disagreesAsExpected() {
        return description.expected() != null
                && description.expected().verdict() == verdict()
                && comparisons().stream()
                        .allMatch(each -> each.verdict() == Verdict.PASS
                                // a disagreement is measured, or refuted; a run that diverged is another matter
                                || (each.verdict() == verdict()
                                        && (each.estimate() != null
                                                || evidence.setups().isEmpty())));
    }

    /** Returns whether the claim passed although a disagreement was expected: a failure of the expectation. */
    public boolean passesUnexpectedly() {
        return description.expected() != null && verdict() == Verdict.PASS;
    }
}
