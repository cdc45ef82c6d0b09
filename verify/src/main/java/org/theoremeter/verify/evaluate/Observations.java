package org.theoremeter.verify.evaluate;

import java.util.List;
import java.util.Optional;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.verify.claim.Observe;
import org.theoremeter.verify.judge.NumericalError;
import org.theoremeter.verify.statistics.Sample;

/**
 * All observations of one claim.
 *
 * @param observe what was asked for
 * @param byPoint byPoint[cell][seed]; one entry a cell where there are no seeds
 */
public record Observations(Observe observe, List<List<Observation>> byPoint) {

    /** Copies the lists. */
    public Observations {
        byPoint = byPoint.stream().map(List::copyOf).toList();
    }

    /** Returns whether the runs come from seeds. */
    boolean seeded() {
        return observe.seeds().isPresent();
    }

    /** Returns numbers, one a seed, as a sample of what was drawn or found. */
    Sample sample(double[] values) {
        return new Sample(values, seeded() && observe.isRecorded());
    }

    /** Returns the errors of an observation and its prediction: numerical ones, or as a table states them. */
    NumericalError error(double observed, double predicted) {
        return observe.isRecorded()
                ? new NumericalError(0, predicted, observed)
                : new NumericalError(observed, predicted);
    }

    /** Returns the runs at a point of the grid. */
    List<Observation> runs(int cell) {
        return byPoint.get(cell);
    }

    /** Returns what a diverged run says of itself, if one diverged: the seed, the time and the reason. */
    Optional<String> divergence() {
        for (int cell = 0; cell < byPoint.size(); cell++) {
            for (int seed = 0; seed < byPoint.get(cell).size(); seed++) {
                Optional<String> told = divergence(cell, seed);
                if (told.isPresent()) {
                    return told;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> divergence(int cell, int seed) {
        return byPoint.get(cell)
                .get(seed)
                .divergence()
                .map(divergence -> "the run diverged at " + divergence.axis() + " = " + divergence.at()
                        + where(cell, seed) + ": " + divergence.reason());
    }

    /** Returns such as " (seed 3, gain = 0.1)", or nothing for the only run. */
    String where(int cell, int seed) {
        String label = observe.points().get(cell).label();
        String seedText = seeded() ? "seed " + seed : "";
        String both = seedText + (seedText.isEmpty() || label.isEmpty() ? "" : ", ") + label;
        return both.isEmpty() ? "" : " (" + both + ")";
    }
}
