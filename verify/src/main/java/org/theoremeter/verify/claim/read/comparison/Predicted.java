package org.theoremeter.verify.claim.read.comparison;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.GridPoint;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.source.Position;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/**
 * The prediction that a comparison refers to.
 *
 * @param name its name
 * @param formula what it says
 */
record Predicted(String name, Expression formula) {

    /** Reads {@code predicted}, one of the claim's predictions. */
    static Predicted read(Fields fields, Map<String, Expression> predictions) {
        YamlNode.Scalar scalar = fields.needScalar("predicted");
        if (!predictions.containsKey(scalar.text())) {
            throw new ClaimException(
                    scalar.position(),
                    "found the unknown prediction " + scalar.described() + ", "
                            + Nearest.hint(scalar.text(), predictions.keySet()));
        }
        return new Predicted(scalar.text(), predictions.get(scalar.text()));
    }

    /**
     * Requires a finite value wherever it is compared. A law brings formulas along whose symbols the claim need not have,
     * unless it compares them.
     *
     * @throws ClaimException if a symbol is unknown, or the value not finite at a grid point
     */
    void requireValue(Fields fields, ObservedReader reader) {
        Set<String> missing = new TreeSet<>(formula.symbols());
        missing.removeAll(reader.symbols());
        if (!missing.isEmpty()) {
            String symbol = missing.iterator().next();
            throw new ClaimException(
                    place(fields),
                    "the prediction " + Quotation.of(name) + " needs the symbol " + Quotation.of(symbol)
                            + ", accepted: " + symbol + " under given, or as an axis");
        }
        for (GridPoint point : reader.observe().points()) {
            double value = formula.evaluate(point.symbols());
            if (!Double.isFinite(value)) {
                String where = point.coordinates().isEmpty() ? "" : " at " + point.coordinates();
                throw new ClaimException(
                        place(fields),
                        "the prediction " + Quotation.of(name) + " is " + value + where + ", accepted: a finite value");
            }
        }
    }

    private Position place(Fields fields) {
        return fields.key(fields.names().contains("predicted") ? "predicted" : name);
    }
}
