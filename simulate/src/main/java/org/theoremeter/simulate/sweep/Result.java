package org.theoremeter.simulate.sweep;

import java.util.Optional;
import org.theoremeter.simulate.experiment.Observation;

/**
 * Pairs a cell with what its run found, or with why it could not be made.
 *
 * @param cell the run
 * @param observation what it found; absent exactly when it failed
 * @param failure why the run could not be made, in one line that names the cell
 * @param reused whether the observation came from the store
 */
public record Result(Cell cell, Optional<Observation> observation, Optional<String> failure, boolean reused) {

    /**
     * Requires an observation or a failure.
     *
     * @throws IllegalArgumentException if there are both or neither
     */
    public Result {
        if (observation.isPresent() == failure.isPresent()) {
            throw new IllegalArgumentException("a result is an observation or a failure");
        }
    }
}
