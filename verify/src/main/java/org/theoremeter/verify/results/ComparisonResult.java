package org.theoremeter.verify.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Locale;
import java.util.Objects;
import org.theoremeter.theory.derivation.StepReport;
import org.theoremeter.verify.judge.Estimate;
import org.theoremeter.verify.judge.Judgement;
import org.theoremeter.verify.judge.Verdict;

/**
 * What became of one comparison.
 *
 * @param name its name, with the point of the grid where there are several
 * @param verdict its verdict
 * @param message one sentence
 * @param status what may be said of a step of a derivation, such as {@code proved}; null for any other comparison
 * @param estimate what the verdict rests on, or null
 * @param seedsToDecide how many seeds would decide, or null
 * @param plot the evidence, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"name", "verdict", "message", "status", "estimate", "seedsToDecide", "plot"})
public record ComparisonResult(
        String name,
        String verdict,
        String message,
        String status,
        EstimateResult estimate,
        Integer seedsToDecide,
        Plot plot) {

    /** Requires a name, a message, and a verdict and a status that there is. */
    public ComparisonResult {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(message, "message");
        if (!verdict.equals(ClaimResult.NOT_RUN)) {
            Verdict.of(verdict);
        }
        if (status != null) {
            StepReport.Status.valueOf(status.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Records a judgement with its evidence.
     *
     * @param status what may be said of a step of a derivation, or null
     * @param plot the evidence, or null
     */
    public static ComparisonResult of(String name, Judgement judgement, StepReport.Status status, Plot plot) {
        return new ComparisonResult(
                name,
                judgement.verdict().text(),
                judgement.message(),
                status == null ? null : status.name().toLowerCase(Locale.ROOT),
                judgement.estimate().map(EstimateResult::of).orElse(null),
                judgement.seedsToDecide().isPresent()
                        ? Integer.valueOf(judgement.seedsToDecide().getAsInt())
                        : null,
                plot);
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
