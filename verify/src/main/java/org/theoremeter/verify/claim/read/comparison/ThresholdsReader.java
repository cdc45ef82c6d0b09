package org.theoremeter.verify.claim.read.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.Axis;
import org.theoremeter.verify.claim.Observe;
import org.theoremeter.verify.claim.ThresholdFit;
import org.theoremeter.verify.claim.Thresholds;
import org.theoremeter.verify.claim.comparison.Success;
import org.theoremeter.verify.claim.formula.Names;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.source.Position;
import org.theoremeter.verify.claim.table.ThresholdFitReader;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/** Reads {@code thresholds} of a simulated grid. */
public final class ThresholdsReader {

    /** The fewest values along a threshold, and the fewest points of the remaining axes. */
    private static final int FEWEST = 3;

    private final Observe observe;
    private final ObservedReader reader;
    private final double confidence;

    /**
     * Creates a reader.
     *
     * @param observe the simulated grid
     * @param given the given symbols of the claim
     * @param confidence 1 − α of the claim
     */
    public ThresholdsReader(Observe observe, Set<String> given, double confidence) {
        this.observe = observe;
        this.confidence = confidence;
        reader = new ObservedReader("", observe, given);
    }

    /**
     * Reads {@code NAME: {of: "learned < 0.5", along: delay, model: saturation, …}}, one or several along the same axis.
     *
     * @throws ClaimException at the first fault
     */
    public Thresholds read(Fields named) {
        if (observe.seeds().isEmpty()) {
            throw new ClaimException(
                    named.position(),
                    "found thresholds without seeds, so that every grid point would be one trial; accepted: an experiment"
                            + " that draws, with seeds");
        }
        List<Thresholds.Each> each = new ArrayList<>();
        String along = "";
        for (String name : named.names()) {
            requireName(name, named.key(name));
            Fields fields = Fields.of(named.need(name), "thresholds." + name);
            YamlNode.Scalar axis = fields.needScalar("along");
            if (!along.isEmpty() && !axis.text().equals(along)) {
                throw new ClaimException(
                        axis.position(),
                        "found thresholds along " + along + " and along " + axis.text()
                                + ", accepted: one axis, or an observation of its own for each");
            }
            along = axis.text();
            Axis coordinate = coordinate(axis);
            Success of = success(fields);
            ThresholdFit fit = ThresholdFitReader.read(fields);
            fields.end();
            requirePlaces(coordinate, fit, axis.position());
            each.add(new Thresholds.Each(name, of, fit));
        }
        if (each.isEmpty()) {
            throw new ClaimException(named.position(), "found no threshold, accepted: at least one");
        }
        Thresholds thresholds = new Thresholds(along, each, confidence);
        requireControls(thresholds, named.position());
        return thresholds;
    }

    private void requireName(String name, Position position) {
        Names.requireColumn(name, position);
        Set<String> known = reader.symbols();
        known.addAll(reader.observables());
        Names.requireUnused("the threshold", Observable.symbolOf(name), known, position);
    }

    private Axis coordinate(YamlNode.Scalar scalar) {
        Axis axis = observe.axes().stream()
                .filter(each -> each.symbol().equals(scalar.text()))
                .findFirst()
                .orElseThrow(() -> new ClaimException(
                        scalar.position(),
                        "found along: " + Quotation.of(scalar.text()) + ", which is no axis under over, "
                                + Nearest.hint(
                                        scalar.text(),
                                        observe.axes().stream()
                                                .map(Axis::symbol)
                                                .toList())));
        if (!axis.partners().isEmpty()) {
            throw new ClaimException(
                    scalar.position(),
                    "found along: " + axis.label() + ", accepted: an axis that multiplies with the others");
        }
        if (axis.values().size() < FEWEST) {
            throw new ClaimException(
                    scalar.position(),
                    "found " + axis.values().size() + " values of " + axis.symbol() + ", accepted: at least " + FEWEST
                            + " along a threshold");
        }
        return axis;
    }

    private Success success(Fields fields) {
        YamlNode.Scalar of = fields.needScalar("of");
        Optional<YamlNode.Scalar> diverged = fields.takeScalar(FractionReader.DIVERGED);
        Optional<YamlNode.Scalar> missing = fields.takeScalar(FractionReader.MISSING);
        Success success =
                reader.success(of, diverged.map(FractionReader::isSuccess), missing.map(FractionReader::isSuccess));
        FractionReader.refuseUnused(success, reader, diverged, missing);
        return success;
    }

    private static void requirePlaces(Axis axis, ThresholdFit fit, Position position) {
        axis.values().stream()
                .filter(value -> !fit.scale().accepts(value))
                .findFirst()
                .ifPresent(value -> {
                    throw new ClaimException(
                            position,
                            "found " + axis.symbol() + " = " + value
                                    + ", along which the coordinate is logarithmic; accepted: positive values");
                });
    }

    private void requireControls(Thresholds thresholds, Position position) {
        long controls =
                observe.points().stream().map(thresholds::rest).distinct().count();
        if (controls < FEWEST) {
            throw new ClaimException(
                    position,
                    "found " + controls + (controls == 1 ? " point" : " points") + " of the grid without "
                            + thresholds.along() + ", accepted: at least " + FEWEST
                            + ", a threshold each, such as further values of another axis under over");
        }
    }
}
