package org.theoremeter.verify.claim.read.comparison;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.verify.claim.comparison.FractionComparison;
import org.theoremeter.verify.claim.comparison.Margin;
import org.theoremeter.verify.claim.comparison.Success;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;

/**
 * Reads what a claim about fractions compares.
 *
 * @param compare finds the observations
 * @param values the predicted probabilities by name
 */
public record FractionReader(CompareReader compare, Map<String, Expression> values) {

    /** Reads one entry of {@code compare}, which may have a name. */
    public FractionComparison read(Fields fields, Optional<String> name) {
        Predicted predicted = Predicted.read(fields, values);
        boolean counted = fields.names().contains("successes");
        Sources.Picked picked = compare.pick(fields.needScalar(counted ? "successes" : "fraction of"));
        ObservedReader reader = picked.reader();
        predicted.requireValue(fields, reader);
        Success success = counted ? counted(fields, picked) : reader.success(picked.text());
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
