package org.theoremeter.simulate.task;

import org.apache.commons.rng.UniformRandomProvider;

/** What a network is trained on: the law of its trials, the weights of its loss, and how its answers are scored. */
public sealed interface Task permits DelayedCue, SingleCueDelay, DelayedAddition, EvidenceAccumulation, FlipFlop {

    /** Returns the name as it is written in results, such as {@code delayed-cue}. */
    String name();

    /** Returns the number of input channels, at least 0. */
    int inputs();

    /** Returns the number of output channels, at least 1. */
    int outputs();

    /** Returns the number T of steps of every trial. */
    int steps();

    /** Returns the response window: the steps in which the network should answer. */
    Window response();

    /** Returns the steps at which answers are scored; the response window unless the task says otherwise. */
    default Window scored() {
        return response();
    }

    /** Tells whether trials differ between epochs. */
    boolean random();

    /** Tells whether all targets lie in [0, 1], so that a sigmoid read-out suits. */
    boolean bounded();

    /** Returns how answers are scored. */
    Scoring scoring();

    /** Returns the number of which the batch must be a multiple, so that classes are equally filled. */
    default int batchMultiple() {
        return 1;
    }

    /**
     * Draws a batch, replacing whatever the trials held.
     *
     * <p>Trials are drawn one after another, so that a larger batch from the same source begins with the smaller one.
     *
     * @param source of random numbers; a task that is not random ignores it
     * @param trials of the shape of this task
     * @throws IllegalArgumentException if the trials are of another shape
     */
    void draw(UniformRandomProvider source, Trials trials);

    /**
     * Checks that trials have the shape of this task.
     *
     * @throws IllegalArgumentException if their steps or channels differ, or the batch is no multiple of
     *     {@link #batchMultiple()}
     */
    default void check(Trials trials) {
        check("steps", trials.steps(), steps());
        check("input channels", trials.inputs(), inputs());
        check("output channels", trials.outputs(), outputs());
        if (trials.batch() % batchMultiple() != 0) {
            throw new IllegalArgumentException("trials of " + name() + ": found a batch of " + trials.batch()
                    + ", accepted: a multiple of " + batchMultiple());
        }
    }

    private void check(String what, int found, int accepted) {
        if (found != accepted) {
            throw new IllegalArgumentException(
                    "trials of " + name() + ": found " + found + " " + what + ", accepted: " + accepted);
        }
    }
}
