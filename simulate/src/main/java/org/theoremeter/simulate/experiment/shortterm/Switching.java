package org.theoremeter.simulate.experiment.shortterm;

import java.util.List;

/**
 * Holds when the output of a mechanism switches within a trial: each switch turns it on or off, in turn.
 *
 * @param onAtStart whether the output is on before the first switch
 * @param switches the switches, in the order of time
 * @param movement ∫ ẋ² dt over the trial, what temporal consistency penalises (theory 7.2); 0 where it is not followed
 * @param movementSlope its derivative by r
 */
record Switching(boolean onAtStart, List<Switch> switches, double movement, double movementSlope) {

    /**
     * One switch of the output.
     *
     * @param time when it happens, in the mechanism's own time unit
     * @param slope d time/dr, by the variational equation along the path
     */
    record Switch(double time, double slope) {}

    Switching {
        switches = List.copyOf(switches);
    }

    /** The switches of a path whose movement is not followed. */
    Switching(boolean onAtStart, List<Switch> switches) {
        this(onAtStart, switches, 0, 0);
    }

    /** Counts the switches up to a time. */
    int until(double time) {
        return (int) switches.stream().filter(one -> one.time() <= time).count();
    }
}
