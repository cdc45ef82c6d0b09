package org.theoremeter.verify.claim.read.comparison;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.verify.claim.comparison.Average;
import org.theoremeter.verify.claim.comparison.ConvergenceComparison;
import org.theoremeter.verify.claim.comparison.Margin;
import org.theoremeter.verify.claim.formula.FormulaReader;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/**
 * Reads a comparison of an order, as claims about convergence and about invariants have it.
 *
 * @param compare finds the observations
 * @param curves the names of the predicted curves
 */
public record ConvergenceReader(CompareReader compare, Collection<String> curves) {

    /** Reads one entry of {@code compare}, which may have a name. */
    public ConvergenceComparison read(Fields fields, Optional<String> name) {
        Sources.Picked picked = compare.pick(fields.needScalar("order of"));
        ObservedReader reader = picked.reader();
        Expression error = reader.formula(picked.text(), "order of", curves);
        reader.evidence().requireSpread(picked.text(), error.symbols());
        String along = new AxisReader(reader).axis(fields, "as", AxisReader.FEWEST);
        YamlNode to = fields.need("to");
        if (Fields.number(to, "to") != 0) {
            throw new ClaimException(to.position(), "found " + to.described() + " for to, accepted: 0");
        }
        Average average = fields.takeChoice("average", Average.names())
                .map(word -> Average.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Average.RMS);
        Expression predicted = FormulaReader.read(fields.need("predicted"), "predicted", reader.fixed());
        Margin margin = MarginReader.read(fields.need("margin"));
        compare.judgedOnce();
        return new ConvergenceComparison(
                name.orElse("order"), reader.source(), error, along, average, predicted, margin);
    }
}
