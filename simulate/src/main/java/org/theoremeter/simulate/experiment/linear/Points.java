package org.theoremeter.simulate.experiment.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.theoremeter.simulate.experiment.Measurement;

/** A series in the making. */
final class Points {

    private final List<Double> at = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();

    void add(double position, double value) {
        at.add(position);
        values.add(value);
    }

    boolean isEmpty() {
        return at.isEmpty();
    }

    double firstPosition() {
        return at.get(0);
    }

    double lastPosition() {
        return at.get(at.size() - 1);
    }

    double last() {
        return values.get(values.size() - 1);
    }

    double largest() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    OptionalDouble lastAt(double position) {
        return !isEmpty() && lastPosition() == position ? OptionalDouble.of(last()) : OptionalDouble.empty();
    }

    Measurement.Series series(double error) {
        return new Measurement.Series(
                at.stream().mapToDouble(Double::doubleValue).toArray(),
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                error);
    }
}
