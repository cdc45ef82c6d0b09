package org.theoremeter.verify.results;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Objects;
import org.theoremeter.theory.evidence.Evidence;
import org.theoremeter.theory.evidence.Grade;
import org.theoremeter.theory.evidence.Obligation;
import org.theoremeter.verify.judge.Estimate;
import org.theoremeter.verify.judge.Judgement;
import org.theoremeter.verify.judge.Verdict;

/**
 * What became of one comparison.
 *
 * @param name its name, with the point of the grid where there are several
 * @param verdict its verdict
 * @param message one sentence
 * @param grade how well an identity or a step of a derivation is shown, such as {@code proved}; null for any other
 *     comparison, and for identities in early records, which call it {@code status}
 * @param obligations what must hold for it, each with what was shown of it; null for any other comparison, and in early
 *     records
 * @param estimate what the verdict rests on, or null
 * @param seedsToDecide how many seeds would decide, or null
 * @param plot the evidence, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"name", "verdict", "message", "grade", "obligations", "estimate", "seedsToDecide", "plot"})
public record ComparisonResult(
        String name,
        Verdict verdict,
        String message,
        @JsonAlias("status") String grade,
        List<ObligationResult> obligations,
        EstimateResult estimate,
        Integer seedsToDecide,
        Plot plot) {

    /** Requires a name, a message, a verdict, and a grade that there is; copies the list. */
    public ComparisonResult {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(verdict, "verdict");
        if (grade != null) {
            Grade.of(grade);
        }
        obligations = obligations == null ? null : List.copyOf(obligations);
    }

    /**
     * Records a judgement with its evidence.
     *
     * @param evidence what was shown of an identity or of a step of a derivation, or null
     * @param plot the measured and predicted curves, or null
     */
    public static ComparisonResult of(String name, Judgement judgement, Evidence evidence, Plot plot) {
        return new ComparisonResult(
                name,
                judgement.verdict(),
                judgement.message(),
                evidence == null ? null : evidence.grade().text(),
                evidence == null
                        ? null
                        : evidence.obligations().stream()
                                .map(ObligationResult::of)
                                .toList(),
                judgement.estimate().map(EstimateResult::of).orElse(null),
                judgement.seedsToDecide().isPresent()
                        ? Integer.valueOf(judgement.seedsToDecide().getAsInt())
                        : null,
                plot);
    }

    /** Returns whether it rests on seeds or counts, so that luck has a part in it. */
    boolean isDrawn() {
        return estimate != null && estimate.chance() != null;
    }

    /**
     * What must hold, and what was shown of it; see {@link Obligation}.
     *
     * @param statement what must hold
     * @param grade how well it is shown
     * @param how how it was shown, or what speaks against it
     */
    @JsonPropertyOrder({"statement", "grade", "how"})
    public record ObligationResult(String statement, String grade, String how) {

        /** Requires all three, and a grade that there is. */
        public ObligationResult {
            Objects.requireNonNull(statement, "statement");
            Objects.requireNonNull(how, "how");
            Grade.of(grade);
        }

        /** Returns the grade and how it was shown, no word of it twice. */
        public String sentence() {
            return Grade.inFront(grade, ": ", how);
        }

        static ObligationResult of(Obligation obligation) {
            return new ObligationResult(
                    obligation.statement(), obligation.grade().text(), obligation.how());
        }
    }

    /** An estimate with its interval and the interval in which it must lie; see {@link Estimate}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"name", "value", "lower", "upper", "predicted", "acceptLower", "acceptUpper", "chance"})
    public record EstimateResult(
            String name,
            double value,
            double lower,
            double upper,
            double predicted,
            double acceptLower,
            double acceptUpper,
            Double chance) {

        /**
         * Requires intervals whose ends are in order.
         *
         * @throws IllegalArgumentException if they are not
         */
        public EstimateResult {
            if (lower > upper || acceptLower > acceptUpper) {
                throw new IllegalArgumentException("found the estimate '" + name + "' with [" + lower + ", " + upper
                        + "], accepted [" + acceptLower + ", " + acceptUpper + "]; accepted: ends in order");
            }
        }

        static EstimateResult of(Estimate estimate) {
            return new EstimateResult(
                    estimate.name(),
                    estimate.value(),
                    estimate.lower(),
                    estimate.upper(),
                    estimate.predicted(),
                    estimate.acceptLower(),
                    estimate.acceptUpper(),
                    estimate.chance().isPresent()
                            ? Double.valueOf(estimate.chance().getAsDouble())
                            : null);
        }
    }
}
