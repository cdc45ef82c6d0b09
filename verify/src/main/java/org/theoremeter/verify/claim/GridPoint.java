package org.theoremeter.verify.claim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.theoremeter.simulate.experiment.Arguments;

/**
 * A grid point: the values of the axes at which an experiment is run.
 *
 * @param coordinates the values of the axes
 * @param symbols the values of all symbols here: given, overlaid with the axes
 * @param arguments the experiment's arguments here
 */
public record GridPoint(Map<String, Double> coordinates, Map<String, Double> symbols, Arguments arguments) {

    /** Copies the maps, keeping their order. */
    public GridPoint {
        coordinates = Collections.unmodifiableMap(new LinkedHashMap<>(coordinates));
        symbols = Collections.unmodifiableMap(new LinkedHashMap<>(symbols));
    }

    /** Returns such as {@code cstar = 0.1, gain = 0.05}, or nothing without axes. */
    public String label() {
        List<String> parts = new ArrayList<>();
        coordinates.forEach((name, value) -> parts.add(name + " = " + (float) (double) value));
        return String.join(", ", parts);
    }
}
