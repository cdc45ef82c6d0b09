package org.theoremeter.simulate.experiment;

/** Is told how a training run gets on. */
@FunctionalInterface
public interface Watcher {

    /** Does nothing. */
    Watcher NONE = (done, total, loss, accuracy) -> {};

    /**
     * Tells of an epoch that is over.
     *
     * @param done epochs done
     * @param total epochs planned
     * @param loss loss of the epoch
     * @param accuracy accuracy of the epoch, NaN if there is none
     */
    void epoch(long done, long total, double loss, double accuracy);
}
