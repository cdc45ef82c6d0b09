package org.theoremeter.verify.claim.read.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.verify.claim.comparison.DriftComparison;
import org.theoremeter.verify.claim.comparison.Margin;
import org.theoremeter.verify.claim.comparison.Norm;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/**
 * Reads a comparison of a drift, as claims about invariants have it.
 *
 * @param compare finds the observations
 */
public record DriftReader(CompareReader compare) {

    /** Reads one entry of {@code compare}, which may have a name. */
    public DriftComparison read(Fields fields, Optional<String> name) {
        YamlNode node = fields.need("drift of");
        List<YamlNode> parts = node instanceof YamlNode.Sequence list ? list.items() : List.of(node);
        if (parts.isEmpty()) {
            throw new ClaimException(node.position(), "found no quantity under drift of, accepted: at least one");
        }
        List<String> drifting = new ArrayList<>();
        ObservedReader reader = null;
        for (YamlNode part : parts) {
            Sources.Picked picked = compare.pick(Fields.scalar(part, "drift of"));
            if (reader != null && reader != picked.reader()) {
                throw new ClaimException(part.position(), "found quantities of two observations, accepted: of one");
            }
            reader = picked.reader();
            String quantity = reader.observable(picked.text()).name();
            drifting.add(quantity);
            reader.evidence().requireSpread(picked.text(), List.of(Observable.symbolOf(quantity)));
        }
        ObservedReader of = reader;
        Norm norm = fields.takeChoice("norm", List.of("frobenius", "max"))
                .map(word -> Norm.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Norm.FROBENIUS);
        Optional<String> scale = fields.takeScalar("scale").map(scalar -> scale(scalar, of));
        Margin margin = MarginReader.read(fields.need("margin"));
        if (margin.relative()) {
            throw new ClaimException(
                    fields.need("margin").position(),
                    "found a relative margin of a drift, accepted: a number, and scale: what it is relative to");
        }
        compare.judgedAtEachPoint(of);
        return new DriftComparison(
                name.orElse(String.join(", ", drifting)), of.source(), drifting, norm, scale, margin);
    }

    private String scale(YamlNode.Scalar scalar, ObservedReader of) {
        Sources.Picked picked = compare.pick(scalar);
        if (picked.reader() != of) {
            throw new ClaimException(scalar.position(), "found the scale of another observation than its drift");
        }
        String scale = of.observable(picked.text()).name();
        of.evidence().requireErrors(picked.text(), List.of(Observable.symbolOf(scale)));
        return scale;
    }
}
