package org.theoremeter.verify.claim.read.comparison;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.verify.claim.Observe;
import org.theoremeter.verify.claim.comparison.FractionComparison;
import org.theoremeter.verify.claim.comparison.Margin;
import org.theoremeter.verify.claim.comparison.Success;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/**
 * Reads what a claim about fractions compares.
 *
 * @param compare finds the observations
 * @param values the predicted probabilities by name
 */
public record FractionReader(CompareReader compare, Map<String, Expression> values) {

    static final String DIVERGED = "diverged";
    static final String MISSING = "missing";
    private static final String SUCCESS = "success";
    private static final String FAILURE = "failure";

    /** Reads one entry of {@code compare}, which may have a name. */
    public FractionComparison read(Fields fields, Optional<String> name) {
        Predicted predicted = Predicted.read(fields, values);
        boolean counted = fields.names().contains("successes");
        Sources.Picked picked = compare.pick(fields.needScalar(counted ? "successes" : "fraction of"));
        ObservedReader reader = picked.reader();
        predicted.requireValue(fields, reader);
        Optional<YamlNode.Scalar> missingText = fields.takeScalar(MISSING);
        Optional<Boolean> missing = missingText.map(FractionReader::isSuccess);
        Optional<YamlNode.Scalar> divergedText = fields.takeScalar(DIVERGED);
        Optional<Boolean> diverged = divergedText.map(FractionReader::isSuccess);
        Success success = counted ? counted(fields, picked) : reader.success(picked.text(), diverged, missing);
        refuseUnused(success, reader, divergedText, missingText);
        if (!counted && reader.observe().seeds().isEmpty()) {
            throw new ClaimException(
                    picked.text().position(),
                    "found a fraction of runs without seeds, accepted: an experiment that draws, or successes: and"
                            + " trials: that are counted");
        }
        reader.evidence().requireIndependent(picked.text(), success.symbols());
        Margin margin = MarginReader.read(fields.need("margin"));
        compare.judgedAtEachPoint(reader);
        return new FractionComparison(
                name.orElse(predicted.name()), reader.source(), success, predicted.formula(), margin);
    }

    /**
     * Reads what counts as a success in runs of an experiment, as {@code fraction of} does: a condition, an event, or {@code diverged}.
     *
     * @param diverged whether a run that diverged is one, where that is said
     * @param missing whether a run that lacks what is asked for is one, where that is said
     * @throws ClaimException if it asks for what is not observed
     */
    public static Success success(
            YamlNode.Scalar scalar, Observe observe, Optional<Boolean> diverged, Optional<Boolean> missing) {
        return new ObservedReader("", observe, List.of()).success(scalar, diverged, missing);
    }

    /** Returns what a text says that a run counts as. */
    static boolean isSuccess(YamlNode.Scalar scalar) {
        return Fields.choice(scalar, List.of(SUCCESS, FAILURE)).equals(SUCCESS);
    }

    /** Refuses what would have no effect. */
    static void refuseUnused(
            Success success,
            ObservedReader reader,
            Optional<YamlNode.Scalar> diverged,
            Optional<YamlNode.Scalar> missing) {
        boolean simulated = !reader.observe().isRecorded();
        boolean asksDiverged = simulated && (success instanceof Success.Holds || success instanceof Success.Happens);
        boolean asksMissing = simulated && success instanceof Success.Holds;
        diverged.filter(text -> !asksDiverged).ifPresent(text -> {
            throw new ClaimException(
                    text.position(),
                    "found " + DIVERGED + ", accepted: only beside a condition or an event of a simulation");
        });
        missing.filter(text -> !asksMissing).ifPresent(text -> {
            throw new ClaimException(
                    text.position(), "found " + MISSING + ", accepted: only beside a condition on a simulation");
        });
    }

    private Success counted(Fields fields, Sources.Picked picked) {
        Expression successes = picked.reader().formula(picked.text(), "successes", List.of());
        Sources.Picked trials = compare.pick(fields.needScalar("trials"));
        if (trials.reader() != picked.reader()) {
            throw new ClaimException(trials.text().position(), "found trials of another observation than successes");
        }
        String text = trials.text().text().strip();
        Expression counts = text.matches("[0-9]{1,9}")
                ? Expression.number(Double.parseDouble(text))
                : picked.reader().formula(trials.text(), "trials", List.of());
        Expression part = Expression.parse("(" + successes + ")/(" + counts + ")");
        if (!picked.reader().depends(part)) {
            throw new ClaimException(
                    trials.text().position(),
                    "found a fraction that is the same whatever is observed, " + part + "; accepted: two counts");
        }
        return new Success.Counted(successes, counts);
    }
}
