package org.theoremeter.verify.claim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Experiment;

/**
 * What is observed: an experiment over a grid, with seeds or without.
 *
 * @param experiment the experiment
 * @param cells the grid, first axis slowest; a single cell without axes
 * @param axes the axes
 * @param at where series are read off, by axis
 * @param seeds how many seeds, absent for an experiment that draws nothing
 * @param recorded what was observed already, as in the user's own data; empty to simulate
 */
public record Observe(
        Experiment experiment,
        List<Cell> cells,
        List<Axis> axes,
        Map<String, Double> at,
        OptionalInt seeds,
        Optional<Recorded> recorded) {

    /** The largest number of runs one claim may ask for. */
    public static final int MOST_RUNS = 100_000;

    /**
     * One point of the grid.
     *
     * @param coordinates the values of the axes
     * @param symbols the values of all symbols here: given, overlaid with the axes
     * @param arguments the experiment's arguments here
     */
    public record Cell(Map<String, Double> coordinates, Map<String, Double> symbols, Arguments arguments) {

        /** Copies the maps, keeping their order. */
        public Cell {
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

    /** Copies the lists. */
    public Observe {
        cells = List.copyOf(cells);
        axes = List.copyOf(axes);
        at = Collections.unmodifiableMap(new LinkedHashMap<>(at));
    }

    /** Returns the same with so many seeds, if it has any and was not recorded. */
    Observe with(int otherSeeds) {
        return seeds.isEmpty() || isRecorded()
                ? this
                : new Observe(experiment, cells, axes, at, OptionalInt.of(otherSeeds), recorded);
    }

    /** Returns whether nothing need be simulated. */
    public boolean isRecorded() {
        return recorded.isPresent();
    }

    /** Returns how many runs this asks for. */
    public int runs() {
        return isRecorded() ? 0 : cells.size() * seeds.orElse(1);
    }

    /** Returns the rough time of all runs on one core, in seconds. */
    public double estimatedSeconds() {
        return isRecorded()
                ? 0
                : seeds.orElse(1)
                        * cells.stream()
                                .mapToDouble(cell -> experiment.estimatedSeconds(cell.arguments()))
                                .sum();
    }
}
