package org.theoremeter.verify.claim.read.comparison;

import java.util.List;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.verify.claim.Axis;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/**
 * Reads the axis that a slope or an order is along.
 *
 * @param reader reads the observation whose axis it is
 */
record AxisReader(ObservedReader reader) {

    /** The fewest values with which a line leaves something to judge it by. */
    static final int FEWEST = 3;

    boolean isAxis(String name) {
        return names().contains(name);
    }

    /** Reads the only axis, which has at least so many values, all positive. */
    String axis(Fields fields, String key, int least) {
        YamlNode.Scalar scalar = fields.needScalar(key);
        List<String> names = names();
        if (!names.contains(scalar.text())) {
            throw new ClaimException(
                    scalar.position(),
                    "found the unknown axis " + scalar.described() + ", " + Nearest.hint(scalar.text(), names));
        }
        if (names.size() > 1) {
            throw new ClaimException(
                    scalar.position(), "found " + names.size() + " axes under over, accepted: one for this kind");
        }
        Axis axis = reader.observe().axes().get(0);
        if (axis.values().size() < least || axis.values().stream().anyMatch(value -> value <= 0)) {
            throw new ClaimException(
                    scalar.position(),
                    "found " + axis.values().size() + " values of " + axis.symbol() + ", accepted: at least " + least
                            + ", all positive");
        }
        return scalar.text();
    }

    /** Reads the axis of a slope through recorded points, at least so many, or an observable in its place. */
    String axisOrObservable(Fields fields, String key, int least) {
        YamlNode.Scalar scalar = fields.needScalar(key);
        if (isAxis(scalar.text())) {
            return axis(fields, key, least);
        }
        int points = reader.observe().points().size();
        if (points < least) {
            throw new ClaimException(
                    scalar.position(), "found " + points + " points, accepted: at least " + least + " for a slope");
        }
        return reader.number(scalar);
    }

    private List<String> names() {
        return reader.observe().axes().stream().map(Axis::symbol).toList();
    }
}
