package org.theoremeter.simulate;

/** Ends a run whose thread was interrupted; thrown between two steps, with nothing left half done. */
public final class InterruptedRun extends RuntimeException {

    /** Creates the signal. */
    public InterruptedRun() {
        super("interrupted");
    }

    /**
     * Returns at once unless the current thread was interrupted; leaves the interrupt status as it is.
     *
     * @throws InterruptedRun if it was
     */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedRun();
        }
    }
}
