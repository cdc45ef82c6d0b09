package org.theoremeter.verify.claim.read.comparison;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.verify.claim.GridPoint;
import org.theoremeter.verify.claim.Observe;
import org.theoremeter.verify.claim.Recorded;
import org.theoremeter.verify.claim.comparison.PairComparison;
import org.theoremeter.verify.claim.formula.FormulaReader;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/**
 * Reads what a claim of the kind comparison compares.
 *
 * @param compare finds the observations
 * @param values the predicted values by name, which a limit may be
 */
public record PairReader(CompareReader compare, Map<String, Expression> values) {

    /** Reads one entry of {@code compare}, which may have a name. */
    public PairComparison read(Fields fields, Optional<String> name) {
        boolean ratio = fields.names().contains("ratio of");
        String one = ratio ? "ratio of" : "before";
        String other = ratio ? "to" : "after";
        Sources.Picked first = compare.pick(fields.needScalar(one));
        Sources.Picked second = compare.pick(fields.needScalar(other));
        requirePaired(first.reader().observe(), second.reader().observe(), fields);
        Optional<Expression> below = ratio ? Optional.of(limit(fields, first.reader())) : Optional.empty();
        compare.judgedAtEachPoint(first.reader());
        Expression earlier = first.reader().formulaOrEvent(first.text(), one);
        Expression later = second.reader().formulaOrEvent(second.text(), other);
        requireDifferent(first, earlier, second, later, ratio);
        first.reader().evidence().requireErrors(first.text(), earlier.symbols());
        second.reader().evidence().requireErrors(second.text(), later.symbols());
        first.reader().evidence().requireIndependent(first.text(), earlier.symbols());
        second.reader().evidence().requireIndependent(second.text(), later.symbols());
        return new PairComparison(
                name.orElse(fields.needText(one) + (ratio ? " / " : " before ") + fields.needText(other)),
                first.reader().source(),
                earlier,
                second.reader().source(),
                later,
                below);
    }

    private Expression limit(Fields fields, ObservedReader reader) {
        YamlNode.Scalar scalar = fields.needScalar("below");
        Expression limit = values.containsKey(scalar.text())
                ? values.get(scalar.text())
                : FormulaReader.read(scalar, "below", reader.symbols());
        new Predicted("below", limit).requireValue(fields, reader);
        return limit;
    }

    /** One quantity compared with itself, or with a multiple of itself, would say nothing of what was observed. */
    private static void requireDifferent(
            Sources.Picked first, Expression earlier, Sources.Picked second, Expression later, boolean ratio) {
        boolean same = first.reader() == second.reader()
                || first.reader().observe().equals(second.reader().observe());
        Expression together = Expression.parse("(" + earlier + ")" + (ratio ? "/" : "-") + "(" + later + ")");
        if (same && !first.reader().depends(together)) {
            throw new ClaimException(
                    second.text().position(),
                    "found " + (ratio ? "a ratio" : "a difference") + " that is the same whatever is observed, "
                            + together + "; accepted: two quantities");
        }
    }

    private static void requirePaired(Observe first, Observe second, Fields fields) {
        List<Map<String, Double>> here =
                first.points().stream().map(GridPoint::coordinates).toList();
        List<Map<String, Double>> there =
                second.points().stream().map(GridPoint::coordinates).toList();
        boolean drawnTogether = first.seeds().isEmpty()
                || first.recorded()
                        .map(Recorded::seeds)
                        .equals(second.recorded().map(Recorded::seeds));
        if (!here.equals(there) || !first.seeds().equals(second.seeds()) || !drawnTogether) {
            throw new ClaimException(
                    fields.position(),
                    "found two observations with other grids or other seeds, accepted: pairs on one grid with"
                            + " the same seeds");
        }
    }
}
