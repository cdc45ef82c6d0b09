package org.theoremeter.simulate.training.run;

/** Hears how a training goes on while it runs; what it does with that never changes the run. */
@FunctionalInterface
public interface Watcher {

    /** Hears nothing. */
    Watcher NONE = (done, total, loss, accuracy) -> {};

    /**
     * Hears that an epoch has ended; called from the thread that trains, so it should return at once.
     *
     * @param done epochs done, from 1 to the total
     * @param total epochs planned; a training may end earlier
     * @param loss the loss of this epoch, possibly not finite
     * @param accuracy the accuracy after it, from 0 to 1; NaN if there is none
     */
    void epoch(long done, long total, double loss, double accuracy);
}
