package org.theoremeter.simulate.experiment.shortterm;

import java.util.List;

/**
 * Holds when the output of a mechanism switches within a trial: each switch turns it on or off, in turn.
 *
 * @param onAtStart whether the output is on before the first switch
 * @param switches the switches, in the order of time
 */
record Switching(boolean onAtStart, List<Switch> switches) {

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

    /** Counts the switches up to a time. */
    int until(double time) {
        return (int) switches.stream().filter(one -> one.time() <= time).count();
    }
}
