package org.theoremeter.simulate.experiment.shortterm;

/** What has become of a path of gradient descent (theory 3.6). */
enum Fate {
    /** The output is off at first, switches within the trial, and has not switched off again when the delay ends. */
    ALIVE,
    /** The output does not switch within the trial, whichever way it turns: no gradient. */
    DEAD,
    /**
     * The output switches within the trial, and either has switched twice when the delay ends or is on at first, as where it
     * turns backwards: other minima lie there.
     */
    ESCAPED,
    /** r has left the range that can be simulated, so that there is no output; {@link Descent} says so. */
    LOST;

    /** Classifies the output of one r: dead before escaped, never lost. */
    static Fate of(Switching switching, Trial trial) {
        if (switching.switches().isEmpty()) {
            return DEAD;
        }
        return switching.onAtStart() || switching.until(trial.delay()) >= 2 ? ESCAPED : ALIVE;
    }
}
