package org.theoremeter.simulate.sweep;

import java.util.Optional;
import org.theoremeter.simulate.experiment.Observation;

/**
 * Pairs a run with what it found, or with why it could not be made.
 *
 * @param run what was to be run
 * @param observation what it found; absent exactly when it failed
 * @param failure why the run could not be made, in one line that names it
 * @param reused whether the observation came from the store
 */
public record Result(Run run, Optional<Observation> observation, Optional<String> failure, boolean reused) {

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
