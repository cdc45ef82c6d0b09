package org.theoremeter.simulate.measure;

/** Reads what a network answered to a batch of trials, wherever it keeps its outputs. */
@FunctionalInterface
public interface OutputReader {

    /**
     * Returns an output o, possibly not finite.
     *
     * @param trial index of the trial, from 0
     * @param step index of the step, from 0
     * @param channel index of the output channel, from 0
     */
    double output(int trial, int step, int channel);
}
