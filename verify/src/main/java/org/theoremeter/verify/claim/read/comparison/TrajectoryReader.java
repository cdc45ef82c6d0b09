package org.theoremeter.verify.claim.read.comparison;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.verify.claim.comparison.CurvePrediction;
import org.theoremeter.verify.claim.comparison.Distance;
import org.theoremeter.verify.claim.comparison.From;
import org.theoremeter.verify.claim.comparison.Margin;
import org.theoremeter.verify.claim.comparison.TrajectoryComparison;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/**
 * Reads what a claim about trajectories compares.
 *
 * @param compare finds the observations
 * @param curves the predicted curves
 */
public record TrajectoryReader(CompareReader compare, CurvePrediction curves) {

    /** Reads one entry of {@code compare}, which may have a name. */
    public TrajectoryComparison read(Fields fields, Optional<String> name) {
        String predicted = Predicted.read(fields, curves.curves()).name();
        Sources.Picked picked = compare.pick(fields.needScalar("observed"));
        ObservedReader reader = picked.reader();
        String time = fields.takeText("time").orElse(curves.time());
        Observable series = reader.observable(picked.text(), Observable.Shape.SERIES);
        if (!series.axis().equals(time)) {
            throw new ClaimException(
                    picked.text().position(),
                    "the series " + series.name() + " runs over " + series.axis() + ", but the curve over " + time);
        }
        reader.evidence().requireSpread(picked.text(), List.of(Observable.symbolOf(series.name())));
        From from = from(
                fields, new TreeSet<>(reader.observe().experiment().events().keySet()));
        Distance distance = fields.takeChoice("distance", Distance.names())
                .map(word -> Distance.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Distance.SUP);
        Margin margin = MarginReader.read(fields.need("margin"));
        compare.judgedAtEachPoint(reader);
        return new TrajectoryComparison(
                name.orElse(predicted), reader.source(), predicted, series.name(), from, distance, margin);
    }

    private static From from(Fields fields, Collection<String> events) {
        Optional<YamlNode.Scalar> scalar = fields.takeScalar("from");
        if (scalar.isEmpty()) {
            return new From(Optional.empty(), Double.NEGATIVE_INFINITY);
        }
        if (events.contains(scalar.get().text())) {
            return new From(Optional.of(scalar.get().text()), 0);
        }
        if (scalar.get().text().matches("[-+0-9.].*")) {
            return new From(Optional.empty(), Fields.number(scalar.get(), "from"));
        }
        throw new ClaimException(
                scalar.get().position(),
                "found " + scalar.get().described() + " for from, accepted: a time, or one of the events "
                        + String.join(", ", events));
    }
}
