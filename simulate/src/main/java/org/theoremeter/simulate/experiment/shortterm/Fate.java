package org.theoremeter.simulate.experiment.shortterm;

/** What has become of a path of gradient descent (theory 3.6). */
enum Fate {
    /** The output switches within the trial, and the first period is longer than the delay. */
    ALIVE,
    /** The output does not switch within the trial: no gradient. */
    DEAD,
    /** Within the delay the output has switched on and off again, or it turns backwards: other minima lie there. */
    ESCAPED,
    /** r has left the range that can be simulated. */
    LOST;

    /** Tells the fate of an output. */
    static Fate of(Switching switching, Trial trial) {
        if (switching.switches().isEmpty()) {
            return DEAD;
        }
        return switching.onAtStart() || switching.until(trial.delay()) >= 2 ? ESCAPED : ALIVE;
    }
}
