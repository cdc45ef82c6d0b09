package org.theoremeter.verify.claim.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.theoremeter.verify.claim.ThresholdFit;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;
import org.theoremeter.verify.statistics.Coordinate;
import org.theoremeter.verify.statistics.ThresholdMethod;
import org.theoremeter.verify.statistics.ThresholdModel;

/** Reads how a threshold is fitted, the same for counts of a table and of simulations. */
public final class ThresholdFitReader {

    private ThresholdFitReader() {}

    /**
     * Reads {@code {…, model: saturation, method: least-squares, start: [0.1, 0.1], coordinate: linear, least-fraction: 0.1}} and
     * leaves the rest.
     *
     * @throws ClaimException at the first fault
     */
    public static ThresholdFit read(Fields fields) {
        fields.need("model");
        ThresholdModel model = ThresholdModel.valueOf(
                fields.takeChoice("model", ThresholdModel.names()).orElseThrow().toUpperCase(Locale.ROOT));
        Coordinate scale = fields.takeChoice("coordinate", Coordinate.names())
                .map(word -> Coordinate.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Coordinate.LINEAR);
        boolean squares = fields.takeChoice("method", List.of("likelihood", "least-squares"))
                .filter("least-squares"::equals)
                .isPresent();
        Optional<ThresholdMethod.Start> start = fields.take("start").map(node -> start(node, squares, scale));
        ThresholdMethod method =
                squares ? new ThresholdMethod.LeastSquares(start) : ThresholdMethod.DEPENDENT_LIKELIHOOD;
        double least = fields.take("least-fraction")
                .map(node -> {
                    double value = Fields.number(node, "least-fraction");
                    if (value < 0 || value > 1) {
                        throw new ClaimException(
                                node.position(), "found least-fraction = " + value + ", accepted: from 0 to 1");
                    }
                    return value;
                })
                .orElse(0.0);
        return new ThresholdFit(model, method, scale, least);
    }

    private static ThresholdMethod.Start start(YamlNode node, boolean squares, Coordinate scale) {
        if (!squares) {
            throw new ClaimException(
                    node.position(),
                    "found start without method: least-squares, accepted: with it; likelihood needs none");
        }
        if (!(node instanceof YamlNode.Sequence numbers)) {
            throw new ClaimException(
                    node.position(), "found " + node.described() + " for start, accepted: [THRESHOLD, STEEPNESS]");
        }
        double[] values = numbers.items().stream()
                .mapToDouble(item -> Fields.number(item, "start"))
                .toArray();
        ThresholdMethod.Start.obstacle(scale, values).ifPresent(accepted -> {
            throw new ClaimException(
                    node.position(), "found start: " + Arrays.toString(values) + ", accepted: " + accepted);
        });
        return new ThresholdMethod.Start(values[0], values[1]);
    }
}
