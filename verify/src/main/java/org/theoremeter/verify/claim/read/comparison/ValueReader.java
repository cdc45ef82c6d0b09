package org.theoremeter.verify.claim.read.comparison;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.verify.claim.comparison.Margin;
import org.theoremeter.verify.claim.comparison.ValueComparison;
import org.theoremeter.verify.claim.yaml.Fields;

/**
 * Reads what a claim about values compares.
 *
 * @param compare finds the observations
 * @param values the predicted values by name
 */
public record ValueReader(CompareReader compare, Map<String, Expression> values) {

    /** Reads one entry of {@code compare}, which may have a name. */
    public ValueComparison read(Fields fields, Optional<String> name) {
        Predicted predicted = Predicted.read(fields, values);
        Sources.Picked picked = compare.pick(fields.needScalar("observed"));
        ObservedReader reader = picked.reader();
        predicted.requireValue(fields, reader);
        Expression observed = reader.formula(picked.text(), "observed", List.of());
        reader.evidence().requireSpread(picked.text(), observed.symbols());
        Margin margin = MarginReader.read(fields.need("margin"));
        compare.judgedAtEachPoint(reader);
        return new ValueComparison(
                name.orElse(predicted.name()), reader.source(), predicted.formula(), observed, margin);
    }
}
